import type { Incident } from '../model/incident.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { type Explanations, explainAll } from './explain-all.ts';
import { knownThen } from './known-then.ts';
import type { Lexicon } from './lexicon.ts';
import { reviewSuspicion, SILENCE_MS, type SuspicionState } from './review-suspicion.ts';
import { MIN_FALLEN, type Suspicion, suspicionsAt, WINDOWS_MIN } from './suspicion.ts';
import type { Arithmetic } from './suspicion-arithmetic.ts';
import type { RateHistory } from './usual-rate.ts';

/** A suspected event from its forming to its end. */
export interface SuspectedEvent {
  /** Never changes, however it grows. */
  id: string;
  /** As it formed, with the arithmetic that has told most so far. */
  suspicion: Suspicion;
  /** Everyone who was part of it, by start. */
  joined: Arithmetic['fallen'];
  state: SuspicionState;
}

/** Follows suspicions through time, post by post. */
export interface SuspicionCourse {
  /**
   * Takes in what is new and goes on to `at`.
   * @param incidents new and changed ones, or all again
   * @returns all suspected events since the beginning, newest first
   */
  advance(incidents: Iterable<Incident>, at: string): readonly SuspectedEvent[];
}

export interface CourseOptions {
  graph: DependencyGraph;
  lexicon: Lexicon;
  history?: RateHistory;
  /** What had been published before is known from the start and forms nothing. ISO 8601. */
  from: string;
}

const WINDOW_MS = Math.max(...WINDOWS_MIN) * 60_000;

/**
 * At each moment at which something was published, looks at what was known then: forms suspicions,
 * lets them grow, and ends them. The same posts give the same course, live or looked at years later;
 * only a post that reaches us late counts from when it came.
 */
export function createSuspicionCourse(options: CourseOptions): SuspicionCourse {
  const { graph, lexicon, history } = options;
  const dependents = new Set(graph.edges.map((edge) => edge.dependent.provider));
  const latest = new Map<string, Incident>();
  const stale = new Set<string>();
  const starts: Start[] = [];
  let book: Explanations | null = null;
  let events: readonly SuspectedEvent[] = [];
  let now = options.from;

  const bookAt = (at: string): Explanations => {
    const known = [...stale].flatMap((id) => {
      const incident = latest.get(id);
      return incident === undefined ? [] : (knownThen(incident, at, lexicon) ?? []);
    });
    stale.clear();
    if (book === null) {
      book = explainAll(known, graph, { lexicon, ...(history === undefined ? {} : { history }) });
    } else book.update(known);
    return book;
  };

  return {
    advance(incidents, at) {
      const moments = new Map<string, string[]>();
      for (const incident of incidents) {
        if (latest.get(incident.id) === incident) continue;
        const isKnown = latest.has(incident.id);
        latest.set(incident.id, incident);
        stale.add(incident.id);
        if (!isKnown && dependents.has(incident.providerId)) starts.push(...startsOf(incident));
        const own = momentsOf(incident).filter((moment) => moment > now && moment <= at);
        if (own.length === 0 && isKnown) own.push(at);
        for (const moment of own) {
          moments.set(moment, [...(moments.get(moment) ?? []), incident.id]);
        }
      }
      if (moments.size > 0) starts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      for (const [moment, ids] of [...moments].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        for (const id of ids) stale.add(id);
        const isQuiet = events.every(({ state }) => state.state !== 'suspected');
        if (isQuiet && !mayForm(starts, moment)) continue;
        events = stepTo(events, bookAt(moment), moment);
      }
      if (at > now) now = at;
      if (events.some(({ state }) => state.state === 'suspected')) {
        const then = bookAt(now);
        events = events.map((one) => reviewed(one, then, now));
      }
      return events;
    },
  };
}

/** When something new of it could be known: when it was first seen, and each of its posts. */
function momentsOf({ updates, firstSeenAt, origin }: Incident): string[] {
  return [
    ...new Set([
      ...(origin === 'feed' || updates.length === 0 ? [firstSeenAt] : []),
      ...updates.map(({ at }) => at),
    ]),
  ];
}

/** A provider of which something began, in order of time. */
interface Start {
  at: string;
  providerId: string;
}

function startsOf({ providerId, startedAt, updates }: Incident): Start[] {
  const first = updates[0]?.at ?? startedAt;
  return [...new Set([startedAt, first])].map((at) => ({ at, providerId }));
}

/** Without three providers that began just now there is nothing to reckon. */
function mayForm(starts: readonly Start[], at: string): boolean {
  const from = new Date(Date.parse(at) - WINDOW_MS).toISOString();
  const began = new Set<string>();
  for (let n = countUntil(starts, at) - 1; n >= 0; n--) {
    const start = starts[n];
    if (start === undefined || start.at < from) break;
    began.add(start.providerId);
  }
  return began.size >= MIN_FALLEN;
}

/** How many stand at or before a moment: a binary search. */
function countUntil(starts: readonly Start[], at: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle]?.at ?? '') <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stepTo(
  events: readonly SuspectedEvent[],
  book: Explanations,
  at: string,
): readonly SuspectedEvent[] {
  const next = [...events];
  for (const found of suspicionsAt(book, at)) {
    const living = next.findIndex(
      ({ state, suspicion }) =>
        state.state === 'suspected' && suspicion.upstream === found.upstream,
    );
    const grown = next[living];
    if (grown !== undefined) next[living] = grow(grown, found);
    else if (isNew(found, next)) next.unshift(formed(found, at));
  }
  return next.map((one) => reviewed(one, book, at));
}

function formed(suspicion: Suspicion, at: string): SuspectedEvent {
  return {
    id: suspicion.id,
    suspicion,
    joined: suspicion.arithmetic.fallen,
    state: { state: 'suspected', since: at },
  };
}

/** Those of a suspicion that was settled form no second one. */
function isNew(found: Suspicion, events: readonly SuspectedEvent[]): boolean {
  const settled = new Set(
    events
      .filter(({ suspicion }) => suspicion.upstream === found.upstream)
      .flatMap(({ joined }) => joined.map(({ incidentId }) => incidentId)),
  );
  const fresh = found.arithmetic.fallen.filter(({ incidentId }) => !settled.has(incidentId));
  return fresh.length >= MIN_FALLEN;
}

/** Keeps name and times; the arithmetic is that of the least likely moment so far. */
function grow(event: SuspectedEvent, found: Suspicion): SuspectedEvent {
  const { suspicion, joined } = event;
  const isTelling = found.arithmetic.chance < suspicion.arithmetic.chance;
  const { id, startedAt, formedAt } = suspicion;
  const all = new Map([...joined, ...found.arithmetic.fallen].map((one) => [one.incidentId, one]));
  return {
    ...event,
    suspicion: isTelling ? { ...found, id, startedAt, formedAt } : suspicion,
    joined: [...all.values()].toSorted((a, b) =>
      a.startedAt === b.startedAt
        ? a.incidentId < b.incidentId
          ? -1
          : 1
        : a.startedAt < b.startedAt
          ? -1
          : 1,
    ),
  };
}

function reviewed(event: SuspectedEvent, book: Explanations, at: string): SuspectedEvent {
  if (event.state.state !== 'suspected') return event;
  const state = reviewSuspicion(event.suspicion, book, at);
  if (state.state === 'suspected') return { ...event, state: event.state };
  const silentAt = new Date(Date.parse(event.suspicion.formedAt) + SILENCE_MS).toISOString();
  const isSilent = state.state === 'withdrawn' && state.reason === 'upstream-silent';
  return { ...event, state: isSilent ? { ...state, since: silentAt } : state };
}
