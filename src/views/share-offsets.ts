import { STRENGTHS, type Strength } from '../knowledge/schemas/dependency.ts';

export const STRENGTH_ORDER = STRENGTHS;

/** Where each part of a stacked bar begins and how wide it is, in percent of the whole. */
export function shareOffsets(
  counts: Readonly<Record<Strength, number>>,
  of: number,
): Record<Strength, { x: number; width: number }> {
  const percent = (count: number) => (of === 0 ? 0 : Math.round((count / of) * 10_000) / 100);
  const { documented, reported, inferred } = counts;
  return {
    documented: { x: 0, width: percent(documented) },
    reported: { x: percent(documented), width: percent(reported) },
    inferred: { x: percent(documented + reported), width: percent(inferred) },
  };
}
