import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import type { SaveResult } from '../store.ts';
import { loadIncidents } from './load-incidents.ts';
import { finishSave } from './revision.ts';
import type { Schema } from './schema.ts';
import { insertIncidents, updateIncident } from './write-incidents.ts';

/** Adds or updates incidents of the archive. Its own history stands in the repository. */
export async function saveArchive(
  trx: Transaction<Schema>,
  incidents: readonly Incident[],
): Promise<SaveResult> {
  const wanted = new Map(
    incidents.map((incident) => [incident.id, { ...incident, origin: 'archive' as const }]),
  );
  const stored = await loadIncidents(trx, [...wanted.keys()]);
  const before = new Map(stored.map((incident) => [incident.id, incident]));
  const added = [...wanted.values()].filter((incident) => !before.has(incident.id));
  await insertIncidents(trx, added);
  const changedIds = added.map((incident) => incident.id);
  for (const incident of wanted.values()) {
    const old = before.get(incident.id);
    if (old === undefined || isDeepStrictEqual(old, withoutUndefinedKeys(incident))) continue;
    await updateIncident(trx, old, incident, true);
    if (old.origin === 'feed') await keepFeedVersion(trx, old);
    changedIds.push(incident.id);
  }
  return finishSave(trx, changedIds, changedIds.length > 0);
}

/** What the source itself had said must not be lost when the archive takes an incident over. */
async function keepFeedVersion(trx: Transaction<Schema>, before: Incident): Promise<void> {
  await trx
    .insertInto('incident_revisions')
    .values({
      incident_id: before.id,
      at: before.lastSeenAt,
      reason: 'edited',
      before: JSON.stringify(before),
    })
    .execute();
}

/** The store knows no difference between an absent key and an undefined one. */
function withoutUndefinedKeys(incident: Incident): unknown {
  return JSON.parse(JSON.stringify(incident));
}
