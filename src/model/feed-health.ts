import type { FeedErrorKind } from './feed-error.ts';

/** How one feed is doing. Times are ISO 8601, UTC; null means never. */
export interface FeedHealth {
  key: string;
  providerId: string;
  format: string;
  url: string;
  nextCheckAt: string;
  lastAttemptAt: string | null;
  /** Last time it was read and understood, unchanged (304 or same bytes) included. */
  lastGoodAt: string | null;
  /** Last time its content differed from before. */
  lastChangeAt: string | null;
  /** Failures in a row; 0 after a good read. */
  failures: number;
  error: { kind: FeedErrorKind; message: string; httpStatus?: number } | null;
  /** Where the address led last time, if elsewhere. */
  redirectedTo: string | null;
  unknownWords: { field: string; word: string }[];
  warnings: string[];
  /** The last read proved that nothing is reported beyond the listed incidents. */
  provesNothingReported: boolean;
}

/** A reading older than this no longer vouches for a state (design.md, principle 1). */
export const STALE_AFTER_MS = 15 * 60_000;

/** `never` read, `failing` (last attempt failed or reading too old), or `healthy`. */
export function feedCondition(
  health: Pick<FeedHealth, 'lastGoodAt' | 'failures'>,
  now: string,
): 'healthy' | 'failing' | 'never' {
  if (health.lastGoodAt === null) return 'never';
  return health.failures > 0 || isStale(health.lastGoodAt, now) ? 'failing' : 'healthy';
}

/** True when a reading of `lastGoodAt` is too old at `now`, or was never made. */
export function isStale(lastGoodAt: string | null, now: string): boolean {
  return lastGoodAt === null || Date.parse(now) - Date.parse(lastGoodAt) > STALE_AFTER_MS;
}
