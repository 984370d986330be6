import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'statusio';

const ENTRY = z.object({
  _id: idText,
  name: optionalText,
  datetime_open: anything,
  datetime_planned_start: anything,
  datetime_planned_end: anything,
  messages: listOf(
    z.object({ details: optionalText, state: anything, status: anything, datetime: anything }),
  ),
  components_affected: listOf(z.object({ _id: idText, name: z.string() })),
});
type Entry = z.infer<typeof ENTRY>;

const PAGE = z.object({
  result: z.object({
    status_overall: z.object({ status_code: anything }),
    status: listOf(z.object({ id: idText, name: z.string(), status_code: anything })),
    incidents: requiredList(ENTRY),
    maintenance: z.object({ active: listOf(ENTRY), upcoming: listOf(ENTRY) }).nullish(),
  }),
});

/** Security events have no word of their own with us; the part concerned is not in order. */
export const STATUSIO_CODE = {
  100: 'operational',
  200: 'under_maintenance',
  300: 'degraded_performance',
  400: 'partial_outage',
  500: 'major_outage',
  600: 'partial_outage',
} as const satisfies Record<string, ComponentStatus>;

export const STATUSIO_INCIDENT_STATE = {
  100: 'investigating',
  200: 'identified',
  300: 'monitoring',
  400: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

export const STATUSIO_MAINTENANCE_STATE = {
  100: 'scheduled',
  200: 'in_progress',
  300: 'verifying',
  400: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) => objectAt(json, 'result', 'status_overall') !== undefined;

/** Status.io's public status API: components and what is open. */
export const statusio: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const document = pickOrFirst(documents, isPage);
    const { result } = readJson(document, PAGE, FORMAT);
    const pageId = /\/([0-9a-f]{24})\b/.exec(document.url)?.[1];
    const read = (kind: 'incident' | 'maintenance') => (raw: Entry) =>
      readEntry(raw, kind, { words, context, pageId });
    return {
      coverage: 'active-only',
      status: words.read(
        'status_overall.status_code',
        result.status_overall.status_code,
        STATUSIO_CODE,
      ),
      components: result.status.map((component) => ({
        id: component.id,
        name: cleanTitle(component.name),
        status: words.read('component.status_code', component.status_code, STATUSIO_CODE),
      })),
      incidents: [
        ...result.incidents.map(read('incident')),
        ...(result.maintenance?.active ?? []).map(read('maintenance')),
        ...(result.maintenance?.upcoming ?? []).map(read('maintenance')),
      ],
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function readEntry(
  raw: Entry,
  kind: 'incident' | 'maintenance',
  {
    words,
    context,
    pageId,
  }: { words: WordReader; context: AdapterContext; pageId: string | undefined },
): SnapshotIncident {
  const table = kind === 'incident' ? STATUSIO_INCIDENT_STATE : STATUSIO_MAINTENANCE_STATE;
  const updates = raw.messages
    .map((message) => ({
      at: readDate(message.datetime),
      status: words.read(`${kind}.state`, message.state, table),
      body: bodyToText(message.details ?? ''),
    }))
    .map((update, index) => ({ ...update, id: update.at ?? `message-${index}` }));
  const newest = sortPosts(updates).at(-1);
  return finishIncident({
    upstreamId: raw._id,
    kind,
    title: raw.name,
    status: newest?.status ?? 'unknown',
    impact: null,
    statuses: raw.messages.map(({ status }) => words.read('message.status', status, STATUSIO_CODE)),
    startedAt: readDate(raw.datetime_open),
    scheduledFor: readDate(raw.datetime_planned_start),
    scheduledUntil: readDate(raw.datetime_planned_end),
    updates,
    components: raw.components_affected.map(({ _id, name }) => ({ id: _id, name })),
    url:
      pageId === undefined
        ? ''
        : safeUrl(`/pages/${kind}/${pageId}/${encodeURIComponent(raw._id)}`, context.statusPage),
  });
}
