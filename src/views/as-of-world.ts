import type { Knowledge } from '../knowledge/knowledge.ts';
import { readTime } from '../model/cut.ts';
import { type Incident, isOpen } from '../model/incident.ts';
import { compareWorstFirst } from '../model/order.ts';
import type { Provider } from '../model/provider.ts';
import type { IncidentRevision, Store } from '../store/store.ts';
import { knownIncident } from './known-incident.ts';
import { type Board, providerBoard } from './provider-board.ts';

/** What the site would have shown at a past moment. Nothing in it was published later. */
export interface WorldAsOf {
  at: string;
  /** Everything known that overlaps the asked span, newest start first. */
  incidents: Incident[];
  /** Open at the moment, worst first. */
  open: Incident[];
  /** Ended within the hour before, the latest first; an end that is merely inferred is none to tell. */
  justEnded: Incident[];
}

const HOUR_MS = 3_600_000;
/** As many as Store.revisionMarks takes. */
const MAX_MARKS = 1_000;

/**
 * The past moment an address asks for; null where it asks for none, for nonsense or for the future:
 * then the page shows what is known today.
 */
export function pastMoment(search: URLSearchParams, now: string): string | null {
  const asked = search.get('at')?.trim();
  const at = asked ? readTime(asked) : null;
  return at !== null && at <= now ? at : null;
}

/** Reads from the store what was known at `at` of everything between `from` and `at`. */
export async function worldAsOf(
  store: Pick<Store, 'ongoing' | 'revisions' | 'revisionMarks'>,
  knowledge: Pick<Knowledge, 'places'>,
  at: string,
  options: { from?: string; providers?: readonly string[] } = {},
): Promise<WorldAsOf> {
  const from = options.from ?? new Date(Date.parse(at) - 24 * HOUR_MS).toISOString();
  const until = new Date(Date.parse(at) + 1).toISOString();
  const limits = options.providers === undefined ? {} : { providers: options.providers };
  const touched = await store.ongoing(from, until, limits);
  const later = touched.filter((one) => one.lastSeenAt > at).map(({ id }) => id);
  const revisions = new Map<string, IncidentRevision[]>();
  for (let first = 0; first < later.length; first += MAX_MARKS) {
    // Few were ever replaced by another version: those are found out before any is read.
    const marks = await store.revisionMarks(later.slice(first, first + MAX_MARKS));
    for (const id of marks.keys()) revisions.set(id, await store.revisions(id));
  }
  return worldFrom(touched, at, knowledge, revisions);
}

/** The pure part of worldAsOf. */
export function worldFrom(
  touched: readonly Incident[],
  at: string,
  knowledge: Pick<Knowledge, 'places'>,
  revisions: ReadonlyMap<string, readonly IncidentRevision[]> = new Map(),
): WorldAsOf {
  const incidents = touched.flatMap((incident) => {
    const of = revisions.get(incident.id) ?? [];
    return knownIncident(incident, { at, places: knowledge.places, revisions: of }) ?? [];
  });
  const hourAgo = new Date(Date.parse(at) - HOUR_MS).toISOString();
  return {
    at,
    incidents,
    open: incidents.filter(isOpen).toSorted(compareWorstFirst),
    justEnded: incidents
      .filter((one) => !one.marks.includes('end-inferred'))
      .filter((one) => one.resolvedAt !== null && one.resolvedAt <= at && one.resolvedAt > hourAgo)
      .toSorted((a, b) => ((a.resolvedAt ?? '') < (b.resolvedAt ?? '') ? 1 : -1)),
  };
}

/**
 * The board of a past moment. Readings of then are not kept, so a provider is unknown unless a post
 * says otherwise: silence in a record is no proof that all was well.
 */
export function boardAsOf(providers: readonly Provider[], world: WorldAsOf): Board {
  const board = providerBoard({
    providers,
    statements: [],
    health: [],
    openIncidents: world.open,
    now: world.at,
    withArchive: true,
  });
  const sections = board.sections.map((section) => ({
    ...section,
    unknown: section.unknown.map((row) => ({ ...row, reason: { kind: 'no-record' as const } })),
  }));
  return { ...board, sections };
}
