import { STATUS_OF_IMPACT } from '../model/impact.ts';
import type { Incident, IncidentStatus } from '../model/incident.ts';
import { isEndedStatus } from '../model/incident.ts';
import type { ComponentStatus, ProviderStatus } from '../model/status.ts';

/**
 * Our words in the words of the Atlassian Statuspage API v2, whose clients know no others
 * (docs/decisions/0005-unknown-in-statuspage-api.md): `unknown` becomes the mildest state that is
 * not green, and says what it is in `description`.
 */
export type SpIndicator = 'none' | 'minor' | 'major' | 'critical';
export type SpComponentStatus = Exclude<ComponentStatus, 'unknown'>;
export type SpImpact = SpIndicator | 'maintenance';

export const UNKNOWN_TEXT =
  'Unknown: no fresh reading proves a state. Not a report of trouble, and not a sign that all is well.';

const INDICATORS = {
  operational: 'none',
  under_maintenance: 'none',
  degraded_performance: 'minor',
  unknown: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
} as const satisfies Record<ProviderStatus, SpIndicator>;

const DESCRIPTIONS = {
  operational: 'All Systems Operational',
  under_maintenance: 'Service Under Maintenance',
  degraded_performance: 'Partially Degraded Service',
  unknown: UNKNOWN_TEXT,
  partial_outage: 'Partial System Outage',
  major_outage: 'Major Service Outage',
} as const satisfies Record<ProviderStatus, string>;

export interface SpStatus {
  indicator: SpIndicator;
  description: string;
  /** Ours: the state in our own words, so that a client that asks can tell unknown from degraded. */
  downstream_status: ProviderStatus;
}

export function spStatus(status: ProviderStatus): SpStatus {
  return {
    indicator: INDICATORS[status],
    description: DESCRIPTIONS[status],
    downstream_status: status,
  };
}

export function spComponentStatus(status: ComponentStatus): SpComponentStatus {
  return status === 'unknown' ? 'degraded_performance' : status;
}

/** An unknown impact is some impact: `none` would be a claim. */
export function spImpact(incident: Pick<Incident, 'kind' | 'impact'>): SpImpact {
  if (incident.kind === 'maintenance') return 'maintenance';
  if (incident.kind === 'notice' && incident.impact === 'unknown') return 'none';
  return incident.impact === 'unknown' ? 'minor' : incident.impact;
}

/** One of the five words of an incident, or of the four of a maintenance. */
export function spIncidentStatus(status: IncidentStatus, kind: Incident['kind']): IncidentStatus {
  if (kind === 'maintenance') {
    if (isEndedStatus(status)) return 'completed';
    return status === 'scheduled' || status === 'verifying' ? status : 'in_progress';
  }
  switch (status) {
    case 'completed':
      return 'resolved';
    case 'scheduled':
    case 'unknown':
      return 'investigating';
    case 'in_progress':
      return 'identified';
    case 'verifying':
      return 'monitoring';
    default:
      return status;
  }
}

/** What an incident says of the parts it names while a post of this status stands. */
export function spStatusDuring(
  incident: Pick<Incident, 'kind' | 'impact'>,
  status: IncidentStatus,
): SpComponentStatus {
  if (isEndedStatus(status) || status === 'scheduled') return 'operational';
  if (incident.kind === 'maintenance') return 'under_maintenance';
  return incident.kind === 'notice' ? 'operational' : STATUS_OF_IMPACT[incident.impact];
}
