import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { incidentId } from '../../model/incident-id.ts';
import type { ImportOptions, ImportResult } from '../portable-store.ts';
import { StoreError } from '../store-error.ts';
import {
  type DocumentRecord,
  type FeedRecord,
  type HeaderRecord,
  type IncidentRecord,
  RECORD_VERSION,
  type RevisionRecord,
  type StoreRecord,
} from '../store-record.ts';
import { moveRevision } from './revision.ts';
import type { Schema } from './schema.ts';
import { insertIncidents } from './write-incidents.ts';

/** Records per transaction. */
const BATCH = 200;
const pack = promisify(gzip);

/** Takes in records; see PortableStore.importRecords. */
export async function importRecords(
  transact: <T>(work: (trx: Transaction<Schema>) => Promise<T>) => Promise<T>,
  records: AsyncIterable<StoreRecord>,
  { merge = false }: ImportOptions,
): Promise<ImportResult> {
  const total: ImportResult = { feeds: 0, documents: 0, incidents: 0, revisions: 0 };
  let header: HeaderRecord | null = null;
  let batch: StoreRecord[] = [];
  const flush = async () => {
    const work = await packAll(batch);
    batch = [];
    const added = await transact((trx) => saveBatch(trx, work, merge));
    for (const kind of ['feeds', 'documents', 'incidents', 'revisions'] as const) {
      total[kind] += added[kind];
    }
  };
  for await (const record of records) {
    if (header === null) {
      header = await begin(transact, record, merge);
      continue;
    }
    batch.push(record);
    if (batch.length >= BATCH) await flush();
  }
  if (header === null) throw new StoreError('bad-import', 'There is nothing to import.');
  await flush();
  // Last, so that the number vouches for everything before it.
  const { revision } = header;
  if (!merge) {
    await transact(async (trx) => {
      await trx.updateTable('meta').set({ revision }).execute();
      await trx.updateTable('incidents').set({ changed_revision: revision }).execute();
    });
  }
  return total;
}

async function begin(
  transact: <T>(work: (trx: Transaction<Schema>) => Promise<T>) => Promise<T>,
  record: StoreRecord,
  merge: boolean,
): Promise<HeaderRecord> {
  if (record.type !== 'downstream-store') {
    throw new StoreError('bad-import', 'The first line is no header of an export.');
  }
  if (record.version !== RECORD_VERSION) {
    throw new StoreError(
      'bad-import',
      `The export has format ${record.version}, this program reads ${RECORD_VERSION}. Update the program.`,
    );
  }
  const isEmpty = await transact(async (trx) => {
    const feed = await trx.selectFrom('feeds').select('key').limit(1).executeTakeFirst();
    const incident = await trx.selectFrom('incidents').select('no').limit(1).executeTakeFirst();
    return feed === undefined && incident === undefined;
  });
  if (!isEmpty && !merge) {
    throw new StoreError(
      'not-empty',
      'The store already holds something. Import into a new one, or add what it lacks with --merge.',
    );
  }
  return record;
}

type Packed = Exclude<StoreRecord, DocumentRecord> | (DocumentRecord & { packed: Uint8Array });

/** Compresses documents before the transaction begins. */
function packAll(records: readonly StoreRecord[]): Promise<Packed[]> {
  return Promise.all(
    records.map(async (record) =>
      record.type === 'document'
        ? { ...record, packed: await pack(Buffer.from(record.body, 'base64')) }
        : record,
    ),
  );
}

async function saveBatch(
  trx: Transaction<Schema>,
  records: readonly Packed[],
  merge: boolean,
): Promise<ImportResult> {
  const added: ImportResult = { feeds: 0, documents: 0, incidents: 0, revisions: 0 };
  const incidents: IncidentRecord[] = [];
  for (const record of records) {
    if (record.type === 'feed') added.feeds += await saveFeed(trx, record);
    else if (record.type === 'document') added.documents += await saveDocument(trx, record);
    else if (record.type === 'incident') incidents.push(record);
  }
  added.incidents = await saveIncidents(trx, incidents);
  for (const record of records) {
    if (record.type === 'revision') added.revisions += await saveRevision(trx, record, merge);
  }
  const hasNews = added.feeds + added.incidents + added.revisions > 0;
  if (merge && hasNews) await moveRevision(trx);
  return added;
}

