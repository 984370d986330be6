import { compareImpactWorstFirst, worstImpact } from '../model/impact.ts';
import type { Impact, Incident } from '../model/incident.ts';
import type { Category, Provider } from '../model/provider.ts';
import { type HistoryEvent, reach } from './history-events.ts';

/** One line of a drawing: a provider's incidents, or a row of services named without own post. */
export interface HistoryLane {
  kind: 'provider' | 'named';
  providerId: string;
  name: string;
  /** 0 stands alone or carries others; 1 hangs on the lane above with 0. */
  depth: 0 | 1;
  isLastOfTree: boolean;
  incidents: Incident[];
  /** For `named`: how many services, and of which events. */
  named: number;
  events: HistoryEvent[];
}

export interface LaneFold {
  category: Category | null;
  lanes: HistoryLane[];
}

export interface LaneGroups {
  /** Shown at once: events with who hung on them, then the worst of the others. */
  shown: HistoryLane[];
  /** Beyond the limit, by category. */
  folds: LaneFold[];
}

/** More lanes than this fold by category. */
export const MAX_LANES = 25;
/** Those that stand alone are never folded away altogether. */
const LEAST_OTHERS = 5;

/**
 * Groups incidents into lanes. A provider has one lane; where it carried an event, those who hung on
 * it follow as its tree. A provider that both carried and hung stands with what it carried.
 */
export function historyLanes(
  incidents: readonly Incident[],
  events: readonly HistoryEvent[],
  providers: readonly Provider[],
  limit: number = MAX_LANES,
): LaneGroups {
  const byProvider = Map.groupBy(incidents, (incident) => incident.providerId);
  const known = new Map(providers.map((provider) => [provider.id, provider]));
  const names = namesOf(incidents, events, known);
  const done = new Set<string>();
  const shown: HistoryLane[] = [];
  const lane = (providerId: string, depth: 0 | 1): HistoryLane => {
    done.add(providerId);
    return {
      kind: 'provider',
      providerId,
      name: names.get(providerId) ?? providerId,
      depth,
      isLastOfTree: false,
      incidents: (byProvider.get(providerId) ?? []).toSorted(byStart),
      named: 0,
      events: [],
    };
  };
  const carriers = new Set(events.filter((one) => reach(one) > 0).map((one) => one.event.provider));
  for (const carrier of carriers) {
    const own = events.filter((one) => one.event.provider === carrier);
    if (byProvider.has(carrier)) shown.push(lane(carrier, 0));
    const tree: HistoryLane[] = [];
    for (const one of own) {
      for (const { providerId } of one.dependents) {
        if (!done.has(providerId) && !carriers.has(providerId)) tree.push(lane(providerId, 1));
      }
    }
    const naming = own.filter(({ named }) => named.length > 0);
    if (naming.length > 0) {
      tree.push({
        kind: 'named',
        providerId: carrier,
        name: names.get(carrier) ?? carrier,
        depth: 1,
        isLastOfTree: false,
        incidents: [],
        named: naming.reduce((sum, one) => sum + one.named.length, 0),
        events: naming,
      });
    }
    const last = tree.at(-1);
    if (last !== undefined) last.isLastOfTree = true;
    shown.push(...tree);
  }
  const rest = [...byProvider.keys()]
    .filter((providerId) => !done.has(providerId))
    .map((providerId) => {
      const own = lane(providerId, 0);
      return { own, impact: laneImpact(own) };
    })
    .toSorted((a, b) => compareImpactWorstFirst(a.impact, b.impact) || compareLanes(a.own, b.own))
    .map(({ own }) => own);
  const space = Math.max(limit - shown.length, LEAST_OTHERS);
  const folded = Map.groupBy(
    rest.slice(space),
    ({ providerId }) => known.get(providerId)?.category ?? null,
  );
  return {
    shown: [...shown, ...rest.slice(0, space)],
    folds: [...folded].map(([category, lanes]) => ({ category, lanes })),
  };
}

/** The archive names services no feed is configured for; an id alone is no name. */
function namesOf(
  incidents: readonly Incident[],
  events: readonly HistoryEvent[],
  known: ReadonlyMap<string, Provider>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { event } of events) {
    for (const hit of event.downstream) {
      if (hit.provider !== null) names.set(hit.provider, hit.name.en);
    }
  }
  for (const { providerId } of incidents) {
    const name = known.get(providerId)?.name;
    if (name !== undefined) names.set(providerId, name);
  }
  return names;
}

function byStart(a: Incident, b: Incident): number {
  return a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0;
}

export function laneImpact(lane: HistoryLane): Impact {
  return worstImpact(lane.incidents.map((incident) => incident.impact));
}

/** The fullest first, then by name. */
function compareLanes(a: HistoryLane, b: HistoryLane): number {
  return b.incidents.length - a.incidents.length || a.name.localeCompare(b.name, 'en');
}
