import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PublishedQuery } from '../store-queries.ts';
import { allOf, allowsNothing, type Condition, rowConditions } from './incident-filters.ts';
import type { Schema } from './schema.ts';
import { searchExpression } from './search-query.ts';

/** A moment by the id of its incident. */
export interface MomentRow {
  at: string;
  id: string;
}

/** Where moments are read from: tables with the incident row as `i`, and what chooses the rows. */
interface Source {
  table: RawBuilder<unknown>;
  where: readonly Condition[];
}

const SEEN = sql`i.published_at`;
/** As the indexes of migrations 2 and 3 have it, word for word, else SQLite would not use them. */
const TOLD_END = sql`coalesce(i.withdrawn_at, i.resolved_at)`;

/** A first post known with its incident is told at the moment `seen`. */
const LATER_POST = sql`(u.position > 0 OR u.at > i.published_at)`;

/**
 * The `limit` newest moments, the newest first.
 * A cut by place or by words sorts what it finds; every other one reads a stretch of an index.
 */
export async function findPublished(
  db: Kysely<Schema>,
  query: PublishedQuery,
  limit: number,
): Promise<MomentRow[]> {
  const text = query.text?.trim();
  const match = text ? searchExpression(text, query.providers) : undefined;
  if (match === null || allowsNothing(query)) return [];
  const found: MomentRow[] = [];
  for (const source of sources(query, match)) {
    found.push(...(await readMoments(db, source, query, limit)));
  }
  return found.sort(lastTold).slice(0, limit);
}

async function readMoments(
  db: Kysely<Schema>,
  { table, where }: Source,
  query: PublishedQuery,
  limit: number,
): Promise<MomentRow[]> {
  const at = timeOf(query);
  const { before, from, to } = query;
  const conditions = [
    ...where,
    ...rowConditions(query),
    ...(query.moment === 'ended' ? [sql`${TOLD_END} IS NOT NULL`] : []),
    ...(before === undefined ? [] : [sql`(${at}, i.id) < (${before.at}, ${before.id})`]),
    ...(from === undefined ? [] : [sql`(i.ended_at IS NULL OR i.ended_at >= ${from})`]),
    ...(to === undefined ? [] : [sql`i.started_at < ${to}`]),
  ];
  const { rows } = await sql<MomentRow>`SELECT ${at} AS at, i.id AS id FROM ${table}
    WHERE ${allOf(conditions)} ORDER BY ${at} DESC, i.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

function timeOf({ moment }: PublishedQuery): Condition {
  if (moment === 'post') return sql`u.at`;
  return moment === 'seen' ? SEEN : TOLD_END;
}

function sources(query: PublishedQuery, match: string | undefined): Source[] {
  if (match !== undefined) {
    const table = sql`incident_search CROSS JOIN incidents AS i ON i.no = incident_search.rowid`;
    return [joined(query, table, sql`incident_search MATCH ${match}`)];
  }
  for (const [place, values] of [
    ['service', query.services],
    ['region', query.regions],
  ] as const) {
    if (values === undefined) continue;
    const table = sql`(SELECT DISTINCT incident_id FROM ${sql.table(`incident_${place}s`)}
      WHERE ${sql.ref(place)} IN (${sql.join(values)})) AS p
      CROSS JOIN incidents AS i ON i.id = p.incident_id`;
    return [joined(query, table)];
  }
  if (query.providers !== undefined) {
    return query.providers.map((id) => {
      const table = sql`incidents AS i INDEXED BY ${sql.ref(indexOf(query, true))}`;
      return joined(query, table, sql`i.provider_id = ${id}`);
    });
  }
  if (query.moment === 'post') {
    const table = sql`incident_updates AS u INDEXED BY incident_updates_at
      CROSS JOIN incidents AS i ON i.no = u.incident_no`;
    return [{ table, where: [LATER_POST] }];
  }
  return [{ table: sql`incidents AS i INDEXED BY ${sql.ref(indexOf(query, false))}`, where: [] }];
}

/** The same rows with their posts, where posts are asked for; the first comes with the incident. */
function joined(query: PublishedQuery, table: RawBuilder<unknown>, ...where: Condition[]): Source {
  if (query.moment !== 'post') return { table, where };
  return {
    table: sql`${table} CROSS JOIN incident_updates AS u ON u.incident_no = i.no`,
    where: [...where, LATER_POST],
  };
}

function indexOf({ moment }: PublishedQuery, isOfProvider: boolean): string {
  if (moment === 'ended')
    return isOfProvider ? 'incidents_provider_told_end' : 'incidents_told_end';
  return isOfProvider ? 'incidents_provider_published' : 'incidents_published';
}

function lastTold(a: MomentRow, b: MomentRow): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}
