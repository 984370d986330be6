import type { IncidentStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { incidentSlugOf } from './entry-identity.ts';
import { entryTimes, postTimeOptions } from './entry-posts.ts';
import { postsInHtml } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { kindFromText } from './read/status-words.ts';
import type { WordReader } from './read/words.ts';

const DAY_MS = 86_400_000;
/** Maintenances are announced less than a year ahead, so their year-less dates lie within this. */
const ANNOUNCED_AHEAD_MS = 300 * DAY_MS;
const SCHEDULED_EVENT = /THIS IS A SCHEDULED EVENT([\s\S]*?)<\/strong>/i;
const MAINTENANCE_STATES: readonly (IncidentStatus | null)[] = [
  'scheduled',
  'in_progress',
  'verifying',
  'completed',
];
/** Pages print `CET`, `GMT+2`, or, where their zone has no letters, `-03`. */
const ZONE = /(?:[A-Z]{1,5}|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)$/;

/**
 * `/history.rss` and `/history.atom` of Atlassian Statuspage: 25 entries rewritten in place, posts
 * newest first in the HTML, with a time but no year. It states no impact and no components. The id
 * is that of the JSON, so both can be read for one page.
 */
export const statuspageFeed = defineFeedAdapter({
  format: 'statuspage-feed',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ items }) =>
    items.some(
      ({ html, link }) =>
        /<small>[\s\S]*?<var data-var=/i.test(html) &&
        incidentSlugOf(link) !== null &&
        !/\/incident\//.test(link),
    ),
  read: (feed, context, words) => ({
    incidents: feed.items.map((item) => readEntry(item, context, words)),
  }),
});

function readEntry(item: FeedItem, context: AdapterContext, words: WordReader): SnapshotIncident {
  const title = cleanTitle(item.title);
  const options = postTimeOptions(item, context);
  const posts = postsInHtml(item.html, options, (word) => words.read('entry.status', word, {}));
  const { published, updated } = entryTimes(item, context);
  const window = windowOf(item, context);
  const isMaintenance =
    window !== undefined || posts.some(({ status }) => MAINTENANCE_STATES.includes(status));
  const told =
    posts.length > 0
      ? posts
      : [{ at: updated ?? published, status: null, body: htmlToText(item.html) }];
  return buildFeedIncident(
    {
      upstreamId: incidentSlugOf(item.link) ?? (item.id || item.link || title),
      aliases: item.id.startsWith('tag:') ? [item.id] : [],
      kind: isMaintenance ? 'maintenance' : posts.length > 0 ? 'incident' : kindFromText(title, ''),
      title,
      posts: told,
      // An incident that begins with an "Update" is under way, in whichever state.
      ...(!isMaintenance && posts.length > 0 && { firstStatus: 'investigating' as const }),
      window,
      url: safeUrl(item.link, context.statusPage) || context.statusPage,
    },
    context,
  );
}

/** RSS gives start and end in fields, Atom only in the text, the second date left out if the same. */
function windowOf(item: FeedItem, context: AdapterContext) {
  const until = readDate(item.extra.maintenanceEndDate);
  if (until !== null) return { from: entryTimes(item, context).published, until };
  const banner = SCHEDULED_EVENT.exec(item.html)?.[1];
  if (banner === undefined) return undefined;
  const text = htmlToText(banner.replace(/<\/?var[^<>]*>/gi, ' ')).replace(/[\s,]+/g, ' ');
  const [first = '', second = ''] = text.split(/ [-–] /);
  const zone = ZONE.exec(second)?.[0] ?? '';
  const day = /^\p{L}+\.? \d{1,2} /u.exec(first)?.[0] ?? '';
  const { reference, ...rest } = postTimeOptions(item, context);
  const ahead = {
    ...rest,
    reference: new Date(Date.parse(reference) + ANNOUNCED_AHEAD_MS).toISOString(),
  };
  return {
    from: readDate(ZONE.test(first) ? first : `${first} ${zone}`, ahead),
    until: readDate(/^\d{1,2}:/.test(second) ? `${day}${second}` : second, ahead),
  };
}
