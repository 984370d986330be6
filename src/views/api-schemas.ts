import { z } from 'zod';
import { GRADES } from '../explain/explanation.ts';
import { PURPOSES, STRENGTHS } from '../knowledge/schemas/dependency.ts';
import { EVENT_CATEGORIES, EVENT_CONFIDENCES } from '../knowledge/schemas/event.ts';
import { FEED_ERROR_KINDS } from '../model/feed-error.ts';
import { IMPACTS, INCIDENT_KINDS, INCIDENT_MARKS, INCIDENT_STATUSES } from '../model/incident.ts';
import { CATEGORIES } from '../model/provider.ts';
import { COMPONENT_STATUSES } from '../model/status.ts';

/**
 * The shapes of every answer under /api/v1. One source: answers are checked against them in tests,
 * /openapi.json is made from them, and the reference page prints them.
 */

const time = z.iso.datetime({ precision: 3 }).describe('ISO 8601, UTC, with milliseconds');
const status = z
  .enum(COMPONENT_STATUSES)
  .describe('`unknown` where no fresh reading proves a state; it never stands for operational');
const page = z.url().describe('Page of this site for people');

export const problemSchema = z
  .strictObject({
    type: z.string().describe('Address that explains this kind of problem'),
    title: z.string(),
    status: z.int().describe('HTTP status'),
    detail: z.string().describe('What was wrong, and what would be right'),
    errors: z
      .array(z.strictObject({ parameter: z.string(), value: z.string(), expected: z.string() }))
      .optional()
      .describe('One entry per parameter that could not be read'),
  })
  .describe('Problem details, RFC 9457');

export const updateSchema = z.strictObject({
  id: z.string().describe('Unique within its incident'),
  at: time.describe('When the source published it'),
  status: z.enum(INCIDENT_STATUSES),
  body: z.string().describe('Plain text, may hold line breaks'),
});

export const incidentSchema = z
  .strictObject({
    id: z.string().describe('`<provider>/<id>`; never changes'),
    providerId: z.string(),
    kind: z.enum(INCIDENT_KINDS),
    title: z.string(),
    status: z.enum(INCIDENT_STATUSES),
    impact: z.enum(IMPACTS),
    isOpen: z.boolean(),
    startedAt: time,
    resolvedAt: time.nullable(),
    updatedAt: time,
    scheduledFor: time.nullable().describe('Maintenance: begin of the announced window'),
    scheduledUntil: time.nullable(),
    firstSeenAt: time.describe('When we first saw it'),
    lastSeenAt: time,
    withdrawnAt: time.nullable().describe('When its source took it back'),
    updates: z.array(updateSchema).describe('Oldest first'),
    components: z.array(z.strictObject({ id: z.string().nullable(), name: z.string() })),
    regions: z.array(z.string()).describe('Canonical ids such as `aws:us-east-1`'),
    services: z.array(z.string()).describe('Canonical ids such as `aws:dynamodb`'),
    officialUrl: z.string().nullable().describe('Page of the source on it'),
    url: page,
    origin: z.enum(['feed', 'archive']),
    marks: z.array(z.enum(INCIDENT_MARKS)).describe('What is ours and not the source’s word'),
  })
  .describe('One incident, maintenance or notice of one provider');

export const incidentDetailSchema = incidentSchema.extend({
  revisions: z
    .array(z.strictObject({ at: time, reason: z.string(), title: z.string() }))
    .describe('Silent edits and withdrawals: when, why, and the title before'),
  sources: z.array(z.string()).describe('Addresses of the feeds that told of it'),
});

export const providerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()).describe('Former ids'),
    category: z.enum(CATEGORIES),
    country: z.string().describe('ISO 3166-1 alpha-2'),
    homepage: z.string(),
    statusPage: z.string().describe('Official status page'),
    status,
    lastKnownStatus: status.nullable().describe('What was last known where `status` is unknown'),
    readAt: time.nullable().describe('The reading the status rests on'),
    isStale: z.boolean().describe('The reading is too old to vouch for the status'),
    openIncidents: z.array(z.string()).describe('Ids, worst first'),
    url: page,
  })
  .describe('A provider with its state');

export const componentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status,
  group: z.string().nullable(),
});

export const sourceSchema = z
  .strictObject({
    key: z.string(),
    providerId: z.string(),
    format: z.string(),
    feedUrl: z.string(),
    condition: z.enum(['healthy', 'failing', 'never']),
    lastAttemptAt: time.nullable(),
    lastGoodAt: time.nullable().describe('Last time it was read and understood'),
    lastChangeAt: time.nullable(),
    failures: z.int().describe('Failures in a row'),
    error: z
      .strictObject({ kind: z.enum(FEED_ERROR_KINDS), httpStatus: z.int().nullable() })
      .nullable(),
    unknownWords: z.array(z.strictObject({ field: z.string(), word: z.string() })),
    provesNothingReported: z.boolean(),
  })
  .describe('How one feed is doing');

