import { type Kysely, sql } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import { type LoadedIncidentRow, toIncident } from './incident-row.ts';
import type { Schema } from './schema.ts';
import { fromWanted, type WantedIncidents } from './wanted-incidents.ts';

/**
 * Incidents in the order of `wanted`; unknown ones are left out. One statement, so that an incident and its updates are of one moment, and a page costs one query.
 */
export async function loadIncidents(
  db: Kysely<Schema>,
  wanted: WantedIncidents,
): Promise<Incident[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<LoadedIncidentRow>`
    SELECT i.id, i.provider_id, i.kind, i.title, i.status, i.impact, i.started_at, i.resolved_at,
      i.updated_at, i.scheduled_for, i.scheduled_until, i.first_seen_at, i.last_seen_at,
      i.withdrawn_at, i.components, i.regions, i.services, i.url, i.origin, i.marks,
      -- Ordered within: their key is in that order already, an ordered aggregate would sort again.
      (SELECT json_group_array(json_array(id, at, status, body)) FROM
        (SELECT * FROM incident_updates WHERE incident_no = i.no ORDER BY position) AS posts
      ) AS updates
    FROM ${fromWanted(wanted)}
    ORDER BY wanted.key`.execute(db);
  return rows.map(toIncident);
}

/** Numbers of what is open, newest start first. */
export async function openIncidentNumbers(db: Kysely<Schema>): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    SELECT no FROM incidents INDEXED BY incidents_open WHERE is_open = 1
    ORDER BY started_at DESC, id DESC`.execute(db);
  return rows.map((row) => row.no);
}

/** The id under which an incident stands now, for its own or a former id. */
export async function currentId(db: Kysely<Schema>, id: string): Promise<string | null> {
  const own = await db.selectFrom('incidents').select('id').where('id', '=', id).executeTakeFirst();
  if (own !== undefined) return own.id;
  // A reused upstream id leads to the newest incident that carries it.
  const former = await db
    .selectFrom('incident_upstream_ids as u')
    .innerJoin('incidents as i', 'i.id', 'u.incident_id')
    .select('i.id')
    .where('u.public_id', '=', id)
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return former?.id ?? null;
}
