import { type Kysely, sql } from 'kysely';
import { compareNewestFirst } from '../../model/order.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { IncidentQuery } from '../store-queries.ts';
import { type FoundKey, findByText } from './find-by-text.ts';
import {
  allOf,
  allowsNothing,
  type Bounds,
  notEndedBefore,
  olderThan,
  rowConditions,
} from './incident-filters.ts';
import { incidentStreams, type Stream } from './incident-streams.ts';
import type { Schema } from './schema.ts';
import { searchExpression } from './search-query.ts';
import { reachingSpans } from './span.ts';

export interface FoundPage {
  /** See incident-number.ts. */
  numbers: number[];
  next: string | null;
}

/**
 * The incidents of one page. Every stream is a stretch of one index in the order of pages, read no
 * further than the page is long; the page is what comes first in all of them.
 * @throws StoreError of kind `bad-cursor`
 */
export async function findIncidents(
  db: Kysely<Schema>,
  query: IncidentQuery,
  limit: number,
): Promise<FoundPage> {
  const before = query.before === undefined ? null : decodeCursor(query.before);
  const text = query.text?.trim();
  const match = text ? searchExpression(text, query.providers) : undefined;
  if (match === null || allowsNothing(query)) return { numbers: [], next: null };
  const bounds: Bounds = { query, before, wanted: limit + 1 };

  const found = new Map<number, FoundKey>();
  const add = (keys: readonly FoundKey[]) => {
    for (const key of keys) found.set(key.no, key);
  };
  if (match !== undefined) add(await findByText(db, match, bounds));
  else for (const stream of incidentStreams(query)) add(await readStream(db, stream, bounds));
  if (query.from !== undefined) add(await findReaching(db, query.from, match, bounds));

  const keys = [...found.values()].sort(compareNewestFirst);
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  return {
    numbers: page.map((key) => key.no),
    next: keys.length > limit && last !== undefined ? encodeCursor(last) : null,
  };
}

async function readStream(
  db: Kysely<Schema>,
  { table, start, id, where }: Stream,
  { query, before, wanted }: Bounds,
): Promise<FoundKey[]> {
  const conditions = [
    ...where,
    ...olderThan(before, start, id),
    ...(query.from === undefined ? [] : [sql`${start} >= ${query.from}`]),
    ...(query.to === undefined ? [] : [sql`${start} < ${query.to}`]),
    ...notEndedBefore(query.from),
    ...rowConditions(query),
  ];
  const { rows } = await sql<FoundKey>`SELECT ${start} AS startedAt, ${id} AS id, i.no AS no
    FROM ${table}
    WHERE ${allOf(conditions)} ORDER BY ${start} DESC, ${id} DESC LIMIT ${wanted}`.execute(db);
  return rows;
}

/** What began before `from` and had not ended by then; see span.ts. */
async function findReaching(
  db: Kysely<Schema>,
  from: string,
  match: string | undefined,
  { query, before, wanted }: Bounds,
): Promise<FoundKey[]> {
  const conditions = [
    sql`i.started_at < ${from}`,
    ...(query.to === undefined ? [] : [sql`i.started_at < ${query.to}`]),
    ...notEndedBefore(from),
    ...olderThan(before, sql`i.started_at`, sql`i.id`),
    ...rowConditions(query),
  ];
  if (match !== undefined) {
    conditions.push(sql`EXISTS (SELECT 1 FROM incident_search
      WHERE incident_search MATCH ${match} AND rowid = i.no)`);
  }
  const { rows } = await sql<FoundKey>`SELECT i.started_at AS startedAt, i.id AS id, i.no AS no
    FROM json_each(${JSON.stringify(reachingSpans(from))}) AS reach
    CROSS JOIN incidents AS i INDEXED BY incidents_span
      ON i.span = (reach.value ->> 0) AND i.started_at >= (reach.value ->> 1)
    WHERE ${allOf(conditions)}
    ORDER BY i.started_at DESC, i.id DESC LIMIT ${wanted}`.execute(db);
  return rows;
}
