import { type RawBuilder, sql } from 'kysely';
import type { IncidentQuery } from '../store-queries.ts';
import { type Condition, impactsFrom } from './incident-filters.ts';

/** One stretch of one index, in the order of pages. */
export interface Stream {
  /** Tables to read; the incident row is `i`. */
  table: RawBuilder<unknown>;
  start: Condition;
  id: Condition;
  where: readonly Condition[];
}

/**
 * The streams that together hold all a query allows: one per value of its most telling filter. The
 * index is named in the SQL, so that no statistics can talk SQLite into reading the whole table.
 */
export function incidentStreams(query: IncidentQuery): Stream[] {
  if (query.services !== undefined) return placeStreams('service', query.services);
  if (query.regions !== undefined) return placeStreams('region', query.regions);
  if (query.isOpen === true) return [rowStream('incidents_open', sql`i.is_open = 1`)];
  if (query.origin === 'archive') {
    return [rowStream('incidents_archive', sql`i.origin = 'archive'`)];
  }
  if (query.providers !== undefined) {
    return query.providers.map((id) => rowStream('incidents_provider', sql`i.provider_id = ${id}`));
  }
  if (query.statuses !== undefined) {
    return query.statuses.map((word) => rowStream('incidents_status', sql`i.status = ${word}`));
  }
  const impacts = impactsFrom(query.impact);
  if (impacts !== undefined) {
    return impacts.map((word) => rowStream('incidents_impact', sql`i.impact = ${word}`));
  }
  if (query.kinds !== undefined) {
    return query.kinds.map((word) => rowStream('incidents_kind', sql`i.kind = ${word}`));
  }
  return [rowStream('incidents_timeline')];
}

function rowStream(index: string, ...where: Condition[]): Stream {
  return {
    table: sql`incidents AS i INDEXED BY ${sql.ref(index)}`,
    start: sql`i.started_at`,
    id: sql`i.id`,
    where,
  };
}

function placeStreams(place: 'region' | 'service', values: readonly string[]): Stream[] {
  const table = sql.table(`incident_${place}s`);
  return values.map((value) => ({
    table: sql`${table} AS p CROSS JOIN incidents AS i ON i.id = p.incident_id`,
    start: sql`p.started_at`,
    id: sql`p.incident_id`,
    where: [sql`p.${sql.ref(place)} = ${value}`],
  }));
}
