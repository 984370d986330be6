import type { IncidentStatus } from '../model/incident.ts';
import type { SnapshotIncident } from './adapter.ts';
import {
  CHECKLY_SEVERITY,
  CHECKLY_STATUS,
  type ChecklyEvent,
  type ChecklyIncident,
  type ChecklyService,
  type ChecklyUptime,
  type ChecklyWindow,
} from './checkly-wire.ts';
import { finishIncident } from './finish-incident.ts';
import { bodyToText } from './read/body-to-text.ts';
import { readDate } from './read/read-date.ts';
import type { WordReader } from './read/words.ts';

/** Longer durations (three years) are no time an incident takes. */
const MAX_SECONDS = 1e8;

/** What is shared by everything one page tells. */
interface Scene {
  words: WordReader;
  /** The status page: incidents have no address of their own. */
  url: string;
}

/** An open incident with its posts. */
export function readChecklyIncident(raw: ChecklyIncident, { words, url }: Scene): SnapshotIncident {
  return finishIncident({
    upstreamId: raw.id,
    kind: 'incident',
    title: raw.name,
    status: words.read('incident.lastUpdateStatus', raw.lastUpdateStatus, CHECKLY_STATUS),
    impact: words.read('incident.severity', raw.severity, CHECKLY_SEVERITY),
    startedAt: readDate(raw.created_at),
    updatedAt: readDate(raw.updated_at),
    updates: raw.incidentUpdates.map((post) => ({
      id: post.id,
      at: readDate(post.publicIncidentUpdateDate) ?? readDate(post.created_at),
      status: words.read('update.status', post.status, CHECKLY_STATUS),
      body: bodyToText(post.description ?? ''),
    })),
    components: raw.services,
    url,
  });
}

/** Past incidents, once under each service they hit. */
export function readChecklyPast({ uptime }: ChecklyUptime, scene: Scene): SnapshotIncident[] {
  return uptime.flatMap(({ services }) =>
    services.flatMap(({ id, name, days }) =>
      days.flatMap(({ events }) => events.map((event) => readEvent(event, { id, name }, scene))),
    ),
  );
}

function readEvent(
  event: ChecklyEvent,
  service: ChecklyService,
  { words, url }: Scene,
): SnapshotIncident {
  const startedAt = readDate(event.created_at);
  const end = endOf(startedAt, event.duration);
  return finishIncident({
    upstreamId: event.id,
    kind: 'incident',
    title: event.name,
    status: words.read('event.lastUpdateStatus', event.lastUpdateStatus, CHECKLY_STATUS),
    impact: words.read('event.severity', event.severity, CHECKLY_SEVERITY),
    startedAt,
    resolvedAt: end,
    updatedAt: end ?? startedAt,
    updates: [],
    components: [service],
    url,
  });
}

function endOf(startedAt: string | null, seconds: unknown): string | null {
  if (startedAt === null || typeof seconds !== 'number') return null;
  if (!(seconds >= 0 && seconds < MAX_SECONDS)) return null;
  return new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
}

/** A maintenance window; `status` is that of the list it stands in. */
export function readChecklyWindow(
  raw: ChecklyWindow,
  status: IncidentStatus,
  url: string,
): SnapshotIncident {
  const start = readDate(raw.startsAt) ?? readDate(raw.startAt);
  return finishIncident({
    upstreamId: `maintenance-${raw.id ?? `${raw.name ?? raw.title ?? ''} ${start ?? ''}`}`,
    kind: 'maintenance',
    title: raw.name ?? raw.title,
    status,
    impact: null,
    startedAt: start,
    scheduledFor: start,
    scheduledUntil: readDate(raw.endsAt) ?? readDate(raw.endAt),
    updates: raw.description
      ? [{ id: 'note', at: null, status: 'scheduled', body: bodyToText(raw.description) }]
      : [],
    components: [],
    url,
  });
}
