import type { Dependency } from '../knowledge/schemas/dependency.ts';
import type { Incident } from '../model/incident.ts';
import { type DependencyGraph, splitPlace } from './dependency-graph.ts';
import type { Mention } from './mentions.ts';
import { areaOfRegion, areasNamed } from './region-area.ts';

/** Whether an upstream incident can reach a dependent along an edge, and where. */
export interface PlaceFit {
  /** `blocked`: a different region or service; nothing else can make up for it. */
  fit: 'same-region' | 'reaches' | 'unknown' | 'blocked';
  region?: string;
  service?: string;
  /** The upstream tells of one part only, which neither edge nor text names. */
  isPartUnnamed: boolean;
}

type Placed = Pick<Incident, 'providerId' | 'title' | 'components' | 'regions' | 'services'>;

const BLOCKED: PlaceFit = { fit: 'blocked', isPartUnnamed: false };
/** A single point of presence: "Zürich, Switzerland - (ZRH)". Not a region, and never the whole network. */
const POINT = /\([A-Z]{3}\)\s*$/;

/**
 * Regions and services of an edge, an upstream incident and a dependent, put together.
 * @param mentions of the upstream in the dependent's text that speak of now
 */
export function placeFit(
  graph: DependencyGraph,
  edge: Dependency,
  upstream: Placed,
  dependent: Placed,
  mentions: readonly Mention[],
): PlaceFit {
  const service = serviceFit(graph, edge, upstream, mentions);
  if (service === 'blocked' || isOtherPart(edge, dependent, mentions)) return BLOCKED;
  const placed = regionFit(graph, edge, upstream, dependent, mentions);
  if (placed.fit === 'blocked') return BLOCKED;
  // One known service among several named parts is no narrow outage.
  const isNarrow =
    edge.upstream.service === undefined &&
    upstream.services.length === 1 &&
    upstream.components.length <= 1;
  return {
    ...placed,
    ...(service === undefined ? {} : { service }),
    isPartUnnamed: (isNarrow && service === undefined) || isPartSilent(graph, edge, dependent),
  };
}

/** Whether an edge can carry an upstream incident at all, whoever the dependent's text names. */
export function edgeFits(graph: DependencyGraph, edge: Dependency, upstream: Placed): boolean {
  if (serviceFit(graph, edge, upstream, []) === 'blocked') return false;
  const region = edge.upstream.region;
  if (region === undefined || region === 'global' || reachesAll(graph, edge, upstream, [])) {
    return !isPoint(graph, upstream);
  }
  const regions = regionsOf(upstream, upstream.providerId);
  return regions.length === 0 || regions.includes(region);
}

function serviceFit(
  graph: DependencyGraph,
  edge: Dependency,
  upstream: Placed,
  mentions: readonly Mention[],
): string | undefined | 'blocked' {
  const named = mentions.flatMap((mention) => mention.services);
  const shared = upstream.services.find((service) => named.includes(service));
  const wanted = edge.upstream.service;
  if (wanted === undefined) return shared;
  if (upstream.services.length === 0) return wanted;
  const bases = graph.serviceWithBases(wanted);
  if (upstream.services.some((service) => bases.has(service))) return wanted;
  return 'blocked';
}

function regionFit(
  graph: DependencyGraph,
  edge: Dependency,
  upstream: Placed,
  dependent: Placed,
  mentions: readonly Mention[],
): Pick<PlaceFit, 'fit' | 'region'> {
  const hit = regionsOf(upstream, upstream.providerId);
  const only = hit.length === 1 ? { region: hit[0] ?? '' } : {};
  if (isPoint(graph, upstream)) return { fit: 'blocked' };
  if (reachesAll(graph, edge, upstream, mentions)) return { fit: 'reaches', ...only };
  if (hit.length === 0) return { fit: 'unknown' };
  const wanted = edge.upstream.region;
  const isWanted = wanted !== undefined && wanted !== 'global';
  if (isWanted && !hit.includes(wanted)) return { fit: 'blocked' };
  const own = [
    ...regionsOf(dependent, upstream.providerId),
    ...mentions.flatMap((mention) => mention.regions.filter((region) => region !== 'global')),
  ];
  if (own.length > 0) {
    const shared = hit.find((region) => own.includes(region));
    return shared === undefined ? { fit: 'blocked' } : { fit: 'same-region', region: shared };
  }
  if (isElsewhere(edge, hit, dependent)) return { fit: 'blocked' };
  return isWanted ? { fit: 'same-region', region: wanted } : { fit: 'unknown', ...only };
}

