import { compareImpactWorstFirst, worstImpact } from '../model/impact.ts';
import type { Impact, Incident } from '../model/incident.ts';
import { dayStart, shiftDays } from './utc-days.ts';

/** One day of a provider. `unread`: we had no reading yet, so nothing can be said. */
export interface StripDay {
  /** UTC day. */
  day: string;
  state: 'unread' | 'calm' | 'maintenance' | 'incident';
  /** The worst of the day; null where there was no incident. */
  impact: Impact | null;
  count: number;
}

/**
 * The last `length` days up to the day of `now`, oldest first.
 * @param incidents those that overlap these days, older ones as well; notices and withdrawn ones do
 *   not count
 * @param firstReadAt earliest proof of a reading; days before it are `unread` unless an incident
 *   told later covers them. Null: never read.
 */
export function uptimeStrip(
  incidents: readonly Incident[],
  firstReadAt: string | null,
  now: string,
  length = 90,
): StripDay[] {
  const today = dayStart(now);
  const first = shiftDays(today, 1 - length);
  const counted = incidents.filter(
    (incident) =>
      (incident.resolvedAt === null || incident.resolvedAt >= first) &&
      incident.withdrawnAt === null &&
      incident.kind !== 'notice' &&
      incident.status !== 'scheduled',
  );
  return Array.from({ length }, (_, index) => {
    const start = shiftDays(today, index + 1 - length);
    const end = shiftDays(start, 1);
    const hits = counted.filter(
      (incident) =>
        incident.startedAt < end &&
        incident.startedAt <= now &&
        (incident.resolvedAt === null || incident.resolvedAt >= start),
    );
    const day = start.slice(0, 10);
    const real = hits.filter((incident) => incident.kind === 'incident');
    if (real.length > 0) {
      const impact = worstImpact(real.map((incident) => incident.impact));
      return { day, state: 'incident' as const, impact, count: real.length };
    }
    if (hits.length > 0) {
      return { day, state: 'maintenance' as const, impact: null, count: hits.length };
    }
    const isUnread = firstReadAt === null || firstReadAt >= end;
    return {
      day,
      state: isUnread ? ('unread' as const) : ('calm' as const),
      impact: null,
      count: 0,
    };
  });
}

/** Days with incidents, the worst first, then the newest: the strip as a list. */
export function stripDaysWorstFirst(days: readonly StripDay[]): StripDay[] {
  return days
    .filter((day) => day.impact !== null)
    .toSorted(
      (a, b) =>
        compareImpactWorstFirst(a.impact ?? 'none', b.impact ?? 'none') || (a.day < b.day ? 1 : -1),
    );
}

/** Earliest moment that proves we were reading a provider's feed: what was seen, or a change noticed. */
export function firstReading(
  incidents: readonly Pick<Incident, 'firstSeenAt' | 'origin'>[],
  health: readonly { lastGoodAt: string | null; lastChangeAt: string | null }[],
): string | null {
  let first: string | null = null;
  const prove = (at: string | null) => {
    if (at !== null && (first === null || at < first)) first = at;
  };
  for (const incident of incidents) if (incident.origin === 'feed') prove(incident.firstSeenAt);
  for (const feed of health) {
    prove(feed.lastGoodAt);
    prove(feed.lastChangeAt);
  }
  return first;
}

/**
 * From when on availability can be reckoned: our first reading, or the oldest entry of a list that a
 * limit has cut, since what lies before it is not in the list.
 * @param incidents newest start first
 */
export function reckonedFrom(
  incidents: readonly Pick<Incident, 'firstSeenAt' | 'origin' | 'startedAt'>[],
  health: readonly { lastGoodAt: string | null; lastChangeAt: string | null }[],
  limit: number,
): string | null {
  const first = firstReading(incidents, health);
  const oldest = incidents.length < limit ? undefined : incidents.at(-1)?.startedAt;
  return first !== null && oldest !== undefined && oldest > first ? oldest : first;
}
