import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { compareImpactWorstFirst } from '../model/impact.ts';
import { IMPACTS, type Incident } from '../model/incident.ts';
import { compareWorstFirst } from '../model/order.ts';
import type { Provider } from '../model/provider.ts';
import { type HistoryDay, historyDays } from './history-days.ts';
import { eventsWithoutEnd, type HistoryEvent, historyEvents, reach } from './history-events.ts';
import { historyLanes, type LaneGroups } from './history-lanes.ts';

/** A month as it is drawn and listed. */
export interface HistoryMonth {
  days: HistoryDay[];
  /** The days that stand out, in order of time. */
  worst: HistoryDay[];
  lanes: LaneGroups;
  /** Events with something hanging on them, the largest first. */
  carriers: HistoryEvent[];
  /** The rest as a list, by start; where there are too many, the gravest ones only. */
  others: Incident[];
  /** How many the rest are. */
  otherCount: number;
  incidents: number;
  providers: { providerId: string; count: number }[];
  untold: { maintenance: number; notices: number };
  withoutEnd: ArchivedEvent[];
}

/** Beyond this the list shows the gravest and leaves the rest to days and providers. */
export const MAX_OTHERS = 120;
const GRAVEST = 60;

/** The first `count` in the order of compareWorstFirst; only those that can be among them are sorted. */
function gravest(incidents: readonly Incident[], count: number): Incident[] {
  const byImpact = Map.groupBy(incidents, (incident) => incident.impact);
  const found: Incident[] = [];
  for (const impact of IMPACTS.toSorted(compareImpactWorstFirst)) {
    if (found.length >= count) break;
    found.push(...(byImpact.get(impact) ?? []).toSorted(compareWorstFirst));
  }
  return found.slice(0, count);
}

export function historyMonth(input: {
  /** Everything that overlaps the month. */
  ongoing: readonly Incident[];
  knowledge: Pick<Knowledge, 'events'>;
  providers: readonly Provider[];
  period: { from: string; to: string };
  now: string;
}): HistoryMonth {
  const { ongoing, knowledge, providers, period, now } = input;
  const told = ongoing.filter((incident) => incident.withdrawnAt === null);
  const incidents = told.filter((incident) => incident.kind === 'incident');
  const events = historyEvents(knowledge, incidents, period);
  const days = historyDays(incidents, events, period, now);
  const carriers = events.filter((one) => reach(one) > 0);
  const carried = new Set(
    carriers.flatMap((one) => [one.upstream, ...one.dependents].map((incident) => incident?.id)),
  );
  const rest = incidents.filter((incident) => !carried.has(incident.id));
  const others = rest.length <= MAX_OTHERS ? rest : gravest(rest, GRAVEST);
  const counts = Map.groupBy(incidents, (incident) => incident.providerId);
  return {
    days,
    worst: days.filter((day) => day.isWorst),
    lanes: historyLanes(incidents, events, providers),
    carriers,
    others: others.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    otherCount: rest.length,
    incidents: incidents.length,
    providers: [...counts]
      .map(([providerId, list]) => ({ providerId, count: list.length }))
      .toSorted((a, b) => b.count - a.count || (a.providerId < b.providerId ? -1 : 1)),
    untold: {
      maintenance: told.filter((incident) => incident.kind === 'maintenance').length,
      notices: told.filter((incident) => incident.kind === 'notice').length,
    },
    withoutEnd: eventsWithoutEnd(knowledge, period.from),
  };
}
