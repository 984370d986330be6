/** How far ahead of the reading a time may lie: clocks differ, but not by more than this. */
export const FUTURE_TOLERANCE_MS = 10 * 60_000;

/**
 * A time its source gave, or null where it cannot be: what has happened has not happened in the
 * future. Local times labelled as UTC are the usual reason.
 */
export function usableTime(time: string | null | undefined, at: string): string | null {
  if (time === null || time === undefined) return null;
  return Date.parse(time) - Date.parse(at) > FUTURE_TOLERANCE_MS ? null : time;
}

/** The latest of several times; null where there is none. */
export function latest(...times: readonly (string | null | undefined)[]): string | null {
  let last: string | null = null;
  for (const time of times) {
    if (time !== null && time !== undefined && (last === null || time > last)) last = time;
  }
  return last;
}
