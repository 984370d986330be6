import type { Incident } from '../model/incident.ts';
import type { RateHistory } from './usual-rate.ts';

/** An incident with its times as numbers; `endMs` is infinite while it is open. */
export interface Timed {
  incident: Incident;
  startMs: number;
  endMs: number;
}

interface Lane {
  /** By start, then id. */
  items: Timed[];
  /** Latest end among items[0..i]: a search backwards stops where it lies before what is wanted. */
  maxEnd: number[];
}

/**
 * Incidents by provider and time. The only thing here that changes: `put` and `remove` keep it in
 * step with the store.
 */
export interface IncidentIndex {
  /** Rates counted over more than what this holds. */
  readonly history?: RateHistory | undefined;
  get(id: string): Timed | undefined;
  all(): Iterable<Timed>;
  put(incident: Incident): void;
  remove(id: string): void;
  /** Of a provider: begun by `latestStartMs`, not ended before `earliestEndMs`. Newest start first. */
  overlapping(providerId: string, earliestEndMs: number, latestStartMs: number): Timed[];
  /** Of a provider: begun within [fromMs, toMs], oldest first. */
  startedWithin(providerId: string, fromMs: number, toMs: number): Timed[];
  /** How many of a provider began within [sinceMs, ms). */
  countStarts(providerId: string, sinceMs: number, ms: number): number;
  /** Start of the oldest incident of all; infinite where there is none. */
  firstStartMs(): number;
}

export function createIncidentIndex(
  incidents: Iterable<Incident> = [],
  history?: RateHistory,
): IncidentIndex {
  const byId = new Map<string, Timed>();
  const lanes = new Map<string, Lane>();
  let firstStart = Number.POSITIVE_INFINITY;

  const insert = (timed: Timed) => {
    byId.set(timed.incident.id, timed);
    const lane = lanes.get(timed.incident.providerId) ?? { items: [], maxEnd: [] };
    lanes.set(timed.incident.providerId, lane);
    const at = firstIndex(lane.items, (other) => compare(other, timed) > 0);
    lane.items.splice(at, 0, timed);
    refreshEnds(lane, at);
    firstStart = Math.min(firstStart, timed.startMs);
  };
  const remove = (id: string) => {
    const timed = byId.get(id);
    const lane = timed && lanes.get(timed.incident.providerId);
    if (timed === undefined || lane === undefined) return;
    byId.delete(id);
    const at = lane.items.indexOf(timed);
    lane.items.splice(at, 1);
    refreshEnds(lane, at);
  };

  // Sorted first, each insertion is at the end of its lane.
  const sorted = [...incidents].map(timedOf).toSorted(compare);
  for (const timed of sorted) {
    if (!byId.has(timed.incident.id)) insert(timed);
  }

  return {
    history,
    get: (id) => byId.get(id),
    all: () => byId.values(),
    put(incident) {
      remove(incident.id);
      insert(timedOf(incident));
    },
    remove,
    overlapping(providerId, earliestEndMs, latestStartMs) {
      const lane = lanes.get(providerId);
      if (lane === undefined) return [];
      const found: Timed[] = [];
      const end = firstIndex(lane.items, (timed) => timed.startMs > latestStartMs);
      for (let n = end - 1; n >= 0 && (lane.maxEnd[n] ?? 0) >= earliestEndMs; n--) {
        const timed = lane.items[n];
        if (timed !== undefined && timed.endMs >= earliestEndMs) found.push(timed);
      }
      return found;
    },
    startedWithin(providerId, fromMs, toMs) {
      const items = lanes.get(providerId)?.items ?? [];
      const from = firstIndex(items, (timed) => timed.startMs >= fromMs);
      const found: Timed[] = [];
      for (let n = from; n < items.length; n++) {
        const timed = items[n];
        if (timed === undefined || timed.startMs > toMs) break;
        found.push(timed);
      }
      return found;
    },
    countStarts(providerId, sinceMs, ms) {
      const items = lanes.get(providerId)?.items ?? [];
      const before = firstIndex(items, (timed) => timed.startMs >= ms);
      return before - firstIndex(items, (timed) => timed.startMs >= sinceMs);
    },
    firstStartMs: () => firstStart,
  };
}

function timedOf(incident: Incident): Timed {
  const ended = incident.resolvedAt ?? incident.withdrawnAt;
  return {
    incident,
    startMs: Date.parse(incident.startedAt),
    endMs: ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended),
  };
}

function compare(a: Timed, b: Timed): number {
  if (a.startMs !== b.startMs) return a.startMs - b.startMs;
  return a.incident.id < b.incident.id ? -1 : a.incident.id > b.incident.id ? 1 : 0;
}

function refreshEnds(lane: Lane, from: number): void {
  lane.maxEnd.length = lane.items.length;
  for (let n = from; n < lane.items.length; n++) {
    const before = n === 0 ? Number.NEGATIVE_INFINITY : (lane.maxEnd[n - 1] ?? 0);
    lane.maxEnd[n] = Math.max(before, lane.items[n]?.endMs ?? before);
  }
}

/** Binary search: the first index for which `isTrue` holds, all later ones hold too. */
function firstIndex(items: readonly Timed[], isTrue: (timed: Timed) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const timed = items[middle];
    if (timed !== undefined && isTrue(timed)) high = middle;
    else low = middle + 1;
  }
  return low;
}
