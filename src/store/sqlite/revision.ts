import type { Kysely, Transaction } from 'kysely';
import type { SaveResult } from '../store.ts';
import type { Schema } from './schema.ts';

export async function currentRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('meta').select('revision').executeTakeFirstOrThrow();
  return row.revision;
}

/** Moves the revision by one, within the transaction of the change itself. */
export async function moveRevision(trx: Transaction<Schema>): Promise<void> {
  await trx
    .updateTable('meta')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .execute();
}

/** Ends a save: moves the revision if visitors can see it, and says what happened. */
export async function finishSave(
  trx: Transaction<Schema>,
  changedIncidentIds: readonly string[],
  hasVisibleChange: boolean,
): Promise<SaveResult> {
  if (hasVisibleChange) await moveRevision(trx);
  return {
    revision: await currentRevision(trx),
    changedIncidentIds: [...new Set(changedIncidentIds)],
    hasVisibleChange,
  };
}
