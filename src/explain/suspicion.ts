import type { DependencyGraph } from './dependency-graph.ts';
import { splitPlace } from './dependency-graph.ts';
import type { Explanations } from './explain-all.ts';
import type { Timed } from './incident-index.ts';
import { verdictOn } from './mentions.ts';
import { type SharedUpstream, sharedUpstreams } from './shared-upstream.ts';
import { type Arithmetic, arithmeticOf, type Fallen } from './suspicion-arithmetic.ts';

/** A suspected event: dependents fell together, and the upstream has not said anything. */
export interface Suspicion {
  /** `suspected.<upstream>.<minute of the first start>`. @example 'suspected.aws.us-east-1.202510200655' */
  id: string;
  upstream: string;
  /** Canonical region all of them share; absent where the upstream is shared as a whole. */
  region?: string;
  service?: string;
  /** When the first began, and when the last that was needed for the suspicion was known. */
  startedAt: string;
  formedAt: string;
  arithmetic: Arithmetic;
  /** What else at least two of them share, and how much worse it explains them. */
  rivals: { upstream: string; region?: string; service?: string; fallen: number; chance: number }[];
}

const MINUTE_MS = 60_000;
/** "Within minutes": windows looked at, back from now. */
export const WINDOWS_MIN = [10, 20, 30] as const;
/** At least so many dependents, however unusual. */
export const MIN_FALLEN = 3;
/** Chance below which a suspicion forms; windows and upstreams looked at in a year go into the millions. */
export const SUSPICION_CHANCE = 1e-7;
/** Another upstream must explain it this many times worse, or none is named. */
export const RIVAL_FACTOR = 10;

/**
 * Suspicions at a moment: for each part of an upstream that several tracked dependents share, how
 * unlikely is it that so many began an incident by chance within minutes. Leaves the upstream's
 * own status alone.
 * @param at ISO 8601; give incidents as known then (model/as-of.ts)
 */
export function suspicionsAt(explanations: Explanations, at: string): Suspicion[] {
  const now = Date.parse(at);
  const shared = sharedUpstreams(explanations.graph, at);
  const weighed = WINDOWS_MIN.flatMap((minutes) =>
    shared.flatMap((upstream) => weigh(explanations, upstream, now - minutes * MINUTE_MS, now)),
  );
  const candidates = weighed.toSorted(compareWeighed);
  const taken = new Set<string>();
  return candidates.flatMap((one) => {
    if (one.arithmetic.chance > SUSPICION_CHANCE) return [];
    if (taken.has(one.upstream.provider)) return [];
    const rivals = rivalsOf(one, candidates);
    if (rivals.some(({ chance }) => chance < one.arithmetic.chance * RIVAL_FACTOR)) return [];
    taken.add(one.upstream.provider);
    return [suspicionOf(one, rivals, at)];
  });
}

interface Weighed {
  upstream: SharedUpstream;
  arithmetic: Arithmetic;
}

function weigh(
  explanations: Explanations,
  upstream: SharedUpstream,
  fromMs: number,
  toMs: number,
): Weighed[] {
  if (hasSpoken(explanations, upstream, fromMs, toMs)) return [];
  const fallen = upstream.dependents.flatMap((providerId) => {
    const began = explanations.index
      .startedWithin(providerId, fromMs, toMs)
      .find((timed) => counts(explanations, timed, upstream));
    return began === undefined ? [] : [fallenOf(explanations, began, upstream.provider)];
  });
  if (fallen.length < MIN_FALLEN) return [];
  const arithmetic = arithmeticOf(explanations.index, upstream.dependents, fallen, fromMs, toMs);
  return [{ upstream, arithmetic }];
}

/** The upstream has an incident of its own there: then it is an event, not a suspicion. */
function hasSpoken(
  { index, graph }: Explanations,
  upstream: SharedUpstream,
  fromMs: number,
  toMs: number,
): boolean {
  return index
    .overlapping(upstream.provider, fromMs, toMs)
    .some(
      ({ incident }) =>
        incident.kind === 'incident' &&
        incident.withdrawnAt === null &&
        touches(graph, upstream, incident.regions, incident.services),
    );
}

