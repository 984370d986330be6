import { type DependencyGraph, isValidAt } from '../explain/dependency-graph.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Dependency, Strength } from '../knowledge/schemas/dependency.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';

/** One end of an edge as people read it. */
export interface EdgeRow {
  edge: Dependency;
  /** The provider at the other end. */
  providerId: string;
  name: string;
  /** Service and region at the upstream end. @example 'DynamoDB us-east-1'; empty for the whole */
  place: string;
  note: string;
  sources: KnowledgeSource[];
}

export interface EdgeNames {
  graph: Pick<DependencyGraph, 'service'>;
  nameOf(providerId: string): string;
  locale: Locale;
}

const STRENGTH_ORDER = { documented: 0, reported: 1, inferred: 2 } as const satisfies Record<
  Strength,
  number
>;

/** Edges as rows, the strongest first; `end` is the end to name. Those that held at `at` only. */
export function edgeRows(
  edges: readonly Dependency[],
  end: 'dependent' | 'upstream',
  at: string,
  { graph, nameOf, locale }: EdgeNames,
): EdgeRow[] {
  return edges
    .filter((edge) => isValidAt(edge, at))
    .map((edge) => ({
      edge,
      providerId: edge[end].provider,
      name: nameOf(edge[end].provider),
      place: placeText(edge.upstream, graph),
      note: edge.note?.[locale] ?? '',
      sources: publicSources(edge.sources),
    }))
    .toSorted(
      (a, b) =>
        STRENGTH_ORDER[a.edge.strength] - STRENGTH_ORDER[b.edge.strength] ||
        a.name.localeCompare(b.name, 'en') ||
        (a.edge.id < b.edge.id ? -1 : 1),
    );
}

/** Service and region of an end of an edge, as short as people say it. */
export function placeText(
  end: { service?: string | undefined; region?: string | undefined },
  graph: Pick<DependencyGraph, 'service'>,
): string {
  const own = (id: string) => id.slice(id.indexOf(':') + 1);
  const service =
    end.service === undefined ? '' : (graph.service(end.service)?.name ?? own(end.service));
  const region = end.region === undefined || end.region === 'global' ? '' : own(end.region);
  return [service, region].filter(Boolean).join(' ');
}
