import type { Migration } from './migration.ts';

/**
 * A word typed is also searched as a beginning. Beginnings without an index of their own make FTS5
 * join the lists of all words that begin so, which takes tens of milliseconds for frequent ones; most
 * words people type have at most eight letters.
 */
export const longerBeginnings: Migration = {
  name: 'longer beginnings of words',
  sqlite: [
    'DROP TABLE incident_search',
    `CREATE VIRTUAL TABLE incident_search USING fts5 (
      title, updates, components, tags,
      content = '', contentless_delete = 1, prefix = '2 3 4 5 6 7 8',
      tokenize = "unicode61 remove_diacritics 2"
    )`,
    // As sqlite/incident-children.ts writes it.
    `INSERT INTO incident_search (rowid, title, updates, components, tags)
      SELECT no, title,
        coalesce((SELECT group_concat(body, char(10)) FROM
          (SELECT body FROM incident_updates WHERE incident_no = no ORDER BY position)), ''),
        coalesce((SELECT group_concat(value ->> 'name', char(10)) FROM json_each(components)), ''),
        'provider' || lower(hex(provider_id))
      FROM incidents ORDER BY no`,
  ],
};
