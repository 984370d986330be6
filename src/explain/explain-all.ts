import type { Incident } from '../model/incident.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import type { ExplainContext } from './explain-context.ts';
import { explainDirectly, explainIncident } from './explain-incident.ts';
import type { Explanation } from './explanation.ts';
import { createIncidentIndex, type IncidentIndex, type Timed } from './incident-index.ts';
import type { Lexicon } from './lexicon.ts';
import { readText, type TextReading } from './mentions.ts';
import { touchedBy } from './touched.ts';
import type { RateHistory } from './usual-rate.ts';

export interface ExplainOptions {
  lexicon: Lexicon;
  /** Usual rates, where more history is kept than is given here. */
  history?: RateHistory;
}

/** All incidents with their explanations, kept in step with the store. */
export interface Explanations {
  readonly index: IncidentIndex;
  readonly graph: DependencyGraph;
  readonly lexicon: Lexicon;
  /** Why this incident probably happened, best first; empty where nothing speaks. */
  explanationsOf(incidentId: string): readonly Explanation[];
  /** What its own words say of its cause. */
  reading(incidentId: string): TextReading;
  /** Incidents that this one explains, directly or through others, in order of their ids. */
  explainedBy(incidentId: string): readonly string[];
  /**
   * Takes in new and changed incidents and explains anew only what they touch.
   * @returns ids of all incidents whose explanations are no longer what they were
   */
  update(changed: readonly Incident[]): string[];
}

/**
 * Explains all incidents. The result does not depend on their order, the clock or chance: the same
 * incidents, graph and names give the same explanations. Give incidents as they were known at the
 * moment in question (model/as-of.ts) to explain the past.
 */
export function explainAll(
  incidents: Iterable<Incident>,
  graph: DependencyGraph,
  options: ExplainOptions,
): Explanations {
  const { lexicon } = options;
  const index = createIncidentIndex(incidents, options.history);
  const readings = new Map<string, TextReading>();
  const known = new Map<string, readonly Explanation[]>();
  const inverse = new Map<string, Set<string>>();
  const direct = new Map<string, readonly Explanation[]>();

  const reading = (id: string): TextReading => {
    const cached = readings.get(id);
    if (cached !== undefined) return cached;
    const timed = index.get(id);
    const read =
      timed === undefined
        ? { mentions: [], unnamed: [], otherCauses: [] }
        : readText(timed.incident, lexicon);
    readings.set(id, read);
    return read;
  };
  const directOf = (id: string): readonly Explanation[] => {
    const timed = index.get(id);
    const found = direct.get(id) ?? (timed === undefined ? [] : explainDirectly(context, timed));
    direct.set(id, found);
    return found;
  };
  const explanationsOf = (id: string): readonly Explanation[] => {
    const cached = known.get(id);
    const timed = index.get(id);
    if (cached !== undefined || timed === undefined) return cached ?? [];
    const found = explainIncident(context, timed);
    known.set(id, found);
    for (const { because } of found) if (because !== null) link(inverse, because, id);
    return found;
  };
  const context: ExplainContext = { index, graph, lexicon, reading, directOf };
  const forget = (id: string) => {
    for (const { because } of known.get(id) ?? []) {
      if (because !== null) inverse.get(because)?.delete(id);
    }
    known.delete(id);
    direct.delete(id);
  };

  for (const id of inOrder(index.all())) explanationsOf(id);
  return {
    index,
    graph,
    lexicon,
    explanationsOf,
    reading,
    explainedBy: (id) => [...(inverse.get(id) ?? [])].toSorted(),
    update(changed) {
      const touched = new Set<string>();
      const note = (timed: Timed | undefined) => {
        if (timed !== undefined) for (const id of touchedBy(timed, index, graph)) touched.add(id);
      };
      for (const incident of changed) {
        note(index.get(incident.id));
        index.put(incident);
        readings.delete(incident.id);
        note(index.get(incident.id));
      }
      const before = new Map([...touched].map((id) => [id, JSON.stringify(known.get(id) ?? null)]));
      for (const id of touched) forget(id);
      const order = inOrder([...touched].flatMap((id) => index.get(id) ?? []));
      for (const id of order) explanationsOf(id);
      return order.filter((id) => JSON.stringify(known.get(id)) !== before.get(id));
    },
  };
}

function link(inverse: Map<string, Set<string>>, because: string, id: string): void {
  const ids = inverse.get(because) ?? new Set();
  inverse.set(because, ids.add(id));
}

/** Oldest first, so that what an update returns has an order. */
function inOrder(items: Iterable<Timed>): string[] {
  return [...items]
    .toSorted((a, b) => a.startMs - b.startMs || (a.incident.id < b.incident.id ? -1 : 1))
    .map(({ incident }) => incident.id);
}
