import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import { anything, flag, idText, listOf, optionalText, requiredList } from './read/lenient.ts';

/**
 * What an incident.io page answers under `/proxy/<host>` (the page reads itself from there), and
 * the widget form of `/api/v1/summary`, which an owner can switch on. Neither has a public schema;
 * this is what recorded answers hold.
 */

const COMPONENT_STATE = z.object({
  component_id: idText,
  status: anything,
  current_status: anything,
});

const IMPACT = z.object({
  component_id: idText,
  status_page_incident_id: optionalText,
  start_at: anything,
  end_at: anything,
  status: anything,
});

const UPDATE = z.object({
  id: idText.nullish(),
  to_status: anything,
  message_string: optionalText,
  published_at: anything,
});

const INCIDENT = z.object({
  id: idText,
  name: z.string(),
  type: optionalText,
  status: anything,
  published_at: anything,
  affected_components: listOf(COMPONENT_STATE),
  component_impacts: listOf(IMPACT),
  status_summaries: listOf(z.object({ worst_component_status: anything })).catch([]),
  updates: listOf(UPDATE),
});

const LEAF = z.object({ component_id: idText, name: z.string(), hidden: flag });

const ITEM = z.object({
  component: LEAF.nullish(),
  group: z.object({ name: z.string(), hidden: flag, components: listOf(LEAF) }).nullish(),
});

const LINK = z.object({
  id: idText,
  name: z.string(),
  permalink: optionalText,
  published_at: anything,
  status: anything,
});

/** `/proxy/<host>`, `/proxy/<host>/incidents` or `/proxy/<host>/component_impacts`. */
export const INCIDENT_IO_DOCUMENT = z
  .object({
    summary: z
      .object({
        name: z.string(),
        public_url: optionalText,
        structure: z.object({ items: listOf(ITEM) }).nullish(),
        // Without one of these three, what is broken would look well: it is damage, not "nothing".
        affected_components: requiredList(COMPONENT_STATE),
        ongoing_incidents: requiredList(INCIDENT),
        scheduled_maintenances: requiredList(INCIDENT),
      })
      .nullish(),
    incidents: z.array(INCIDENT).nullish(),
    component_impacts: z.array(IMPACT).nullish(),
    incident_links: z.array(LINK).nullish(),
  })
  .refine(({ summary, incidents, incident_links }) => summary || incidents || incident_links, {
    message: 'none of summary, incidents, incident_links is there',
  });

const WIDGET_ENTRY = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  url: optionalText,
  last_update_at: anything,
  last_update_message: optionalText,
  current_worst_impact: anything,
  starts_at: anything,
  ends_at: anything,
  affected_components: listOf(
    z.object({ id: idText.nullish(), name: z.string(), group_name: optionalText }),
  ),
});

/** `/api/v1/summary`. All three lists are there even when empty: a missing one must end nothing. */
export const INCIDENT_IO_WIDGET = z.object({
  page_title: z.string(),
  page_url: optionalText,
  ongoing_incidents: z.array(WIDGET_ENTRY),
  in_progress_maintenances: requiredList(WIDGET_ENTRY),
  scheduled_maintenances: requiredList(WIDGET_ENTRY),
});

export type IncidentIoDocument = z.infer<typeof INCIDENT_IO_DOCUMENT>;
export type IncidentIoIncident = z.infer<typeof INCIDENT>;
export type IncidentIoSummary = NonNullable<IncidentIoDocument['summary']>;
export type IncidentIoImpact = z.infer<typeof IMPACT>;
export type IncidentIoWidgetEntry = z.infer<typeof WIDGET_ENTRY>;

/** `status` of incidents and maintenances, `to_status` of updates. */
export const INCIDENT_IO_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  maintenance_scheduled: 'scheduled',
  maintenance_in_progress: 'in_progress',
  maintenance_complete: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** Component status, here with the word `full_outage` for the worst. */
export const INCIDENT_IO_COMPONENT_STATUS = {
  operational: 'operational',
  degraded_performance: 'degraded_performance',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
  under_maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

/** No impact is stated; the worst state of a component during the incident tells it. */
export const INCIDENT_IO_IMPACT = {
  operational: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  full_outage: 'critical',
  under_maintenance: 'none',
} as const satisfies Record<string, Impact>;
