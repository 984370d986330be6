import { type DependencyGraph, isValidAt } from './dependency-graph.ts';

/** A part of an upstream, or all of it, that several providers stand on. */
export interface SharedUpstream {
  /** `provider|region|service` */
  key: string;
  provider: string;
  region?: string;
  service?: string;
  /** Provider ids, sorted. */
  dependents: string[];
}

/**
 * Every part of an upstream that at least three providers stand on at a moment: each region, each
 * service, and each provider as a whole, by the edges that name them. A region counts those that
 * name it; whoever stands on the provider without saying where counts for the whole only.
 */
export function sharedUpstreams(graph: DependencyGraph, at: string): SharedUpstream[] {
  const parts = new Map<string, Omit<SharedUpstream, 'dependents'> & { ids: Set<string> }>();
  const note = (provider: string, region: string | undefined, service: string | undefined) => {
    const key = [provider, region ?? '', service ?? ''].join('|');
    const part = parts.get(key) ?? {
      key,
      provider,
      ...(region === undefined ? {} : { region }),
      ...(service === undefined ? {} : { service }),
      ids: new Set<string>(),
    };
    parts.set(key, part);
    return part.ids;
  };
  for (const edge of graph.edges) {
    const { provider, region, service } = edge.upstream;
    if (edge.dependent.provider === provider || !isValidAt(edge, at)) continue;
    note(provider, undefined, undefined).add(edge.dependent.provider);
    if (region !== undefined && region !== 'global') {
      note(provider, region, undefined).add(edge.dependent.provider);
    }
    if (service !== undefined) note(provider, undefined, service).add(edge.dependent.provider);
  }
  return [...parts.values()]
    .filter(({ ids }) => ids.size >= 3)
    .map(({ ids, ...part }) => ({ ...part, dependents: [...ids].toSorted() }));
}
