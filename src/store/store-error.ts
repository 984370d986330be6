/**
 * Everything that can go wrong with the database, as a closed set of kinds.
 * - `unsupported-database`: the address names a system this build has no driver for
 * - `cannot-open`: path, permissions or file are wrong
 * - `foreign-database`: a SQLite file, but not one of ours
 * - `newer-database`: written by a later version of this program
 * - `bad-cursor`: `IncidentQuery.before` is none of our cursors; a caller answers 400
 * - `not-empty`, `bad-import`: an import into a store that holds something, or of no export
 * - `unknown-feed`: a read of a feed that syncFeeds was never told of
 * - `busy`, `full`, `read-only`, `corrupt`: what the database itself reports
 * - `closed`: used after close()
 * - `failed`: anything else the database refused
 */
export const STORE_ERROR_KINDS = [
  'unsupported-database',
  'cannot-open',
  'foreign-database',
  'newer-database',
  'bad-cursor',
  'not-empty',
  'bad-import',
  'unknown-feed',
  'busy',
  'full',
  'read-only',
  'corrupt',
  'closed',
  'failed',
] as const;
export type StoreErrorKind = (typeof STORE_ERROR_KINDS)[number];

/** The one error of the store. `message` is English, names the database and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
