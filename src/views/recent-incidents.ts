import type { Incident } from '../model/incident.ts';
import type { Store } from '../store/store.ts';
import { ALL_TIME } from './all-time.ts';

const HOUR_MS = 3_600_000;

/**
 * Outlines of what feeds told of the last 24 hours, and of up to an hour before: the span moves by
 * whole hours, so that within one every page shares a list.
 */
export async function incidentsOfLastDay(
  store: Pick<Store, 'ongoing'>,
  now: string,
): Promise<Incident[]> {
  const hour = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  const from = new Date(hour - 24 * HOUR_MS).toISOString();
  const incidents = await store.ongoing(from, ALL_TIME.to, { detail: 'outline' });
  return incidents.filter(({ kind, origin }) => kind === 'incident' && origin === 'feed');
}
