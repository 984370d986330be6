import { tz } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, startOfDay } from 'date-fns';

/** Days of the site are UTC days, whatever zone the machine stands in. Times are ISO 8601, UTC. */
const UTC = { in: tz('UTC') };

/** @example dayStart('2025-10-20T07:11:00.000Z') // '2025-10-20T00:00:00.000Z' */
export function dayStart(iso: string): string {
  return new Date(startOfDay(iso, UTC)).toISOString();
}

/** The same time of day some days later, or earlier with a negative number. */
export function shiftDays(iso: string, days: number): string {
  return new Date(addDays(iso, days, UTC)).toISOString();
}

/** Number of UTC midnights between two moments. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(to, from, UTC);
}
