import { firstTables } from './migrations/0001-first-tables.ts';
import { published } from './migrations/0002-published.ts';
import { publishedAt } from './migrations/0003-published-at.ts';
import { changedRevision } from './migrations/0004-changed-revision.ts';
import { longerBeginnings } from './migrations/0005-longer-beginnings.ts';
import type { Migration } from './migrations/migration.ts';

/** Append only: the version of a database is the number of migrations it has seen. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  published,
  publishedAt,
  changedRevision,
  longerBeginnings,
];
