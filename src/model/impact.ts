import type { Impact } from './incident.ts';
import type { ProviderStatus } from './status.ts';

const RANK = { none: 0, minor: 1, major: 2, critical: 3 } as const satisfies Record<
  Exclude<Impact, 'unknown'>,
  number
>;

/** The worst impact; `unknown` only where nothing known stands beside it. */
export function worstImpact(impacts: Iterable<Impact>): Impact {
  let worst: Exclude<Impact, 'unknown'> | null = null;
  for (const impact of impacts) {
    if (impact !== 'unknown' && (worst === null || RANK[impact] > RANK[worst])) worst = impact;
  }
  return worst ?? 'unknown';
}

/** True when `impact` is at least `floor`. An unknown impact passes only a floor of `none` or `unknown`. */
export function isImpactAtLeast(impact: Impact, floor: Impact): boolean {
  return floor === 'unknown' || sortRank(impact) >= sortRank(floor);
}

/** For sorting worst first; unknown sorts between none and minor. */
export function compareImpactWorstFirst(a: Impact, b: Impact): number {
  return sortRank(b) - sortRank(a);
}

function sortRank(impact: Impact): number {
  return impact === 'unknown' ? 0.5 : RANK[impact];
}

/** What an open incident of this impact says about its provider. Never `operational`. */
export const STATUS_OF_IMPACT = {
  none: 'degraded_performance',
  unknown: 'degraded_performance',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
} as const satisfies Record<Impact, ProviderStatus>;
