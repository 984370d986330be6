import type { Migration } from './migration.ts';

/**
 * Which incidents a revision touched: whoever keeps what it read can renew that much and no more.
 * Serves sqlite/changed-since.ts.
 */
export const changedRevision: Migration = {
  name: 'revision of the last change',
  sqlite: [
    'ALTER TABLE incidents ADD COLUMN changed_revision INTEGER NOT NULL DEFAULT 0',
    'CREATE INDEX incidents_changed ON incidents (changed_revision, id)',
  ],
};
