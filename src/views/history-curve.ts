import type { Incident } from '../model/incident.ts';
import { barEnd, endShown, lastVouched } from './history-bar.ts';

/** Providers with an open incident from `at` on, until the next step. */
export interface CurveStep {
  at: string;
  /** Those a source vouches for. */
  low: number;
  /** With those whose end no source gives. */
  high: number;
}

/**
 * How many providers had an open incident, as steps over [from, to). A provider counts once however
 * many incidents it has. Where no source gives an end, the lower bound stops with the last word.
 */
export function openCurve(
  incidents: readonly Incident[],
  span: { from: string; to: string; now: string },
): CurveStep[] {
  const spans = incidents.map((incident) => ({
    providerId: incident.providerId,
    from: incident.startedAt,
    low: barEnd(incident) === 'inferred' ? lastVouched(incident) : endShown(incident, span.now),
    high: endShown(incident, span.now),
  }));
  const moments = spans
    .flatMap(({ from, low, high }) => [from, low, high])
    .filter((at) => at > span.from && at < span.to);
  const openAt = openProviders(spans.map(({ low, ...one }) => ({ ...one, to: low })));
  const maybeAt = openProviders(spans.map(({ high, ...one }) => ({ ...one, to: high })));
  return [...new Set([span.from, ...moments])]
    .toSorted()
    .map((at) => ({ at, low: openAt(at), high: maybeAt(at) }));
}

/** Counts the providers with an open span, for moments asked in ascending order. */
function openProviders(
  spans: readonly { providerId: string; from: string; to: string }[],
): (at: string) => number {
  const real = spans.filter(({ from, to }) => from < to);
  const starts = real.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const ends = real.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  const open = new Map<string, number>();
  let [begun, ended] = [0, 0];
  const count = (providerId: string, by: number) => {
    const left = (open.get(providerId) ?? 0) + by;
    if (left === 0) open.delete(providerId);
    else open.set(providerId, left);
  };
  return (at) => {
    for (let next = starts[begun]; next !== undefined && next.from <= at; next = starts[begun]) {
      count(next.providerId, 1);
      begun += 1;
    }
    for (let next = ends[ended]; next !== undefined && next.to <= at; next = ends[ended]) {
      count(next.providerId, -1);
      ended += 1;
    }
    return open.size;
  };
}

/** The step in force at a moment. */
export function countAt(steps: readonly CurveStep[], at: string): CurveStep | null {
  return steps.findLast((step) => step.at <= at) ?? null;
}

/** Outline of the area under the curve, in a box of the given size. */
export function curvePath(
  steps: readonly CurveStep[],
  bound: 'low' | 'high',
  box: { x: (at: string) => number; width: number; height: number; most: number },
): string {
  const y = (value: number) => Math.round((box.height - (value / box.most) * box.height) * 10) / 10;
  const path = steps.map((step) => `${step === steps[0] ? 'V' : 'H'}${part(step)}`).join('');
  return `M0 ${box.height}${path}H${box.width}V${box.height}z`;

  function part(step: CurveStep): string {
    return step === steps[0] ? `${y(step[bound])}` : `${box.x(step.at)}V${y(step[bound])}`;
  }
}
