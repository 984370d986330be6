import { isImpactAtLeast } from '../model/impact.ts';
import type { Incident } from '../model/incident.ts';

/** How many incidents were open at one moment. */
export interface OpenCount {
  at: string;
  all: number;
  /** Of these, with major or critical impact. */
  grave: number;
}

/**
 * Incidents open at each of `steps` + 1 moments up to now, oldest first. Maintenance and notices are
 * no incidents; what was withdrawn does not count. Moments are on whole steps, except the last: now.
 */
export function openOverTime(
  incidents: readonly Incident[],
  now: string,
  steps: number,
  stepMs: number,
): OpenCount[] {
  const counted = incidents.filter(
    (incident) => incident.kind === 'incident' && incident.withdrawnAt === null,
  );
  const last = Math.floor(Date.parse(now) / stepMs) * stepMs;
  const moments = Array.from({ length: steps }, (_, index) =>
    new Date(last - (steps - 1 - index) * stepMs).toISOString(),
  );
  return countOpen(counted, [...moments, now]);
}

/** Each incident counts at the moments from its start until before its end. */
function countOpen(incidents: readonly Incident[], moments: readonly string[]): OpenCount[] {
  const counts = moments.map((at): OpenCount => ({ at, all: 0, grave: 0 }));
  for (const { startedAt, resolvedAt, impact } of incidents) {
    const first = firstFrom(moments, startedAt);
    const end = resolvedAt === null ? moments.length : firstFrom(moments, resolvedAt);
    const isGrave = isImpactAtLeast(impact, 'major');
    for (const count of counts.slice(first, end)) {
      count.all += 1;
      if (isGrave) count.grave += 1;
    }
  }
  return counts;
}

/** Position of the first of ascending moments that is not before `at`. */
function firstFrom(moments: readonly string[], at: string): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? '') < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
