import { type RateHistory, rateOf } from '../explain/usual-rate.ts';
import type { Store } from '../store/store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
/** Moments so long before the day are close enough to be judged by the same rates. */
const HOLDS_MS = 15 * DAY_MS;

/**
 * How often each provider began an incident in the year before a day, by all that the store keeps.
 * A provider whose record begins within that year is judged from the first day of its record on:
 * what was not collected is no quiet.
 * @param day the day the rates are for, ISO 8601; it does not count itself
 */
export async function loadRateHistory(
  store: Pick<Store, 'incidentCountsByDay'>,
  providerIds: Iterable<string>,
  day: string,
): Promise<RateHistory> {
  const today = Math.floor(Date.parse(day) / DAY_MS) * DAY_MS;
  const from = new Date(today - YEAR_MS).toISOString();
  const to = new Date(today).toISOString();
  const rates = new Map<string, number>();
  for (const id of providerIds) {
    const counts = await store.incidentCountsByDay(from, to, [id]);
    const days = counts.filter(({ kind }) => kind === 'incident');
    const count = days.reduce((sum, one) => sum + one.count, 0);
    const first = days[0]?.day;
    const hours = first === undefined ? 0 : (today - Date.parse(`${first}T00:00:00Z`)) / HOUR_MS;
    rates.set(id, rateOf(count, hours));
  }
  return { fromMs: today - HOLDS_MS, perHour: (id) => rates.get(id) };
}
