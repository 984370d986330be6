import type { Kysely } from 'kysely';
import type { RevisionMark } from '../store.ts';
import type { Schema } from './schema.ts';

const MAX_IDS = 1_000;

/** See Store.revisionMarks: a range of one index per id, the versions themselves stay unread. */
export async function revisionMarks(
  db: Kysely<Schema>,
  incidentIds: readonly string[],
): Promise<Map<string, RevisionMark>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('incident_revisions')
    .select((eb) => [
      'incident_id as id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('at').as('lastAt'),
    ])
    .where('incident_id', 'in', incidentIds.slice(0, MAX_IDS))
    .groupBy('incident_id')
    .execute();
  return new Map(rows.map(({ id, count, lastAt }) => [id, { count, lastAt }]));
}
