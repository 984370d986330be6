import { z } from 'zod';
import {
  type Impact,
  type IncidentKind,
  type IncidentStatus,
  isEndedStatus,
} from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { carryState, type ToldPost } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { anything, idText, linkedId, listOf, optionalText } from './read/lenient.ts';
import { isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusForKind, statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'zscaler';

const POST = z.object({
  id: idText,
  title: z.string(),
  description: optionalText,
  severityTid: anything,
  status: anything,
  ri_date: anything,
  from: anything,
  alias: optionalText,
});
type Post = z.infer<typeof POST>;
const PAGE = z.object({
  data: z.object({
    severity: listOf(z.object({ tid: idText, name: z.string() })),
    category: z
      .array(
        z.object({
          subCategory: listOf(
            z.object({ tid: idText, name: z.string(), category_status: listOf(POST) }),
          ),
        }),
      )
      .min(1),
  }),
});

/** Names of the legend (`severity`), to which posts refer by number. */
export const ZSCALER_SEVERITY = {
  'service disruption': 'major',
  'service degradation': 'minor',
  'under investigation': 'unknown',
  informational: 'none',
  'no service impact': 'none',
  'security advisory': 'none',
} as const satisfies Record<string, Impact>;

const NOTICES: readonly unknown[] = ['informational', 'security advisory'];

const COMPONENT_OF_IMPACT = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  unknown: 'degraded_performance',
} as const satisfies Record<Impact, ComponentStatus>;

export const ZSCALER_STATUS = {
  investigating: 'investigating',
  'under investigation': 'investigating',
  'in progress': 'in_progress',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  completed: 'completed',
  scheduled: 'scheduled',
} as const satisfies Record<string, IncidentStatus>;

const STAMP = /<span class="report-time">([^<]{5,60})<\/span>/gi;
const UPDATE_HEAD = /<p class="zs-update">(?:(?!<\/p>)[\s\S])*$/i;

const isPage = (json: unknown) => {
  const data = objectAt(json, 'data');
  return (
    isObject(data) &&
    Array.isArray(data.severity) &&
    Array.isArray(data.category) &&
    data.category.some((one) => isObject(one) && Array.isArray(one.subCategory))
  );
};

/** Zscaler's trust portal: the services of one cloud, each with its posts of the week. */
export const zscaler: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const { data } = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const legend = new Map(data.severity.map(({ tid, name }) => [tid, name.trim().toLowerCase()]));
    const services = data.category
      .flatMap(({ subCategory }) => subCategory)
      .map((service) => ({
        id: service.tid,
        name: cleanTitle(service.name),
        incidents: service.category_status.map((post) =>
          readPost(post, { id: service.tid, name: service.name }, { words, legend, context }),
        ),
      }));
    return {
      coverage: 'window',
      status: null,
      components: services.map(({ id, name, incidents }) => {
        const open = incidents.filter(({ status }) => !isEndedStatus(status));
        return {
          id,
          name,
          status:
            open.length === 0
              ? 'operational'
              : worstStatus(open.map(({ impact }) => COMPONENT_OF_IMPACT[impact])),
        };
      }),
      incidents: joinIncidents(services.flatMap(({ incidents }) => incidents)),
      provesNothingReported: services.length > 0,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

interface Scene {
  words: WordReader;
  legend: ReadonlyMap<string, string>;
  context: AdapterContext;
}

function readPost(
  raw: Post,
  service: { id: string; name: string },
  { words, legend, context }: Scene,
): SnapshotIncident {
  const severity = legend.get(linkedId.parse(raw.severityTid)) ?? raw.severityTid;
  const kind: IncidentKind = NOTICES.includes(severity) ? 'notice' : 'incident';
  const impact = words.read('post.severityTid', severity, ZSCALER_SEVERITY);
  const startedAt = readDate(raw.from) ?? readDate(raw.ri_date);
  const updates = readUpdates(raw.description ?? '', startedAt, kind);
  const stated = statusForKind(words.read('post.status', raw.status, ZSCALER_STATUS), kind);
  const newest = statusForKind(updates.at(-1)?.status ?? stated, kind);
  const isFurther = newest === 'identified' || newest === 'monitoring';
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status: stated === 'investigating' && isFurther ? newest : stated,
    impact,
    startedAt,
    updatedAt: updates.at(-1)?.at ?? null,
    updates,
    components: [service],
    url: safeUrl(raw.alias ?? '', context.statusPage) || context.statusPage,
  });
}

/** The first text, then the newest update, then the earlier ones, each stamped in a span. */
function readUpdates(html: string, startedAt: string | null, kind: IncidentKind): SnapshotUpdate[] {
  const stamps = [...html.matchAll(STAMP)].slice(0, 200);
  const texts = [
    { at: startedAt, html: html.slice(0, stamps[0]?.index) },
    ...stamps.map((stamp, index) => ({
      at: readDate(stamp[1]),
      html: html.slice(stamp.index + stamp[0].length, stamps[index + 1]?.index),
    })),
  ];
  const posts = texts
    .map(({ at, html: part }) => ({ at, body: htmlToText(part.replace(UPDATE_HEAD, '')) }))
    .filter(({ body }) => body !== '')
    .map(({ at, body }) => ({
      id: stableHash(`${at ?? ''} ${body}`),
      at,
      status: statusFromText(body),
      body,
    }));
  // The newest update stands in front and once more in its place.
  const isFirst = ({ id }: ToldPost, index: number) =>
    posts.findIndex((post) => post.id === id) === index;
  return carryState(posts.filter(isFirst), statusForKind('investigating', kind));
}
