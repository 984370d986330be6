import { z } from 'zod';
import { StoreError, type StoreErrorKind } from '../store-error.ts';

/** SQLite's primary result codes we have advice for. https://sqlite.org/rescode.html */
const ADVICE: Record<number, { kind: StoreErrorKind; text: string }> = {
  5: { kind: 'busy', text: 'Another process holds it for long; stop that one, or wait.' },
  6: { kind: 'busy', text: 'Another process holds it for long; stop that one, or wait.' },
  8: { kind: 'read-only', text: 'The file or its folder is not writable for this user.' },
  10: { kind: 'failed', text: 'The disk reported an error; check it and its free space.' },
  11: { kind: 'corrupt', text: 'The file is damaged; restore a copy.' },
  13: { kind: 'full', text: 'The disk is full; make room.' },
  14: { kind: 'cannot-open', text: 'Check that the folder exists and is writable.' },
  26: { kind: 'foreign-database', text: 'The file is not a SQLite database; choose another.' },
};

const sqliteErrorSchema = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() });

/**
 * What the database refused, as a StoreError that names it and says what to do. What is not the
 * database's fault (an error thrown by a merge) comes back as it is.
 */
export function explainFailure(error: unknown, name: string): unknown {
  if (error instanceof StoreError) return error;
  const parsed = sqliteErrorSchema.safeParse(error);
  if (parsed.success && error instanceof Error) {
    // The low byte is the primary code, the rest refines it.
    const advice = ADVICE[parsed.data.errcode & 0xff];
    const text = advice?.text ?? 'If this stays, restore a copy of the database.';
    return new StoreError(advice?.kind ?? 'failed', `${name}: ${error.message}. ${text}`, error);
  }
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return new StoreError('corrupt', `${name} holds what it never wrote; restore a copy.`, error);
  }
  return error;
}
