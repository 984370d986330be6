import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { oldestFirst } from './oldest-first.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { statusOfPlan } from './status-of-plan.ts';

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
    const timeZone = page.status_page.time_zone || context.timeZone;
    const groups: Groups = new Map();
    const leaves = page.services.flatMap((raw) => leavesOf(raw, undefined, groups, words));
    const time = (raw: unknown) => readDate(raw, { timeZone });
    const scene = { words, time, leaves, groups, base: context.statusPage, now: context.fetchedAt };
    const { current_incident_type: type } = page.status_page;
    const planned = [...page.maintenances, ...page.upcoming_maintenances];
    return {
      coverage: 'active-only',
      // Null says that no incident of any type is open; a missing key says nothing.
      status: type === undefined ? null : statusOf('status_page', type, words),
      components: leaves,
      incidents: joinIncidents([
        ...page.incidents.map((entry) => readEntry(entry, scene)),
        ...page.info_notices.map((entry) => readEntry(entry, scene, 'notice')),
        ...planned.map((entry) => readEntry(entry, scene, 'maintenance')),
      ]),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings:
        timeZone === undefined
          ? ['Times carry no zone and neither page nor feed names one: read as UTC.']
          : [],
    };
  },
};

/** The leaves below each service that has any, by its id. */
type Groups = Map<string, readonly SnapshotComponent[]>;

function statusOf(field: string, type: unknown, words: WordReader): ComponentStatus {
  return words.read(
    `${field}.current_incident_type`,
    type === null ? 'none' : type,
    STATUSPAL_TYPE,
  );
}

function leavesOf(
  raw: unknown,
  group: string | undefined,
  groups: Groups,
  words: WordReader,
): SnapshotComponent[] {
  // Lists of children hold empty objects where there are none.
  const service = SERVICE.safeParse(raw).data;
  if (service === undefined) return [];
  const name = cleanTitle(service.name);
  const below = service.children.flatMap((child) => leavesOf(child, name, groups, words));
  if (below.length > 0) {
    groups.set(service.id, below);
    return below;
  }
  const status = statusOf('service', service.current_incident_type, words);
  return [{ id: service.id, name, status, ...(group !== undefined && { group }) }];
}

interface Scene {
  words: WordReader;
  time(raw: unknown): string | null;
  leaves: readonly SnapshotComponent[];
  groups: Groups;
  base: string;
  now: string;
}

function readEntry(
  raw: Entry,
  { words, time, leaves, groups, base, now }: Scene,
  listed?: 'maintenance' | 'notice',
): SnapshotIncident {
  const isPlanned =
    listed === 'maintenance' || raw.type === 'scheduled' || raw.type === 'emergency-maintenance';
  const kind = isPlanned
    ? 'maintenance'
    : (listed ?? (raw.type === 'info' ? 'notice' : 'incident'));
  const start = time(raw.starts_at);
  const end = time(raw.ends_at);
  const posts = raw.updates.map((post) => ({
    id: post.id,
    at: time(post.posted_at) ?? time(post.inserted_at),
    status: words.read('update.type', post.type, STATUSPAL_UPDATE),
    body: bodyToText(post.description ?? ''),
  }));
  const updates = sortPosts(oldestFirst(posts));
  const stated = updates.at(-1)?.status;
  const isPast = end !== null && end <= now;
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status: isPlanned
      ? statusOfPlan(stated, start, end, now)
      : isPast
        ? 'resolved'
        : (stated ?? 'investigating'),
    impact: words.read('incident.type', raw.type, STATUSPAL_IMPACT),
    startedAt: start,
    resolvedAt: end,
    updatedAt: time(raw.updated_at),
    scheduledFor: start,
    scheduledUntil: end,
    updates,
    components: affectedBy(raw.service_ids, leaves, groups),
    url: safeUrl(raw.url ?? '', base),
  });
}

/** A service with others below stands for all of them, unless the incident names some of those. */
function affectedBy(ids: readonly string[], leaves: readonly SnapshotComponent[], groups: Groups) {
  const named = ids.flatMap((id) => {
    const below = groups.get(id);
    if (below === undefined) return leaves.filter((leaf) => leaf.id === id);
    return below.some((leaf) => ids.includes(leaf.id)) ? [] : below;
  });
  return named.map(({ id, name }) => ({ id, name }));
}
