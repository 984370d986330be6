import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, FeedDocument, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, markdownToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusOfEntry } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'uptime-kuma';

const INCIDENT = z.object({
  id: idText,
  title: optionalText,
  content: optionalText,
  style: anything,
  createdDate: anything,
  lastUpdatedDate: anything,
});
const MAINTENANCE = z.object({
  id: idText,
  title: optionalText,
  description: optionalText,
  status: anything,
  timeslotList: listOf(z.object({ startDate: anything, endDate: anything })),
});
const PAGE = z.object({
  config: z.unknown(),
  publicGroupList: z.array(
    z.object({
      name: optionalText,
      monitorList: listOf(z.object({ id: idText, name: z.string() })),
    }),
  ),
  /** Version 1 pins one incident, version 2 several. */
  incident: anything,
  incidents: anything,
  maintenanceList: listOf(MAINTENANCE),
});
const HEARTBEATS = z.object({
  heartbeatList: z.record(z.string(), z.array(z.object({ status: anything, time: anything }))),
});

/** 2 is a failed check that is being retried: neither up nor down yet. */
export const KUMA_BEAT = {
  0: 'major_outage',
  1: 'operational',
  2: 'unknown',
  3: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const KUMA_STYLE = {
  danger: 'major',
  warning: 'minor',
  info: 'none',
  primary: 'none',
  light: 'none',
  dark: 'none',
} as const satisfies Record<string, Impact>;

export const KUMA_MAINTENANCE = {
  scheduled: 'scheduled',
  'under-maintenance': 'in_progress',
  ended: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) => hasKeys(json, 'config', 'publicGroupList');
const isBeats = (json: unknown) => hasKeys(json, 'heartbeatList');

/** Uptime Kuma 1 and 2: the page and the heartbeats of its monitors. All its times are UTC. */
export const uptimeKuma: Adapter = {
  format: FORMAT,
  documents(url) {
    const { origin, pathname } = new URL(url);
    const slug = /\/([^/]+)\/*$/.exec(pathname)?.[1] ?? 'default';
    return [`${origin}/api/status-page/${slug}`, `${origin}/api/status-page/heartbeat/${slug}`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isPage(json) || isBeats(json);
  },
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const beats = readBeats(pickDocument(documents, isBeats), words);
    const document = pickDocument(documents, isPage);
    if (document === undefined) {
      readJson(pickOrFirst(documents, isBeats), HEARTBEATS, FORMAT);
      // Heartbeats alone carry numbers instead of names, and no incidents.
      return {
        coverage: 'part',
        status: null,
        components: [],
        incidents: [],
        provesNothingReported: false,
        unknownWords: words.unknownWords,
        warnings: ['Only the heartbeats arrived.'],
      };
    }
    const page = readJson(document, PAGE, FORMAT);
    const pinned = [page.incident, page.incidents].filter((part) => part !== undefined);
    const told = pinned.flat().filter((raw) => raw !== null);
    const incidents = told.flatMap((raw) => INCIDENT.safeParse(raw).data ?? []);
    const isWhole = pinned.length > 0 && incidents.length === told.length;
    return {
      coverage: isWhole ? 'active-only' : 'part',
      status: null,
      components: page.publicGroupList.flatMap(({ name, monitorList }) => {
        const group = cleanTitle(name ?? '');
        return monitorList.map((monitor) => ({
          id: monitor.id,
          name: cleanTitle(monitor.name),
          status: beats.get(monitor.id) ?? ('unknown' as const),
          ...(group !== '' && { group }),
        }));
      }),
      incidents: [
        ...incidents.map((raw) => readIncident(raw, words, context.statusPage)),
        // Switched off, it is not announced to anybody.
        ...page.maintenanceList
          .filter(({ status }) => status !== 'inactive')
          .map((raw) => readMaintenance(raw, words, context.statusPage)),
      ],
      provesNothingReported: isWhole,
      unknownWords: words.unknownWords,
      warnings: isWhole ? [] : ['The pinned incident is missing or could not be read.'],
    };
  }),
};

/** The newest heartbeat of each monitor; the list is in the order of time, but we look. */
function readBeats(
  document: FeedDocument | undefined,
  words: WordReader,
): Map<string, ComponentStatus> {
  if (document === undefined) return new Map();
  const { heartbeatList } = readJson(document, HEARTBEATS, FORMAT);
  return new Map(
    Object.entries(heartbeatList).flatMap(([id, list]) => {
      const beats = list.map(({ status, time }) => ({ status, at: readDate(time) }));
      const newest = sortPosts(beats).at(-1);
      return newest === undefined
        ? []
        : [[id, words.read('heartbeat.status', newest.status, KUMA_BEAT)] as const];
    }),
  );
}

/** A pinned note without phase or components; only its colour says how bad it is. */
function readIncident(
  raw: z.infer<typeof INCIDENT>,
  words: WordReader,
  url: string,
): SnapshotIncident {
  const impact = words.read('incident.style', raw.style, KUMA_STYLE);
  const body = markdownToText(raw.content ?? '');
  const startedAt = readDate(raw.createdDate);
  const status = statusOfEntry(raw.title ?? '', body) ?? 'unknown';
  const incident = finishIncident({
    upstreamId: raw.id,
    kind: impact === 'none' ? 'notice' : 'incident',
    title: raw.title,
    status,
    impact,
    startedAt,
    updatedAt: readDate(raw.lastUpdatedDate),
    updates:
      body === ''
        ? []
        : [{ id: 'note', at: readDate(raw.lastUpdatedDate) ?? startedAt, status, body }],
    components: [],
    url,
  });
  return { ...incident, marks: ['impact-derived'] };
}

function readMaintenance(
  raw: z.infer<typeof MAINTENANCE>,
  words: WordReader,
  url: string,
): SnapshotIncident {
  const slot = raw.timeslotList[0];
  const start = readDate(slot?.startDate);
  return finishIncident({
    upstreamId: `maintenance-${raw.id}`,
    kind: 'maintenance',
    title: raw.title,
    status: words.read('maintenance.status', raw.status, KUMA_MAINTENANCE),
    impact: null,
    startedAt: start,
    scheduledFor: start,
    scheduledUntil: readDate(slot?.endDate),
    resolvedAt: readDate(slot?.endDate),
    updates: raw.description
      ? [{ id: 'note', at: null, status: 'scheduled', body: markdownToText(raw.description) }]
      : [],
    components: [],
    url,
  });
}
