import { z } from 'zod';
import type { IncidentKind, IncidentStatus } from '../model/incident.ts';
import { isEndedStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { carryState } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, isObject, objectAt } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusForKind, statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const FORMAT = 'heroku';
const HISTORY = 50;

const UPDATE = z.object({
  id: idText.nullish().catch(null),
  created_at: anything,
  contents: optionalText,
  update_type: anything,
  status_prod: anything,
  status_dev: anything,
});
const ENTRY = z.object({
  id: idText,
  title: z.string(),
  state: anything,
  resolved: anything,
  upcoming: anything,
  created_at: anything,
  updated_at: anything,
  full_url: optionalText,
  status_prod: anything,
  status_dev: anything,
  systems: listOf(z.object({ name: z.string(), status: anything })).catch([]),
  updates: listOf(UPDATE),
});
type Entry = z.infer<typeof ENTRY>;

const V4 = z.object({
  status: z.array(z.object({ system: z.string(), status: anything })).min(1),
  incidents: requiredList(ENTRY),
  scheduled: requiredList(ENTRY),
});
const V3 = z.object({
  status: z.object({ Production: z.unknown(), Development: z.unknown().optional() }),
  issues: z.array(ENTRY),
});
const LIST = z.array(ENTRY).min(1);

/** https://devcenter.heroku.com/articles/heroku-status */
export const HEROKU_COLOUR = {
  green: 'operational',
  yellow: 'degraded_performance',
  red: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

/** `state` of version 4; version 3 has the flags `resolved` and `upcoming` instead. */
export const HEROKU_STATE = {
  open: 'investigating',
  ongoing: 'investigating',
  in_progress: 'in_progress',
  upcoming: 'scheduled',
  scheduled: 'scheduled',
  resolved: 'resolved',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const DONE =
  /\b(?:maintenance|upgrade|work)\b[^.\n]{0,40}\b(?:is|are|was|has been|have been) (?:now )?(?:complete|completed|finished)\b/i;

const isV4 = (json: unknown) =>
  isObject(json) && Array.isArray(json.status) && hasKeys(json, 'incidents', 'scheduled');
const isV3 = (json: unknown) => hasKeys(json, 'issues') && objectAt(json, 'status') !== undefined;
const isList = (json: unknown) =>
  Array.isArray(json) &&
  json.some((item) => hasKeys(item, 'title', 'full_url', 'updates', 'created_at'));

interface Reading {
  components: SnapshotComponent[];
  incidents: SnapshotIncident[];
  isCurrent: boolean;
}

/** Heroku Status, version 4 and the older version 3: the state now and the newest incidents. */
export const heroku: Adapter = {
  format: FORMAT,
  documents(url) {
    const version = /\/api\/(v\d+)\b/.exec(url)?.[1] ?? 'v4';
    const api = `${url.replace(/\/api\/.*|\/+$/, '')}/api/${version}`;
    const list = version === 'v3' ? 'issues' : 'incidents';
    return [`${api}/current-status`, `${api}/${list}?limit=${HISTORY}`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isV4(json) || isV3(json) || isList(json);
  },
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document): Reading => {
      const json = parseJsonLoosely(document);
      const read = (raw: Entry) => readEntry(raw, null, words, context);
      if (Array.isArray(json)) {
        const incidents = readJson(document, LIST, FORMAT).map(read);
        return { components: [], incidents, isCurrent: false };
      }
      if (isV3(json)) {
        const { status, issues } = readJson(document, V3, FORMAT);
        const components = Object.entries(status).map(([name, colour]) =>
          componentOf(name, colour, words),
        );
        return { components, incidents: issues.map(read), isCurrent: true };
      }
      const { status, incidents, scheduled } = readJson(document, V4, FORMAT);
      return {
        components: status.map((one) => componentOf(one.system, one.status, words)),
        incidents: [
          ...incidents.map(read),
          ...scheduled.map((raw) => readEntry(raw, 'maintenance', words, context)),
        ],
        isCurrent: true,
      };
    });
    const hasCurrent = readings.some(({ isCurrent }) => isCurrent);
    const hasList = readings.some(({ isCurrent }) => !isCurrent);
    return {
      // The list alone knows of no planned work: what it lacks was not taken back.
      coverage: hasCurrent && hasList ? 'window' : 'active-only',
      status: null,
      components: readings.flatMap(({ components }) => components),
      incidents: joinIncidents(readings.flatMap(({ incidents }) => incidents)),
      provesNothingReported: hasCurrent,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function componentOf(name: string, colour: unknown, words: WordReader): SnapshotComponent {
  const title = cleanTitle(name);
  return { id: title, name: title, status: words.read('status', colour, HEROKU_COLOUR) };
}

function readEntry(
  raw: Entry,
  listedAs: IncidentKind | null,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const isPlanned =
    raw.upcoming === true || raw.updates.some(({ update_type }) => update_type === 'scheduled');
  const kind = listedAs ?? (isPlanned ? 'maintenance' : 'incident');
  const posts = carryState(
    raw.updates.map((update) => {
      const body = bodyToText(update.contents ?? '');
      const at = readDate(update.created_at);
      const status = statusOfPost(update.update_type, body, kind);
      return { id: update.id ?? at ?? 'update', at, status, body };
    }),
    kind === 'maintenance' ? 'scheduled' : 'investigating',
  );
  const newest = posts.at(-1)?.status;
  const stated = statusOf(raw, words);
  const colours = [raw, ...raw.updates]
    .flatMap(({ status_prod, status_dev }) => [status_prod, status_dev])
    .concat(raw.systems.map(({ status }) => status))
    .filter((colour) => colour !== undefined && colour !== null)
    .map((colour) => words.read('incident.status', colour, HEROKU_COLOUR));
  // Green beside an open incident is a system that recovered: it tells no impact.
  const statuses = colours.filter((colour) => colour !== 'operational');
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status: refine(stated, newest, kind),
    impact: null,
    statuses,
    startedAt: readDate(raw.created_at),
    updatedAt: readDate(raw.updated_at),
    updates: posts,
    components: componentsOf(raw),
    url: safeUrl(raw.full_url ?? '', context.statusPage) || context.statusPage,
  });
}

/** `resolved: false` stands on resolved ones, too, so that the state counts where there is one. */
function statusOf(raw: Entry, words: WordReader): IncidentStatus {
  if (raw.state !== undefined && raw.state !== null) {
    return words.read('incident.state', raw.state, HEROKU_STATE);
  }
  if (raw.resolved === true) return 'resolved';
  return raw.upcoming === true ? 'scheduled' : 'investigating';
}

/** `update_type` is `scheduled` or `issue` on every post: only other words tell how far it is. */
function statusOfPost(type: unknown, body: string, kind: IncidentKind): IncidentStatus | null {
  const byType = typeof type === 'string' && type !== 'scheduled' ? statusFromText(type) : null;
  const told = DONE.test(body) ? 'completed' : (statusFromText(body) ?? byType);
  return told === null ? null : statusForKind(told, kind);
}

/** Planned entries stay `upcoming` for months after their last post said it was done. */
function refine(
  stated: IncidentStatus,
  newest: IncidentStatus | undefined,
  kind: IncidentKind,
): IncidentStatus {
  if (newest === undefined || stated === 'unknown' || isEndedStatus(stated)) return stated;
  if (kind === 'maintenance') return newest;
  return newest === 'identified' || newest === 'monitoring' ? newest : stated;
}

function componentsOf(raw: Entry): { id: string; name: string }[] {
  const hit = (colour: unknown) => typeof colour === 'string' && colour !== 'green';
  const names = [
    ...raw.systems.map(({ name }) => name),
    ...([raw, ...raw.updates].some(({ status_prod }) => hit(status_prod)) ? ['Production'] : []),
    ...([raw, ...raw.updates].some(({ status_dev }) => hit(status_dev)) ? ['Development'] : []),
  ];
  return names.map((name) => cleanTitle(name)).map((name) => ({ id: name, name }));
}
