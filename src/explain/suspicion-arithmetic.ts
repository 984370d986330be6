import { choose, poissonTail } from './chance.ts';
import type { IncidentIndex } from './incident-index.ts';
import { usualRate } from './usual-rate.ts';

/** One dependent that fell. */
export interface Fallen {
  incidentId: string;
  providerId: string;
  startedAt: string;
  /** Its own words name the suspected upstream as the cause. */
  isNaming: boolean;
}

/** The calculation as it can be shown and checked. */
export interface Arithmetic {
  fallen: (Fallen & { perHour: number })[];
  /** How many could have fallen, and the length of the window. */
  of: number;
  minutes: number;
  /** Sum of the usual rates of all that could have fallen, per hour. */
  perHour: number;
  /** Incidents to be expected among all of them in the window, with the allowance for busy hours. */
  expected: number;
  naming: number;
  /** Probability that so many fall by chance, and so many of them name the upstream by mistake. */
  chance: number;
}

const HOUR_MS = 3_600_000;
/** Incidents cluster in working hours and release days: the usual rate is doubled. */
export const BUSY_FACTOR = 2;
/** Of posts whose cause is another, at most so many name a given upstream as theirs. */
export const WRONG_NAME_SHARE = 0.05;

/**
 * P = P(N ≥ k; λ) · C(k, m) · 0.05^m: at least k of all dependents begin within the window (Poisson,
 * λ the sum of their usual rates times the window times BUSY_FACTOR), and m of these k name the
 * upstream though it is not the cause.
 */
export function arithmeticOf(
  index: IncidentIndex,
  dependents: readonly string[],
  fallen: readonly Fallen[],
  fromMs: number,
  toMs: number,
): Arithmetic {
  const hours = (toMs - fromMs) / HOUR_MS;
  const perHour = dependents.reduce((sum, id) => sum + usualRate(index, id, toMs), 0);
  const expected = perHour * hours * BUSY_FACTOR;
  const naming = fallen.filter(({ isNaming }) => isNaming).length;
  const chance =
    poissonTail(fallen.length, expected) *
    Math.min(1, choose(fallen.length, naming) * WRONG_NAME_SHARE ** naming);
  return {
    fallen: fallen
      .map((one) => ({ ...one, perHour: usualRate(index, one.providerId, toMs) }))
      .toSorted((a, b) => compare(a.startedAt, b.startedAt) || compare(a.incidentId, b.incidentId)),
    of: dependents.length,
    minutes: Math.round(hours * 60),
    perHour,
    expected,
    naming,
    chance,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
