import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import type { Post } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { kindFromText, statusFromText } from './read/status-words.ts';

const STATUS = /<h3>\s*Status:\s*([^<]+)<\/h3>/i;
/** `<p><strong>time</strong></p><h3>state</h3><p>text</p>`, oldest first. */
const UPDATE =
  /<p>\s*<strong>([^<]{10,60})<\/strong>\s*<\/p>\s*<h3>([^<]*)<\/h3>([\s\S]*?)(?=<\/div>|<p>\s*<strong>|$)/gi;
const PRODUCT = /^\[([^\]]{1,80})\]\s*/;

/**
 * `https://status.x.ai/feed.xml`: one item per incident with `Status: …` in front and its updates
 * below, the product in square brackets before the title.
 */
export const xaiRss = defineFeedAdapter({
  format: 'xai-rss',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ kind, items }) =>
    kind === 'rss' && items.some(({ html }) => STATUS.test(html) && /<h4>\s*Updates:/i.test(html)),
  read: (feed, context) => ({ incidents: feed.items.map((item) => readItem(item, context)) }),
});

function readItem(item: FeedItem, context: AdapterContext): SnapshotIncident {
  const fullTitle = cleanTitle(item.title);
  const product = PRODUCT.exec(fullTitle)?.[1];
  const { published } = entryTimes(item, context);
  const stated = STATUS.exec(item.html)?.[1];
  const posts = updatesIn(item.html);
  const body = htmlToText(item.html);
  return buildFeedIncident(
    {
      upstreamId: item.id || stableHash(fullTitle),
      kind: kindFromText(fullTitle, ''),
      title: fullTitle.replace(PRODUCT, '') || fullTitle,
      posts:
        posts.length > 0
          ? posts
          : [{ id: stableHash(body).slice(0, 14), at: published, status: null, body }],
      status: stated === undefined ? null : statusFromText(`Status: ${stated}`),
      startedAt: published,
      components: product === undefined ? [] : namesToComponents([product]),
      url: safeUrl(item.link, context.statusPage) || context.statusPage,
    },
    context,
  );
}

function updatesIn(html: string): Post[] {
  return [...html.matchAll(UPDATE)].map(([, time, state = '', text = '']) => {
    const body = htmlToText(text);
    return { at: readDate(time), status: statusFromText(state) ?? statusFromText(body), body };
  });
}
