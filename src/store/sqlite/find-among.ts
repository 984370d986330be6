import { type Kysely, sql } from 'kysely';
import type { IncidentQuery } from '../store-queries.ts';
import { allOf, notEndedBefore, rowConditions } from './incident-filters.ts';
import type { Schema } from './schema.ts';

/** Of these incidents, the numbers of those that overlap a span and pass the filters, newest start first. */
export async function findAmong(
  db: Kysely<Schema>,
  ids: readonly string[],
  query: Omit<IncidentQuery, 'before' | 'text'>,
  limit: number,
): Promise<number[]> {
  const conditions = [
    ...(query.to === undefined ? [] : [sql`i.started_at < ${query.to}`]),
    ...notEndedBefore(query.from),
    ...rowConditions(query),
  ];
  const { rows } = await sql<{ no: number }>`
    SELECT i.no AS no FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN incidents AS i ON i.id = wanted.value
    WHERE ${allOf(conditions)}
    ORDER BY i.started_at DESC, i.id DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ no }) => no);
}
