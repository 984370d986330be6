import { z } from 'zod';
import {
  IMPACTS,
  INCIDENT_KINDS,
  INCIDENT_MARKS,
  INCIDENT_STATUSES,
  type Incident,
} from '../../model/incident.ts';

export const componentsSchema = z.array(z.object({ id: z.string().optional(), name: z.string() }));
export const stringsSchema = z.array(z.string());
export const marksSchema = z.array(z.enum(INCIDENT_MARKS));
export const kindSchema = z.enum(INCIDENT_KINDS);
export const impactSchema = z.enum(IMPACTS);
export const statusSchema = z.enum(INCIDENT_STATUSES);
export const originSchema = z.enum(['feed', 'archive']);
export const updateTuplesSchema = z.array(
  z.tuple([z.string(), z.string(), statusSchema, z.string()]),
);

/** An incident kept whole as JSON: the earlier version in a revision. */
const incidentSchema = z.object({
  id: z.string(),
  providerId: z.string(),
  kind: kindSchema,
  title: z.string(),
  status: statusSchema,
  impact: impactSchema,
  startedAt: z.string(),
  resolvedAt: z.string().nullable(),
  updatedAt: z.string(),
  scheduledFor: z.string().optional(),
  scheduledUntil: z.string().optional(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  withdrawnAt: z.string().nullable(),
  updates: z.array(
    z.object({ id: z.string(), at: z.string(), status: statusSchema, body: z.string() }),
  ),
  components: componentsSchema,
  regions: stringsSchema,
  services: stringsSchema,
  url: z.string(),
  origin: originSchema,
  marks: marksSchema,
});

/** Reads an incident out of its JSON. */
export function parseIncident(json: string): Incident {
  return parseIncidentValue(JSON.parse(json));
}

/** Makes sure that a value is an incident. @throws ZodError */
export function parseIncidentValue(value: unknown): Incident {
  const { scheduledFor, scheduledUntil, components, ...rest } = incidentSchema.parse(value);
  return {
    ...rest,
    ...(scheduledFor === undefined ? {} : { scheduledFor }),
    ...(scheduledUntil === undefined ? {} : { scheduledUntil }),
    components: withoutUndefined(components),
  };
}

/** `id` is left out rather than undefined, so that what was saved is what is read. */
export function withoutUndefined(
  components: z.infer<typeof componentsSchema>,
): Incident['components'] {
  return components.map(({ id, name }) => (id === undefined ? { name } : { id, name }));
}
