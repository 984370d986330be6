import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { IMPACTS, INCIDENT_KINDS, type Incident } from '../../src/model/incident.ts';

/** What is true of an incident, whoever told of it. */
const truth = {
  /** The upstream incident it really happened because of; null: named, but silent. */
  because: z.string().nullable().optional(),
  /** Further true ones along the chain. */
  also: z.array(z.string().nullable()).default([]),
  /** Other records of the very same upstream incident. */
  same: z.array(z.string()).default([]),
  /** Nobody knows: counts neither way. */
  unknown: z.array(z.string().nullable()).default([]),
  /** What must not be named. */
  not: z.string().optional(),
  why: z.string().optional(),
  /** False where the knowledge holds no edge: no explanation may appear, whatever is true. */
  hasEdge: z.boolean().default(true),
};
const entry = z.strictObject({
  id: z.string(),
  provider: z.string(),
  kind: z.enum(INCIDENT_KINDS).default('incident'),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  impact: z.enum(IMPACTS).default('major'),
  regions: z.array(z.string()).default([]),
  services: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  /** Texts of the posts, ten minutes apart. */
  says: z.array(z.string()).default(['We are investigating.']),
  ...truth,
  /** A pair that is known to be hard and counts all the same. */
  hard: z.boolean().default(false),
});
const file = z.strictObject({ upstreams: z.array(entry), dependents: z.array(entry) });

const told = z.strictObject({ dependents: z.array(z.strictObject({ id: z.string(), ...truth })) });

export type LabelledEntry = z.output<typeof told>['dependents'][number];
export interface LabelledDay {
  name: string;
  incidents: Incident[];
  dependents: LabelledEntry[];
}

/** The labelled set: one file per day, all its incidents together. */
export function readLabelled(): LabelledDay[] {
  const dir = path.resolve(import.meta.dirname, 'labelled');
  return readDays(readdirSync(dir).map((name) => path.join(dir, name)));
}

/** Days of the held-out set in our own words. */
export function readHeldOut(): LabelledDay[] {
  return readDays([path.resolve(import.meta.dirname, 'held-out/facts.yaml')]);
}

/** Labels of real incidents by id, put to the incidents that bear them. */
export function heldOutRecordings(incidents: Incident[]): LabelledDay {
  const file = path.resolve(import.meta.dirname, 'held-out/recordings.yaml');
  const { dependents } = told.parse(readYaml(file));
  const ids = new Set(incidents.map(({ id }) => id));
  const missing = dependents.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  if (missing.length > 0) throw new Error(`no such incident: ${missing.join(', ')}`);
  return { name: 'recordings', incidents, dependents };
}

function readYaml(file: string): unknown {
  return load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
}

function readDays(files: readonly string[]): LabelledDay[] {
  return files
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const day = file.parse(readYaml(name));
      return {
        name: path.basename(name),
        incidents: [...day.upstreams, ...day.dependents].map(incidentOf),
        dependents: day.dependents,
      };
    });
}

function incidentOf(one: z.output<typeof entry>): Incident {
  const startMs = Date.parse(one.start);
  const at = (minutes: number) => new Date(startMs + minutes * 60_000).toISOString();
  const end = new Date(one.end).toISOString();
  const isWork = one.kind === 'maintenance';
  const updates = [
    ...one.says.map((body, n) => ({
      id: `u${n + 1}`,
      at: at(n * 10),
      status: isWork ? ('in_progress' as const) : ('investigating' as const),
      body,
    })),
    {
      id: 'end',
      at: end,
      status: isWork ? ('completed' as const) : ('resolved' as const),
      body: 'This is over.',
    },
  ];
  return {
    id: one.id,
    providerId: one.provider,
    kind: one.kind,
    title: one.title,
    status: isWork ? 'completed' : 'resolved',
    impact: one.impact,
    startedAt: at(0),
    resolvedAt: end,
    updatedAt: end,
    firstSeenAt: at(0),
    lastSeenAt: end,
    withdrawnAt: null,
    updates,
    components: one.components.map((name) => ({ name })),
    regions: one.regions,
    services: one.services,
    url: '',
    origin: 'feed',
    marks: [],
  };
}
