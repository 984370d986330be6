import type { Generated } from 'kysely';

/** The tables as Kysely sees them. JSON columns are strings here; see incident-row.ts and feed-row.ts. */
export interface Schema {
  meta: { id: number; revision: number; incidents: number };
  feeds: FeedTable;
  feed_documents: FeedDocumentTable;
  incidents: IncidentTable;
  incident_updates: IncidentUpdateTable;
  incident_regions: { region: string; started_at: string; incident_id: string };
  incident_services: { service: string; started_at: string; incident_id: string };
  incident_upstream_ids: IncidentUpstreamIdTable;
  incident_sources: { incident_id: string; feed_key: string; last_listed_at: string };
  incident_revisions: IncidentRevisionTable;
  incident_search: IncidentSearchTable;
  day_counts: { day: string; kind: string; impact: string; count: number };
}

export interface FeedTable {
  key: string;
  provider_id: string;
  format: string;
  url: string;
  config: string;
  is_active: number;
  next_check_at: string;
  last_attempt_at: Generated<string | null>;
  /** Last good read, unchanged ones included. */
  last_good_at: Generated<string | null>;
  /** Last read whose incidents went through a merge. */
  last_read_at: Generated<string | null>;
  /** Last read whose bytes differed. */
  last_change_at: Generated<string | null>;
  failures: Generated<number>;
  error_kind: Generated<string | null>;
  error_message: Generated<string | null>;
  error_http_status: Generated<number | null>;
  redirected_to: Generated<string | null>;
  unknown_words: Generated<string>;
  warnings: Generated<string>;
  status: Generated<string | null>;
  components: Generated<string>;
  proves_nothing_reported: Generated<number>;
  /** Set by markStale; says that visitors were told so. */
  is_stale: Generated<number>;
}

export interface FeedDocumentTable {
  feed_key: string;
  url: string;
  position: number;
  etag: string | null;
  last_modified: string | null;
  headers: string;
  /** gzip */
  body: Uint8Array;
  hash: string;
}

export interface IncidentTable {
  no: number;
  id: string;
  provider_id: string;
  kind: string;
  title: string;
  status: string;
  impact: string;
  started_at: string;
  resolved_at: string | null;
  updated_at: string;
  scheduled_for: string | null;
  scheduled_until: string | null;
  first_seen_at: string;
  /** When a reader could first know, see model/published-at.ts. */
  published_at: string;
  last_seen_at: string;
  withdrawn_at: string | null;
  components: string;
  regions: string;
  services: string;
  url: string;
  origin: string;
  marks: string;
  is_open: number;
  /** When it stopped mattering: resolved, withdrawn, or last told of once its status says ended. */
  ended_at: string | null;
  /** Class of its duration, see span.ts. */
  span: number;
  /** The revision that showed its last visible change, see changed-since.ts. */
  changed_revision: Generated<number>;
}

export interface IncidentUpdateTable {
  incident_no: number;
  position: number;
  id: string;
  at: string;
  status: string;
  body: string;
}

export interface IncidentUpstreamIdTable {
  provider_id: string;
  upstream_id: string;
  incident_id: string;
  position: number;
  /** The incident id this upstream id would give: a former address. */
  public_id: string;
}

export interface IncidentRevisionTable {
  id: Generated<number>;
  incident_id: string;
  at: string;
  reason: string;
  before: string;
}

export interface IncidentSearchTable {
  rowid: number;
  title: string;
  updates: string;
  components: string;
  tags: string;
}
