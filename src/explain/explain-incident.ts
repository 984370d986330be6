import { throughUpstreams } from './chain.ts';
import { type DependencyPath, isValidAt } from './dependency-graph.ts';
import type { ExplainContext } from './explain-context.ts';
import type { Explanation } from './explanation.ts';
import type { Timed } from './incident-index.ts';
import { type TextReading, verdictOn } from './mentions.ts';
import { silentUpstreams } from './silent-upstream.ts';
import { weighCandidate } from './weigh-candidate.ts';
import { compareGrades, ECHO_MS, NAMED_LEAD_MS } from './weights.ts';

/**
 * Everything that probably explains one incident, best first: the best one per upstream provider,
 * chains included. Needs an edge; an incident of a provider without one is never explained,
 * whatever its text says (see suggest-edges.ts for that).
 */
export function explainIncident(context: ExplainContext, dependent: Timed): Explanation[] {
  const direct = context.directOf(dependent.incident.id);
  const found = withoutOutdone(bestPerUpstream([...direct, ...throughUpstreams(direct, context)]));
  const paths = validPaths(context, dependent);
  if (paths.length === 0) return found;
  const reading = context.reading(dependent.incident.id);
  const silent = silentUpstreams(context, paths, dependent, reading, found);
  return [...found, ...silent].toSorted(compareExplanations);
}

/** The best explanation per upstream provider along edges of the dependent's own. */
export function explainDirectly(context: ExplainContext, dependent: Timed): Explanation[] {
  const paths = validPaths(context, dependent);
  if (paths.length === 0) return [];
  const reading = () => context.reading(dependent.incident.id);
  return bestPerUpstream(paths.flatMap((path) => candidates(context, path, dependent, reading)));
}

function validPaths({ graph }: ExplainContext, { incident }: Timed): DependencyPath[] {
  if (incident.withdrawnAt !== null) return [];
  return graph
    .pathsFrom(incident.providerId)
    .filter((path) => path.every((edge) => isValidAt(edge, incident.startedAt)));
}

function candidates(
  context: ExplainContext,
  path: DependencyPath,
  dependent: Timed,
  reading: () => TextReading,
): Explanation[] {
  const upstreamId = path.at(-1)?.upstream.provider ?? '';
  // A way through silent providers is worth trying only where something besides it speaks for it.
  const overlapping = context.index.overlapping(
    upstreamId,
    dependent.startMs - ECHO_MS,
    dependent.startMs + NAMED_LEAD_MS,
  );
  if (overlapping.length === 0) return [];
  if (path.length > 1 && !isWorthIt(path, reading())) return [];
  return overlapping.flatMap((upstream) => {
    const found = weighCandidate(context, path, upstream, dependent, reading());
    return found === null ? [] : [found];
  });
}

function isWorthIt(path: DependencyPath, reading: TextReading): boolean {
  const isNamed = ({ upstream }: DependencyPath[number]) =>
    verdictOn(upstream.provider, reading).stance !== null;
  return reading.unnamed.length > 0 || path.some(isNamed);
}

/** Per upstream provider the best one, per incident the shortest way. */
function bestPerUpstream(explanations: readonly Explanation[]): Explanation[] {
  const best = new Map<string, Explanation>();
  for (const one of explanations.toSorted(compareExplanations)) {
    if (!best.has(one.upstream)) best.set(one.upstream, one);
  }
  return [...best.values()];
}

/** Where the text confirms one upstream, what is merely possible for others is noise. */
function withoutOutdone(explanations: readonly Explanation[]): Explanation[] {
  const [best] = explanations.toSorted(compareExplanations);
  if (best === undefined || best.grade === 'possible') return [...explanations];
  const onItsWay = new Set(
    explanations.flatMap((one) =>
      one.chain.some(({ incidentId }) => incidentId === best.because)
        ? one.chain.map(({ providerId }) => providerId)
        : [],
    ),
  );
  const isNamed = ({ for: pro }: Explanation) => pro.some(({ code }) => code === 'names-cause');
  return explanations.filter(
    (one) => one === best || onItsWay.has(one.upstream) || isNamed(one) || isEqualTo(one, best),
  );
}

function isEqualTo(one: Explanation, best: Explanation): boolean {
  return one.grade === best.grade && best.grade !== 'confirmed' && best.score - one.score <= 2;
}

/** Grade, points, the shorter way, the named part, then id: a full order, so that input order never matters. */
export function compareExplanations(a: Explanation, b: Explanation): number {
  return (
    compareGrades(a.grade, b.grade) ||
    b.score - a.score ||
    a.chain.length - b.chain.length ||
    compareText(a.because ?? '', b.because ?? '') ||
    compareText(a.upstream, b.upstream) ||
    compareText(edgesOf(a), edgesOf(b))
  );
}

function edgesOf({ chain }: Explanation): string {
  return chain.map(({ edgeId }) => edgeId).join(' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
