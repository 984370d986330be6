import { type RawBuilder, sql } from 'kysely';

/**
 * Which incidents to load: their ids, or their numbers (sqlite/incident-number.ts) where a query has
 * just found them. Numbers are faster by far: neighbours in time are neighbours on disk.
 */
export type WantedIncidents = readonly string[] | readonly number[];

/** What to read them from: the row as `i`, the order given as `wanted.key`. */
export function fromWanted(wanted: WantedIncidents): RawBuilder<unknown> {
  const column = typeof wanted[0] === 'number' ? sql.ref('i.no') : sql.ref('i.id');
  return sql`json_each(${JSON.stringify(wanted)}) AS wanted
    CROSS JOIN incidents AS i ON ${column} = wanted.value`;
}
