import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'datadog-pages';

const AFFECTED = z.object({ id: idText, name: z.string(), status: anything });
const COMPONENT = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  components: listOf(z.unknown()),
});
const ENTRY = z.object({
  id: idText,
  title: optionalText,
  currentStatus: anything,
  publishedDate: anything,
  startDate: anything,
  completedDate: anything,
  resolvedDate: anything,
  scheduledEndDate: anything,
  endDate: anything,
  lastModifiedAt: anything,
  deletedAt: anything,
  componentsAffected: listOf(AFFECTED),
  timeline: listOf(
    z.object({
      id: idText,
      startedAt: anything,
      createdAt: anything,
      description: optionalText,
      status: anything,
      componentsAffected: listOf(AFFECTED),
    }),
  ),
});
type Entry = z.infer<typeof ENTRY>;
const PAGE = z.object({
  domainPrefix: z.string(),
  components: listOf(z.unknown()),
  incidents: requiredList(ENTRY),
  maintenances: requiredList(ENTRY),
});

const DATADOG_COMPONENT = {
  operational: 'operational',
  degraded: 'degraded_performance',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

const DATADOG_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  completed: 'completed',
  canceled: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) =>
  hasKeys(json, 'domainPrefix', 'components', 'incidents', 'maintenances');

/** Datadog Status Pages: `config.json`, the one document the page is drawn from. */
export const datadogPages: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/config\.json)?\/*$/, '')}/config.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const kept = (entries: Entry[]) =>
      entries.filter(({ deletedAt }) => deletedAt === null || deletedAt === undefined);
    return {
      coverage: 'window',
      status: null,
      components: page.components.flatMap((component) => leavesOf(component, undefined, words)),
      incidents: [
        ...kept(page.incidents).map((raw) => readEntry(raw, 'incident', words, context)),
        ...kept(page.maintenances).map((raw) => readEntry(raw, 'maintenance', words, context)),
      ],
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function leavesOf(raw: unknown, group: string | undefined, words: WordReader): SnapshotComponent[] {
  const component = COMPONENT.safeParse(raw).data;
  if (component === undefined) return [];
  const name = cleanTitle(component.name);
  if (component.components.length > 0)
    return component.components.flatMap((child) => leavesOf(child, name, words));
  return [
    {
      id: component.id,
      name,
      status: words.read('component.status', component.status, DATADOG_COMPONENT),
      ...(group !== undefined && { group }),
    },
  ];
}

/**
 * `startedAt` of a post is when it applied, `createdAt` when somebody wrote it down: incidents are
 * often entered days later. How bad it was stands in the posts only; the entry itself carries the
 * present state, which after the end is `operational`.
 */
function readEntry(
  raw: Entry,
  kind: 'incident' | 'maintenance',
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const affected = [
    ...raw.componentsAffected,
    ...raw.timeline.flatMap(({ componentsAffected }) => componentsAffected),
  ];
  const start = readDate(raw.startDate) ?? readDate(raw.publishedDate);
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: raw.title,
    status: words.read(`${kind}.currentStatus`, raw.currentStatus, DATADOG_STATUS),
    impact: null,
    statuses: affected.map(({ status }) =>
      words.read('componentsAffected.status', status, DATADOG_COMPONENT),
    ),
    startedAt: start,
    resolvedAt: readDate(raw.resolvedDate) ?? readDate(raw.completedDate),
    updatedAt: readDate(raw.lastModifiedAt),
    scheduledFor: start,
    scheduledUntil:
      readDate(raw.scheduledEndDate) ?? readDate(raw.endDate) ?? readDate(raw.completedDate),
    // Listed newest first; turned round, posts of the same moment keep their order.
    updates: raw.timeline.toReversed().map((post) => ({
      id: post.id,
      at: readDate(post.startedAt) ?? readDate(post.createdAt),
      status: words.read('timeline.status', post.status, DATADOG_STATUS),
      body: bodyToText(post.description ?? ''),
    })),
    components: affected.map(({ id, name }) => ({ id, name })),
    url: safeUrl(`/${kind}s/${encodeURIComponent(raw.id)}`, context.statusPage),
  });
}
