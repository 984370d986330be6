import { z } from 'zod';
import type { Impact, IncidentKind, IncidentStatus } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { carryState, type ToldPost } from './carry-state.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf } from './read/lenient.ts';
import { hasKeys, isObject } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { impactFromText, kindFromText, statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const FORMAT = 'alibaba-cloud';

const EVENT = z.object({
  id: idText,
  title: z.string(),
  eventType: anything,
  startTime: anything,
  endTime: anything,
  lastUpdateTime: anything,
  /** Never seen filled; names or objects that carry one. */
  products: listOf(z.unknown()).catch([]),
  regions: listOf(z.unknown()).catch([]),
  eventUpdates: listOf(z.unknown()).catch([]),
});
type Event = z.infer<typeof EVENT>;
const PAGE = z.object({ data: z.array(EVENT), success: z.literal(true) });

export const ALIBABA_KIND = {
  alarm: 'incident',
} as const satisfies Record<string, IncidentKind>;

/** The state stands in brackets in front of the title; without a word in it, it goes on. */
const STATE =
  /^\s*\[[^\]]*?\b(recovered|resolved|monitoring|identified|recovering|repairing)\b[^\]]*\]/i;
export const ALIBABA_STATE = {
  recovered: 'resolved',
  resolved: 'resolved',
  monitoring: 'monitoring',
  identified: 'identified',
  recovering: 'identified',
  repairing: 'identified',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) =>
  isObject(json) &&
  hasKeys(json, 'data', 'success') &&
  Array.isArray(json.data) &&
  json.data.some((event) => hasKeys(event, 'title', 'eventType', 'startTime'));

/** Alibaba Cloud's two lists of the same shape: what goes on, and what was. */
export const alibabaCloud: Adapter = {
  format: FORMAT,
  documents(url) {
    const current = url.replace(/\/listHistoryEvent(International)?\b/, '/listEventInProgress');
    return current === url ? [url] : [url, current];
  },
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) => ({
      url: document.url,
      incidents: readJson(document, PAGE, FORMAT).data.map((raw) => readEvent(raw, words, context)),
    }));
    // The history does not say whether it carries what goes on; the other list does.
    const hasCurrent = readings.some(({ url }) => /listEventInProgress/i.test(url));
    return {
      // What left the list of what goes on has ended; what the history alone lacks has not.
      coverage: hasCurrent && readings.length > 1 ? 'window' : 'active-only',
      status: null,
      components: [],
      incidents: joinIncidents(readings.flatMap(({ incidents }) => incidents)),
      provesNothingReported: hasCurrent,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readEvent(raw: Event, words: WordReader, context: AdapterContext): SnapshotIncident {
  const title = cleanTitle(raw.title.replace(/^\s*\[[^\]]*\]\s*/, '')) || cleanTitle(raw.title);
  const type = words.read('event.eventType', raw.eventType, ALIBABA_KIND);
  const told = kindFromText(title, '');
  const kind = type === 'unknown' || told === 'maintenance' ? told : type;
  const state = STATE.exec(raw.title)?.[1];
  const start = readDate(raw.startTime);
  const end = readDate(raw.endTime);
  const stated =
    state === undefined
      ? unstatedStatus(kind, start, context.fetchedAt)
      : words.read('event.title', state, ALIBABA_STATE);
  // An end that has passed ends it, whatever the title still says.
  const status = end && end <= context.fetchedAt ? 'resolved' : stated;
  const impact = kind === 'incident' ? impactOf(title) : null;
  const updates = carryState(raw.eventUpdates.flatMap(readUpdate), 'investigating');
  const incident = finishIncident({
    upstreamId: raw.id,
    kind,
    title,
    status,
    impact: kind === 'incident' ? (impact ?? 'unknown') : null,
    startedAt: start,
    resolvedAt: end,
    updatedAt: readDate(raw.lastUpdateTime),
    scheduledFor: start,
    scheduledUntil: end,
    updates,
    components: raw.products
      .map((product) => nameIn(product, ['productName', 'name', 'productCode']))
      .map((name) => ({ name })),
    url: context.statusPage,
  });
  return {
    ...incident,
    regions: raw.regions
      .map((region) => nameIn(region, ['regionId', 'id']).toLowerCase())
      .filter((id) => /^[a-z]{2}-[a-z0-9-]{2,30}$/.test(id))
      .map((id) => `alibaba-cloud:${id}`),
    marks: impact === null ? [] : ['impact-derived'],
  };
}

function unstatedStatus(kind: IncidentKind, start: string | null, now: string): IncidentStatus {
  return kind === 'maintenance' ? statusOfWindow(start, null, now) : 'investigating';
}

/** "Abnormality" and "anomaly" are the page's words for anything that does not work as it should. */
function impactOf(title: string): Impact | null {
  return impactFromText(title, '') ?? (/\b(?:abnormal|anomal)/i.test(title) ? 'minor' : null);
}

function readUpdate(update: unknown): ToldPost[] {
  if (!isObject(update) || typeof update.content !== 'string') return [];
  const body = bodyToText(update.content);
  const at = readDate(update.publishTime);
  const status = statusFromText(body);
  return body === '' ? [] : [{ id: stableHash(`${at ?? ''} ${body}`), at, status, body }];
}

function nameIn(value: unknown, keys: readonly string[]): string {
  if (typeof value === 'string') return cleanTitle(value);
  if (!isObject(value)) return '';
  const name = keys.map((key) => value[key]).find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? cleanTitle(name) : '';
}
