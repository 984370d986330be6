import { z } from 'zod';
import { FeedError } from '../model/feed-error.ts';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, FeedDocument, SnapshotIncident } from './adapter.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { decodeText } from './read/decode-text.ts';
import { withBody } from './read/embedded-json.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { readJson } from './read/read-json.ts';
import { decodeTurboStream } from './read/turbo-stream.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'onlineornot';
const MARKS = ['streamController.enqueue(', 'loaderData', 'statusPage'];
const CHUNK = /streamController\.enqueue\(("(?:[^"\\]|\\.)*")\)/g;

const INCIDENT = z.object({
  id: idText,
  title: optionalText,
  started: anything,
  ended: anything,
  impact: anything,
  updates: listOf(
    z.object({
      status: anything,
      description: optionalText,
      createdAt: anything,
      dateHappened: anything,
    }),
  ).catch([]),
});
const INDEX = z.object({
  result: z.object({
    incidents: z.record(z.string(), z.array(INCIDENT)).nullish().catch(null),
    // Null where the list is missing or broken: then nothing is proven.
    activeIncidents: z.array(INCIDENT).nullable().catch(null),
    scheduledMaintenance: listOf(INCIDENT).catch([]),
  }),
});
const PAGE = z.object({
  loaderData: z.object({
    root: z.object({
      result: z.object({
        components: z.array(z.object({ id: idText, name: z.string(), status: anything })),
      }),
    }),
    'routes/_index': INDEX.nullish(),
  }),
});

export const ONLINEORNOT_COMPONENT = {
  operational: 'operational',
  no_impact: 'operational',
  degraded_performance: 'degraded_performance',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const ONLINEORNOT_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** OnlineOrNot: the loader data its pages carry. Its JSON API wants a key. */
export const onlineornot: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises(document) {
    try {
      const html = decodeText(document);
      return MARKS.every((mark) => html.includes(mark));
    } catch {
      return false;
    }
  },
  parse(documents, context) {
    const words = createWordReader();
    const { loaderData } = readPage(documents[0]);
    const index = loaderData['routes/_index']?.result;
    const read = (kind: 'incident' | 'maintenance') => (raw: z.infer<typeof INCIDENT>) =>
      readIncident(raw, kind, words, context);
    return {
      coverage: 'window',
      status: null,
      components: loaderData.root.result.components.map(({ id, name, status }) => ({
        id,
        name: cleanTitle(name),
        status: words.read('component.status', status, ONLINEORNOT_COMPONENT),
      })),
      incidents: joinIncidents([
        ...(index?.activeIncidents ?? []).map(read('incident')),
        ...Object.values(index?.incidents ?? {})
          .flat()
          .map(read('incident')),
        ...(index?.scheduledMaintenance ?? []).map(read('maintenance')),
      ]),
      provesNothingReported: (index?.activeIncidents ?? null) !== null,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function readPage(document: FeedDocument | undefined): z.infer<typeof PAGE> {
  if (document === undefined)
    throw new FeedError('empty-response', 'There is no document to read.');
  const html = decodeText(document);
  try {
    const text = [...html.matchAll(CHUNK)]
      .map((match) => String(JSON.parse(String(match[1]))))
      .join('');
    const value = decodeTurboStream(JSON.parse(String(text.split('\n')[0])));
    return readJson(withBody(document, JSON.stringify(value)), PAGE, FORMAT);
  } catch (cause) {
    if (cause instanceof FeedError) throw cause;
    throw new FeedError('parse', `${FORMAT}: the page carries no readable loader data.`, {
      url: document.url,
      cause,
    });
  }
}

function readIncident(
  raw: z.infer<typeof INCIDENT>,
  kind: 'incident' | 'maintenance',
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const startedAt = readDate(raw.started);
  const ended = readDate(raw.ended);
  const updates = raw.updates.toReversed().map((post) => {
    const at = readDate(post.dateHappened) ?? readDate(post.createdAt);
    return {
      id: at ?? 'post',
      at,
      status: words.read('update.status', post.status, ONLINEORNOT_STATUS),
      body: bodyToText(post.description ?? ''),
    };
  });
  const newest = sortPosts(updates).at(-1);
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status:
      ended !== null && ended <= context.fetchedAt
        ? 'resolved'
        : (newest?.status ??
          (kind === 'maintenance'
            ? statusOfWindow(startedAt, ended, context.fetchedAt)
            : 'investigating')),
    impact: null,
    statuses:
      raw.impact == null ? [] : [words.read('incident.impact', raw.impact, ONLINEORNOT_COMPONENT)],
    startedAt,
    resolvedAt: ended,
    scheduledFor: startedAt,
    scheduledUntil: ended,
    updates,
    components: [],
    url: safeUrl(`/incidents/${encodeURIComponent(raw.id)}`, context.statusPage),
  });
}
