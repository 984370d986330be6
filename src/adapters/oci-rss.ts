import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { postsOfEntry } from './entry-posts.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { kindFromText } from './read/status-words.ts';

const OCID = /^ocid1\./;

/**
 * `https://ocistatus.oraclecloud.com/api/v2/incident-summary.rss`: one item per incident, guid its
 * OCID, title `service | region | reference`, posts newest first without a year.
 */
export const ociRss = defineFeedAdapter({
  format: 'oci-rss',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ kind, title, items }) =>
    kind === 'rss' && (items.some(({ id }) => OCID.test(id)) || /^OCI Status/i.test(title)),
  read: (feed, context) => ({ incidents: feed.items.map((item) => readItem(item, context)) }),
});

function readItem(item: FeedItem, context: AdapterContext): SnapshotIncident {
  const title = cleanTitle(item.title);
  const parts = title.split('|').map((part) => part.trim());
  const [service, region, reference] = parts;
  return buildFeedIncident(
    {
      upstreamId: item.id || title,
      aliases: reference ? [reference] : [],
      kind: kindFromText(title, ''),
      title: region ? `${service}, ${region}` : title,
      posts: postsOfEntry(item, context),
      components: namesToComponents(parts.slice(0, 1)),
      url: safeUrl(item.link, context.statusPage) || context.statusPage,
    },
    context,
  );
}
