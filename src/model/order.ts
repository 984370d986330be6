import { compareImpactWorstFirst } from './impact.ts';
import type { Incident, IncidentUpdate } from './incident.ts';

/** Newest start first; ties by id, so that paging is stable. */
export function compareNewestFirst(
  a: Pick<Incident, 'startedAt' | 'id'>,
  b: Pick<Incident, 'startedAt' | 'id'>,
): number {
  return compareText(b.startedAt, a.startedAt) || compareText(b.id, a.id);
}

/** What is worst comes first, then what began last. */
export function compareWorstFirst(a: Incident, b: Incident): number {
  return compareImpactWorstFirst(a.impact, b.impact) || compareNewestFirst(a, b);
}

/** Oldest first, stable on ties: feeds list updates in either order, or in none. */
export function sortUpdates<T extends Pick<IncidentUpdate, 'at'>>(updates: readonly T[]): T[] {
  return updates.toSorted((a, b) => compareText(a.at, b.at));
}

/** By code units: no locale may move an id or a time. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
