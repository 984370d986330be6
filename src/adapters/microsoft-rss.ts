import { stableHash } from '../model/incident-id.ts';
import type { ComponentStatus } from '../model/status.ts';
import { worstStatus } from '../model/status.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { defineFeedAdapter, isFresh } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { statedRange } from './read/stated-times.ts';
import { statusFromText } from './read/status-words.ts';

const FRESH_MS = 2 * 3_600_000;

/**
 * `<status>` of an item, in lower case without spaces: the words of Microsoft's service health
 * (serviceHealthStatus of the Graph API).
 */
export const MICROSOFT_STATUS = {
  available: 'operational',
  serviceoperational: 'operational',
  servicerestored: 'operational',
  falsepositive: 'operational',
  postincidentreviewpublished: 'operational',
  resolved: 'operational',
  investigating: 'degraded_performance',
  investigationsuspended: 'degraded_performance',
  advisory: 'degraded_performance',
  degraded: 'degraded_performance',
  servicedegradation: 'degraded_performance',
  restoringservice: 'degraded_performance',
  extendedrecovery: 'degraded_performance',
  verifyingservice: 'degraded_performance',
  mitigated: 'degraded_performance',
  serviceinterruption: 'major_outage',
  unavailable: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

/**
 * RSS of `https://status.cloud.microsoft`: one standing item per product with its own `<status>`,
 * there even when all is well. An item that is not available is read as an open incident.
 */
export const microsoftRss = defineFeedAdapter({
  format: 'microsoft-rss',
  coverage: 'active-only',
  recognises: ({ kind, items }) =>
    kind === 'rss' && items.length > 0 && items.every(({ extra }) => extra.status !== undefined),
  read(feed, context, words) {
    const products = feed.items.map((item) => ({
      item,
      id: item.id || cleanTitle(item.title),
      name: cleanTitle(item.title),
      status: words.read('item.status', item.extra.status?.replace(/\s/g, ''), MICROSOFT_STATUS),
    }));
    const isKnown = products.length > 0 && products.every(({ status }) => status !== 'unknown');
    return {
      status: products.length > 0 ? worstStatus(products.map(({ status }) => status)) : null,
      components: products.map(({ id, name, status }) => ({ id, name, status })),
      incidents: products
        .filter(({ status }) => status !== 'operational' && status !== 'unknown')
        .map(({ item, id, name, status }) => readIncident(item, { id, name, status }, context)),
      provesNothingReported: isKnown && isFresh(feed, context, FRESH_MS),
    };
  },
});

function readIncident(
  item: FeedItem,
  product: { id: string; name: string; status: ComponentStatus },
  context: AdapterContext,
): SnapshotIncident {
  const body = htmlToText(item.html);
  const { published } = entryTimes(item, context);
  const status = statusFromText(body) ?? 'investigating';
  return buildFeedIncident(
    {
      upstreamId: product.id,
      kind: 'incident',
      title: product.name,
      posts: [
        { id: stableHash(`${product.status} ${body}`).slice(0, 14), at: published, status, body },
      ],
      impact: product.status === 'major_outage' ? 'major' : 'minor',
      stated: statedRange(body, { reference: published ?? context.fetchedAt }),
      components: [{ id: product.id, name: product.name }],
      url: safeUrl(item.link, context.statusPage) || context.statusPage,
    },
    context,
  );
}
