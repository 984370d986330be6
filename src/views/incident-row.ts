import { STATUS_OF_IMPACT } from '../model/impact.ts';
import { type Incident, isEndedStatus, isOpen } from '../model/incident.ts';
import { incidentSlug } from '../model/incident-id.ts';
import type { ProviderStatus } from '../model/status.ts';

/** Where an incident stands in its life. */
export type IncidentState = 'open' | 'ended' | 'upcoming' | 'withdrawn';

export function incidentState(incident: Incident): IncidentState {
  if (incident.withdrawnAt !== null) return 'withdrawn';
  if (isOpen(incident)) return 'open';
  return incident.resolvedAt === null && !isEndedStatus(incident.status) ? 'upcoming' : 'ended';
}

/** The sign of an incident: its shape is what it said of its provider while it was open. */
export function incidentSign(incident: Pick<Incident, 'kind' | 'impact'>): ProviderStatus {
  if (incident.kind === 'maintenance') return 'under_maintenance';
  if (incident.kind === 'notice' || incident.impact === 'unknown') return 'unknown';
  return STATUS_OF_IMPACT[incident.impact];
}

/** Its address without a language. @example '/incidents/github/k7fy2hb5kw9p' */
export function incidentPath(incident: Pick<Incident, 'id' | 'providerId'>): string {
  return `/incidents/${incident.providerId}/${incidentSlug(incident.id)}`;
}

/** From start to end, or null while it is open or its end is unknown. In milliseconds. */
export function incidentLength(
  incident: Pick<Incident, 'startedAt' | 'resolvedAt'>,
): number | null {
  if (incident.resolvedAt === null) return null;
  return Math.max(0, Date.parse(incident.resolvedAt) - Date.parse(incident.startedAt));
}
