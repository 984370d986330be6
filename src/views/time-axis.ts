/** A time axis in percent, for drawings that stretch with their page. */
export interface TimeAxis {
  from: string;
  to: string;
  ticks: { at: string; x: number }[];
  /** True where ticks are days rather than hours. */
  isDaily: boolean;
  /** Percent of the width, clamped. @example 37.25 */
  x(at: string): number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
];
const MAX_TICKS = 9;

/** From the tick before `from` to the tick after `to`, with at most nine ticks. */
export function timeAxis(from: string, to: string): TimeAxis {
  const [start, end] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + MINUTE)];
  const step =
    STEPS.find((one) => Math.ceil(end / one) - Math.floor(start / one) < MAX_TICKS) ?? 365 * DAY;
  const first = Math.floor(start / step) * step;
  const last = Math.ceil(end / step) * step;
  const x = (at: string) => {
    const share = (Date.parse(at) - first) / (last - first);
    return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
  };
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) => {
    const at = new Date(first + index * step).toISOString();
    return { at, x: x(at) };
  });
  return {
    from: new Date(first).toISOString(),
    to: new Date(last).toISOString(),
    ticks,
    isDaily: step >= DAY,
    x,
  };
}
