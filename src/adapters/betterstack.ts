import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus, ProviderStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { anything, idText, linkedId, listOf, optionalText, requiredList } from './read/lenient.ts';
import { objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, markdownToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'betterstack';

const AFFECTED = z.object({
  status_page_resource_id: linkedId,
  status: anything,
});
const ITEM = z.object({
  id: idText,
  type: z.string(),
  attributes: z.object({
    name: optionalText,
    public_name: optionalText,
    status: anything,
    status_page_section_id: linkedId,
    title: optionalText,
    report_type: optionalText,
    starts_at: anything,
    ends_at: anything,
    aggregate_state: anything,
    affected_resources: listOf(AFFECTED),
    message: optionalText,
    published_at: anything,
  }),
  relationships: z
    .object({ status_updates: z.object({ data: listOf(z.object({ id: idText })) }).nullish() })
    .nullish(),
});
type Item = z.infer<typeof ITEM>;

const PAGE = z.object({
  data: z.object({ attributes: z.object({ aggregate_state: z.string() }) }),
  included: requiredList(ITEM),
});

export const BETTERSTACK_STATE = {
  operational: 'operational',
  degraded: 'degraded_performance',
  downtime: 'major_outage',
  maintenance: 'under_maintenance',
  resolved: 'operational',
  recovered: 'operational',
  not_monitored: 'unknown',
} as const satisfies Record<string, ComponentStatus | ProviderStatus>;

const isPage = (json: unknown) =>
  typeof objectAt(json, 'data', 'attributes')?.aggregate_state === 'string';

/** Better Stack: `index.json`, JSON:API. `aggregate_state` decides whether a report is over. */
export const betterstack: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/index\.json)?\/*$/, '')}/index.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const ofType = (type: string) => page.included.filter((item) => item.type === type);
    const sections = new Map(
      ofType('status_page_section').map(({ id, attributes }) => [id, attributes.name]),
    );
    const components = ofType('status_page_resource').map(({ id, attributes }) => {
      const group = cleanTitle(sections.get(attributes.status_page_section_id) ?? '');
      return {
        id,
        name: cleanTitle(attributes.public_name ?? '') || `Resource ${id}`,
        status: words.read('resource.status', attributes.status, BETTERSTACK_STATE),
        ...(group !== '' && { group }),
      };
    });
    const names = new Map(components.map(({ id, name }) => [id, name]));
    const updates = new Map(ofType('status_update').map((item) => [item.id, item]));
    return {
      coverage: 'window',
      status: words.read(
        'page.aggregate_state',
        page.data.attributes.aggregate_state,
        BETTERSTACK_STATE,
      ),
      components,
      incidents: ofType('status_report').map((report) =>
        readReport(report, { names, updates, words, context }),
      ),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

interface Surroundings {
  names: ReadonlyMap<string, string>;
  updates: ReadonlyMap<string, Item>;
  words: WordReader;
  context: AdapterContext;
}

function readReport(
  report: Item,
  { names, updates, words, context }: Surroundings,
): SnapshotIncident {
  const { attributes } = report;
  const isMaintenance = attributes.report_type === 'maintenance';
  const posts = (report.relationships?.status_updates?.data ?? []).flatMap(({ id }) => {
    const post = updates.get(id);
    return post === undefined ? [] : [post];
  });
  const told = posts.map(({ id, attributes: post }) => {
    const body = markdownToText(post.message ?? '');
    const at = readDate(post.published_at);
    return { id, at, body, status: postStatus(body, post.affected_resources) };
  });
  const affected = [attributes, ...posts.map((post) => post.attributes)].flatMap(
    (item) => item.affected_resources,
  );
  const statuses = affected
    .filter(({ status }) => status !== 'resolved')
    .map(({ status }) => words.read('affected_resource.status', status, BETTERSTACK_STATE));
  const startedAt = readDate(attributes.starts_at);
  const endsAt = readDate(attributes.ends_at);
  const isOver = attributes.aggregate_state === 'resolved';
  words.read('report.aggregate_state', attributes.aggregate_state, BETTERSTACK_STATE);
  return finishIncident({
    upstreamId: report.id,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: attributes.title,
    status: isOver
      ? 'resolved'
      : isMaintenance
        ? openMaintenance(startedAt, context.fetchedAt)
        : openStatus(told),
    impact: null,
    statuses,
    startedAt,
    resolvedAt: endsAt,
    scheduledFor: startedAt,
    scheduledUntil: endsAt,
    updates: told,
    components: affected.flatMap(({ status_page_resource_id: id }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    url: '',
  });
}

/** Over is what `aggregate_state` calls resolved, whatever the announced end. */
function openMaintenance(start: string | null, now: string): IncidentStatus {
  return statusOfWindow(start, null, now);
}

/** Reports carry no phase: what the newest post says, else that somebody is looking into it. */
function openStatus(updates: readonly SnapshotUpdate[]): IncidentStatus {
  const told = statusFromText(sortPosts(updates).at(-1)?.body ?? '');
  return told === 'identified' || told === 'monitoring' ? told : 'investigating';
}

function postStatus(body: string, affected: z.infer<typeof AFFECTED>[]): IncidentStatus {
  if (affected.length > 0 && affected.every(({ status }) => status === 'resolved'))
    return 'resolved';
  const told = statusFromText(body);
  // A post that still lists troubled parts does not resolve it, whatever its words.
  return told === null || told === 'resolved' ? 'unknown' : told;
}
