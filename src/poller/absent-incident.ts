import type { Incident, IncidentStatus } from '../model/incident.ts';
import type { IncidentChange, KnownIncident } from '../store/store.ts';
import { latest } from './usable-time.ts';

/** Ids of the posts we add ourselves; taken out again when the source contradicts them. */
export const INFERRED_END_ID = 'inferred-end';
export const WITHDRAWN_ID = 'withdrawn';

/** It left a list of what is open now: it has ended, at the latest when we noticed. */
export function inferredEnd(known: KnownIncident, feedKey: string, at: string): IncidentChange {
  const what = known.incident.kind === 'maintenance' ? 'maintenance' : 'incident';
  const body = `The source no longer lists this ${what} as open. The time of its end is when we noticed.`;
  const ended = close(known.incident, INFERRED_END_ID, body, at);
  const marks = known.incident.marks;
  return {
    incident: {
      ...ended,
      marks: marks.includes('end-inferred') ? marks : [...marks, 'end-inferred'],
    },
    upstreamIds: known.upstreamIds,
    feedKey,
    isVisible: true,
  };
}

/** It vanished from a list that keeps what has ended: its source took it back. */
export function withdrawn(known: KnownIncident, feedKey: string, at: string): IncidentChange {
  const isAhead = known.incident.status === 'scheduled';
  const body = isAhead
    ? 'The source removed this maintenance from its page before it began.'
    : 'The source removed this entry from its page without a word on how it ended.';
  return {
    incident: { ...close(known.incident, WITHDRAWN_ID, body, at), withdrawnAt: at },
    upstreamIds: known.upstreamIds,
    feedKey,
    replaced: { reason: 'withdrawn', before: known.incident },
    isVisible: true,
  };
}

/** `lastSeenAt` stays: the point is that it was not seen. */
function close(incident: Incident, updateId: string, body: string, at: string): Incident {
  const status: IncidentStatus = incident.kind === 'maintenance' ? 'completed' : 'resolved';
  return {
    ...incident,
    status,
    resolvedAt: at,
    updatedAt: at,
    updates: [
      ...incident.updates.filter(({ id }) => id !== updateId),
      // Clocks differ by minutes: our post still comes last.
      { id: updateId, at: latest(at, incident.updates.at(-1)?.at) ?? at, status, body },
    ],
  };
}
