import { worstImpact } from '../model/impact.ts';
import type { Impact, Incident } from '../model/incident.ts';
import { endShown } from './history-bar.ts';
import { eventDay, type HistoryEvent } from './history-events.ts';
import { daysOf } from './history-period.ts';

/** One day of a month: how much was hit, and by which events. */
export interface HistoryDay {
  /** UTC day. */
  day: string;
  /** Distinct providers with an incident on it, and services named as hit with an event that began on it. */
  hit: number;
  impact: Impact | null;
  /** Incidents that touch the day, by start. */
  incidents: Incident[];
  /** Events that began on it. */
  events: HistoryEvent[];
  isWorst: boolean;
}

/** A day stands out when it is among the worst and clearly above the ordinary ones. */
const STANDS_OUT = 3;
const MAX_WORST = 3;

/** Every day of a period; an incident counts on each day it touches, a provider once a day. */
export function historyDays(
  incidents: readonly Incident[],
  events: readonly HistoryEvent[],
  period: { from: string; to: string },
  now: string,
): HistoryDay[] {
  const keys = daysOf(period);
  const positions = new Map(keys.map((day, index) => [day, index]));
  const touching = keys.map((): Incident[] => []);
  for (const incident of incidents) {
    const last = lastTouched(incident, now);
    const begun = incident.startedAt < period.from ? period.from : incident.startedAt;
    const first = positions.get(begun.slice(0, 10)) ?? keys.length;
    for (let at = first; at < keys.length && (keys[at] ?? '') <= last; at++) {
      touching[at]?.push(incident);
    }
  }
  const days = keys.map((day, index): HistoryDay => {
    const list = touching[index] ?? [];
    const ofDay = events.filter(({ event }) => eventDay(event) === day);
    const providers = new Set(list.map((incident) => incident.providerId));
    const named = ofDay.reduce((sum, one) => sum + one.named.length, 0);
    return {
      day,
      hit: providers.size + named,
      impact: list.length > 0 ? worstImpact(list.map((incident) => incident.impact)) : null,
      incidents: list.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
      events: ofDay,
      isWorst: false,
    };
  });
  const floor = STANDS_OUT * Math.max(1, median(days.map((day) => day.hit)));
  const worst = days
    .filter((day) => day.hit > floor)
    .toSorted((a, b) => b.hit - a.hit)
    .slice(0, MAX_WORST);
  const most = worst.at(0)?.hit ?? 0;
  for (const day of worst) day.isWorst = day.hit * 3 >= most;
  return days;
}

/** An incident that ends at midnight does not touch the day that begins then. */
function lastTouched(incident: Incident, now: string): string {
  const end = endShown(incident, now);
  // Text unless it must be reckoned: a month has thousands of them.
  const last = end.endsWith('T00:00:00.000Z')
    ? new Date(Date.parse(end) - 1).toISOString().slice(0, 10)
    : end.slice(0, 10);
  const first = incident.startedAt.slice(0, 10);
  return last > first ? last : first;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
