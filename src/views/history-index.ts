import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import { worstImpact } from '../model/impact.ts';
import type { Impact } from '../model/incident.ts';
import type { DayCount } from '../store/store-queries.ts';
import { eventDay } from './history-events.ts';

/** A day by what began on it: incidents, and services named as hit with an event of that day. */
export interface CountedDay {
  day: string;
  begun: number;
  named: number;
  impact: Impact;
  events: ArchivedEvent[];
}

export interface CountedMonth {
  /** @example '2025-10' */
  month: string;
  begun: number;
  named: number;
  /** Day by number; absent ones had nothing. */
  days: CountedDay[];
  worst: CountedDay | null;
}

export interface CountedYear {
  year: string;
  begun: number;
  /** All twelve, past the present only where something is on record. */
  months: CountedMonth[];
  worst: CountedDay[];
}

const MAX_WORST = 5;

/** Years with something on record, newest first, from counts by day and the archive. */
export function countedYears(
  counts: readonly DayCount[],
  knowledge: Pick<Knowledge, 'events'>,
): CountedYear[] {
  const days = countedDays(counts, knowledge);
  return [...Map.groupBy(days, (day) => day.day.slice(0, 4))]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, ofYear]) => countedYear(year, ofYear));
}

function countedYear(year: string, days: readonly CountedDay[]): CountedYear {
  const byMonth = Map.groupBy(days, (day) => day.day.slice(0, 7));
  return {
    year,
    begun: sum(days, 'begun'),
    months: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const ofMonth = byMonth.get(month) ?? [];
      return {
        month,
        begun: sum(ofMonth, 'begun'),
        named: sum(ofMonth, 'named'),
        days: ofMonth,
        worst: worstDays(ofMonth, 1)[0] ?? null,
      };
    }),
    worst: worstDays(days, MAX_WORST),
  };
}

function countedDays(
  counts: readonly DayCount[],
  knowledge: Pick<Knowledge, 'events'>,
): CountedDay[] {
  const events = Map.groupBy(knowledge.events, eventDay);
  const byDay = Map.groupBy(
    counts.filter((count) => count.kind === 'incident'),
    (count) => count.day,
  );
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, list]) => {
      const ofDay = events.get(day) ?? [];
      return {
        day,
        begun: list.reduce((all, count) => all + count.count, 0),
        named: ofDay.reduce((all, event) => all + namedIn(event), 0),
        impact: worstImpact(list.map((count) => count.impact)),
        events: ofDay,
      };
    });
}

/** Services of an event that told nothing themselves and are named by a source that may be shown. */
function namedIn(event: ArchivedEvent): number {
  return event.downstream.filter(
    (hit) => shownConfidence(hit) === 'confirmed' && hit.ownStatus.published !== 'yes',
  ).length;
}

function worstDays(days: readonly CountedDay[], most: number): CountedDay[] {
  return days
    .toSorted((a, b) => b.begun + b.named - (a.begun + a.named) || (a.day < b.day ? 1 : -1))
    .slice(0, most);
}

function sum(list: readonly CountedDay[], key: 'begun' | 'named'): number {
  return list.reduce((all, day) => all + day[key], 0);
}
