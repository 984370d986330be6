/**
 * Finding what overlaps a range, without reading all that began before it.
 *
 * An incident that began before `from` overlaps it when it ended after. No single index answers
 * that. So each incident stores the class of its duration: class k lasted at most 2^k hours. In
 * class k only what began after `from - 2^k hours` can reach `from`, which is one short stretch of
 * the index (span, started_at); twenty stretches cover all durations.
 */

const HOUR_MS = 3_600_000;
/** 2^20 hours are 119 years. */
const LONGEST = 20;
/** What has not ended, however long ago it began. */
export const UNENDED_SPAN = 99;

/** Class of a duration; UNENDED_SPAN where there is no end. */
export function spanOf(startedAt: string, endedAt: string | null): number {
  if (endedAt === null) return UNENDED_SPAN;
  const hours = (Date.parse(endedAt) - Date.parse(startedAt)) / HOUR_MS;
  return hours <= 1 ? 0 : Math.min(LONGEST, Math.ceil(Math.log2(hours)));
}

/** For each class the earliest start from which `at` can be reached, as [span, startedAt]. */
export function reachingSpans(at: string): [span: number, since: string][] {
  const spans: [number, string][] = [[UNENDED_SPAN, '']];
  for (let span = 0; span <= LONGEST; span++) {
    // An hour more, so that rounding in the logarithm never loses one.
    const since = Date.parse(at) - (2 ** span + 1) * HOUR_MS;
    spans.push([span, since < 0 || span === LONGEST ? '' : new Date(since).toISOString()]);
  }
  return spans;
}
