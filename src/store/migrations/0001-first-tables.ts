import type { Migration } from './migration.ts';

/**
 * What the queries ask for decides what is a table and what is JSON. Updates are rows, because day
 * pages look for them by time; regions and services are rows beside their JSON, because a page is
 * cut by them in order of start; components and marks are only ever read with their incident.
 */
export const firstTables: Migration = {
  name: 'first tables',
  sqlite: [
    `CREATE TABLE meta (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      revision INTEGER NOT NULL,
      incidents INTEGER NOT NULL
    ) STRICT`,
    'INSERT INTO meta (id, revision, incidents) VALUES (1, 0, 0)',

    `CREATE TABLE feeds (
      key TEXT PRIMARY KEY,
      provider_id TEXT NOT NULL,
      format TEXT NOT NULL,
      url TEXT NOT NULL,
      config TEXT NOT NULL,
      is_active INTEGER NOT NULL,
      next_check_at TEXT NOT NULL,
      last_attempt_at TEXT,
      last_good_at TEXT,
      last_read_at TEXT,
      last_change_at TEXT,
      failures INTEGER NOT NULL DEFAULT 0,
      error_kind TEXT,
      error_message TEXT,
      error_http_status INTEGER,
      redirected_to TEXT,
      unknown_words TEXT NOT NULL DEFAULT '[]',
      warnings TEXT NOT NULL DEFAULT '[]',
      status TEXT,
      components TEXT NOT NULL DEFAULT '[]',
      proves_nothing_reported INTEGER NOT NULL DEFAULT 0,
      is_stale INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    'CREATE INDEX feeds_due ON feeds (next_check_at, key) WHERE is_active = 1',
    'CREATE INDEX feeds_provider ON feeds (provider_id, key)',

    `CREATE TABLE feed_documents (
      feed_key TEXT NOT NULL REFERENCES feeds (key),
      url TEXT NOT NULL,
      position INTEGER NOT NULL,
      etag TEXT,
      last_modified TEXT,
      headers TEXT NOT NULL,
      body BLOB NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (feed_key, url)
    ) STRICT`,

    // `no` grows with the start (see sqlite/incident-number.ts): neighbours on a page are
    // neighbours on disk, and full-text matches come out newest first without sorting.
    `CREATE TABLE incidents (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      provider_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      status TEXT NOT NULL,
      impact TEXT NOT NULL,
      started_at TEXT NOT NULL,
      resolved_at TEXT,
      updated_at TEXT NOT NULL,
      scheduled_for TEXT,
      scheduled_until TEXT,
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      withdrawn_at TEXT,
      components TEXT NOT NULL,
      regions TEXT NOT NULL,
      services TEXT NOT NULL,
      url TEXT NOT NULL,
      origin TEXT NOT NULL,
      marks TEXT NOT NULL,
      is_open INTEGER NOT NULL,
      ended_at TEXT,
      span INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX incidents_timeline ON incidents (started_at, id)',
    // Wide, so that the other filters on one provider's history are decided within the index.
    `CREATE INDEX incidents_provider ON incidents
      (provider_id, started_at, id, kind, impact, status, origin, is_open, ended_at)`,
    'CREATE INDEX incidents_provider_updated ON incidents (provider_id, updated_at)',
    `CREATE INDEX incidents_withdrawn ON incidents (provider_id, withdrawn_at)
      WHERE withdrawn_at IS NOT NULL`,
    'CREATE INDEX incidents_kind ON incidents (kind, started_at, id)',
    'CREATE INDEX incidents_status ON incidents (status, started_at, id)',
    'CREATE INDEX incidents_impact ON incidents (impact, started_at, id)',
    'CREATE INDEX incidents_span ON incidents (span, started_at, id, ended_at)',
    'CREATE INDEX incidents_open ON incidents (started_at, id) WHERE is_open = 1',
    'CREATE INDEX incidents_unended ON incidents (provider_id, is_open) WHERE ended_at IS NULL',
    "CREATE INDEX incidents_archive ON incidents (started_at, id) WHERE origin = 'archive'",

    `CREATE TABLE incident_updates (
      incident_no INTEGER NOT NULL REFERENCES incidents (no) ON UPDATE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      status TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (incident_no, position)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX incident_updates_at ON incident_updates (at)',

    `CREATE TABLE incident_regions (
      region TEXT NOT NULL,
      started_at TEXT NOT NULL,
      incident_id TEXT NOT NULL REFERENCES incidents (id),
      PRIMARY KEY (region, started_at, incident_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX incident_regions_incident ON incident_regions (incident_id)',

    `CREATE TABLE incident_services (
      service TEXT NOT NULL,
      started_at TEXT NOT NULL,
      incident_id TEXT NOT NULL REFERENCES incidents (id),
      PRIMARY KEY (service, started_at, incident_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX incident_services_incident ON incident_services (incident_id)',

    // Not unique by upstream id: a source may reuse one, and the merge decides whose it is.
    `CREATE TABLE incident_upstream_ids (
      provider_id TEXT NOT NULL,
      upstream_id TEXT NOT NULL,
      incident_id TEXT NOT NULL REFERENCES incidents (id),
      position INTEGER NOT NULL,
      public_id TEXT NOT NULL,
      PRIMARY KEY (provider_id, upstream_id, incident_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX incident_upstream_ids_incident ON incident_upstream_ids (incident_id, position)',
    'CREATE INDEX incident_upstream_ids_public ON incident_upstream_ids (public_id)',

    `CREATE TABLE incident_sources (
      incident_id TEXT NOT NULL REFERENCES incidents (id),
      feed_key TEXT NOT NULL,
      last_listed_at TEXT NOT NULL,
      PRIMARY KEY (incident_id, feed_key)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX incident_sources_feed ON incident_sources (feed_key, last_listed_at)',

    `CREATE TABLE incident_revisions (
      id INTEGER PRIMARY KEY,
      incident_id TEXT NOT NULL REFERENCES incidents (id),
      at TEXT NOT NULL,
      reason TEXT NOT NULL,
      before TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX incident_revisions_incident ON incident_revisions (incident_id, id)',

    // Holds the index only, not the text again; rowid is incidents.no.
    `CREATE VIRTUAL TABLE incident_search USING fts5 (
      title, updates, components, tags,
      content = '', contentless_delete = 1, prefix = '2 3 4',
      tokenize = "unicode61 remove_diacritics 2"
    )`,

    // Calendars of a year must not count a year's incidents each time.
    `CREATE TABLE day_counts (
      day TEXT NOT NULL,
      kind TEXT NOT NULL,
      impact TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (day, kind, impact)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TRIGGER incidents_counted AFTER INSERT ON incidents BEGIN
      UPDATE meta SET incidents = incidents + 1;
      INSERT INTO day_counts VALUES (substr(new.started_at, 1, 10), new.kind, new.impact, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END`,
    `CREATE TRIGGER incidents_recounted AFTER UPDATE OF started_at, kind, impact ON incidents
      WHEN old.started_at <> new.started_at OR old.kind <> new.kind OR old.impact <> new.impact
    BEGIN
      UPDATE day_counts SET count = count - 1
        WHERE day = substr(old.started_at, 1, 10) AND kind = old.kind AND impact = old.impact;
      INSERT INTO day_counts VALUES (substr(new.started_at, 1, 10), new.kind, new.impact, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END`,
  ],
};
