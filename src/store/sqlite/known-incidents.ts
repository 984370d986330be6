import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { FeedRead, KnownIncident } from '../store.ts';
import { stringsSchema } from './incident-schema.ts';
import { loadIncidents } from './load-incidents.ts';
import type { Schema } from './schema.ts';

/** A provider with no more than this many incidents hands all of them to every merge. */
export const ALL_KNOWN_UP_TO = 300;
/** Else what moved within this many days. */
export const KNOWN_DAYS = 120;

const DAY_MS = 86_400_000;
const sourcesSchema = z.record(z.string(), z.string());

/** What a read may change; see MergeFunction. `listedSince` is when this feed was last merged. */
export async function knownIncidents(
  db: Kysely<Schema>,
  read: FeedRead,
  listedSince: string | null,
): Promise<KnownIncident[]> {
  const ids = (await isSmall(db, read.providerId))
    ? await allIds(db, read.providerId)
    : await relevantIds(db, read, listedSince);
  const incidents = await loadIncidents(db, ids);
  const { rows } = await sql<{ id: string; upstreamIds: string; sources: string }>`
    SELECT wanted.value AS id,
      (SELECT json_group_array(u.upstream_id ORDER BY u.position) FROM incident_upstream_ids AS u
        WHERE u.incident_id = wanted.value) AS upstreamIds,
      (SELECT json_group_object(s.feed_key, s.last_listed_at) FROM incident_sources AS s
        WHERE s.incident_id = wanted.value) AS sources
    FROM json_each(${JSON.stringify(ids)}) AS wanted`.execute(db);
  const extras = new Map(rows.map((row) => [row.id, row]));
  return incidents.map((incident) => {
    const extra = extras.get(incident.id);
    return {
      incident,
      upstreamIds: stringsSchema.parse(JSON.parse(extra?.upstreamIds ?? '[]')),
      sources: sourcesSchema.parse(JSON.parse(extra?.sources ?? '{}')),
    };
  });
}

async function isSmall(db: Kysely<Schema>, providerId: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (
    SELECT 1 FROM incidents INDEXED BY incidents_provider WHERE provider_id = ${providerId}
    LIMIT ${ALL_KNOWN_UP_TO + 1})`.execute(db);
  return (rows[0]?.n ?? 0) <= ALL_KNOWN_UP_TO;
}

async function allIds(db: Kysely<Schema>, providerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM incidents INDEXED BY incidents_provider
    WHERE provider_id = ${providerId} AND origin = 'feed'
    ORDER BY started_at DESC, id DESC`.execute(db);
  return rows.map((row) => row.id);
}

async function relevantIds(
  db: Kysely<Schema>,
  read: FeedRead,
  listedSince: string | null,
): Promise<string[]> {
  const provider = read.providerId;
  const since = new Date(Date.parse(read.at) - KNOWN_DAYS * DAY_MS).toISOString();
  // Withdrawing counts as an update only where the source says so; hence the time of withdrawal.
  const { rows } = await sql<{ id: string }>`
    SELECT i.id AS id FROM incidents AS i WHERE i.origin = 'feed' AND i.id IN (
      SELECT id FROM incidents WHERE provider_id = ${provider} AND ended_at IS NULL
      UNION SELECT id FROM incidents WHERE provider_id = ${provider} AND started_at >= ${since}
      UNION SELECT id FROM incidents WHERE provider_id = ${provider} AND updated_at >= ${since}
      UNION SELECT id FROM incidents
        WHERE provider_id = ${provider} AND withdrawn_at >= ${since}
      UNION SELECT incident_id FROM incident_sources
        WHERE feed_key = ${read.feedKey} AND last_listed_at >= ${listedSince ?? since}
      UNION SELECT incident_id FROM incident_upstream_ids
        WHERE provider_id = ${provider}
          AND upstream_id IN (SELECT value FROM json_each(${JSON.stringify(read.upstreamIds ?? [])}))
    ) ORDER BY i.started_at DESC, i.id DESC`.execute(db);
  return rows.map((row) => row.id);
}
