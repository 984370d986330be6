import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus, ProviderStatus } from '../model/status.ts';
import { anything, flag, idText, listOf, optionalText } from './read/lenient.ts';

/**
 * The JSON of Atlassian Statuspage, version 2, as every page documents it under `<page>/api`, and
 * of the platforms that answer the same addresses. Words are read through the tables below.
 */

const COMPONENT = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  group: flag,
  group_id: optionalText,
  only_show_if_degraded: flag,
});

const AFFECTED = z.object({ code: idText.nullish().catch(null), name: optionalText });

const UPDATE = z.object({
  id: idText.nullish(),
  status: anything,
  body: optionalText,
  created_at: anything,
  display_at: anything,
  affected_components: listOf(AFFECTED).catch([]),
});

const INCIDENT = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  impact: anything,
  impact_override: anything,
  created_at: anything,
  updated_at: anything,
  started_at: anything,
  resolved_at: anything,
  scheduled_for: anything,
  scheduled_until: anything,
  shortlink: optionalText,
  incident_updates: listOf(UPDATE),
  components: listOf(z.object({ id: idText.nullish(), name: z.string() })),
});

const PAGE = z.object({
  id: idText,
  url: optionalText,
  /** Only in what a page sends to its webhooks. */
  status_indicator: anything,
});

const CONTENT_KEYS = [
  'status',
  'components',
  'incidents',
  'scheduled_maintenances',
  'incident',
] as const;

/** Any document of the API: summary, status, components, incidents, maintenances, webhook. */
export const STATUSPAGE_DOCUMENT = z
  .object({
    page: PAGE,
    status: z.object({ indicator: anything }).nullish(),
    components: z.array(COMPONENT).nullish(),
    incidents: z.array(INCIDENT).nullish(),
    scheduled_maintenances: z.array(INCIDENT).nullish(),
    incident: INCIDENT.nullish(),
  })
  .refine((document) => CONTENT_KEYS.some((key) => document[key] !== undefined), {
    message: `none of ${CONTENT_KEYS.join(', ')} is there`,
  });

export type StatuspageDocument = z.infer<typeof STATUSPAGE_DOCUMENT>;
export type StatuspageComponent = z.infer<typeof COMPONENT>;
export type StatuspageIncident = z.infer<typeof INCIDENT>;
export type StatuspageUpdate = z.infer<typeof UPDATE>;

/** `status.indicator` of the page. */
export const STATUSPAGE_INDICATOR = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ProviderStatus>;

/** `status` of a component; `full_outage` is incident.io's word for the worst. */
export const STATUSPAGE_COMPONENT_STATUS = {
  operational: 'operational',
  degraded_performance: 'degraded_performance',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  full_outage: 'major_outage',
  under_maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

/** `status` of incidents, maintenances and their updates; the `maintenance_…` ones are incident.io's. */
export const STATUSPAGE_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  postmortem: 'postmortem',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
  maintenance_scheduled: 'scheduled',
  maintenance_in_progress: 'in_progress',
  maintenance_complete: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** `impact`; `maintenance` says what kind it is, not how bad. */
export const STATUSPAGE_IMPACT = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
  maintenance: 'none',
} as const satisfies Record<string, Impact>;
