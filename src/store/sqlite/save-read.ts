import type { Transaction } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import type { FeedRead, IncidentChange, MergeFunction, SaveResult } from '../store.ts';
import { type PackedDocument, saveDocuments } from './feed-documents.ts';
import { saveGoodRead } from './feed-state.ts';
import { knownIncidents } from './known-incidents.ts';
import { loadIncidents } from './load-incidents.ts';
import { finishSave } from './revision.ts';
import { saveTraces } from './save-traces.ts';
import type { Schema } from './schema.ts';
import { unknownFeed } from './unknown-feed.ts';
import { insertIncidents, updateIncident } from './write-incidents.ts';

/** Everything one read brings, within the transaction it is given. */
export async function saveRead(
  trx: Transaction<Schema>,
  read: FeedRead,
  documents: readonly PackedDocument[],
  merge: MergeFunction,
): Promise<SaveResult> {
  const feed = await trx
    .selectFrom('feeds')
    .selectAll()
    .where('key', '=', read.feedKey)
    .executeTakeFirst();
  if (feed === undefined) throw unknownFeed(read.feedKey);
  const known = await knownIncidents(trx, read, feed.last_read_at);
  const changes = await withoutArchived(trx, merge(known));
  const before = new Map(known.map(({ incident }) => [incident.id, incident]));
  await saveIncidents(trx, changes, before);
  await saveTraces(trx, changes, read.at);
  const hasNewBytes = await saveDocuments(trx, read.feedKey, documents);
  const isStateVisible = await saveGoodRead(trx, feed, read, hasNewBytes);
  return finishSave(
    trx,
    changes.map((change) => change.incident.id),
    isStateVisible || changes.some((change) => change.isVisible),
  );
}

/** The archive is curated and keeps its incidents, whatever a feed says under the same id. */
async function withoutArchived(
  trx: Transaction<Schema>,
  changes: readonly IncidentChange[],
): Promise<IncidentChange[]> {
  if (changes.length === 0) return [];
  const ids = changes.map((change) => change.incident.id);
  const rows = await trx
    .selectFrom('incidents')
    .select('id')
    .where('origin', '=', 'archive')
    .where('id', 'in', ids)
    .execute();
  const archived = new Set(rows.map((row) => row.id));
  return changes.filter((change) => !archived.has(change.incident.id));
}

async function saveIncidents(
  trx: Transaction<Schema>,
  changes: readonly IncidentChange[],
  before: Map<string, Incident>,
): Promise<void> {
  // A merge may name an incident it was not given, or one twice; the last word counts.
  const wanted = new Map(changes.map(({ incident }) => [incident.id, incident]));
  const visible = new Set(
    changes.filter((change) => change.isVisible).map(({ incident }) => incident.id),
  );
  const missing = [...wanted.keys()].filter((id) => !before.has(id));
  for (const incident of await loadIncidents(trx, missing)) before.set(incident.id, incident);
  await insertIncidents(
    trx,
    [...wanted.values()].filter((incident) => !before.has(incident.id)),
  );
  for (const incident of wanted.values()) {
    const old = before.get(incident.id);
    if (old !== undefined) await updateIncident(trx, old, incident, visible.has(incident.id));
  }
}
