import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type {
  Adapter,
  AdapterContext,
  FeedDocument,
  SnapshotComponent,
  SnapshotIncident,
} from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { pageBase } from './page-base.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, linkedId, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, objectAt, pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'sorry';

const UPDATE = z.object({
  id: idText.optional(),
  state: anything,
  content: optionalText,
  created_at: anything,
});
const NOTICE = z.object({
  id: idText,
  type: optionalText,
  state: anything,
  subject: optionalText,
  url: optionalText,
  began_at: anything,
  ended_at: anything,
  begins_at: anything,
  ends_at: anything,
  created_at: anything,
  updated_at: anything,
  latest_update: UPDATE.nullish().catch(null),
  updates: listOf(UPDATE).catch([]),
  components: listOf(z.object({ id: idText, name: optionalText })).catch([]),
});
const NOTICES = z.object({ notices: z.array(NOTICE) });
const COMPONENTS = z.object({
  components: z.array(
    z.object({ id: idText, name: z.string(), state: anything, parent_id: linkedId }),
  ),
});
const STATUS = z.object({ page: z.object({ state: z.string() }) });

export const SORRY_COMPONENT = {
  operational: 'operational',
  degraded: 'degraded_performance',
  'partially-degraded': 'degraded_performance',
  partially_degraded: 'degraded_performance',
  under_maintenance: 'under_maintenance',
  'under-maintenance': 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const SORRY_STATE = {
  investigating: 'investigating',
  identified: 'identified',
  recovering: 'monitoring',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  underway: 'in_progress',
  complete: 'completed',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const hasNotices = (json: unknown) => hasKeys(json, 'notices') && !hasKeys(json, 'incidents');
const hasComponents = (json: unknown) =>
  hasKeys(json, 'components', 'meta') && !hasKeys(json, 'page');
const hasStatus = (json: unknown) => {
  const page = objectAt(json, 'page');
  return typeof page?.state === 'string' && objectAt(page, 'links', 'notices') !== undefined;
};

/** Sorry: notices of now and of the future, components, and the page's own state. */
export const sorry: Adapter = {
  format: FORMAT,
  documents(url) {
    const api = `${pageBase(url)}/api/v1`;
    const notices = (state: string) => `${api}/notices?filter[timeline_state_eq]=${state}`;
    return [notices('present'), notices('future'), `${api}/components`, `${api}/status.json`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    return hasStatus(json) || (hasNotices(json) && hasKeys(json, 'meta'));
  },
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const lists = documents.filter((document) => hasNotices(parseJsonLoosely(document)));
    const status = pickDocument(documents, hasStatus);
    const components = pickDocument(documents, hasComponents);
    if (status === undefined && components === undefined) {
      readJson(pickOrFirst(documents, hasNotices), NOTICES, FORMAT);
    }
    // Each list is asked for by a filter in its address; one without a filter holds both.
    const hasPresent = lists.some(({ url }) => !/=future\b/.test(url));
    const hasFuture = lists.some(({ url }) => !/=present\b/.test(url));
    const incidents = lists.flatMap((list) =>
      readJson(list, NOTICES, FORMAT).notices.map((notice) => readNotice(notice, words, context)),
    );
    return {
      // Without both lists nothing may end by being absent.
      coverage: hasPresent && hasFuture ? 'active-only' : 'part',
      status:
        status === undefined
          ? null
          : words.read('page.state', readJson(status, STATUS, FORMAT).page.state, SORRY_COMPONENT),
      components: components === undefined ? [] : readComponents(components, words),
      incidents: joinIncidents(incidents),
      provesNothingReported: hasPresent,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function readComponents(document: FeedDocument, words: WordReader): SnapshotComponent[] {
  const { components } = readJson(document, COMPONENTS, FORMAT);
  const names = new Map(components.map(({ id, name }) => [id, cleanTitle(name)]));
  const parents = new Set(components.map(({ parent_id }) => parent_id));
  return components
    .filter(({ id }) => !parents.has(id))
    .map(({ id, name, state, parent_id }) => {
      const group = names.get(parent_id);
      return {
        id,
        name: cleanTitle(name),
        status: words.read('component.state', state, SORRY_COMPONENT),
        ...(group !== undefined && { group }),
      };
    });
}

function readNotice(
  notice: z.infer<typeof NOTICE>,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const isPlanned = notice.type === 'planned';
  const posts =
    notice.updates.length > 0 ? notice.updates : notice.latest_update ? [notice.latest_update] : [];
  const began = readDate(notice.began_at);
  return finishIncident({
    upstreamId: notice.id,
    kind: isPlanned ? 'maintenance' : notice.type === 'general' ? 'notice' : 'incident',
    title: notice.subject,
    status: words.read('notice.state', notice.state, SORRY_STATE),
    impact: null,
    startedAt: began ?? readDate(notice.created_at),
    resolvedAt: readDate(notice.ended_at),
    updatedAt: readDate(notice.updated_at),
    scheduledFor: readDate(notice.begins_at) ?? began,
    scheduledUntil: readDate(notice.ends_at),
    updates: posts.map((post, index) => ({
      id: post.id ?? `update-${index}`,
      at: readDate(post.created_at),
      status: words.read('update.state', post.state, SORRY_STATE),
      body: bodyToText(post.content ?? ''),
    })),
    components: notice.components.flatMap(({ id, name }) => (name == null ? [] : [{ id, name }])),
    url: safeUrl(notice.url ?? '', context.statusPage),
  });
}
