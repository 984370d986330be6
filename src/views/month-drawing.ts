import { compareImpactWorstFirst } from '../model/impact.ts';
import { barsPath, dotsPath, type HistoryBar, historyBars } from './history-bar.ts';
import type { HistoryDay } from './history-days.ts';
import type { HistoryLane } from './history-lanes.ts';
import { type HistoryMonth, historyMonth } from './history-month.ts';
import { incidentSign } from './incident-row.ts';
import { keptPeriod } from './kept-period.ts';

/** A month with everything that is drawn of it. */
export interface MonthDrawing {
  month: HistoryMonth;
  axis: MonthAxis;
  bars: ReadonlyMap<HistoryLane, HistoryBar[]>;
  /** The month that runs downwards: a line per day. */
  lines: DayLine[];
}

export interface MonthAxis {
  from: string;
  to: string;
  /** Where what is still open ends: now, or the end of the month. */
  now: string;
  width: number;
  least: number;
}

/** A day, its 24 hours across in units of a minute: the gravest incidents below each other. */
export interface DayLine {
  day: HistoryDay;
  height: number;
  /** Outlines by the sign they are inked as. */
  paths: [sign: string, path: string][];
  dots: string;
}

/** Width of a day on the axis of lanes. */
export const DAY_WIDTH = 144;
const LEAST_WIDTH = 24;
const MINUTES = 1440;
const LEAST_MINUTES = 20;
const MAX_SLOTS = 6;
const STEP = 9;

/** The drawing of a month. */
export const monthDrawing = keptPeriod(draw);

function draw(input: Parameters<typeof historyMonth>[0]): MonthDrawing {
  const { period, now } = input;
  const month = historyMonth(input);
  const axis = {
    from: period.from,
    to: period.to,
    now,
    width: month.days.length * DAY_WIDTH,
    least: LEAST_WIDTH,
  };
  const lanes = [...month.lanes.shown, ...month.lanes.folds.flatMap((fold) => fold.lanes)];
  const bars = new Map(lanes.map((lane) => [lane, historyBars(lane.incidents, axis)]));
  return { month, axis, bars, lines: month.days.map((day) => dayLine(day, now)) };
}

function dayLine(day: HistoryDay, now: string): DayLine {
  const from = `${day.day}T00:00:00.000Z`;
  const to = new Date(Date.parse(from) + 86_400_000).toISOString();
  const slots = day.incidents
    .toSorted((a, b) => compareImpactWorstFirst(a.impact, b.impact))
    .slice(0, MAX_SLOTS);
  const axis = { from, to, now: now < to ? now : to, width: MINUTES, least: LEAST_MINUTES };
  const bars = historyBars(slots, axis);
  const middle = (index: number) => 8 + index * STEP;
  const inks = Map.groupBy(bars.entries(), ([, bar]) => incidentSign(bar.incident));
  return {
    day,
    height: Math.max(24, bars.length * STEP + 8),
    paths: [...inks].map(([ink, list]) => [
      ink,
      list.map(([index, bar]) => barsPath([bar], middle(index))).join(''),
    ]),
    dots: bars.map((bar, index) => dotsPath([bar], middle(index))).join(''),
  };
}
