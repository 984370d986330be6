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

export interface MergedEnd {
  at: string | null;
  /** No time of the source can be the end, so `at` is when we noticed. */
  isApproximate: boolean;
}

/** The end of an incident seen for the first time, or seen ended for the first time. */
export function firstEnd(
  incident: SnapshotIncident,
  updates: readonly IncidentUpdate[],
  at: string,
): MergedEnd {
  if (!isEndedStatus(incident.status)) {
    const stated = incident.status === 'unknown' ? usableTime(incident.resolvedAt, at) : null;
    return { at: stated, isApproximate: false };
  }
  const told = toldEnd(incident, updates, at);
  const end = told ?? at;
  const start = incident.kind === 'maintenance' ? null : usableStart(incident, at);
  return { at: latest(end, start), isApproximate: told === null };
}

/** When an incident that is over ended by its source, or null where it gives no time that can be. */
function toldEnd(
  incident: SnapshotIncident,
  updates: readonly IncidentUpdate[],
  at: string,
): string | null {
  // A stated end that lies ahead speaks against the clock of the source, and so of its posts.
  if (incident.resolvedAt !== null) return usableTime(incident.resolvedAt, at);
  const lastOpen = updates.findLastIndex((update) => !isEndedStatus(update.status));
  const closing = updates[lastOpen + 1];
  // A post without a usable time stands at the time of the reading.
  const isDated = closing?.at !== at || incident.updates.some((update) => update.at === at);
  return (isDated ? closing?.at : null) ?? usableTime(incident.updatedAt, at);
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
): MergedEnd {
  if (before.resolvedAt === null) return firstEnd(incident, updates.updates, facts.at);
  const stated = usableTime(incident.resolvedAt, facts.at);
  const hasNews = updates.added.length > 0 || updates.isEdited;
  const isTaken =
    stated !== null &&
    facts.isLeading &&
    !updates.areDatesMoving &&
    (stated < before.resolvedAt || hasNews);
  return { at: isTaken ? stated : before.resolvedAt, isApproximate: false };
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
