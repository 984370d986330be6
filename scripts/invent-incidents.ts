import type {
  Impact,
  Incident,
  IncidentKind,
  IncidentStatus,
  IncidentUpdate,
} from '../src/model/incident.ts';
import { incidentId } from '../src/model/incident-id.ts';
import { makeRandom, type Random } from './random.ts';

export interface InventOptions {
  count: number;
  seed: number;
  providers: readonly string[];
  /** ISO 8601, UTC; nothing begins later, bar announced maintenances. */
  now: string;
}

const MINUTE_MS = 60_000;
/** The history reaches back ten years, denser towards the end. */
const HISTORY_MS = 10 * 365 * 86_400_000;
/** As many as are usually open at a time over 80 providers. */
const OPEN = 20;

const REGIONS = ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-south-1', 'sa-east-1'];
const SERVICES = [
  'api',
  'dashboard',
  'storage',
  'database',
  'queue',
  'login',
  'webhooks',
  'search',
];
const TROUBLES = ['Elevated error rates', 'Increased latency', 'Delayed processing', 'Outage'];
const SENTENCES: Partial<Record<IncidentStatus, readonly string[]>> = {
  investigating: ['We are looking into failing requests.', 'Some customers see timeouts.'],
  identified: ['The cause is known and a fix is under way.', 'A change is being rolled back.'],
  monitoring: ['A fix is in place, we are watching.', 'Error rates are falling.'],
  resolved: ['This incident is over.', 'All systems work as usual again.'],
  scheduled: ['We will replace hardware; short interruptions are possible.'],
  in_progress: ['The work has begun.'],
  completed: ['The work is done.'],
};

/** Incidents as they occur: many short, few long; newest ones still open. Deterministic. */
export function inventIncidents(options: InventOptions): Incident[] {
  const random = makeRandom(options.seed);
  return Array.from({ length: options.count }, (_, i) => {
    const isOpen = i < Math.min(OPEN, options.count / 4);
    return inventIncident(random, options, i, isOpen);
  });
}

function inventIncident(
  random: Random,
  { providers, now }: InventOptions,
  index: number,
  isOpen: boolean,
): Incident {
  const providerId = random.pick(providers);
  const kind: IncidentKind = random.chance(0.15)
    ? 'maintenance'
    : random.chance(0.02)
      ? 'notice'
      : 'incident';
  const age = isOpen
    ? random.between(5, 600) * MINUTE_MS
    : 600 * MINUTE_MS + random.next() ** 1.5 * HISTORY_MS;
  const startMs = Date.parse(now) - Math.round(age / MINUTE_MS) * MINUTE_MS;
  // Power law: half are over within 40 minutes, one in a thousand lasts for days.
  const minutes = Math.min(15 / (1 - random.next()) ** 1.2, 60 * 24 * 60);
  const durationMs = isOpen ? age : Math.min(minutes * MINUTE_MS, age);
  const end = isOpen ? null : iso(startMs + durationMs);
  const updates = inventUpdates(random, kind, startMs, durationMs, isOpen);
  const last = updates.at(-1);
  const services = random.some(SERVICES, 3);
  const startedAt = iso(startMs);
  return {
    id: incidentId(providerId, `inc${index.toString(36).padStart(6, '0')}`),
    providerId,
    kind,
    title: `${kind === 'maintenance' ? 'Maintenance' : random.pick(TROUBLES)}: ${services.join(', ')}`,
    status: last?.status ?? 'unknown',
    impact: impactOf(random, kind),
    startedAt,
    resolvedAt: end,
    updatedAt: last?.at ?? startedAt,
    ...(kind === 'maintenance' && end !== null
      ? { scheduledFor: startedAt, scheduledUntil: end }
      : {}),
    firstSeenAt: startedAt,
    lastSeenAt: end ?? now,
    withdrawnAt: null,
    updates,
    components: services.map((name) => ({ id: `c-${name}`, name })),
    regions: random.some(REGIONS, 2).map((region) => `${providerId}:${region}`),
    services: services.map((service) => `${providerId}:${service}`),
    url: `https://status.${providerId}.example/incidents/${index}`,
    origin: 'feed',
    marks: [],
  };
}

function inventUpdates(
  random: Random,
  kind: IncidentKind,
  startMs: number,
  durationMs: number,
  isOpen: boolean,
): IncidentUpdate[] {
  const isMaintenance = kind === 'maintenance';
  const course: IncidentStatus[] = isMaintenance
    ? ['scheduled', 'in_progress', 'completed']
    : ['investigating', 'identified', 'monitoring', 'resolved'];
  const count = random.between(2, 8);
  return Array.from({ length: count }, (_, i) => {
    const isLast = i === count - 1;
    const step = Math.min(Math.floor((i * course.length) / count), course.length - 2);
    // What is open is neither merely announced nor over.
    const place = isLast && !isOpen ? course.length - 1 : isOpen && isMaintenance ? 1 : step;
    const status = course[place] ?? 'unknown';
    return {
      id: `u${i}`,
      at: iso(startMs + Math.round((durationMs * i) / (count - 1))),
      status,
      body: `${random.pick(SENTENCES[status] ?? [''])} ${random.pick(SENTENCES.investigating ?? [''])}`,
    };
  });
}

function impactOf(random: Random, kind: IncidentKind): Impact {
  if (kind !== 'incident') return 'none';
  const roll = random.next();
  if (roll < 0.6) return 'minor';
  if (roll < 0.85) return 'major';
  return roll < 0.93 ? 'critical' : 'unknown';
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
