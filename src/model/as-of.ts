import { type Incident, type IncidentUpdate, isEndedStatus } from './incident.ts';

/**
 * The incident as it was known at a past moment, or null where nothing had been published yet.
 * Only posts published by then count, and for a feed-collected incident without posts the time we
 * first saw it: what a post-mortem told later (an earlier start, a later end) does not leak back.
 */
export function asOf(incident: Incident, at: string): Incident | null {
  const updates = incident.updates.filter((update) => update.at <= at);
  const last = updates.at(-1);
  if (last === undefined) {
    return incident.updates.length === 0 && incident.firstSeenAt <= at
      ? withoutFuture(incident, at)
      : null;
  }
  const isOver = isEndedStatus(last.status);
  const isEnded = isOver || hasEndedSilently(incident, at);
  const first = updates[0] ?? last;
  return {
    ...incident,
    status: isEnded && !isOver ? incident.status : last.status,
    updates,
    updatedAt: last.at,
    startedAt: startKnownBy(incident, updates, first),
    resolvedAt: isEnded ? endOf(incident, updates, last, at) : null,
    withdrawnAt: withdrawnBy(incident, at),
  };
}

/** Its end is known, though no post ever told of it: it left its feed, or the archive has no closing post. */
function hasEndedSilently(incident: Incident, at: string): boolean {
  const newest = incident.updates.at(-1);
  const isTold = newest !== undefined && isEndedStatus(newest.status);
  return !isTold && isBy(incident.resolvedAt, at);
}

/** A start told only afterwards (post-mortem, text of a later post) was not known at the time. */
function startKnownBy(
  incident: Incident,
  updates: IncidentUpdate[],
  first: IncidentUpdate,
): string {
  const isToldLater =
    incident.origin === 'archive' ||
    (incident.marks.includes('start-stated') && updates.length < incident.updates.length);
  return isToldLater || incident.startedAt > first.at ? first.at : incident.startedAt;
}

function endOf(
  incident: Incident,
  updates: IncidentUpdate[],
  last: IncidentUpdate,
  at: string,
): string {
  if (isBy(incident.resolvedAt, at)) return incident.resolvedAt;
  // The first post of the last end: it may have ended before, and gone on.
  const lastOpen = updates.findLastIndex((update) => !isEndedStatus(update.status));
  return (updates[lastOpen + 1] ?? last).at;
}

function withoutFuture(incident: Incident, at: string): Incident {
  const hasEnded = isBy(incident.resolvedAt, at);
  return {
    ...incident,
    status: hasEnded || !isEndedStatus(incident.status) ? incident.status : 'unknown',
    resolvedAt: hasEnded ? incident.resolvedAt : null,
    updatedAt: incident.updatedAt <= at ? incident.updatedAt : incident.firstSeenAt,
    withdrawnAt: withdrawnBy(incident, at),
  };
}

function withdrawnBy(incident: Incident, at: string): string | null {
  return isBy(incident.withdrawnAt, at) ? incident.withdrawnAt : null;
}

function isBy(time: string | null, at: string): time is string {
  return time !== null && time <= at;
}
