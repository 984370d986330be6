import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter, isExpectedChannel, isFresh } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { statedRange } from './read/stated-times.ts';
import { kindFromText, statusOfEntry, titleWithoutStatus } from './read/status-words.ts';

/** The feed is built anew for every reader, so an older one is a forgotten copy. */
const FRESH_MS = 2 * 3_600_000;
const KIND_PREFIX =
  /^(?:service issue|health advisory|planned maintenance|security advisory|incident)\s*[-–:]\s*/i;
/** Azure puts the state behind the title, with or without a dash. */
const STATE_BEHIND = /(?:\s+[-–—])?\s+(?:active|investigating|mitigating|mitigated|resolved|rca)$/i;
const TRACKING_ID = /(?:tracking\s?id[\s:=]*|trackingId=)([A-Z0-9]{4}-[A-Z0-9]{3,4})\b/i;

/**
 * `https://azure.status.microsoft/en-us/status/feed/`: only what is open; an incident that ended is
 * gone. Items may come without guid, date and state. Categories mix services and regions.
 */
export const azureRss = defineFeedAdapter({
  format: 'azure-rss',
  requires: ['expectTitle'],
  coverage: 'active-only',
  recognises: ({ kind, title, link }) =>
    kind === 'rss' && /\bazure\b/i.test(`${title} ${link}`) && /status/i.test(title),
  read: (feed, context) => ({
    incidents: feed.items.map((item) => readItem(item, context)),
    provesNothingReported: isExpectedChannel(feed, context) && isFresh(feed, context, FRESH_MS),
  }),
});

function readItem(item: FeedItem, context: AdapterContext): SnapshotIncident {
  const fullTitle = cleanTitle(item.title);
  const title =
    titleWithoutStatus(fullTitle.replace(KIND_PREFIX, '')).replace(STATE_BEHIND, '') || fullTitle;
  const body = htmlToText(item.html);
  const { published, updated } = entryTimes(item, context);
  const at = updated ?? published;
  const link = safeUrl(item.link, context.statusPage);
  // What the list holds is open, whether or not it says in which state.
  const kind = kindFromText(fullTitle, body);
  const status = statusOfEntry(fullTitle, body) ?? (kind === 'incident' ? 'investigating' : null);
  return buildFeedIncident(
    {
      upstreamId: upstreamIdOf(item, `${link}\n${body}`, title),
      kind,
      title,
      posts: [
        { id: stableHash(`${status ?? ''} ${body}`).slice(0, 14), at, status, body: body || title },
      ],
      stated: statedRange(body, { reference: at ?? context.fetchedAt }),
      components: namesToComponents(item.categories),
      url: /\/status\b/.test(link) ? link : context.statusPage,
    },
    context,
  );
}

function upstreamIdOf(item: FeedItem, text: string, title: string): string {
  const trackingId = TRACKING_ID.exec(text)?.[1] ?? '';
  return item.id || trackingId.toUpperCase() || stableHash(title.toLowerCase());
}
