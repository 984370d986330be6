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
  first_id: string | null;
  first_at: string | null;
  first_status: string | null;
  last_id: string | null;
  last_at: string | null;
  last_status: string | null;
}

/**
 * Outlines of incidents (see IncidentDetail) in the order of `wanted`. Thousands are drawn on one
 * page, so posts are read as plain columns, not as JSON.
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
      f.id AS first_id, f.at AS first_at, f.status AS first_status,
      l.id AS last_id, l.at AS last_at, l.status AS last_status
    FROM ${fromWanted(wanted)}
    LEFT JOIN incident_updates AS f ON f.incident_no = i.no AND f.position = 0
    LEFT JOIN incident_updates AS l ON l.incident_no = i.no AND l.position > 0 AND l.position =
      (SELECT max(position) FROM incident_updates WHERE incident_no = i.no)
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
    updates: [
      ...bare(row.first_id, row.first_at, row.first_status),
      ...bare(row.last_id, row.last_at, row.last_status),
    ],
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

/** A post without its text; none where there is none. */
function bare(id: string | null, at: string | null, status: string | null): IncidentUpdate[] {
  if (id === null || at === null || status === null) return [];
  return [{ id, at, status: statusSchema.parse(status), body: '' }];
}
