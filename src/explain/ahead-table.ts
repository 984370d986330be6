import { archiveIncidents } from '../knowledge/archive-incidents.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Incident } from '../model/incident.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import type { Lexicon } from './lexicon.ts';
import { createSuspicionCourse } from './suspicion-course.ts';

/** When a dependent first spoke in an archived outage. */
export interface AheadPost {
  providerId: string;
  at: string;
  /** Minutes before the upstream's first post; negative after it; null where none is known. */
  minutesAhead: number | null;
  /** Its page dates the trouble, but no source gives the minute of the post. */
  isStatedStart: boolean;
}

/** How an archived outage would have been known from its dependents alone. */
export interface AheadRow {
  event: string;
  upstream: string;
  /** First official post at a known minute. */
  firstPostAt: string | null;
  posts: AheadPost[];
  /** When a suspicion would have formed had the upstream stayed silent; null where none would. */
  suspectedAt: string | null;
  /** Minutes gained by it against the first official post; negative lost; null where one is missing. */
  minutesGained: number | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** Outages with fewer dependents' posts at known times say nothing. */
const MIN_POSTS = 2;

/** Each archived outage with at least two dependents' posts at known times, newest first. Pure. */
export function aheadTable(
  events: readonly ArchivedEvent[],
  tools: { graph: DependencyGraph; lexicon: Lexicon },
): AheadRow[] {
  return events
    .flatMap((event) => {
      const [upstream, ...stories] = archiveIncidents(event);
      const dependents = [...stories, ...ownEvents(event, events)];
      const told = dependents.filter((one) => firstWord(one) !== null);
      if (upstream === undefined || told.length < MIN_POSTS) return [];
      return [rowOf(event, upstream, told, tools)];
    })
    .toSorted((a, b) => (a.event < b.event ? 1 : -1));
}

function rowOf(
  event: ArchivedEvent,
  upstream: Incident,
  dependents: readonly Incident[],
  { graph, lexicon }: { graph: DependencyGraph; lexicon: Lexicon },
): AheadRow {
  const firstPostAt = upstream.updates[0]?.at ?? null;
  const minutes = (at: string | null) =>
    at === null || firstPostAt === null
      ? null
      : Math.round((Date.parse(firstPostAt) - Date.parse(at)) / MINUTE_MS);
  const course = createSuspicionCourse({
    graph,
    lexicon,
    from: new Date(Date.parse(upstream.startedAt) - DAY_MS).toISOString(),
  });
  const until = new Date(Date.parse(upstream.startedAt) + DAY_MS).toISOString();
  // Without the upstream's own incident: it may have been late to the last.
  const formed = course
    .advance(dependents.map(asPosted), until)
    .findLast(({ suspicion }) => suspicion.upstream === event.provider);
  const suspectedAt = formed?.suspicion.formedAt ?? null;
  return {
    event: event.id,
    upstream: event.provider,
    firstPostAt,
    posts: dependents
      .map((one) => {
        const at = firstWord(one) ?? one.startedAt;
        const isStatedStart = livePost(one) === undefined;
        return { providerId: one.providerId, at, minutesAhead: minutes(at), isStatedStart };
      })
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    suspectedAt,
    minutesGained: minutes(suspectedAt),
  };
}

/** Whoever was hit and has an event of its own in the archive told its story there. */
function ownEvents(event: ArchivedEvent, events: readonly ArchivedEvent[]): Incident[] {
  const ids = new Set(event.downstream.flatMap((hit) => hit.event ?? []));
  return events
    .filter(({ id, provider }) => ids.has(id) && provider !== event.provider)
    .flatMap((one) => archiveIncidents(one).slice(0, 1));
}

/** First post during the outage, else the start its page states; a review days later is no sign. */
function firstWord(incident: Incident): string | null {
  const { startedAt, marks } = incident;
  return livePost(incident)?.at ?? (marks.includes('start-stated') ? startedAt : null);
}

function livePost({ updates }: Incident) {
  return updates.find(({ status }) => status !== 'postmortem');
}

/** A post at an unknown minute is taken to have stood there from the start it states. */
function asPosted(incident: Incident): Incident {
  const { updates, title, startedAt } = incident;
  if (livePost(incident) !== undefined) return incident;
  const post = { id: 'stated', at: startedAt, status: 'investigating' as const, body: title };
  return { ...incident, updates: [post, ...updates] };
}
