import type { Migration } from './migration.ts';

/**
 * Feeds order by when a reader could first know, which is not when we first saw it: a feed added
 * today brings a year of old news. The rule is model/published-at.ts; what is stored already gets
 * its first post where that is more than a day older.
 */
export const publishedAt: Migration = {
  name: 'publication as a reader sees it',
  sqlite: [
    `ALTER TABLE incidents ADD COLUMN published_at TEXT NOT NULL DEFAULT ''`,
    `UPDATE incidents SET published_at = coalesce(
      (SELECT min(u.at) FROM incident_updates AS u WHERE u.incident_no = incidents.no), started_at)`,
    `UPDATE incidents SET published_at = first_seen_at
      WHERE origin = 'feed' AND unixepoch(first_seen_at) - unixepoch(published_at) <= 86400`,
    'CREATE INDEX incidents_published ON incidents (published_at, id)',
    'CREATE INDEX incidents_provider_published ON incidents (provider_id, published_at, id)',
    'DROP INDEX incidents_seen',
    'DROP INDEX incidents_provider_seen',
  ],
};
