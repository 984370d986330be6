import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  IMPACTS,
  INCIDENT_KINDS,
  INCIDENT_MARKS,
  INCIDENT_STATUSES,
  type Incident,
} from '../model/incident.ts';
import { UsageError } from './usage-error.ts';

/** Any ISO 8601 time becomes the one form in which text order is time order. */
const time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is no time such as 2025-10-20T06:48:00Z')
  .transform((text) => new Date(text).toISOString());

const update = z.object({
  id: z.string(),
  at: time,
  status: z.enum(INCIDENT_STATUSES).catch('unknown'),
  body: z.string().default(''),
});

/** An incident as the model has it; what only our store knows may be missing. */
const incidentLine = z
  .object({
    id: z.string().min(1),
    providerId: z.string().min(1),
    kind: z.enum(INCIDENT_KINDS).default('incident'),
    title: z.string().default(''),
    status: z.enum(INCIDENT_STATUSES).catch('unknown'),
    impact: z.enum(IMPACTS).catch('unknown'),
    startedAt: time,
    resolvedAt: time.nullable().default(null),
    updatedAt: time.optional(),
    scheduledFor: time.nullish(),
    scheduledUntil: time.nullish(),
    firstSeenAt: time.optional(),
    lastSeenAt: time.optional(),
    withdrawnAt: time.nullable().default(null),
    updates: z.array(update).default([]),
    components: z.array(z.object({ id: z.string().optional(), name: z.string() })).default([]),
    regions: z.array(z.string()).default([]),
    services: z.array(z.string()).default([]),
    url: z.string().default(''),
    origin: z.enum(['feed', 'archive']).default('feed'),
    marks: z.array(z.enum(INCIDENT_MARKS)).catch([]),
  })
  .transform((line): Incident => {
    const { scheduledFor, scheduledUntil, components, ...rest } = line;
    const updates = rest.updates.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const updatedAt = rest.updatedAt ?? updates.at(-1)?.at ?? rest.startedAt;
    return {
      ...rest,
      updates,
      updatedAt,
      firstSeenAt: rest.firstSeenAt ?? updates[0]?.at ?? rest.startedAt,
      lastSeenAt: rest.lastSeenAt ?? updatedAt,
      components: components.map(({ id, name }) => (id === undefined ? { name } : { id, name })),
      ...(scheduledFor ? { scheduledFor } : {}),
      ...(scheduledUntil ? { scheduledUntil } : {}),
    };
  });

/**
 * Incidents from a file of JSON lines, or from standard input for `-`. Empty lines are skipped.
 * @throws UsageError that names the first line that is none, and why
 */
export async function readIncidents(file: string): Promise<Incident[]> {
  const text = file === '-' ? await standardInput() : await readTextFile(file);
  return text.split('\n').flatMap((line, n) => {
    if (line.trim() === '') return [];
    const parsed = incidentLine.safeParse(parseJson(line, file, n + 1));
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0];
    throw new UsageError(
      `${file} line ${n + 1}: ${issue?.path.join('.') || 'incident'}: ${issue?.message ?? 'is none'}; ` +
        'correct this line or leave it out (docs/api.md shows an incident)',
    );
  });
}

function parseJson(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`${file} line ${number} is no JSON: give one incident per line`);
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read "${file}": give a file that exists, or -`);
  }
}
