import { type Kysely, sql } from 'kysely';
import { currentRevision } from './revision.ts';
import type { Schema } from './schema.ts';

/** Beyond this, reading all anew costs no more than finding out what is new. */
const MAX_CHANGED = 1_000;

/** The revision a change will be visible with, for writing it beside the change itself. */
export const NEXT_REVISION = sql<number>`(SELECT revision + 1 FROM meta)`;

/** See Store.changedSince. */
export async function changedSince(db: Kysely<Schema>, revision: number): Promise<string[] | null> {
  // An imported store may have counted from another number.
  if ((await currentRevision(db)) < revision) return null;
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM incidents INDEXED BY incidents_changed WHERE changed_revision > ${revision}
    LIMIT ${MAX_CHANGED + 1}`.execute(db);
  return rows.length > MAX_CHANGED ? null : rows.map(({ id }) => id);
}
