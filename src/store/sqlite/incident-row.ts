import type { Selectable } from 'kysely';
import { type Incident, isEndedStatus, isOpen } from '../../model/incident.ts';
import { publishedAt } from '../../model/published-at.ts';
import {
  componentsSchema,
  impactSchema,
  kindSchema,
  marksSchema,
  originSchema,
  statusSchema,
  stringsSchema,
  updateTuplesSchema,
  withoutUndefined,
} from './incident-schema.ts';
import type { IncidentTable } from './schema.ts';
import { spanOf } from './span.ts';

/** A row with its updates as JSON: [[id, at, status, body], …], oldest first. */
export type LoadedIncidentRow = Omit<
  Selectable<IncidentTable>,
  'no' | 'is_open' | 'ended_at' | 'published_at' | 'span' | 'changed_revision'
> & { updates: string };

/** An empty list as JSON: the usual case, not worth a parse. */
const NONE = '[]';

export function toIncident(row: LoadedIncidentRow): Incident {
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
    ...(row.scheduled_for === null ? {} : { scheduledFor: row.scheduled_for }),
    ...(row.scheduled_until === null ? {} : { scheduledUntil: row.scheduled_until }),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    withdrawnAt: row.withdrawn_at,
    updates: updateTuplesSchema
      .parse(JSON.parse(row.updates))
      .map(([id, at, status, body]) => ({ id, at, status, body })),
    components:
      row.components === NONE
        ? []
        : withoutUndefined(componentsSchema.parse(JSON.parse(row.components))),
    regions: row.regions === NONE ? [] : stringsSchema.parse(JSON.parse(row.regions)),
    services: row.services === NONE ? [] : stringsSchema.parse(JSON.parse(row.services)),
    url: row.url,
    origin: originSchema.parse(row.origin),
    marks: row.marks === NONE ? [] : marksSchema.parse(JSON.parse(row.marks)),
  };
}

/** Everything of an incident that stands in its own row. */
export function toRow(incident: Incident): Omit<IncidentTable, 'no' | 'changed_revision'> {
  const endedAt = endOf(incident);
  return {
    id: incident.id,
    provider_id: incident.providerId,
    kind: incident.kind,
    title: incident.title,
    status: incident.status,
    impact: incident.impact,
    started_at: incident.startedAt,
    resolved_at: incident.resolvedAt,
    updated_at: incident.updatedAt,
    scheduled_for: incident.scheduledFor ?? null,
    scheduled_until: incident.scheduledUntil ?? null,
    first_seen_at: incident.firstSeenAt,
    published_at: publishedAt(incident),
    last_seen_at: incident.lastSeenAt,
    withdrawn_at: incident.withdrawnAt,
    components: JSON.stringify(incident.components),
    regions: JSON.stringify(incident.regions),
    services: JSON.stringify(incident.services),
    url: incident.url,
    origin: incident.origin,
    marks: JSON.stringify(incident.marks),
    is_open: isOpen(incident) ? 1 : 0,
    ended_at: endedAt,
    span: spanOf(incident.startedAt, endedAt),
  };
}

/** A word that ends it without a time beside it ended it no later than its last update. */
function endOf(incident: Incident): string | null {
  if (incident.resolvedAt !== null) return incident.resolvedAt;
  if (incident.withdrawnAt !== null) return incident.withdrawnAt;
  return isEndedStatus(incident.status) ? incident.updatedAt : null;
}
