import type { Snapshot, SnapshotIncident } from '../adapters/adapter.ts';
import type { IncidentChange, KnownIncident } from '../store/store.ts';
import { idsOf, matchIncident, sharedUrls } from './match-incident.ts';
import { mergeAbsent } from './merge-absent.ts';
import type { MergeContext } from './merge-context.ts';
import { mergeIncident } from './merge-incident.ts';
import { newIncident } from './new-incident.ts';

export interface MergeInput extends MergeContext {
  known: readonly KnownIncident[];
  snapshot: Snapshot;
}

/**
 * What one read changes in what is known: new incidents, new posts, edits, ends, withdrawals.
 * Pure, and idempotent: the same read again moves nothing a visitor could see. The rules and their
 * reasons stand in docs/decisions/0002-merge-rules.md.
 */
export function mergeSnapshot(input: MergeInput): IncidentChange[] {
  const { snapshot } = input;
  // The archive is curated: feeds neither change nor continue it.
  const known = input.known.filter(({ incident }) => incident.origin === 'feed');
  const told = onePerId(snapshot.incidents);
  const shared = sharedUrls(told);
  const takenIds = new Set(input.known.map(({ incident }) => incident.id));
  const listed = new Set<string>();
  const changes: IncidentChange[] = [];
  for (const incident of told) {
    const candidates = known.filter((one) => !listed.has(one.incident.id));
    const match = matchIncident(incident, candidates, input.feedKey, shared);
    const change =
      match === null
        ? newIncident(incident, input, takenIds)
        : mergeIncident(match, incident, input);
    listed.add(change.incident.id);
    takenIds.add(change.incident.id);
    changes.push(change);
  }
  return [...changes, ...mergeAbsent(known, listed, snapshot, input)];
}

/** A feed that lists one id twice tells of one incident; the first telling counts. */
function onePerId(incidents: readonly SnapshotIncident[]): SnapshotIncident[] {
  const seen = new Set<string>();
  return incidents.filter((incident) => {
    const ids = idsOf(incident);
    if (ids.some((id) => seen.has(id))) return false;
    for (const id of ids) seen.add(id);
    return true;
  });
}
