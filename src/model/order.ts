import { compareImpactWorstFirst } from './impact.ts';
import type { Incident, IncidentUpdate } from './incident.ts';

/** Newest start first; ties by id, so that paging is stable. */
export function compareNewestFirst(
  a: Pick<Incident, 'startedAt' | 'id'>,
  b: Pick<Incident, 'startedAt' | 'id'>,
): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** What is worst comes first, then what began last. */
export function compareWorstFirst(a: Incident, b: Incident): number {
  return compareImpactWorstFirst(a.impact, b.impact) || compareNewestFirst(a, b);
}

/** Oldest first, stable on ties: feeds list updates in either order, or in none. */
export function sortUpdates<T extends Pick<IncidentUpdate, 'at'>>(updates: readonly T[]): T[] {
  return updates.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
