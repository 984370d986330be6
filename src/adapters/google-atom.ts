import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import { sortPosts } from './incident-course.ts';
import { oldestFirst } from './oldest-first.ts';
import type { Post } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { kindFromText, statusFromText } from './read/status-words.ts';

/** `tag:status.cloud.google.com,2022:feed:<incident>.<update>` */
const ENTRY_ID = /:feed:([\w-]+)\.([\w-]+)$/;
const TITLE_PREFIX = /^(?:resolved|update|reopened|new)\s*:\s*/i;
/** All times in the text of an entry are Pacific time, and it says so. */
const TIME_ZONE = 'America/Los_Angeles';
const STAMP = '(\\d{4}-\\d{2}-\\d{2}\\s+\\d{2}:\\d{2})';
const BEGAN = new RegExp(
  `Incident\\s+began\\s+at\\s+${STAMP}(?:[\\s\\S]{0,40}?\\s+ended\\s+at\\s+${STAMP})?`,
  'i',
);

/**
 * `/en/feed.atom` of Google's status dashboards (Cloud, Workspace, Search …): one entry per update,
 * start and end only in the text, `RESOLVED:` in the title. The id is that of incidents.json.
 */
export const googleAtom = defineFeedAdapter({
  format: 'google-atom',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ kind, items }) => kind === 'atom' && items.some(({ id }) => ENTRY_ID.test(id)),
  read(feed, context) {
    const groups = Map.groupBy(feed.items, incidentOf);
    return { incidents: [...groups].flatMap(([id, items]) => readGroup(id, items, context)) };
  },
});

function incidentOf(item: FeedItem): string {
  return ENTRY_ID.exec(item.id)?.[1] ?? /\/incidents\/([\w-]+)/.exec(item.link)?.[1] ?? item.id;
}

/** The newest post has the title, times and products that hold. */
function readGroup(
  id: string,
  items: readonly FeedItem[],
  context: AdapterContext,
): SnapshotIncident[] {
  const posts = sortPosts(oldestFirst(items.map((item) => ({ ...readPost(item, context), item }))));
  return posts.slice(-1).map(({ item: newest, body }) => {
    const title = cleanTitle(newest.title).replace(TITLE_PREFIX, '');
    const times = BEGAN.exec(body);
    const products = /affected products?:\s*([^\n]+)/i.exec(body)?.[1] ?? '';
    return buildFeedIncident(
      {
        upstreamId: id,
        kind: kindFromText(title, ''),
        title,
        posts: posts.map(({ item: _, ...post }) => post),
        startedAt: readDate(times?.[1], { timeZone: TIME_ZONE }),
        resolvedAt: readDate(times?.[2], { timeZone: TIME_ZONE }),
        components: namesToComponents(products.split(',')),
        url: safeUrl(newest.link, context.statusPage) || context.statusPage,
      },
      context,
    );
  });
}

function readPost(item: FeedItem, context: AdapterContext): Post {
  const body = htmlToText(item.html);
  const { published, updated } = entryTimes(item, context);
  const isResolved =
    /^resolved\s*:/i.test(cleanTitle(item.title)) || BEGAN.exec(body)?.[2] !== undefined;
  return {
    id: ENTRY_ID.exec(item.id)?.[2] ?? item.id,
    at: updated ?? published,
    status: isResolved ? 'resolved' : (statusFromText(body) ?? 'investigating'),
    body,
  };
}
