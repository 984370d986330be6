import type { Transaction } from 'kysely';
import { incidentId } from '../../model/incident-id.ts';
import type { IncidentChange } from '../store.ts';
import type { Schema } from './schema.ts';

/** Rows per INSERT, far below SQLite's limit of parameters. */
const CHUNK = 1000;

/** What a read leaves beside its incidents: other ids, who told of them, the versions they replace. */
export async function saveTraces(
  trx: Transaction<Schema>,
  changes: readonly IncidentChange[],
  at: string,
): Promise<void> {
  await saveUpstreamIds(trx, changes);
  await saveSources(trx, changes, at);
  for (const { incident, replaced } of changes) {
    if (replaced === undefined) continue;
    const before = JSON.stringify(replaced.before);
    await trx
      .insertInto('incident_revisions')
      .values({ incident_id: incident.id, at, reason: replaced.reason, before })
      .execute();
  }
}

async function saveUpstreamIds(
  trx: Transaction<Schema>,
  changes: readonly IncidentChange[],
): Promise<void> {
  const rows = changes.flatMap(({ incident, upstreamIds }) =>
    [...new Set(upstreamIds)].map((upstreamId, position) => ({
      provider_id: incident.providerId,
      upstream_id: upstreamId,
      incident_id: incident.id,
      position,
      public_id: incidentId(incident.providerId, upstreamId),
    })),
  );
  for (let from = 0; from < rows.length; from += CHUNK) {
    await trx
      .insertInto('incident_upstream_ids')
      .values(rows.slice(from, from + CHUNK))
      .onConflict((conflict) =>
        conflict.doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
      )
      .execute();
  }
}

async function saveSources(
  trx: Transaction<Schema>,
  changes: readonly IncidentChange[],
  at: string,
): Promise<void> {
  const rows = changes.map(({ incident, feedKey }) => ({
    incident_id: incident.id,
    feed_key: feedKey,
    last_listed_at: incident.lastSeenAt,
  }));
  // One missing from this read is changed by it (withdrawn, ended), but was not listed in it.
  const listed = rows.filter((row) => row.last_listed_at === at);
  const missing = rows.filter((row) => row.last_listed_at !== at);
  for (let from = 0; from < listed.length; from += CHUNK) {
    await trx
      .insertInto('incident_sources')
      .values(listed.slice(from, from + CHUNK))
      .onConflict((conflict) => conflict.doUpdateSet({ last_listed_at: at }))
      .execute();
  }
  for (let from = 0; from < missing.length; from += CHUNK) {
    await trx
      .insertInto('incident_sources')
      .values(missing.slice(from, from + CHUNK))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
