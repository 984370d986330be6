import type { AgainstCode, ForCode, Grade, Reason } from './explanation.ts';
import { INDEPENDENT_SIGNS, LIKELY, POSSIBLE, SIGNS_OF_TIME } from './weights.ts';

/** What the grade follows from besides the points. */
export interface GradeFacts {
  for: readonly Reason<ForCode>[];
  against: readonly Reason<AgainstCode>[];
  /** The text names this upstream as the cause. */
  isNamedAsCause: boolean;
  /** A later word of the text names another cause. */
  isContested: boolean;
  /** The upstream's incident was open when the dependent began. */
  wasOpen: boolean;
  /** The way leads through a provider that posted nothing. */
  isIndirect: boolean;
  /** The text names a provider on the way as the cause. */
  isNamedOnTheWay: boolean;
}

/**
 * - confirmed: named as the cause, uncontested, while the upstream was open
 * - likely: LIKELY points, an independent sign, the upstream open, on a direct way
 * - possible: POSSIBLE points
 * - null: no explanation
 */
export function gradeOf(facts: GradeFacts): Grade | null {
  const score = scoreOf(facts);
  if (facts.isNamedAsCause && !facts.isContested && facts.wasOpen) return 'confirmed';
  // Who speaks of somebody else may well have fallen at the same hour for another reason.
  const isElsewhere = facts.against.some(({ code }) => code === 'mentions-other-upstream');
  const hasSign = facts.for.some(
    ({ code }) => INDEPENDENT_SIGNS.has(code) && !(isElsewhere && SIGNS_OF_TIME.has(code)),
  );
  const isCapped = facts.isIndirect && !facts.isNamedAsCause && !facts.isNamedOnTheWay;
  if (score >= LIKELY && hasSign && (facts.wasOpen || facts.isNamedAsCause) && !isCapped) {
    return 'likely';
  }
  return score >= POSSIBLE ? 'possible' : null;
}

export function scoreOf({ for: pro, against }: Pick<GradeFacts, 'for' | 'against'>): number {
  return [...pro, ...against].reduce((sum, { weight }) => sum + weight, 0);
}
