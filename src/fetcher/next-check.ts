import { addMilliseconds } from 'date-fns';

/** Seconds. */
export const DEFAULT_INTERVAL = 120;
export const INCIDENT_INTERVAL = 60;
export const MIN_INTERVAL = 30;
const MAX_BACK_OFF = 30 * 60;
/** A `max-age` beyond this is nonsense for a status feed. */
const MAX_FRESH = 60 * 60;
const MAX_RETRY_AFTER = 6 * 60 * 60;
const JITTER = 0.1;

export interface CheckFacts {
  /** ISO 8601, UTC. */
  now: string;
  /** From the config; absent means the defaults. */
  intervalSeconds?: number | undefined;
  /** Its provider has an open incident. */
  hasOpenIncident: boolean;
  /** Failures in a row, the present one included; 0 after a good read. */
  failures: number;
  /** What a good answer asked for. */
  freshForSeconds?: number | null;
  /** What a refusal asked for. */
  retryAfterSeconds?: number | null;
  /** 0 to 1, spreads the feeds; 0.5 leaves the time as it is. */
  random: number;
}

/**
 * When to read a feed again: its interval (shorter while something is open, longer with each
 * failure in a row), spread by a tenth, and never sooner than the source asked for.
 * @example nextCheckAt({ now: '2025-10-20T07:00:00.000Z', hasOpenIncident: true, failures: 0, random: 0.5 })
 * // '2025-10-20T07:01:00.000Z'
 */
export function nextCheckAt(facts: CheckFacts): string {
  const usual = Math.max(MIN_INTERVAL, facts.intervalSeconds ?? DEFAULT_INTERVAL);
  const base = facts.hasOpenIncident ? Math.min(usual, INCIDENT_INTERVAL) : usual;
  const backedOff =
    facts.failures > 1
      ? // An interval longer than the cap stays as it is: back-off never makes it shorter.
        Math.max(base, Math.min(base * 2 ** (facts.failures - 1), MAX_BACK_OFF))
      : base;
  const spread = backedOff * (1 + (facts.random * 2 - 1) * JITTER);
  const floor = Math.max(
    Math.min(facts.freshForSeconds ?? 0, MAX_FRESH),
    Math.min(facts.retryAfterSeconds ?? 0, MAX_RETRY_AFTER),
  );
  const seconds = Math.max(spread, floor);
  return addMilliseconds(facts.now, Math.round(seconds * 1000)).toISOString();
}
