import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Dependency } from '../knowledge/schemas/dependency.ts';
import type { CloudService, Services } from '../knowledge/schemas/places.ts';

/** The parts of the knowledge an explanation rests on. */
export type GraphKnowledge = Pick<Knowledge, 'dependencies' | 'services' | 'colos'>;

/** One way from a dependent to an upstream, nearest edge first. */
export type DependencyPath = readonly Dependency[];

/** Who stands on whom, ready to be asked. Immutable. */
export interface DependencyGraph {
  readonly services: Services;
  /** All edges, in order of ids. */
  readonly edges: readonly Dependency[];
  /** Edges of a provider to others, in order of ids; its internal ones are left out. */
  upstreamsOf(providerId: string): readonly Dependency[];
  /** Edges of others to a provider, in order of ids. */
  dependentsOf(providerId: string): readonly Dependency[];
  /** Every way to an upstream of up to three edges, shortest first; never twice through one provider. */
  pathsFrom(providerId: string): readonly DependencyPath[];
  /** Ids of all providers that stand on this one, directly or not, without itself. */
  allDependentsOf(providerId: string): ReadonlySet<string>;
  /** A service and every service of the same provider it stands on, by canonical id. */
  serviceWithBases(serviceId: string): ReadonlySet<string>;
  /** What is known of a service by canonical id. @example service('aws:iam')?.home // 'us-east-1' */
  service(serviceId: string): CloudService | undefined;
  /** A single point of presence of an edge network, by canonical id. @example isColo('cloudflare:zrh') // true */
  isColo(placeId: string): boolean;
}

/** App, its identity provider, the cloud below: longer chains say too little. */
const MAX_STEPS = 3;

/** Builds the graph. Edges of a provider to itself are internal: they connect its services. */
export function createDependencyGraph(knowledge: GraphKnowledge): DependencyGraph {
  const edges = knowledge.dependencies.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const isInternal = (edge: Dependency) => edge.dependent.provider === edge.upstream.provider;
  const outer = edges.filter((edge) => !isInternal(edge));
  const up = Map.groupBy(outer, (edge) => edge.dependent.provider);
  const down = Map.groupBy(outer, (edge) => edge.upstream.provider);
  const bases = basesOf(edges.filter(isInternal));
  const paths = new Map<string, readonly DependencyPath[]>();
  const upstreamsOf = (id: string) => up.get(id) ?? [];
  const dependentsOf = (id: string) => down.get(id) ?? [];
  return {
    services: knowledge.services,
    edges,
    upstreamsOf,
    dependentsOf,
    pathsFrom(id) {
      const known = paths.get(id) ?? walkFrom(upstreamsOf, id);
      paths.set(id, known);
      return known;
    },
    allDependentsOf: (id) => reach(id, (one) => dependentsOf(one).map((e) => e.dependent.provider)),
    serviceWithBases: (id) => new Set([id, ...reach(id, (one) => bases.get(one) ?? [])]),
    service(serviceId) {
      const [providerId = '', ownId = ''] = splitPlace(serviceId);
      return knowledge.services[providerId]?.[ownId];
    },
    isColo(placeId) {
      const [providerId = '', ownId = ''] = splitPlace(placeId);
      return Object.hasOwn(knowledge.colos[providerId] ?? {}, ownId);
    },
  };
}

/** True where the edge held at a moment. Dates are days, months or years; both ends count as a whole. */
export function isValidAt(edge: Pick<Dependency, 'since' | 'until'>, at: string): boolean {
  if (edge.since !== undefined && at.slice(0, edge.since.length) < edge.since) return false;
  return edge.until === undefined || at.slice(0, edge.until.length) <= edge.until;
}

/** Provider and own id of a canonical region or service. @example splitPlace('aws:iam') // ['aws', 'iam'] */
export function splitPlace(place: string): [provider: string, ownId: string] {
  const colon = place.indexOf(':');
  return [place.slice(0, colon), place.slice(colon + 1)];
}

function basesOf(internal: readonly Dependency[]): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const { dependent, upstream } of internal) {
    if (dependent.service === undefined || upstream.service === undefined) continue;
    bases.set(dependent.service, [...(bases.get(dependent.service) ?? []), upstream.service]);
  }
  return bases;
}

function reach(start: string, next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (other === start || seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

function walkFrom(
  upstreamsOf: (id: string) => readonly Dependency[],
  start: string,
): DependencyPath[] {
  const found: DependencyPath[] = [];
  const walk = (id: string, path: DependencyPath, visited: ReadonlySet<string>) => {
    if (path.length === MAX_STEPS) return;
    for (const edge of upstreamsOf(id)) {
      const upstream = edge.upstream.provider;
      if (visited.has(upstream) || !joins(path.at(-1), edge)) continue;
      const longer = [...path, edge];
      found.push(longer);
      walk(upstream, longer, new Set([...visited, upstream]));
    }
  };
  walk(start, [], new Set([start]));
  return found.toSorted((a, b) => a.length - b.length);
}

/** A chain passes through a provider only where the part it arrives at is the part that goes on. */
function joins(before: Dependency | undefined, edge: Dependency): boolean {
  if (before === undefined) return true;
  const arrived = before.upstream;
  const leaves = edge.dependent;
  const fits = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || a === b || a === 'global' || b === 'global';
  return fits(arrived.service, leaves.service) && fits(arrived.region, leaves.region);
}
