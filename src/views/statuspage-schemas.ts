import { z } from 'zod';

/**
 * The shapes of the Statuspage-compatible answers, as the clients that speak it read them. Keys and
 * types are those of Atlassian's public API v2; keys of ours begin with `downstream_`.
 */

const time = z.iso.datetime({ offset: true });

export const spPage = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  time_zone: z.string(),
  updated_at: time,
});

export const spStatusSchema = z.strictObject({
  indicator: z.enum(['none', 'minor', 'major', 'critical']),
  description: z.string(),
  downstream_status: z.string(),
});

const componentStatus = z.enum([
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'under_maintenance',
]);

export const spComponent = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: componentStatus,
  created_at: time,
  updated_at: time,
  position: z.int(),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.string().nullable(),
  group_id: z.string().nullable(),
  page_id: z.string(),
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
  /** Ids of its members, on groups. */
  components: z.array(z.string()).optional(),
  downstream_status: z.string(),
});
export type SpComponent = z.output<typeof spComponent>;

const spUpdate = z.strictObject({
  id: z.string(),
  status: z.string(),
  body: z.string(),
  incident_id: z.string(),
  created_at: time,
  updated_at: time,
  display_at: time,
  affected_components: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      old_status: componentStatus,
      new_status: componentStatus,
    }),
  ),
  deliver_notifications: z.boolean(),
  custom_tweet: z.null(),
  tweet_id: z.null(),
});
export type SpUpdate = z.output<typeof spUpdate>;

export const spIncident = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem']),
  created_at: time,
  updated_at: time,
  monitoring_at: time.nullable(),
  resolved_at: time.nullable(),
  impact: z.enum(['none', 'minor', 'major', 'critical']),
  shortlink: z.url(),
  started_at: time,
  page_id: z.string(),
  incident_updates: z.array(spUpdate),
  components: z.array(spComponent),
  reminder_intervals: z.null(),
});

export const spMaintenance = spIncident.omit({ reminder_intervals: true }).extend({
  status: z.enum(['scheduled', 'in_progress', 'verifying', 'completed']),
  impact: z.literal('maintenance'),
  scheduled_for: time,
  scheduled_until: time,
});

const incidents = z.array(spIncident);
const scheduled_maintenances = z.array(spMaintenance);

/** Every document by its name under `/api/v2/`. */
export const SP_DOCUMENTS = {
  summary: z.strictObject({
    page: spPage,
    components: z.array(spComponent),
    incidents,
    scheduled_maintenances,
    status: spStatusSchema,
  }),
  status: z.strictObject({ page: spPage, status: spStatusSchema }),
  components: z.strictObject({ page: spPage, components: z.array(spComponent) }),
  incidents: z.strictObject({ page: spPage, incidents }),
  'incidents/unresolved': z.strictObject({ page: spPage, incidents }),
  'scheduled-maintenances': z.strictObject({ page: spPage, scheduled_maintenances }),
  'scheduled-maintenances/upcoming': z.strictObject({ page: spPage, scheduled_maintenances }),
  'scheduled-maintenances/active': z.strictObject({ page: spPage, scheduled_maintenances }),
} as const;
export type SpDocumentName = keyof typeof SP_DOCUMENTS;
