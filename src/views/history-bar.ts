import { type Impact, type Incident, isEndOurs } from '../model/incident.ts';

/** How the end of a bar is known. `inferred`: no source gives it; `open`: it goes on past the drawing. */
export type BarEnd = 'stated' | 'inferred' | 'open';

/** One incident on a time axis, in units of the drawing. */
export interface HistoryBar {
  incident: Incident;
  /** Where it is solid: from its start to the last moment a source vouches for. */
  x: number;
  width: number;
  /** Where it may have gone on: dotted up to here; null where the end is stated. */
  dotsTo: number | null;
  end: BarEnd;
  impact: Impact;
}

/** Half the thickness of a bar in a lane of height 16, by impact: thickness is impact. */
export const HALF_HEIGHT = {
  critical: 5,
  major: 4,
  minor: 2.5,
  none: 1.5,
  unknown: 1.5,
} as const satisfies Record<Impact, number>;

/**
 * Places incidents on an axis of `width` units over [from, to).
 * @param least smallest width of a bar, so that a short one is still seen
 */
export function historyBars(
  incidents: readonly Incident[],
  axis: { from: string; to: string; now: string; width: number; least: number },
): HistoryBar[] {
  // A UTC scale is linear; written out, since a month places ten thousand moments.
  const from = Date.parse(axis.from);
  const perMs = axis.width / (Date.parse(axis.to) - from);
  const place = (iso: string) =>
    Math.round(Math.min(Math.max((Date.parse(iso) - from) * perMs, 0), axis.width));
  return incidents.map((incident) => {
    const end = barEnd(incident);
    const until = endShown(incident, axis.now);
    const sure = end === 'inferred' ? lastVouched(incident) : until;
    const x = Math.min(place(incident.startedAt), axis.width - axis.least);
    const width = Math.max(axis.least, place(sure) - x);
    const dots = end === 'inferred' ? Math.max(x + width, place(until)) : null;
    return {
      incident,
      x,
      width,
      dotsTo: dots === x + width ? null : dots,
      end,
      impact: incident.impact,
    };
  });
}

export function barEnd(incident: Incident): BarEnd {
  if (incident.resolvedAt === null) return 'open';
  return isEndOurs(incident) ? 'inferred' : 'stated';
}

/** The latest moment it may have lasted to. */
export function endShown(incident: Incident, now: string): string {
  return incident.resolvedAt ?? now;
}

/** The last moment a source says it was going on: its last post, or only its start. */
export function lastVouched(incident: Incident): string {
  const last = incident.updates.at(-1)?.at ?? incident.startedAt;
  const end = incident.resolvedAt ?? last;
  const vouched = last < end ? last : end;
  return vouched > incident.startedAt ? vouched : incident.startedAt;
}

/** Bars as one outline, for lanes too full for one element each. */
export function barsPath(bars: readonly HistoryBar[], middle = 8): string {
  return bars
    .map(({ x, width, impact }) => {
      const half = HALF_HEIGHT[impact];
      return `M${x} ${middle - half}h${width}v${half * 2}h-${width}z`;
    })
    .join('');
}

/** Dotted lines of unknown ends. */
export function dotsPath(bars: readonly HistoryBar[], middle = 8): string {
  return bars
    .flatMap(({ x, width, dotsTo }) => (dotsTo === null ? [] : `M${x + width} ${middle}H${dotsTo}`))
    .join('');
}
