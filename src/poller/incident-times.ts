import type { SnapshotIncident } from '../adapters/adapter.ts';
import { type Incident, type IncidentUpdate, isEndedStatus } from '../model/incident.ts';
import type { MergedUpdates } from './merge-updates.ts';
import { latest, usableTime } from './usable-time.ts';

/** The start a source gives, if it can be: a maintenance may lie ahead, an incident may not. */
export function usableStart(incident: SnapshotIncident, at: string): string | null {
  if (incident.kind === 'maintenance') return incident.startedAt;
  return usableTime(incident.startedAt, at);
}

/** A telling whose start and end can be: no start ahead, no end before it. */
export function withUsableSpan(incident: SnapshotIncident, at: string): SnapshotIncident {
  const startedAt = usableStart(incident, at);
  const { kind, resolvedAt } = incident;
  const isBackwards =
    kind !== 'maintenance' && startedAt !== null && resolvedAt !== null && resolvedAt < startedAt;
  return { ...incident, startedAt, resolvedAt: isBackwards ? startedAt : resolvedAt };
}

/** The end of an incident seen for the first time, or seen ended for the first time. */
export function firstEnd(
  incident: SnapshotIncident,
  updates: readonly IncidentUpdate[],
  at: string,
): string | null {
  if (!isEndedStatus(incident.status)) {
    return incident.status === 'unknown' ? usableTime(incident.resolvedAt, at) : null;
  }
  const end = endOfEnded(incident, updates, at);
  return incident.kind === 'maintenance' ? end : (latest(end, usableStart(incident, at)) ?? end);
}

function endOfEnded(
  incident: SnapshotIncident,
  updates: readonly IncidentUpdate[],
  at: string,
): string {
  const stated = usableTime(incident.resolvedAt, at);
  if (stated !== null) return stated;
  if (incident.resolvedAt !== null) return at;
  const lastOpen = updates.findLastIndex((update) => !isEndedStatus(update.status));
  return updates[lastOpen + 1]?.at ?? usableTime(incident.updatedAt, at) ?? at;
}

/** The start after a further read; see docs/decisions/0002-merge-rules.md, "Times". */
export function mergedStart(
  before: Incident,
  incident: SnapshotIncident,
  updates: MergedUpdates,
  facts: { at: string; isLeading: boolean; isOnlySource: boolean },
): string {
  const stated = usableStart(incident, facts.at);
  if (stated === null || updates.areDatesMoving) return before.startedAt;
  const isRescheduled = incident.kind === 'maintenance' && incident.scheduledFor !== undefined;
  if (isRescheduled) return facts.isLeading ? stated : before.startedAt;
  if (stated < before.startedAt) return stated;
  // Later: only a source that tells all, with dates that hold still, has corrected itself; in a feed
  // that gives the date of its latest post the start would wander.
  const isCorrected =
    facts.isOnlySource &&
    updates.isSomeDateFixed &&
    updates.isComplete &&
    stated <= before.firstSeenAt &&
    !before.marks.includes('start-approximate');
  return isCorrected ? stated : before.startedAt;
}

/** The end after a further read that leaves the incident ended. */
export function mergedEnd(
  before: Incident,
  incident: SnapshotIncident,
  updates: MergedUpdates,
  facts: { at: string; isLeading: boolean },
): string | null {
  const stated = usableTime(incident.resolvedAt, facts.at);
  if (before.resolvedAt === null) return firstEnd(incident, updates.updates, facts.at);
  if (stated === null || !facts.isLeading || updates.areDatesMoving) return before.resolvedAt;
  const hasNews = updates.added.length > 0 || updates.isEdited;
  return stated < before.resolvedAt || hasNews ? stated : before.resolvedAt;
}

/**
 * Start and end in order. A start of ours gives way to an end its source states; else the end does.
 * A maintenance may be completed before its announced start.
 */
export function orderedSpan<
  T extends Pick<Incident, 'kind' | 'startedAt' | 'resolvedAt' | 'marks'>,
>(incident: T): T {
  const { kind, startedAt, resolvedAt, marks } = incident;
  if (kind === 'maintenance' || resolvedAt === null || resolvedAt >= startedAt) return incident;
  return marks.includes('start-approximate')
    ? { ...incident, startedAt: resolvedAt }
    : { ...incident, resolvedAt: startedAt };
}
