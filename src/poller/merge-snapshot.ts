import type { Snapshot, SnapshotIncident } from '../adapters/adapter.ts';
import type { IncidentChange, KnownIncident } from '../store/store.ts';
import { withUsableSpan } from './incident-times.ts';
import { areFarApart, idsOf, matchIncident, sharedUrls } from './match-incident.ts';
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
  const told = onePerId(snapshot.incidents.map((one) => withUsableSpan(one, input.at)));
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

/**
 * A feed that lists one id twice tells of one incident; the first telling counts. Far apart in time
 * it has used the id again, and both stand.
 */
function onePerId(incidents: readonly SnapshotIncident[]): SnapshotIncident[] {
  const kept: SnapshotIncident[] = [];
  for (const incident of incidents) {
    const ids = idsOf(incident);
    const isTold = kept.some(
      (other) => idsOf(other).some((id) => ids.includes(id)) && !areFarApart(other, incident),
    );
    if (!isTold) kept.push(incident);
  }
  return kept;
}
