import { type DependencyGraph, isValidAt } from '../explain/dependency-graph.ts';
import type { Locale } from '../i18n/locale.ts';
import { STRENGTHS, type Strength } from '../knowledge/schemas/dependency.ts';
import type { EventLink } from './event-link.ts';
import { type EventPage, type EventSources, eventPage } from './event-page.ts';

/** What one upstream takes with it of a choice, should it fall. */
export interface StackUpstream {
  providerId: string;
  /** True where it is among the choice itself. */
  isChosen: boolean;
  direct: string[];
  /** The direct ones by the best strength of their edges. */
  byStrength: Record<Strength, string[]>;
  /** Only through others. */
  indirect: string[];
}

/** An event that would have hit somebody with this choice. */
export interface StackEvent {
  page: EventPage;
  /** It began with one of the choice. */
  isOrigin: boolean;
  hit: EventLink[];
  possible: EventLink[];
}

const YEAR_MS = 365 * 86_400_000;

/** Upstreams of a choice, the one that takes most first; an upstream of the choice takes itself too. */
export function stackUpstreams(
  graph: DependencyGraph,
  chosen: readonly string[],
  at: string,
): StackUpstream[] {
  const direct = new Map<string, Set<string>>();
  const indirect = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, upstream: string, id: string) => {
    map.set(upstream, (map.get(upstream) ?? new Set()).add(id));
  };
  for (const id of chosen) {
    for (const path of graph.pathsFrom(id)) {
      const upstream = path.at(-1)?.upstream.provider;
      if (upstream === undefined || !path.every((edge) => isValidAt(edge, at))) continue;
      note(path.length === 1 ? direct : indirect, upstream, id);
    }
  }
  return [...new Set([...direct.keys(), ...indirect.keys()])]
    .map((providerId) => {
      const near = direct.get(providerId) ?? new Set<string>();
      const far = [...(indirect.get(providerId) ?? [])].filter((id) => !near.has(id));
      const isChosen = chosen.includes(providerId);
      const byStrength: Record<Strength, string[]> = { documented: [], reported: [], inferred: [] };
      for (const id of near) byStrength[bestStrength(graph, id, providerId, at)].push(id);
      return { providerId, isChosen, direct: [...near], byStrength, indirect: far };
    })
    .toSorted(
      (a, b) =>
        b.direct.length - a.direct.length ||
        b.indirect.length - a.indirect.length ||
        (a.providerId < b.providerId ? -1 : 1),
    );
}

function bestStrength(
  graph: DependencyGraph,
  dependent: string,
  upstream: string,
  at: string,
): Strength {
  const edges = graph
    .upstreamsOf(dependent)
    .filter((edge) => edge.upstream.provider === upstream && isValidAt(edge, at));
  return STRENGTHS.find((one) => edges.some(({ strength }) => strength === one)) ?? 'inferred';
}

/** Those of the choice of which no source says what they stand on. */
export function withoutBase(
  graph: DependencyGraph,
  chosen: readonly string[],
  at: string,
): string[] {
  return chosen.filter((id) => !graph.upstreamsOf(id).some((edge) => isValidAt(edge, at)));
}

/** Events of the last twelve months that touch a choice, newest first. */
export function stackEvents(
  sources: EventSources,
  chosen: readonly string[],
  locale: Locale,
): StackEvent[] {
  const from = stackSince(sources.now);
  const isMine = (link: EventLink) => link.providerId !== null && chosen.includes(link.providerId);
  return sources.within.events
    .filter((story) => story.startedAt >= from)
    .flatMap((story): StackEvent[] => {
      const page = eventPage(story, sources, locale);
      if (page === null) return [];
      const hit = page.counted.filter(isMine);
      const possible = page.possible.filter(isMine);
      const isOrigin = chosen.includes(story.providerId);
      return isOrigin || hit.length + possible.length > 0
        ? [{ page, isOrigin, hit, possible }]
        : [];
    });
}

/** The moment twelve months before. */
export function stackSince(now: string): string {
  return new Date(Date.parse(now) - YEAR_MS).toISOString();
}
