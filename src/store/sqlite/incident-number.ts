import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Incidents that may begin in the same millisecond before their numbers spill into the next. */
const SLOTS = 1024;
/** Year 2223; beyond it numbers would leave the safe integers. */
const LAST_MS = 8e12;

/** First number of the incidents that begin at this time: numbers sort like starts. */
export function firstNumberAt(startedAt: string): number {
  const ms = Date.parse(startedAt);
  return Math.min(Math.max(Number.isNaN(ms) ? 0 : ms, 0), LAST_MS) * SLOTS;
}

/** First number after all that begin at this time. */
export function firstNumberAfter(startedAt: string): number {
  return firstNumberAt(startedAt) + SLOTS;
}

/** Free numbers for new incidents, in the order of `starts`. */
export async function takeNumbers(
  db: Kysely<Schema>,
  starts: readonly string[],
): Promise<number[]> {
  const firsts = [...new Set(starts.map(firstNumberAt))];
  const { rows } = await sql<{ first: number; last: number | null }>`
    SELECT j.value AS first,
      (SELECT max(no) FROM incidents WHERE no >= j.value AND no < j.value + ${SLOTS}) AS last
    FROM json_each(${JSON.stringify(firsts)}) AS j`.execute(db);
  const next = new Map(
    rows.map((row) => [row.first, row.last === null ? row.first : row.last + 1]),
  );
  const taken = new Set<number>();
  const numbers: number[] = [];
  for (const start of starts) {
    const first = firstNumberAt(start);
    let number = next.get(first) ?? first;
    // More than 1,024 in one millisecond (a source without times of day): any free one after it.
    const isCrowded = number >= first + SLOTS;
    while (taken.has(number) || (isCrowded && (await isUsed(db, number)))) number += 1;
    taken.add(number);
    next.set(first, number + 1);
    numbers.push(number);
  }
  return numbers;
}

async function isUsed(db: Kysely<Schema>, no: number): Promise<boolean> {
  const query = db.selectFrom('incidents').select('no').where('no', '=', no);
  return (await query.executeTakeFirst()) !== undefined;
}
