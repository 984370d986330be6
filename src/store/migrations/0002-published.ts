import type { Migration } from './migration.ts';

/**
 * Feeds list what was published last, not what began last: an old incident that ends today stands
 * on their first page. The indexes serve sqlite/find-published.ts.
 */
export const published: Migration = {
  name: 'order of publication',
  sqlite: [
    'CREATE INDEX incidents_seen ON incidents (first_seen_at, id)',
    'CREATE INDEX incidents_provider_seen ON incidents (provider_id, first_seen_at, id)',
    `CREATE INDEX incidents_told_end ON incidents (coalesce(withdrawn_at, resolved_at), id)
      WHERE coalesce(withdrawn_at, resolved_at) IS NOT NULL`,
    `CREATE INDEX incidents_provider_told_end ON incidents
      (provider_id, coalesce(withdrawn_at, resolved_at), id)
      WHERE coalesce(withdrawn_at, resolved_at) IS NOT NULL`,
  ],
};
