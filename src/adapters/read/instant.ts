import { TZDate } from '@date-fns/tz';
import type { Zone } from './zone-offset.ts';

/** A date and time as printed; month 1 to 12. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Years a status feed can mean; `0001-01-01` and its kin stand for "never". */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2199;

/** The moment of a printed time, or null where there is no such date or the zone stays unclear. */
export function instantOf(
  wall: WallTime,
  zone: Zone | null,
  timeZone: string | undefined,
): string | null {
  if (!isPossible(wall)) return null;
  if (zone?.kind === 'offset') return toIso(utcMs(wall) - zone.minutes * 60_000);
  if (zone?.kind === 'wall-clock') return inTimeZone(wall, zone.timeZone);
  if (timeZone !== undefined) return inTimeZone(wall, timeZone);
  return zone === null ? toIso(utcMs(wall)) : null;
}

/** `Date#toISOString()` for a time in ms since the epoch, null outside the years we accept or for NaN. */
export function toIso(ms: number): string | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR - 1 && year <= LAST_YEAR + 1 ? date.toISOString() : null;
}

function isPossible(wall: WallTime): boolean {
  if (wall.year < FIRST_YEAR || wall.year > LAST_YEAR) return false;
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59) return false;
  // 31 February rolls over into March: no such day was printed in good order.
  return new Date(utcMs(wall)).getUTCMonth() + 1 === wall.month;
}

function utcMs({ year, month, day, hour, minute, second, millisecond }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

function inTimeZone(wall: WallTime, timeZone: string): string | null {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  const date = new TZDate(year, month - 1, day, hour, minute, second, millisecond, timeZone);
  return toIso(date.getTime());
}
