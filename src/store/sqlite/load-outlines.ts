import { type Kysely, type Selectable, sql } from 'kysely';
import type { Incident, IncidentUpdate } from '../../model/incident.ts';
import {
  componentsSchema,
  impactSchema,
  kindSchema,
  marksSchema,
  originSchema,
  statusSchema,
  withoutUndefined,
} from './incident-schema.ts';
import type { IncidentTable, Schema } from './schema.ts';
import { fromWanted, type WantedIncidents } from './wanted-incidents.ts';

type Kept =
  | 'id'
  | 'provider_id'
  | 'kind'
  | 'title'
  | 'status'
  | 'impact'
  | 'started_at'
  | 'resolved_at'
  | 'updated_at'
  | 'first_seen_at'
  | 'last_seen_at'
  | 'withdrawn_at'
  | 'url'
  | 'origin'
  | 'marks';

interface OutlineRow extends Pick<Selectable<IncidentTable>, Kept> {
  components: string;
  first_post: string | null;
  last_post: string | null;
}

/** A post in one word per part: one look into the index, one column to carry. */
const POST = sql`position || ' ' || at || ' ' || status`;

/**
 * Outlines of incidents (see IncidentDetail) in the order of `wanted`. Thousands are drawn on one
 * page, so a post is read as one plain column, not as JSON.
 */
export async function loadOutlines(
  db: Kysely<Schema>,
  wanted: WantedIncidents,
  withParts: boolean,
): Promise<Incident[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<OutlineRow>`
    SELECT i.id, i.provider_id, i.kind, i.title, i.status, i.impact, i.started_at, i.resolved_at,
      i.updated_at, i.first_seen_at, i.last_seen_at, i.withdrawn_at, i.url, i.origin, i.marks,
      ${withParts ? sql`i.components` : sql`'[]'`} AS components,
      (SELECT ${POST} FROM incident_updates WHERE incident_no = i.no
        ORDER BY position LIMIT 1) AS first_post,
      (SELECT ${POST} FROM incident_updates WHERE incident_no = i.no
        ORDER BY position DESC LIMIT 1) AS last_post
    FROM ${fromWanted(wanted)}
    ORDER BY wanted.key`.execute(db);
  return rows.map(toOutline);
}

function toOutline(row: OutlineRow): Incident {
  return {
    id: row.id,
    providerId: row.provider_id,
    kind: kindSchema.parse(row.kind),
    title: row.title,
    status: statusSchema.parse(row.status),
    impact: impactSchema.parse(row.impact),
    startedAt: row.started_at,
    resolvedAt: row.resolved_at,
    updatedAt: row.updated_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    withdrawnAt: row.withdrawn_at,
    updates: postsOf(row.first_post, row.last_post),
    components:
      row.components === '[]'
        ? []
        : withoutUndefined(componentsSchema.parse(JSON.parse(row.components))),
    regions: [],
    services: [],
    url: row.url,
    origin: originSchema.parse(row.origin),
    marks: row.marks === '[]' ? [] : marksSchema.parse(JSON.parse(row.marks)),
  };
}

/** The first and the last post, which may be one, with their position as id and without text. */
function postsOf(first: string | null, last: string | null): IncidentUpdate[] {
  if (first === null || last === null) return [];
  return first === last ? [toPost(first)] : [toPost(first), toPost(last)];
}

function toPost(post: string): IncidentUpdate {
  const [id = '', at = '', status] = post.split(' ');
  return { id, at, status: statusSchema.parse(status), body: '' };
}