/** All its parts are global ones, or the part in question is: a home region then says nothing of its reach. */
function reachesAll(
  graph: DependencyGraph,
  edge: Dependency,
  upstream: Placed,
  mentions: readonly Mention[],
): boolean {
  if (upstream.regions.includes('global')) return true;
  const isGlobal = (service: string) => graph.service(service)?.scope === 'global';
  if (upstream.services.length > 0 && upstream.services.every(isGlobal)) return true;
  const wanted = edge.upstream.service;
  if (wanted !== undefined && isGlobal(wanted) && edge.upstream.region === undefined) {
    return upstream.services.length === 0 || upstream.services.includes(wanted);
  }
  const named = mentions.filter(({ stance }) => stance === 'cause').flatMap((m) => m.services);
  return named.some((service) => isGlobal(service) && upstream.services.includes(service));
}

/** The dependent speaks only of another part of the world than the one that was hit. */
function isElsewhere(edge: Dependency, hit: readonly string[], dependent: Placed): boolean {
  const hitAreas = new Set(hit.flatMap((region) => areaOfRegion(region) ?? []));
  if (hitAreas.size === 0) return false;
  const edgeArea = edge.dependent.region && areaOfRegion(edge.dependent.region);
  const named = areasNamed([dependent.title, ...dependent.components.map(({ name }) => name)]);
  const fromIds = regionsOf(dependent, dependent.providerId).flatMap((r) => areaOfRegion(r) ?? []);
  const areas = new Set([...named, ...fromIds]);
  if (edgeArea !== undefined && edgeArea !== '' && areas.size > 0 && !areas.has(edgeArea)) {
    return true;
  }
  return areas.size > 0 && [...areas].every((area) => !hitAreas.has(area));
}

/** The edge is that of one part of the dependent, and the incident tells of others. */
function isOtherPart(edge: Dependency, dependent: Placed, mentions: readonly Mention[]): boolean {
  const { service, region } = edge.dependent;
  const own = regionsOf(dependent, dependent.providerId);
  if (region !== undefined && region !== 'global' && own.length > 0 && !own.includes(region)) {
    return true;
  }
  const isNamed = mentions.some(({ stance }) => stance === 'cause');
  return (
    service !== undefined &&
    !isNamed &&
    dependent.services.length > 0 &&
    !dependent.services.includes(service)
  );
}

/** The edge is that of one part of the dependent, and the incident does not say which part it is. */
function isPartSilent(graph: DependencyGraph, edge: Dependency, dependent: Placed): boolean {
  const { service } = edge.dependent;
  if (service === undefined || dependent.services.includes(service)) return false;
  const known = graph.service(service);
  const names = known === undefined ? [] : [known.name, ...known.aliases];
  const said = [dependent.title, ...dependent.components.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  return !names.some((name) => said.includes(name.toLowerCase()));
}

function isPoint(graph: DependencyGraph, incident: Placed): boolean {
  if (incident.services.length > 0) return false;
  if (incident.regions.length > 0) return incident.regions.every(graph.isColo);
  if (POINT.test(incident.title)) return true;
  return (
    incident.components.length > 0 && incident.components.every(({ name }) => POINT.test(name))
  );
}

function regionsOf(incident: Pick<Placed, 'regions'>, providerId: string): string[] {
  return incident.regions.filter((region) => splitPlace(region)[0] === providerId);
}
