import { poissonTail } from './chance.ts';
import { type DependencyGraph, isValidAt } from './dependency-graph.ts';
import type { IncidentIndex, Timed } from './incident-index.ts';
import { edgeFits } from './place-fit.ts';
import { usualRate } from './usual-rate.ts';
import { TOGETHER_MS } from './weights.ts';

/** How many others that stand on the same upstream began at about the same time. */
export interface Together {
  count: number;
  /** How many could have. */
  of: number;
  /** Probability that so many begin by chance. */
  chance: number;
}

const HOUR_MS = 3_600_000;

/** Dependents of an upstream incident that began within an hour of this one, against their usual rate. */
export function fallTogether(
  index: IncidentIndex,
  graph: DependencyGraph,
  upstream: Timed,
  dependent: Timed,
): Together {
  const from = dependent.startMs - TOGETHER_MS;
  const to = dependent.startMs + TOGETHER_MS;
  const hours = (to - from) / HOUR_MS;
  const others = new Set<string>();
  for (const edge of graph.dependentsOf(upstream.incident.providerId)) {
    if (edge.dependent.provider === dependent.incident.providerId) continue;
    if (!isValidAt(edge, upstream.incident.startedAt)) continue;
    if (edgeFits(graph, edge, upstream.incident)) others.add(edge.dependent.provider);
  }
  let count = 0;
  let expected = 0;
  for (const providerId of others) {
    expected += usualRate(index, providerId, dependent.startMs) * hours;
    const began = index.startedWithin(providerId, from, to);
    if (began.some(({ incident }) => incident.kind === 'incident')) count++;
  }
  return { count, of: others.size, chance: poissonTail(count, expected) };
}
