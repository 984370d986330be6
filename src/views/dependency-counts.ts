import { type DependencyGraph, isValidAt } from '../explain/dependency-graph.ts';
import { STRENGTHS, type Strength } from '../knowledge/schemas/dependency.ts';
import { CATEGORIES, type Category, type Provider } from '../model/provider.ts';

/** How many tracked providers stand on one upstream. */
export interface UpstreamCount {
  providerId: string;
  /** Ids of those that stand on it directly. */
  direct: string[];
  /** Ids of those that stand on it only through others. */
  indirect: string[];
  /** The direct ones by the best strength of their edges. */
  byStrength: Record<Strength, number>;
  /** The direct ones by named region, most first. */
  regions: { region: string; providers: string[] }[];
}

export interface DependencyCounts {
  /** Providers that stand on somebody we name. */
  standing: number;
  /** All tracked providers: the denominator of every share. */
  tracked: number;
  /** Most direct dependents first. */
  upstreams: UpstreamCount[];
}

/** Counts who stands on whom today; a provider counts once per upstream however many edges it has. */
export function dependencyCounts(
  graph: DependencyGraph,
  providers: readonly Provider[],
  at: string,
): DependencyCounts {
  const tracked = new Set(providers.map(({ id }) => id));
  const edges = graph.edges.filter(
    (edge) =>
      edge.dependent.provider !== edge.upstream.provider &&
      tracked.has(edge.dependent.provider) &&
      isValidAt(edge, at),
  );
  const standing = new Set(edges.map((edge) => edge.dependent.provider));
  const upstreams = [...Map.groupBy(edges, (edge) => edge.upstream.provider)].map(
    ([providerId, own]): UpstreamCount => {
      const direct = [...new Set(own.map((edge) => edge.dependent.provider))].toSorted();
      const all = graph.allDependentsOf(providerId);
      const byStrength = { documented: 0, reported: 0, inferred: 0 };
      for (const id of direct) {
        const mine = own.filter((edge) => edge.dependent.provider === id);
        const best = STRENGTHS.find((one) => mine.some(({ strength }) => strength === one));
        if (best !== undefined) byStrength[best] += 1;
      }
      const regions = Map.groupBy(
        own.filter(({ upstream }) => upstream.region !== undefined && upstream.region !== 'global'),
        ({ upstream }) => upstream.region ?? '',
      );
      return {
        providerId,
        direct,
        indirect: [...all].filter((id) => tracked.has(id) && !direct.includes(id)).toSorted(),
        byStrength,
        regions: [...regions]
          .map(([region, of]) => ({
            region,
            providers: [...new Set(of.map((edge) => edge.dependent.provider))],
          }))
          .toSorted(
            (a, b) => b.providers.length - a.providers.length || (a.region < b.region ? -1 : 1),
          ),
      };
    },
  );
  return {
    standing: standing.size,
    tracked: tracked.size,
    upstreams: upstreams.toSorted(
      (a, b) => b.direct.length - a.direct.length || (a.providerId < b.providerId ? -1 : 1),
    ),
  };
}

/** Of the providers of each category, how many stand on each of the given upstreams. */
export function countsByCategory(
  counts: DependencyCounts,
  providers: readonly Provider[],
  upstreamIds: readonly string[],
): { category: Category; tracked: number; on: number[] }[] {
  const sets = upstreamIds.map(
    (id) => new Set(counts.upstreams.find(({ providerId }) => providerId === id)?.direct ?? []),
  );
  return CATEGORIES.flatMap((category) => {
    const members = providers.filter((provider) => provider.category === category);
    const on = sets.map((set) => members.filter(({ id }) => set.has(id)).length);
    return members.length === 0 ? [] : [{ category, tracked: members.length, on }];
  });
}

/** Who stands on a provider only through others, each with the shortest way to it. */
export function indirectWays(
  graph: DependencyGraph,
  providerId: string,
  ids: readonly string[],
): { id: string; through: string[] }[] {
  return ids.map((id) => {
    const way = graph.pathsFrom(id).find((path) => path.at(-1)?.upstream.provider === providerId);
    return { id, through: (way ?? []).slice(0, -1).map((edge) => edge.upstream.provider) };
  });
}
