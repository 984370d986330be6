import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes, postsOfEntry } from './entry-posts.ts';
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
  const [service = '', region = '', reference = ''] = title.split('|').map((part) => part.trim());
  const { published } = entryTimes(item, context);
  const posts = postsOfEntry(item, context);
  const isDated = posts.some(({ at }) => at !== null);
  return buildFeedIncident(
    {
      upstreamId: item.id || title,
      aliases: reference === '' ? [] : [reference],
      kind: kindFromText(title, ''),
      title: region === '' ? title : `${service}, ${region}`,
      posts,
      ...(!isDated && { startedAt: published }),
      components: namesToComponents([service]),
      url: safeUrl(item.link, context.statusPage) || context.statusPage,
    },
    context,
  );
}
