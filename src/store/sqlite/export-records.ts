import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { REVISION_REASONS } from '../store.ts';
import { type FeedRecord, feedSchema, RECORD_VERSION, type StoreRecord } from '../store-record.ts';
import { parseIncident } from './incident-schema.ts';
import { loadIncidents } from './load-incidents.ts';
import { currentRevision } from './revision.ts';
import type { FeedTable, Schema } from './schema.ts';

type Write = (record: StoreRecord) => void | Promise<void>;

const PAGE = 500;
/** Documents are large: few at a time. */
const DOCUMENT_PAGE = 5;
const unpack = promisify(gunzip);
const headersSchema = z.record(z.string(), z.string());

/** Everything within one read transaction, in the order of store-record.ts. */
export async function exportRecords(
  db: Kysely<Schema>,
  write: Write,
  withDocuments: boolean,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`BEGIN`.execute(connection);
    try {
      const revision = await currentRevision(connection);
      await write({ type: 'downstream-store', version: RECORD_VERSION, revision });
      const feeds = await connection.selectFrom('feeds').selectAll().orderBy('key').execute();
      for (const row of feeds) await write(toFeedRecord(row));
      if (withDocuments) for (const { key } of feeds) await writeDocuments(connection, key, write);
      await writeIncidents(connection, write);
      await writeRevisions(connection, write);
    } finally {
      await sql`ROLLBACK`.execute(connection);
    }
  });
}

function toFeedRecord(row: Selectable<FeedTable>): FeedRecord {
  return feedSchema.parse({
    type: 'feed',
    key: row.key,
    providerId: row.provider_id,
    config: JSON.parse(row.config),
    isActive: row.is_active === 1,
    nextCheckAt: row.next_check_at,
    lastAttemptAt: row.last_attempt_at,
    lastGoodAt: row.last_good_at,
    lastReadAt: row.last_read_at,
    lastChangeAt: row.last_change_at,
    failures: row.failures,
    errorKind: row.error_kind,
    errorMessage: row.error_message,
    errorHttpStatus: row.error_http_status,
    redirectedTo: row.redirected_to,
    unknownWords: JSON.parse(row.unknown_words),
    warnings: JSON.parse(row.warnings),
    status: row.status,
    components: JSON.parse(row.components),
    provesNothingReported: row.proves_nothing_reported === 1,
    isStale: row.is_stale === 1,
  });
}

async function writeDocuments(db: Kysely<Schema>, feedKey: string, write: Write): Promise<void> {
  for (let offset = 0; ; offset += DOCUMENT_PAGE) {
    const rows = await db
      .selectFrom('feed_documents')
      .selectAll()
      .where('feed_key', '=', feedKey)
      .orderBy('position')
      .orderBy('url')
      .limit(DOCUMENT_PAGE)
      .offset(offset)
      .execute();
    for (const row of rows) {
      await write({
        type: 'document',
        feedKey,
        position: row.position,
        url: row.url,
        etag: row.etag,
        lastModified: row.last_modified,
        headers: headersSchema.parse(JSON.parse(row.headers)),
        body: (await unpack(row.body)).toString('base64'),
        hash: row.hash,
      });
    }
    if (rows.length < DOCUMENT_PAGE) return;
  }
}

async function writeIncidents(db: Kysely<Schema>, write: Write): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('incidents')
      .select(['no', 'id'])
      .where('no', '>', after)
      .orderBy('no')
      .limit(PAGE)
      .execute();
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return;
    const upstream = await db
      .selectFrom('incident_upstream_ids')
      .select(['incident_id', 'provider_id as providerId', 'upstream_id as id', 'position'])
      .where('incident_id', 'in', ids)
      .orderBy('position')
      .orderBy('upstream_id')
      .orderBy('provider_id')
      .execute();
    const sources = await db
      .selectFrom('incident_sources')
      .select(['incident_id', 'feed_key as feedKey', 'last_listed_at as lastListedAt'])
      .where('incident_id', 'in', ids)
      .orderBy('feed_key')
      .execute();
    const upstreamOf = Map.groupBy(upstream, (row) => row.incident_id);
    const sourcesOf = Map.groupBy(sources, (row) => row.incident_id);
    for (const incident of await loadIncidents(db, ids)) {
      await write({
        type: 'incident',
        incident,
        upstreamIds: (upstreamOf.get(incident.id) ?? []).map(({ providerId, id, position }) => {
          return { providerId, id, position };
        }),
        sources: (sourcesOf.get(incident.id) ?? []).map(({ feedKey, lastListedAt }) => {
          return { feedKey, lastListedAt };
        }),
      });
    }
    after = rows.at(-1)?.no ?? after;
  }
}

async function writeRevisions(db: Kysely<Schema>, write: Write): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('incident_revisions')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    if (rows.length === 0) return;
    for (const { incident_id: incidentId, at, reason, before } of rows) {
      await write({
        type: 'revision',
        incidentId,
        at,
        reason: REVISION_REASONS.find((known) => known === reason) ?? 'edited',
        before: parseIncident(before),
      });
    }
    after = rows.at(-1)?.id ?? after;
  }
}
