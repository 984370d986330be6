import { alternativeMistakes } from './check-alternatives.ts';
import { dependencyMistakes } from './check-dependencies.ts';
import type { Knowledge } from './knowledge.ts';
import type { KnowledgeProblem } from './knowledge-error.ts';
import { type Alternative, INDEPENDENCE } from './schemas/alternative.ts';
import { STRENGTHS, type Strength } from './schemas/dependency.ts';
import { publicSources } from './schemas/source.ts';

type Independence = Alternative['base']['independentOfUsBigTech'];

export interface KnowledgeReport {
  /** Edges in all, by strength, and by how many sources each names. */
  dependencies: {
    total: number;
    byStrength: Record<Strength, number>;
    /** Edges by number of sources. @example { 1: 120, 2: 60 } */
    bySources: Record<number, number>;
    /** Edges with at least one source that was read and is not weak. */
    checked: number;
  };
  alternatives: { total: number; byIndependence: Record<Independence, number> };
  mistakes: KnowledgeProblem[];
}

/**
 * Counts edges and alternatives and finds what is wrong with them beyond the shape of their files.
 * @param providers ids of all configured providers
 * @param today `YYYY-MM-DD`
 */
export function checkKnowledge(
  knowledge: Pick<Knowledge, 'dependencies' | 'alternatives' | 'regions' | 'services'>,
  providers: ReadonlySet<string>,
  today: string,
): KnowledgeReport {
  const { dependencies, alternatives, regions, services } = knowledge;
  const known = { providers, regions, services };
  return {
    dependencies: {
      total: dependencies.length,
      byStrength: count(
        STRENGTHS,
        dependencies.map((edge) => edge.strength),
      ),
      bySources: Object.fromEntries(
        Map.groupBy(dependencies, (edge) => edge.sources.length)
          .entries()
          .map(([sources, edges]) => [sources, edges.length]),
      ),
      checked: dependencies.filter((edge) => publicSources(edge.sources).length > 0).length,
    },
    alternatives: {
      total: alternatives.length,
      byIndependence: count(
        INDEPENDENCE,
        alternatives.map((entry) => entry.base.independentOfUsBigTech),
      ),
    },
    mistakes: [
      ...dependencyMistakes(dependencies, known, today),
      ...alternativeMistakes(alternatives, known),
    ],
  };
}

function count<T extends string>(words: readonly T[], values: readonly T[]): Record<T, number> {
  return Object.fromEntries(
    words.map((word) => [word, values.filter((value) => value === word).length]),
  ) as Record<T, number>;
}
