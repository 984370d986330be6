import type { IncidentIndex } from './incident-index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
/** A history is read as if it held one more incident in two more weeks: short ones prove little. */
const PRIOR_COUNT = 1;
const PRIOR_HOURS = 14 * 24;
/** Nobody is taken to fall less often than once in 60 days. */
export const FLOOR_PER_HOUR = 1 / (60 * 24);

/** What longer histories than the incidents at hand say, counted where they are kept. */
export interface RateHistory {
  /** Holds for moments from here on, epoch milliseconds. */
  fromMs: number;
  /** Incidents per hour; undefined where nothing is counted. */
  perHour(providerId: string): number | undefined;
}

/** Incidents per hour from a count over some hours, with the allowance for short histories. */
export function rateOf(count: number, hours: number): number {
  return Math.max(FLOOR_PER_HOUR, (count + PRIOR_COUNT) / (hours + PRIOR_HOURS));
}

/**
 * How often a provider usually begins an incident, per hour: its own starts of the 365 days before
 * the day of `ms`. Today does not count, or the outage itself would become usual; and it changes at
 * midnight (UTC) only, so that a new incident leaves the explanations of others as they are.
 */
export function usualRate(index: IncidentIndex, providerId: string, ms: number): number {
  const told = index.history !== undefined && ms >= index.history.fromMs;
  const counted = told ? index.history?.perHour(providerId) : undefined;
  if (counted !== undefined) return counted;
  const today = Math.floor(ms / DAY_MS) * DAY_MS;
  const since = Math.max(today - YEAR_MS, index.firstStartMs());
  const hours = Math.max(0, today - since) / HOUR_MS;
  const count = hours === 0 ? 0 : index.countStarts(providerId, since, today);
  return rateOf(count, hours);
}
