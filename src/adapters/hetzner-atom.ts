import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import { earliest } from './incident-course.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { ANNOUNCED_AHEAD_MS, statedRange } from './read/stated-times.ts';
import { kindFromText, statusOfEntry, titleWithoutStatus } from './read/status-words.ts';

/** An entry whose text never says that it is over counts as over after this long without news. */
const OPEN_FOR_DAYS = 7;
const TIME_ZONE = 'Europe/Berlin';
const PLACE =
  /\b(?:FSN1|NBG1|HEL1|ASH|HIL|SIN|ash|hil|sin|fsn1|nbg1|hel1)(?:-(?:DC|dc)\d{1,2})?\b|\b(?:Falkenstein|Nürnberg|Nuremberg|Helsinki|Ashburn|Hillsboro|Singapore|Singapur)\b/g;
const LABELLED_TIME = (label: string) =>
  new RegExp(`(?:^|\\n)\\s*(?:${label})\\s*:\\s*([^\\n]{8,60})`, 'i');
const START = LABELLED_TIME('start|beginn|begin|start time|startzeit');
const END = LABELLED_TIME('end|ende|end time|endzeit|estimated end|voraussichtliches ende');

/**
 * `https://status.hetzner.com/en.atom` and `/de.atom`: XHTML entries in English or German under
 * `/incident/<uuid>`, past and current mixed, without a lifecycle state and with places only in the
 * text. States, kinds and times are read out of the words of both languages.
 */
export const hetznerAtom = defineFeedAdapter({
  format: 'hetzner-atom',
  coverage: 'window',
  recognises: ({ kind, link, items }) =>
    kind === 'atom' &&
    (/hetzner/i.test(link) || items.some((item) => /hetzner[^/]*\/incident\//.test(item.link))),
  read: (feed, context) => ({ incidents: feed.items.map((item) => readEntry(item, context)) }),
});

function readEntry(item: FeedItem, context: AdapterContext): SnapshotIncident {
  const fullTitle = cleanTitle(item.title);
  const body = htmlToText(item.html);
  const timeZone = context.timeZone ?? TIME_ZONE;
  const { published, updated } = entryTimes(item, { ...context, timeZone });
  const at = updated ?? published;
  const kind = kindFromText(fullTitle, body);
  const status = statusOfEntry(fullTitle, body);
  const window = timesIn(body, at ?? context.fetchedAt, timeZone, kind === 'maintenance');
  const link = safeUrl(item.link, context.statusPage);
  return buildFeedIncident(
    {
      upstreamId: /\/incident\/([\w-]+)/.exec(link)?.[1] ?? (item.id || stableHash(fullTitle)),
      kind,
      title: titleWithoutStatus(fullTitle),
      posts: [
        {
          id: stableHash(`${status ?? ''} ${body}`).slice(0, 14),
          at,
          status,
          body: body || fullTitle,
        },
      ],
      ...(kind === 'maintenance'
        ? { window }
        : incidentTimes(window, earliest(published, updated), context)),
      components: namesToComponents(`${fullTitle}\n${body}`.match(PLACE) ?? []),
      url: link || context.statusPage,
      openForDays: OPEN_FOR_DAYS,
    },
    context,
  );
}

/** Times of an incident outweigh the date of its entry; an end still to come is none yet. */
function incidentTimes(
  { from, until }: { from: string | null; until: string | null },
  firstAt: string | null,
  context: AdapterContext,
) {
  const isOver = until !== null && until <= context.fetchedAt;
  return { startedAt: from ?? firstAt, resolvedAt: isOver ? until : null };
}

function timesIn(body: string, reference: string, timeZone: string, isAhead: boolean) {
  const aheadMs = isAhead ? ANNOUNCED_AHEAD_MS : 0;
  const latestAt = new Date(Date.parse(reference) + aheadMs).toISOString();
  const labelled = (pattern: RegExp) =>
    readDate(pattern.exec(body)?.[1], { timeZone, reference: latestAt });
  const from = labelled(START);
  const until = labelled(END);
  if (from !== null || until !== null) return { from, until };
  const stated = statedRange(body, { reference, timeZone, isAhead });
  return { from: stated.startedAt, until: stated.resolvedAt };
}
