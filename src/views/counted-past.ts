import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import type { Store } from '../store/store.ts';
import type { DayCount } from '../store/store-queries.ts';
import { worldAsOf } from './as-of-world.ts';
import { type CountedYear, countedYears } from './history-index.ts';

/** Years within [from, to): from kept counts, or for a past moment from what was known then. */
export async function countedPast(
  store: Pick<Store, 'incidentCountsByDay' | 'ongoing' | 'revisions' | 'revisionMarks'>,
  knowledge: Pick<Knowledge, 'events' | 'places'>,
  period: { from: string; to: string },
  at: string | null,
  now: string,
): Promise<CountedYear[]> {
  if (at === null) {
    // An announced maintenance may begin in the future; the past ends now.
    const to = period.to < now ? period.to : now;
    return countedYears(await store.incidentCountsByDay(period.from, to), knowledge);
  }
  if (at < period.from) return [];
  const { incidents } = await worldAsOf(store, knowledge, at, { from: period.from });
  const begun = incidents.filter(
    (incident) => incident.startedAt >= period.from && incident.startedAt < period.to,
  );
  // The archive names who else was hit; it was written later.
  return countedYears(dayCounts(begun), { events: [] });
}

function dayCounts(incidents: readonly Incident[]): DayCount[] {
  const groups = Map.groupBy(
    incidents,
    ({ startedAt, kind, impact }) => `${startedAt.slice(0, 10)} ${kind} ${impact}`,
  );
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const { startedAt, kind, impact } = first;
    return [{ day: startedAt.slice(0, 10), kind, impact, count: list.length }];
  });
}
