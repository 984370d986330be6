import { z } from 'zod';
import { type Impact, type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'statuspal';

const ENTRY = z.object({
  id: idText,
  title: optionalText,
  type: anything,
  starts_at: anything,
  ends_at: anything,
  updated_at: anything,
  service_ids: listOf(idText).catch([]),
  url: optionalText,
  updates: listOf(
    z.object({
      id: idText,
      type: anything,
      description: optionalText,
      posted_at: anything,
      inserted_at: anything,
    }),
  ).catch([]),
});
type Entry = z.infer<typeof ENTRY>;
const SERVICE = z.object({
  id: idText,
  name: z.string(),
  current_incident_type: anything,
  children: listOf(z.unknown()).catch([]),
});
const PAGE = z.object({
  status_page: z.object({ time_zone: optionalText, current_incident_type: anything }),
  services: listOf(z.unknown()),
  incidents: requiredList(ENTRY),
  maintenances: listOf(ENTRY),
  upcoming_maintenances: listOf(ENTRY),
  info_notices: listOf(ENTRY),
});

/** `none` stands for null: no incident of any type is open. */
export const STATUSPAL_TYPE = {
  none: 'operational',
  info: 'operational',
  minor: 'degraded_performance',
  performance: 'degraded_performance',
  major: 'major_outage',
  scheduled: 'under_maintenance',
  'emergency-maintenance': 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const STATUSPAL_IMPACT = {
  info: 'none',
  scheduled: 'none',
  'emergency-maintenance': 'none',
  minor: 'minor',
  performance: 'minor',
  major: 'major',
} as const satisfies Record<string, Impact>;

export const STATUSPAL_UPDATE = {
  issue: 'investigating',
  investigating: 'investigating',
  identified: 'identified',
  update: 'investigating',
  monitoring: 'monitoring',
  resolved: 'resolved',
  retroactive: 'resolved',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  'in-progress': 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) =>
  objectAt(json, 'status_page') !== undefined && hasKeys(json, 'services', 'incidents');

/** StatusPal's summary; its times are the page's own, without offset. */
export const statuspal: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/(summary|status|incidents))?\/*$/, '')}/summary`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const timeZone = page.status_page.time_zone ?? context.timeZone;
    const leaves = page.services.flatMap((service) => leavesOf(service, undefined, words));
    const names = new Map(leaves.map(({ id, name }) => [id, name]));
    const time = (raw: unknown) => readDate(raw, timeZone == null ? {} : { timeZone });
    const scene = { words, time, names, base: context.statusPage, now: context.fetchedAt };
    // Null says that no incident of any type is open; a missing key says nothing.
    const statusOf = (type: unknown) =>
      type === undefined
        ? null
        : words.read('status_page.current_incident_type', type ?? 'none', STATUSPAL_TYPE);
    return {
      coverage: 'active-only',
      status: statusOf(page.status_page.current_incident_type),
      components: leaves,
      incidents: joinIncidents([
        ...page.incidents.map((entry) => readEntry(entry, scene)),
        ...page.info_notices.map((entry) => readEntry(entry, scene, 'notice')),
        ...[...page.maintenances, ...page.upcoming_maintenances].map((entry) =>
          readEntry(entry, scene, 'maintenance'),
        ),
      ]),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings:
        timeZone == null
          ? ['Times carry no zone and neither page nor feed names one: read as UTC.']
          : [],
    };
  },
};

function leavesOf(raw: unknown, group: string | undefined, words: WordReader): SnapshotComponent[] {
  // Lists of children hold empty objects where there are none.
  const service = SERVICE.safeParse(raw).data;
  if (service === undefined) return [];
  const children = service.children.flatMap((child) =>
    leavesOf(child, cleanTitle(service.name), words),
  );
  if (children.length > 0) return children;
  return [
    {
      id: service.id,
      name: cleanTitle(service.name),
      status: words.read(
        'service.current_incident_type',
        service.current_incident_type === null ? 'none' : service.current_incident_type,
        STATUSPAL_TYPE,
      ),
      ...(group !== undefined && { group }),
    },
  ];
}

interface Scene {
  words: WordReader;
  time(raw: unknown): string | null;
  names: ReadonlyMap<string, string>;
  base: string;
  now: string;
}

function readEntry(
  raw: Entry,
  { words, time, names, base, now }: Scene,
  listed?: 'maintenance' | 'notice',
): SnapshotIncident {
  const isPlanned =
    listed === 'maintenance' || raw.type === 'scheduled' || raw.type === 'emergency-maintenance';
  const kind = isPlanned
    ? 'maintenance'
    : (listed ?? (raw.type === 'info' ? 'notice' : 'incident'));
  const start = time(raw.starts_at);
  const end = time(raw.ends_at);
  const updates = raw.updates.map((post) => ({
    id: post.id,
    at: time(post.posted_at) ?? time(post.inserted_at),
    status: words.read('update.type', post.type, STATUSPAL_UPDATE),
    body: bodyToText(post.description ?? ''),
  }));
  const newest = updates.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)).at(-1);
  const isPast = end !== null && end <= now;
  const open =
    newest === undefined || isEndedStatus(newest.status) ? 'investigating' : newest.status;
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status: isPlanned
      ? statusOfWindow(start, end, now)
      : isPast
        ? 'resolved'
        : newest?.status === 'resolved'
          ? 'resolved'
          : open,
    impact: words.read('incident.type', raw.type, STATUSPAL_IMPACT),
    startedAt: start,
    resolvedAt: end,
    updatedAt: time(raw.updated_at),
    scheduledFor: start,
    scheduledUntil: end,
    updates,
    components: raw.service_ids.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    url: safeUrl(raw.url ?? '', base),
  });
}