/** True where regions and services of an incident are those of the shared part, or leave it open. */
export function touches(
  graph: DependencyGraph,
  upstream: Pick<SharedUpstream, 'region' | 'service'>,
  regions: readonly string[],
  services: readonly string[],
): boolean {
  const { region, service } = upstream;
  const isThere =
    region === undefined ||
    regions.length === 0 ||
    regions.includes('global') ||
    regions.includes(region);
  if (!isThere) return false;
  if (service === undefined || services.length === 0) return true;
  const bases = graph.serviceWithBases(service);
  return services.some((one) => bases.has(one));
}

/** An incident counts unless its own words or another upstream's incident explain it otherwise. */
function counts(explanations: Explanations, timed: Timed, upstream: SharedUpstream): boolean {
  const { incident } = timed;
  if (incident.kind !== 'incident' || incident.withdrawnAt !== null) return false;
  const reading = explanations.reading(incident.id);
  const { stance } = verdictOn(upstream.provider, reading);
  if (stance === 'negated') return false;
  if (stance !== 'cause' && reading.otherCauses.length > 0) return false;
  const elsewhere = incident.regions.filter((r) => splitPlace(r)[0] === upstream.provider);
  if (upstream.region !== undefined && elsewhere.length > 0) {
    if (!elsewhere.includes(upstream.region)) return false;
  }
  return !explanations
    .explanationsOf(incident.id)
    .some(
      ({ because, grade, upstream: other }) =>
        because !== null && grade !== 'possible' && other !== upstream.provider,
    );
}

function fallenOf(explanations: Explanations, timed: Timed, upstreamId: string): Fallen {
  const { id, providerId, startedAt } = timed.incident;
  const verdict = verdictOn(upstreamId, explanations.reading(id));
  return { incidentId: id, providerId, startedAt, isNaming: verdict.stance === 'cause' };
}

/** Other shared upstreams of the same fallen; a part or the whole of the same provider is no rival. */
function rivalsOf(one: Weighed, all: readonly Weighed[]): Suspicion['rivals'] {
  const ids = new Set(one.arithmetic.fallen.map(({ incidentId }) => incidentId));
  const best = new Map<string, Weighed>();
  for (const other of all) {
    const common = other.arithmetic.fallen.filter(({ incidentId }) => ids.has(incidentId));
    if (other.upstream.provider === one.upstream.provider || common.length < 2) continue;
    const known = best.get(other.upstream.provider);
    if (known === undefined || compareWeighed(other, known) < 0) {
      best.set(other.upstream.provider, other);
    }
  }
  return [...best.values()].map(({ upstream, arithmetic }) => ({
    upstream: upstream.provider,
    ...(upstream.region === undefined ? {} : { region: upstream.region }),
    ...(upstream.service === undefined ? {} : { service: upstream.service }),
    fallen: arithmetic.fallen.length,
    chance: arithmetic.chance,
  }));
}

function suspicionOf(one: Weighed, rivals: Suspicion['rivals'], at: string): Suspicion {
  const { upstream, arithmetic } = one;
  const startedAt = arithmetic.fallen[0]?.startedAt ?? at;
  const place = splitPlace(upstream.region ?? upstream.service ?? '')[1];
  const minute = startedAt.slice(0, 16).replaceAll(/\D/g, '');
  return {
    id: ['suspected', upstream.provider, place, minute].filter((part) => part !== '').join('.'),
    upstream: upstream.provider,
    ...(upstream.region === undefined ? {} : { region: upstream.region }),
    ...(upstream.service === undefined ? {} : { service: upstream.service }),
    startedAt,
    formedAt: at,
    arithmetic,
    rivals,
  };
}

/** Least likely first; of equals the narrower part, then by name. */
function compareWeighed(a: Weighed, b: Weighed): number {
  return (
    a.arithmetic.chance - b.arithmetic.chance ||
    a.upstream.dependents.length - b.upstream.dependents.length ||
    (a.upstream.key < b.upstream.key ? -1 : a.upstream.key > b.upstream.key ? 1 : 0)
  );
}
