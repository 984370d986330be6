import { decodeHTML } from 'entities';
import type { IncidentKind } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes, postTimeOptions } from './entry-posts.ts';
import { latest } from './incident-course.ts';
import { postsInHtml } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import type { WordReader } from './read/words.ts';

/** The `Type:` line of an entry. */
export const INSTATUS_TYPE = {
  incident: 'incident',
  maintenance: 'maintenance',
  'scheduled maintenance': 'maintenance',
} as const satisfies Record<string, IncidentKind>;

const MINUTE_MS = 60_000;

/**
 * `/history.rss` of Instatus: one entry per incident, posts oldest first. The header lines (`Type:`,
 * `Duration:`, `Affected Components:`) stand in the description, the posts in `content:encoded`,
 * escaped twice. The id is that of the JSON.
 */
export const instatusRss = defineFeedAdapter({
  format: 'instatus-rss',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ items }) =>
    items.some(
      ({ summary, link }) =>
        /\bType:\s*(Incident|Maintenance)/i.test(summary) &&
        /\/(incident|maintenance)\//.test(link),
    ),
  read: (feed, context, words) => ({
    incidents: feed.items.map((item) => readEntry(item, context, words)),
  }),
});

function readEntry(item: FeedItem, context: AdapterContext, words: WordReader): SnapshotIncident {
  const header = (name: string) =>
    new RegExp(`${name}:[^\\S\\n]*([^\\n<]*)`, 'i').exec(item.summary)?.[1] ?? '';
  const html = /&lt;(small|p|strong)&gt;/i.test(item.html) ? decodeHTML(item.html) : item.html;
  const read = words.read('entry.type', header('Type') || null, INSTATUS_TYPE);
  const kind = read === 'unknown' ? 'incident' : read;
  const { published } = entryTimes(item, context);
  // The announcement of a maintenance is printed with its start, which may lie ahead.
  const options = postTimeOptions(item, context);
  const reference = latest(published, options.reference) ?? context.fetchedAt;
  const posts = postsInHtml(html, { ...options, reference }, (word) =>
    words.read('entry.status', word, {}),
  ).map((post) => ({ ...post, at: (post.at ?? '') > context.fetchedAt ? null : post.at }));
  const link = safeUrl(item.link, context.statusPage);
  const durationMs = durationOf(header('Duration'));
  const until =
    published === null || durationMs === null
      ? null
      : new Date(Date.parse(published) + durationMs).toISOString();
  return buildFeedIncident(
    {
      upstreamId: /\/(?:incident|maintenance)\/([\w-]+)/.exec(link)?.[1] ?? (item.id || item.title),
      kind,
      title: cleanTitle(item.title),
      // Instatus puts a full stop behind each post, whatever it ends with.
      posts: posts.map((post) => ({ ...post, body: post.body.replace(/([.!?])\.$/, '$1') })),
      window: { from: published, until },
      components: namesToComponents(header('Affected Components').split(',')),
      url: link || context.statusPage,
    },
    context,
  );
}

/** `2 hours and 25 minutes` → ms; null where it names no time. */
function durationOf(text: string): number | null {
  const units = [
    { pattern: /(\d+)\s*day/i, minutes: 1440 },
    { pattern: /(\d+)\s*hour/i, minutes: 60 },
    { pattern: /(\d+)\s*min/i, minutes: 1 },
  ];
  const minutes = units.reduce(
    (sum, { pattern, minutes: each }) => sum + Number(pattern.exec(text)?.[1] ?? 0) * each,
    0,
  );
  return minutes > 0 ? minutes * MINUTE_MS : null;
}
