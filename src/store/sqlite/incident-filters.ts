import { type RawBuilder, sql } from 'kysely';
import { isImpactAtLeast } from '../../model/impact.ts';
import { IMPACTS, type Impact } from '../../model/incident.ts';
import type { PageKey } from '../cursor.ts';
import type { IncidentQuery } from '../store-queries.ts';

export type Condition = RawBuilder<unknown>;

/** What every part of a search keeps to. */
export interface Bounds {
  query: IncidentQuery;
  before: PageKey | null;
  /** Most keys any part may bring. */
  wanted: number;
}

/** Impacts a floor lets through; undefined where it lets through all. */
export function impactsFrom(floor: Impact | undefined): Impact[] | undefined {
  if (floor === undefined) return undefined;
  const impacts = IMPACTS.filter((impact) => isImpactAtLeast(impact, floor));
  return impacts.length === IMPACTS.length ? undefined : impacts;
}

/** Every filter but text and time, as conditions on the incident row `i`. */
export function rowConditions(query: Omit<IncidentQuery, 'before'>): Condition[] {
  const conditions: Condition[] = [];
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values !== undefined) {
      conditions.push(sql`i.${sql.ref(column)} IN (${sql.join(values)})`);
    }
  };
  oneOf('provider_id', query.providers);
  oneOf('kind', query.kinds);
  oneOf('status', query.statuses);
  oneOf('impact', impactsFrom(query.impact));
  if (query.origin !== undefined) conditions.push(sql`i.origin = ${query.origin}`);
  if (query.isOpen !== undefined) conditions.push(sql`i.is_open = ${query.isOpen ? 1 : 0}`);
  if (query.regions !== undefined) {
    conditions.push(sql`EXISTS (SELECT 1 FROM incident_regions AS r WHERE r.incident_id = i.id
      AND r.region IN (${sql.join(query.regions)}))`);
  }
  if (query.services !== undefined) {
    conditions.push(sql`EXISTS (SELECT 1 FROM incident_services AS s WHERE s.incident_id = i.id
      AND s.service IN (${sql.join(query.services)}))`);
  }
  return conditions;
}

/** Older than the cursor in the order of pages. */
export function olderThan(key: PageKey | null, start: Condition, id: Condition): Condition[] {
  return key === null ? [] : [sql`(${start}, ${id}) < (${key.startedAt}, ${key.id})`];
}

/** "Had not ended before": what ended at the very moment `from` still counts. */
export function notEndedBefore(from: string | undefined): Condition[] {
  return from === undefined ? [] : [sql`(i.ended_at IS NULL OR i.ended_at >= ${from})`];
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1` : sql.join(conditions, sql` AND `);
}

/** True where some list allows nothing at all. */
export function allowsNothing(query: Omit<IncidentQuery, 'before'>): boolean {
  return [query.providers, query.kinds, query.statuses, query.regions, query.services].some(
    (list) => list?.length === 0,
  );
}