async function saveFeed(trx: Transaction<Schema>, feed: FeedRecord): Promise<number> {
  const result = await trx
    .insertInto('feeds')
    .values({
      key: feed.key,
      provider_id: feed.providerId,
      format: feed.config.format,
      url: feed.config.url,
      config: JSON.stringify(feed.config),
      is_active: feed.isActive ? 1 : 0,
      next_check_at: feed.nextCheckAt,
      last_attempt_at: feed.lastAttemptAt,
      last_good_at: feed.lastGoodAt,
      last_read_at: feed.lastReadAt,
      last_change_at: feed.lastChangeAt,
      failures: feed.failures,
      error_kind: feed.errorKind,
      error_message: feed.errorMessage,
      error_http_status: feed.errorHttpStatus,
      redirected_to: feed.redirectedTo,
      unknown_words: JSON.stringify(feed.unknownWords),
      warnings: JSON.stringify(feed.warnings),
      status: feed.status,
      components: JSON.stringify(feed.components),
      proves_nothing_reported: feed.provesNothingReported ? 1 : 0,
      is_stale: feed.isStale ? 1 : 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

async function saveDocument(
  trx: Transaction<Schema>,
  document: DocumentRecord & { packed: Uint8Array },
): Promise<number> {
  const result = await trx
    .insertInto('feed_documents')
    .values({
      feed_key: document.feedKey,
      url: document.url,
      position: document.position,
      etag: document.etag,
      last_modified: document.lastModified,
      headers: JSON.stringify(document.headers),
      body: document.packed,
      hash: document.hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

async function saveIncidents(
  trx: Transaction<Schema>,
  records: readonly IncidentRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
  const known = await knownIds(trx, records);
  const added = [
    ...new Map(records.map((record) => [record.incident.id, record.incident])).values(),
  ];
  const missing = added.filter(({ id }) => !known.has(id));
  await insertIncidents(trx, missing);
  for (const { incident, upstreamIds, sources } of records) {
    if (upstreamIds.length > 0) {
      const rows = upstreamIds.map(({ providerId, id, position }) => ({
        provider_id: providerId,
        upstream_id: id,
        incident_id: incident.id,
        position,
        public_id: incidentId(providerId, id),
      }));
      const insert = trx.insertInto('incident_upstream_ids').values(rows);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    }
    if (sources.length > 0) {
      const rows = sources.map(({ feedKey, lastListedAt }) => {
        return { incident_id: incident.id, feed_key: feedKey, last_listed_at: lastListedAt };
      });
      const insert = trx.insertInto('incident_sources').values(rows);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    }
  }
  return missing.length;
}

async function knownIds(
  db: Kysely<Schema>,
  records: readonly IncidentRecord[],
): Promise<Set<string>> {
  const ids = records.map(({ incident }) => incident.id);
  const rows = await db.selectFrom('incidents').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}

/** In a merge the very same revision is not kept twice, so that it can be repeated. */
async function saveRevision(
  trx: Transaction<Schema>,
  { incidentId: id, at, reason, before }: RevisionRecord,
  merge: boolean,
): Promise<number> {
  const json = JSON.stringify(before);
  const { rows } = await sql<{ id: number }>`
    INSERT INTO incident_revisions (incident_id, at, reason, before)
    SELECT ${id}, ${at}, ${reason}, ${json} WHERE ${merge ? 0 : 1} OR NOT EXISTS (
      SELECT 1 FROM incident_revisions
      WHERE incident_id = ${id} AND at = ${at} AND reason = ${reason} AND before = ${json})
    RETURNING id`.execute(trx);
  return rows.length;
}
