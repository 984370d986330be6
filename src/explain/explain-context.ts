import type { DependencyGraph } from './dependency-graph.ts';
import type { Explanation } from './explanation.ts';
import type { IncidentIndex } from './incident-index.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextReading } from './mentions.ts';

/** Everything an explanation is made from; nothing else is asked. */
export interface ExplainContext {
  index: IncidentIndex;
  graph: DependencyGraph;
  lexicon: Lexicon;
  /** What an incident's text says, read once. */
  reading(incidentId: string): TextReading;
  /** Explanations of an incident along direct edges; chains are made of these. */
  directOf(incidentId: string): readonly Explanation[];
}
