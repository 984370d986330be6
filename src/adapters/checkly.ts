import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, SnapshotIncident } from './adapter.ts';
import { statusesFromClaims } from './derive-status.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, isObject, pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'checkly';

const SERVICE = z.object({ id: idText, name: z.string() });
const INCIDENT = z.object({
  id: idText,
  name: optionalText,
  severity: anything,
  lastUpdateStatus: anything,
  created_at: anything,
  updated_at: anything,
  services: listOf(SERVICE).catch([]),
  incidentUpdates: listOf(
    z.object({
      id: idText,
      description: optionalText,
      status: anything,
      publicIncidentUpdateDate: anything,
      created_at: anything,
    }),
  ).catch([]),
});
const EVENT = z.object({
  id: idText,
  name: optionalText,
  severity: anything,
  lastUpdateStatus: anything,
  created_at: anything,
  duration: anything,
});
const UNRESOLVED = z.object({ incidents: z.array(INCIDENT) });
const UPTIME = z.object({
  metadata: z.array(z.object({ name: optionalText, services: listOf(SERVICE) })),
  uptime: listOf(
    z.object({
      services: listOf(
        z.object({
          id: idText,
          name: z.string(),
          days: listOf(z.object({ events: listOf(EVENT) })),
        }),
      ),
    }),
  ).catch([]),
});
const WINDOW = z.object({
  id: idText.optional(),
  name: optionalText,
  title: optionalText,
  description: optionalText,
  startsAt: anything,
  startAt: anything,
  endsAt: anything,
  endAt: anything,
});
const WINDOWS = z.object({ active: z.array(WINDOW), upcoming: listOf(WINDOW) });

export const CHECKLY_SEVERITY = {
  minor: 'minor',
  medium: 'minor',
  major: 'major',
  critical: 'critical',
} as const satisfies Record<string, Impact>;

export const CHECKLY_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

const STATUS_OF_SEVERITY = {
  none: 'degraded_performance',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  unknown: 'unknown',
} as const satisfies Record<Impact, ComponentStatus>;

const isUptime = (json: unknown) => hasKeys(json, 'metadata', 'uptime');
const isUnresolved = (json: unknown) =>
  isObject(json) &&
  Array.isArray(json.incidents) &&
  !('page' in json) &&
  !('config' in json) &&
  !('conditions' in json) &&
  !('meta' in json);
const isWindows = (json: unknown) => hasKeys(json, 'active', 'upcoming');

/** Checkly: the three documents its pages load. Address: `<page>/api/status-page/<slug>`. */
export const checkly: Adapter = {
  format: FORMAT,
  documents(url) {
    const base = url.replace(/\/+$/, '');
    return [`${base}/unresolved-incidents`, `${base}/uptime`, `${base}/maintenance-windows`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isUptime(json) || isWindows(json);
  },
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const unresolved = pickDocument(documents, isUnresolved);
    const uptime = pickDocument(documents, isUptime);
    const windows = pickDocument(documents, isWindows);
    if (unresolved === undefined && uptime === undefined && windows === undefined) {
      readJson(pickOrFirst(documents, isUnresolved), UNRESOLVED, FORMAT);
    }
    const url = context.statusPage;
    const open =
      unresolved === undefined
        ? []
        : readJson(unresolved, UNRESOLVED, FORMAT).incidents.map((raw) =>
            readIncident(raw, words, url),
          );
    const history = uptime === undefined ? null : readJson(uptime, UPTIME, FORMAT);
    const past = (history?.uptime ?? []).flatMap(({ services }) =>
      services.flatMap(({ id, name, days }) =>
        days.flatMap(({ events }) =>
          events.map((event) => readEvent(event, { id, name }, words, url)),
        ),
      ),
    );
    const services = (history?.metadata ?? []).flatMap(({ name, services: list }) => {
      const group = cleanTitle(name ?? '');
      return list.map((service) => ({
        id: service.id,
        name: cleanTitle(service.name),
        ...(group !== '' && { group }),
      }));
    });
    const claims = open
      .filter(({ status }) => status !== 'resolved')
      .map(({ components, impact }) => ({
        components: components.map(({ id, name }) => id ?? name),
        status: STATUS_OF_SEVERITY[impact],
      }));
    const planned = windows === undefined ? [] : readJson(windows, WINDOWS, FORMAT);
    return {
      coverage:
        unresolved === undefined ? 'window' : uptime === undefined ? 'active-only' : 'window',
      status: null,
      // Without the list of what is open, nothing is known about any service.
      components: statusesFromClaims(
        services,
        unresolved === undefined ? [{ components: [], status: 'unknown' }] : claims,
      ),
      incidents: joinIncidents([
        ...open,
        ...past,
        ...('active' in planned
          ? [
              ...planned.active.map((raw) => readWindow(raw, 'in_progress', url)),
              ...planned.upcoming.map((raw) => readWindow(raw, 'scheduled', url)),
            ]
          : []),
      ]),
      provesNothingReported: unresolved !== undefined,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function readIncident(
  raw: z.infer<typeof INCIDENT>,
  words: WordReader,
  url: string,
): SnapshotIncident {
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

/** A day's event of one service; `duration` is in seconds. The same incident stands under each service. */
function readEvent(
  event: z.infer<typeof EVENT>,
  service: { id: string; name: string },
  words: WordReader,
  url: string,
): SnapshotIncident {
  const startedAt = readDate(event.created_at);
  const seconds =
    typeof event.duration === 'number' && event.duration >= 0 && event.duration < 1e8
      ? event.duration
      : null;
  const end =
    startedAt === null || seconds === null
      ? null
      : new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
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

function readWindow(
  raw: z.infer<typeof WINDOW>,
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
