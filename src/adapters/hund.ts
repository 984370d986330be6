import { z } from 'zod';
import { FeedError } from '../model/feed-error.ts';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, FeedDocument, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { bodyToText } from './read/body-to-text.ts';
import { decodeText } from './read/decode-text.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'hund';

const COMPONENT = z.object({ id: idText, name: z.string(), state: anything });
const ISSUE = z.object({
  id: idText,
  title: optionalText,
  body: optionalText,
  label: anything,
  standing: anything,
  scheduled: anything,
  created_at: anything,
  components: listOf(z.union([z.string(), COMPONENT])).catch([]),
  updates: listOf(
    z.object({ id: idText.optional(), body: optionalText, label: anything, created_at: anything }),
  ).catch([]),
});
const PAGE = z.object({
  state: z.string(),
  issues: z.array(ISSUE),
  groups: listOf(z.object({ name: optionalText, components: listOf(COMPONENT) })),
});

const HUND_STATE = {
  operational: 'operational',
  degraded: 'degraded_performance',
  outage: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

const HUND_LABEL = {
  investigating: 'investigating',
  'problem identified': 'identified',
  problem_identified: 'identified',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  'in progress': 'in_progress',
  in_progress: 'in_progress',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) => hasKeys(json, 'state', 'issues');

/**
 * Hund: the first event (`init_event`) of the page's live event stream, which holds everything that
 * stands now. A body that holds only that event's JSON is read as well.
 */
export const hund: Adapter = {
  format: FORMAT,
  documents: (url) => [
    `${url.replace(/(\/live(\/v2\/status_page)?)?\/*$/, '')}/live/v2/status_page`,
  ],
  recognises(document) {
    try {
      return isPage(parseJsonLoosely(firstEvent(document)));
    } catch {
      return false;
    }
  },
  parse(documents, context) {
    const words = createWordReader();
    const events = documents.map((document) => firstEvent(document));
    const page = readJson(pickOrFirst(events, isPage), PAGE, FORMAT);
    return {
      coverage: 'active-only',
      status: words.read('page.state', page.state, HUND_STATE),
      components: page.groups.flatMap(({ name, components }) => {
        const group = cleanTitle(name ?? '');
        return components.map((component) => ({
          id: component.id,
          name: cleanTitle(component.name),
          status: words.read('component.state', component.state, HUND_STATE),
          ...(group !== '' && { group }),
        }));
      }),
      incidents: page.issues.map((issue) => readIssue(issue, words, context)),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

/** The document with the data of `init_event` alone as its body, or as it came where it is no stream. */
function firstEvent(document: FeedDocument): FeedDocument {
  const text = decodeText(document);
  if (!/^\s*(event|data|id|retry)?:/.test(text)) return document;
  const event = text.split(/\r?\n\r?\n/).find((block) => /^event:\s*init_event\s*$/m.test(block));
  if (event === undefined) {
    throw new FeedError('parse', `${FORMAT}: the stream holds no init_event.`, {
      url: document.url,
    });
  }
  const data = [...event.matchAll(/^data: ?([^\r\n]*)/gm)].map((match) => match[1]).join('\n');
  return { ...document, body: new TextEncoder().encode(data) };
}

function readIssue(
  issue: z.infer<typeof ISSUE>,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const states = issue.components.flatMap((component) =>
    typeof component === 'string' ? [] : [component.state],
  );
  const opening = { id: 'opening', body: issue.body, label: issue.label };
  const posts = sortPosts(
    [{ ...opening, created_at: issue.created_at }, ...issue.updates].map((post, index) => ({
      ...post,
      id: post.id ?? `update-${index}`,
      at: readDate(post.created_at),
    })),
  );
  const label = posts.findLast((post) => post.label !== undefined && post.label !== null)?.label;
  const told = words.read('issue.label', label, HUND_LABEL);
  return finishIncident({
    upstreamId: issue.id,
    kind: issue.scheduled === true ? 'maintenance' : 'incident',
    title: issue.title,
    status: issue.standing === false ? 'resolved' : told,
    impact: null,
    statuses: states.map((state) => words.read('component.state', state, HUND_STATE)),
    startedAt: readDate(issue.created_at),
    updates: posts.map((post) => ({
      id: post.id,
      at: post.at,
      status: words.read('update.label', post.label, HUND_LABEL),
      body: bodyToText(post.body ?? ''),
    })),
    components: issue.components.map((component) =>
      typeof component === 'string'
        ? { name: component }
        : { id: component.id, name: component.name },
    ),
    url: safeUrl(`/issues/${encodeURIComponent(issue.id)}`, context.statusPage),
  });
}
