import type { DependencyGraph } from '../../src/explain/dependency-graph.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import { GRADES, type Grade } from '../../src/explain/explanation.ts';
import type { Lexicon } from '../../src/explain/lexicon.ts';
import type { LabelledDay } from './read-labelled.ts';

export interface LabelledResult {
  truePairs: number;
  nonPairs: number;
  byGrade: Record<Grade, { right: number; wrong: number; precision: number | null }>;
  /** Found as confirmed or likely, of all true pairs. */
  recall: number;
  recallWithPossible: number;
  /** Explanations across incompatible regions. */
  acrossRegions: number;
  missed: string[];
  wrong: string[];
}

/** Explains every day of the set and counts: right is what `because` or `also` name, all else is wrong. */
export function measureLabelled(
  days: readonly LabelledDay[],
  graph: DependencyGraph,
  lexicon: Lexicon,
): LabelledResult {
  const result: LabelledResult = {
    truePairs: 0,
    nonPairs: 0,
    byGrade: {
      confirmed: { right: 0, wrong: 0, precision: null },
      likely: { right: 0, wrong: 0, precision: null },
      possible: { right: 0, wrong: 0, precision: null },
    },
    recall: 0,
    recallWithPossible: 0,
    acrossRegions: 0,
    missed: [],
    wrong: [],
  };
  let found = 0;
  let foundAtAll = 0;
  for (const day of days) {
    const explanations = explainAll(day.incidents, graph, { lexicon });
    for (const entry of day.dependents) {
      const all = explanations.explanationsOf(entry.id);
      const truth = entry.hasEdge && entry.because !== undefined ? [entry.because] : [];
      if (truth.length > 0) result.truePairs++;
      if (entry.not !== undefined || !entry.hasEdge) result.nonPairs++;
      const isSame = (because: string | null) =>
        because === entry.because || entry.same.some((other) => other === because);
      const hit = all.find(({ because }) => isSame(because));
      const isHit = hit !== undefined && truth.length > 0;
      if (isHit && hit.grade !== 'possible') found++;
      if (isHit) foundAtAll++;
      if (truth.length > 0 && (!isHit || hit.grade === 'possible')) {
        result.missed.push(`${entry.id} (${isHit ? 'only possible' : 'not found'})`);
      }
      for (const one of all) {
        if (entry.unknown.some((because) => because === one.because)) continue;
        const isRight = [...truth, ...entry.same, ...entry.also].some(
          (because) => because === one.because,
        );
        result.byGrade[one.grade][isRight ? 'right' : 'wrong']++;
        if (isRight) continue;
        result.wrong.push(`${entry.id} ${one.grade} ${one.because ?? `null:${one.upstream}`}`);
        if (entry.not === one.because && entry.why === 'other region') result.acrossRegions++;
      }
    }
  }
  for (const grade of GRADES) {
    const { right, wrong } = result.byGrade[grade];
    result.byGrade[grade].precision = right + wrong === 0 ? null : right / (right + wrong);
  }
  result.recall = found / result.truePairs;
  result.recallWithPossible = foundAtAll / result.truePairs;
  return result;
}