export const providerDetailSchema = providerSchema.extend({
  components: z.array(componentSchema).describe('Parts as its own page names them'),
  incidents: z.array(incidentSchema).describe('Open ones, worst first'),
  maintenances: z.array(incidentSchema).describe('Announced windows that have not ended'),
  sources: z.array(sourceSchema),
});

export const worldSchema = z
  .strictObject({
    at: time.nullable().describe('The past moment asked for; null for now'),
    status: status.describe('The worst of all'),
    counts: z.record(z.enum(COMPONENT_STATUSES), z.int()).describe('Providers by state'),
    openIncidents: z.int(),
    readAt: time.nullable().describe('Newest reading in use'),
    providers: z
      .array(z.strictObject({ id: z.string(), status, openIncidents: z.array(z.string()) }))
      .describe('Those in trouble or maintenance, worst first'),
    url: page,
  })
  .describe('State of the world at one moment');

const knowledgeSource = z.strictObject({
  url: z.string(),
  publisher: z.string(),
  date: z.string().nullable(),
});
const endSchema = z.strictObject({
  provider: z.string(),
  service: z.string().nullable(),
  region: z.string().nullable(),
});

export const dependencySchema = z
  .strictObject({
    id: z.string(),
    dependent: endSchema,
    upstream: endSchema,
    strength: z.enum(STRENGTHS).describe('Who says so'),
    purpose: z.enum(PURPOSES),
    criticality: z.enum(['hard', 'soft', 'unknown']),
    since: z.string().nullable(),
    until: z.string().nullable(),
    checkedAt: z.string(),
    note: z.string().nullable(),
    sources: z.array(knowledgeSource),
  })
  .describe('Who stands on whom, with the evidence');

export const eventSchema = z
  .strictObject({
    id: z.string().describe('Never changes; an event that enters the archive leads to its new id'),
    origin: z.enum(['feed', 'archive']).describe('`feed`: formed from what the feeds tell'),
    state: z.enum(['open', 'closed']),
    title: z.string(),
    summary: z.string(),
    providerId: z.string().describe('Where it began'),
    category: z.enum(EVENT_CATEGORIES).nullable().describe('Cause; null while none is archived'),
    severity: z
      .enum(['critical', 'major', 'minor'])
      .nullable()
      .describe('Null where its source states no impact'),
    confidence: z.enum(EVENT_CONFIDENCES),
    startedAt: time,
    endedAt: time.nullable(),
    regions: z.array(z.string()),
    services: z.array(z.string()),
    incidents: z.array(z.string()).describe('Ids of the incidents it consists of'),
    affected: z
      .array(
        z.strictObject({
          name: z.string(),
          providerId: z.string().nullable(),
          incidentId: z.string().nullable().describe('Its own incident, where one is known'),
          grade: z.enum(GRADES).describe('How sure it is that it fell with it'),
          effect: z.string(),
          reportedBy: z.enum(['own', 'third-party']),
          startedAt: time.nullable(),
          endedAt: time.nullable(),
        }),
      )
      .describe('What fell with it, also those that posted nothing themselves'),
    sources: z.array(knowledgeSource),
    url: page,
  })
  .describe('An upstream incident with what fell with it');

export const stackSchema = z
  .strictObject({
    status: status.describe('The worst of what you use'),
    providers: z.array(providerSchema).describe('What you use'),
    upstreams: z.array(providerSchema).describe('What that stands on'),
    dependencies: z.array(dependencySchema).describe('The edges between them'),
    unknownIds: z.array(z.string()).describe('Ids asked for that name no provider'),
    url: page,
  })
  .describe('Your providers and what they stand on');

const next = z.string().nullable().describe('Value of `before` for the next page; null at the end');
const list = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), next: next.optional() });

export const providerListSchema = list(providerSchema);
export const incidentListSchema = list(incidentSchema);
export const eventListSchema = list(eventSchema);
export const dependencyListSchema = list(dependencySchema);
export const sourceListSchema = list(sourceSchema);

/** Every named schema of /openapi.json. */
export const API_SCHEMAS = {
  Problem: problemSchema,
  Update: updateSchema,
  Incident: incidentSchema,
  IncidentDetail: incidentDetailSchema,
  Provider: providerSchema,
  ProviderDetail: providerDetailSchema,
  Component: componentSchema,
  Source: sourceSchema,
  World: worldSchema,
  Dependency: dependencySchema,
  Event: eventSchema,
  Stack: stackSchema,
  ProviderList: providerListSchema,
  IncidentList: incidentListSchema,
  EventList: eventListSchema,
  DependencyList: dependencyListSchema,
  SourceList: sourceListSchema,
} as const;
export type ApiSchemaName = keyof typeof API_SCHEMAS;

export type ApiIncident = z.output<typeof incidentSchema>;
export type ApiProvider = z.output<typeof providerSchema>;
export type ApiSource = z.output<typeof sourceSchema>;
export type ApiDependency = z.output<typeof dependencySchema>;
export type ApiEvent = z.output<typeof eventSchema>;
export type ApiWorld = z.output<typeof worldSchema>;
export type ApiStack = z.output<typeof stackSchema>;
