import { z } from 'zod';
import { type Incident, type IncidentStatus, isEndedStatus } from '../../../src/model/incident.ts';
import { incidentId } from '../../../src/model/incident-id.ts';

const incidentSchema = z.strictObject({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  phase: z.string(),
  impact: z.string(),
  startedAt: z.string(),
  resolvedAt: z.string().nullable(),
  scheduledUntil: z.string().optional(),
  firstSeenAt: z.string().optional(),
  components: z.array(z.string()).optional(),
  link: z.string().optional(),
  updates: z.array(z.strictObject({ at: z.string(), phase: z.string(), body: z.string() })),
});

/** A case that starts from normalised incidents and asserts on what leaves the product. */
export const outputFileSchema = z.looseObject({
  now: z.string().optional(),
  builds: z
    .array(z.looseObject({ now: z.string(), incidents: z.array(incidentSchema).optional() }))
    .optional(),
  incidents: z.array(incidentSchema).optional(),
  config: z.looseObject({ embedOrigins: z.array(z.string()).optional() }).optional(),
  requests: z.array(z.looseObject({ path: z.string() })).optional(),
});
export type OutputFile = z.infer<typeof outputFileSchema>;

const iso = (time: string) => new Date(time).toISOString();

/** An incident of a case as the model writes it. */
export function toIncident(written: z.infer<typeof incidentSchema>): Incident {
  const isMaintenance = written.impact === 'maintenance';
  const startedAt = iso(written.startedAt);
  const firstSeenAt = written.firstSeenAt === undefined ? startedAt : iso(written.firstSeenAt);
  const updates = written.updates.map(({ at, phase, body }, index) => ({
    id: `u${index + 1}`,
    at: iso(at),
    status: phase as IncidentStatus,
    body,
  }));
  const resolvedAt = written.resolvedAt === null ? null : iso(written.resolvedAt);
  const end = updates.find(({ status }) => isEndedStatus(status))?.at ?? null;
  return {
    id: incidentId(written.provider, written.id.replace(`${written.provider}:`, '')),
    providerId: written.provider,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: written.title,
    status: written.phase as IncidentStatus,
    impact: isMaintenance ? 'none' : (written.impact as Incident['impact']),
    startedAt,
    resolvedAt: resolvedAt ?? end,
    updatedAt: updates.at(-1)?.at ?? startedAt,
    ...(isMaintenance ? { scheduledFor: startedAt } : {}),
    ...(written.scheduledUntil === undefined
      ? {}
      : { scheduledUntil: iso(written.scheduledUntil) }),
    firstSeenAt,
    lastSeenAt: firstSeenAt,
    withdrawnAt: null,
    updates,
    components: (written.components ?? []).map((name) => ({ name })),
    regions: [],
    services: [],
    url: written.link ?? '',
    origin: 'feed',
    marks: [],
  };
}
