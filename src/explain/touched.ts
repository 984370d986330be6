import type { DependencyGraph } from './dependency-graph.ts';
import type { IncidentIndex, Timed } from './incident-index.ts';
import { ECHO_MS, NAMED_LEAD_MS, TOGETHER_MS } from './weights.ts';

/**
 * Ids of the incidents whose explanations an incident may bear on: itself, those of all that stand
 * on its provider and overlap, those that may have fallen together with it, and those that stand on
 * these in turn.
 */
export function touchedBy(timed: Timed, index: IncidentIndex, graph: DependencyGraph): Set<string> {
  const touched = new Set([timed.incident.id]);
  const { providerId } = timed.incident;
  const collect = (providers: Iterable<string>, fromMs: number, toMs: number) => {
    for (const provider of providers) {
      for (const { incident } of index.startedWithin(provider, fromMs, toMs)) {
        touched.add(incident.id);
      }
    }
  };
  collect(graph.allDependentsOf(providerId), timed.startMs - NAMED_LEAD_MS, timed.endMs + ECHO_MS);
  const siblings = new Set(
    graph
      .upstreamsOf(providerId)
      .flatMap((edge) => graph.dependentsOf(edge.upstream.provider))
      .map((edge) => edge.dependent.provider),
  );
  collect(siblings, timed.startMs - TOGETHER_MS, timed.startMs + TOGETHER_MS);
  for (const id of [...touched]) {
    const one = index.get(id);
    if (one === undefined || id === timed.incident.id) continue;
    collect(
      graph.allDependentsOf(one.incident.providerId),
      one.startMs - NAMED_LEAD_MS,
      one.endMs + ECHO_MS,
    );
  }
  return touched;
}
