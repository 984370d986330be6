import type { Dependency } from '../knowledge/schemas/dependency.ts';
import type { DependencyPath } from './dependency-graph.ts';
import type { ExplainContext } from './explain-context.ts';
import type { AgainstCode, Explanation, ForCode, Reason } from './explanation.ts';
import { fallTogether } from './fall-together.ts';
import { gradeOf, scoreOf } from './grade.ts';
import { houseOf } from './house.ts';
import type { Timed } from './incident-index.ts';
import type { TextReading } from './mentions.ts';
import { type PlaceFit, placeFit } from './place-fit.ts';
import { add, textSigns } from './text-signs.ts';
import { timeSigns } from './time-signs.ts';
import { TOGETHER_CHANCE, TOGETHER_MS } from './weights.ts';

/** One upstream incident as the reason of one dependent's; null where it cannot be or too little speaks for it. */
export function weighCandidate(
  context: ExplainContext,
  path: DependencyPath,
  upstream: Timed,
  dependent: Timed,
  reading: TextReading,
): Explanation | null {
  const edge = path.at(-1);
  if (edge === undefined) return null;
  const text = textSigns(path, reading);
  const isNamed = text.stance === 'cause';
  if (text.isRuledOut || !mayExplain(upstream, dependent, isNamed)) return null;
  const time = timeSigns(upstream, dependent, isNamed);
  if (time === null) return null;
  const place = pathFit(context, path, upstream, dependent, reading);
  if (place.fit === 'blocked') return null;

  const pro = [...text.for, ...time.for];
  const against = [...text.against, ...time.against];
  addEdges(pro, against, path);
  addPlace(pro, against, place, edge, isNamed);
  addUpstream(pro, against, upstream, dependent);
  if (path.length === 1) addHouse(pro, edge, place, upstream, dependent);
  if (path.length === 1) addTogether(pro, context, upstream, dependent);
  const facts = {
    for: pro,
    against,
    isNamedAsCause: isNamed,
    isContested: text.isContested,
    wasOpen: time.wasOpen,
    isIndirect: path.length > 1,
    isNamedOnTheWay: text.isNamedOnTheWay,
  };
  const grade = gradeOf(facts);
  if (grade === null) return null;
  return {
    because: upstream.incident.id,
    upstream: upstream.incident.providerId,
    ...(place.service === undefined ? {} : { service: place.service }),
    ...(place.region === undefined ? {} : { region: place.region }),
    grade,
    score: scoreOf(facts),
    for: pro,
    against,
    quotes: text.quotes,
    chain: path.map((one, n) => ({
      edgeId: one.id,
      strength: one.strength,
      providerId: one.upstream.provider,
      incidentId: n === path.length - 1 ? upstream.incident.id : null,
    })),
  };
}

/** Notices and maintenances explain, and are explained, only in so many words. */
function mayExplain(upstream: Timed, dependent: Timed, isNamed: boolean): boolean {
  if (upstream.incident.withdrawnAt !== null) return false;
  const isPlain = upstream.incident.kind === 'incident' && dependent.incident.kind === 'incident';
  return isPlain || isNamed;
}

/** The first edge must fit the dependent, every further one the upstream. */
function pathFit(
  { graph }: ExplainContext,
  path: DependencyPath,
  upstream: Timed,
  dependent: Timed,
  reading: TextReading,
): PlaceFit {
  const edge = path.at(-1);
  if (edge === undefined) return { fit: 'blocked', isPartUnnamed: false };
  const now = reading.mentions.filter(
    ({ providerId, stance }) =>
      providerId === upstream.incident.providerId && stance !== 'past' && stance !== 'negated',
  );
  if (path.length === 1) return placeFit(graph, edge, upstream.incident, dependent.incident, now);
  // Where the way leads through others, the last edge's own part is that of a silent provider.
  const { service: _service, region: _region, ...provider } = edge.dependent;
  return placeFit(
    graph,
    { ...edge, dependent: provider },
    upstream.incident,
    dependent.incident,
    now,
  );
}

function addEdges(
  pro: Reason<ForCode>[],
  against: Reason<AgainstCode>[],
  path: DependencyPath,
): void {
  const weakest = path.toSorted((a, b) => rank(b) - rank(a))[0];
  if (weakest === undefined) return;
  add(pro, `edge-${weakest.strength}`, { edge: weakest.id, purpose: weakest.purpose });
  if (path.every(({ criticality }) => criticality === 'hard')) add(pro, 'edge-hard');
  if (path.some(({ criticality }) => criticality === 'soft')) add(against, 'edge-soft');
  for (const { upstream } of path.slice(0, -1)) {
    add(against, 'indirect', { provider: upstream.provider });
  }
}

function rank({ strength }: Pick<Dependency, 'strength'>): number {
  return { documented: 0, reported: 1, inferred: 2 }[strength];
}

function addPlace(
  pro: Reason<ForCode>[],
  against: Reason<AgainstCode>[],
  place: PlaceFit,
  edge: Dependency,
  isNamed: boolean,
): void {
  if (place.fit === 'same-region') add(pro, 'same-region', { region: place.region ?? '' });
  else if (place.fit === 'unknown' && place.region !== undefined && !isNamed) {
    add(against, 'region-unknown', { region: place.region });
  }
  if (place.service !== undefined && (edge.upstream.service !== undefined || isNamed)) {
    add(pro, 'names-service', { service: place.service });
  }
  if (place.isPartUnnamed && !isNamed) add(against, 'part-not-named');
}

function addUpstream(
  pro: Reason<ForCode>[],
  against: Reason<AgainstCode>[],
  upstream: Timed,
  dependent: Timed,
): void {
  const { impact, kind } = upstream.incident;
  if (impact === 'critical' || impact === 'major') add(pro, 'upstream-severe', { impact });
  if (impact === 'minor' || impact === 'none') add(against, 'upstream-minor', { impact });
  if (kind === 'maintenance') add(against, 'upstream-maintenance');
  if (dependent.incident.kind === 'maintenance') add(against, 'own-maintenance');
}

/** A firm's own service on a part it says it stands on, falling with it within the hour. */
function addHouse(
  pro: Reason<ForCode>[],
  edge: Dependency,
  place: PlaceFit,
  upstream: Timed,
  dependent: Timed,
): void {
  const house = houseOf(upstream.incident.providerId);
  if (house === undefined || house !== houseOf(dependent.incident.providerId)) return;
  const lag = dependent.startMs - upstream.startMs;
  const isClose = lag >= 0 && lag <= TOGETHER_MS;
  const isFirm = edge.strength === 'documented' && edge.criticality === 'hard';
  if (isClose && isFirm && place.service !== undefined && !place.isPartUnnamed) {
    add(pro, 'same-house', { house });
  }
}

function addTogether(
  pro: Reason<ForCode>[],
  { index, graph }: ExplainContext,
  upstream: Timed,
  dependent: Timed,
): void {
  const { count, of, chance } = fallTogether(index, graph, upstream, dependent);
  if (count >= 2 && chance < TOGETHER_CHANCE) {
    add(pro, 'fall-together', { count, of, chance: Number(chance.toPrecision(2)) });
  }
}
