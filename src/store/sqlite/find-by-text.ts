import { type Kysely, sql } from 'kysely';
import type { PageKey } from '../cursor.ts';
import {
  allOf,
  type Bounds,
  notEndedBefore,
  olderThan,
  rowConditions,
} from './incident-filters.ts';
import { firstNumberAfter, firstNumberAt } from './incident-number.ts';
import type { Schema } from './schema.ts';

/** A place in the order of pages with the incident's number. */
export interface FoundKey extends PageKey {
  no: number;
}

/**
 * Full-text matches, newest start first. The index lists them by number, which grows with the
 * start, so a frequent word costs no more than a rare one. Only among equal starts do numbers say
 * nothing of the order; the rest of the last start is therefore read too.
 */
export async function findByText(
  db: Kysely<Schema>,
  match: string,
  bounds: Bounds,
): Promise<FoundKey[]> {
  const { query, before, wanted } = bounds;
  const upper = [
    ...(before === null ? [] : [firstNumberAfter(before.startedAt)]),
    ...(query.to === undefined ? [] : [firstNumberAt(query.to)]),
  ];
  const lowest = query.from === undefined ? 0 : firstNumberAt(query.from);
  const matches = await readMatches(db, match, bounds, lowest, Math.min(...upper), wanted);
  const last = matches.at(-1);
  if (last === undefined || matches.length < wanted) return matches;
  const start = firstNumberAt(last.startedAt);
  const rest = await readMatches(db, match, bounds, start, last.no, -1);
  return [...matches, ...rest];
}

async function readMatches(
  db: Kysely<Schema>,
  match: string,
  { query, before }: Bounds,
  lowest: number,
  below: number,
  limit: number,
): Promise<FoundKey[]> {
  const conditions = [
    sql`incident_search MATCH ${match}`,
    sql`incident_search.rowid >= ${lowest}`,
    ...(Number.isFinite(below) ? [sql`incident_search.rowid < ${below}`] : []),
    ...olderThan(before, sql`i.started_at`, sql`i.id`),
    ...notEndedBefore(query.from),
    ...rowConditions(query),
  ];
  const { rows } = await sql<FoundKey>`
    SELECT i.no AS no, i.started_at AS startedAt, i.id AS id
    FROM incident_search CROSS JOIN incidents AS i ON i.no = incident_search.rowid
    WHERE ${allOf(conditions)}
    ORDER BY incident_search.rowid DESC LIMIT ${limit}`.execute(db);
  return rows;
}
