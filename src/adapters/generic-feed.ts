import { type IncidentKind, isEndedStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { componentsInHtml } from './components-in-html.ts';
import { type DatedItem, type EntryGroup, groupEntries } from './entry-identity.ts';
import { entryTimes, postsOfEntry } from './entry-posts.ts';
import { earliest, latest, sortPosts } from './incident-course.ts';
import { unionOfComponents } from './join-incidents.ts';
import type { Post } from './posts-in-html.ts';
import type { FeedItem, FeedXml } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { type StatedRange, statedRange } from './read/stated-times.ts';
import { kindFromText, statusFromText, titleWithoutStatus } from './read/status-words.ts';

/** An entry that never says how it stands counts as over after a week without news. */
const OPEN_FOR_DAYS = 7;

interface Entry extends DatedItem {
  posts: readonly Post[];
}

/**
 * Any RSS or Atom feed → incidents, with what words and dates say. Used for every feed whose format
 * has no adapter of its own.
 */
export function readGenericFeed(feed: FeedXml, context: AdapterContext): SnapshotIncident[] {
  const options = dateOrderOf(feed);
  const entries = feed.items.map((item): Entry => {
    const posts = postsOfEntry(item, context, options);
    const { published, updated } = entryTimes(item, context, options);
    return {
      item,
      posts,
      at: published ?? updated,
      status: sortPosts(posts).at(-1)?.status ?? null,
    };
  });
  return groupEntries(feed, entries).map((group) => readGroup(group, context, options));
}

function readGroup(
  { upstreamId, aliases, oldest, newest, entries }: EntryGroup<Entry>,
  context: AdapterContext,
  options: ReadDateOptions,
): SnapshotIncident {
  const items = entries.map(({ item }) => item);
  const posts = entries.flatMap((entry) => entry.posts);
  const title = cleanTitle(oldest.item.title);
  const text = items.map(({ html }) => htmlToText(html)).join('\n');
  const kind = kindFromText(title, text);
  const link = items
    .map((item) => safeUrl(item.link, context.statusPage))
    .find((url) => url !== '');
  const byTitle = statusFromText(cleanTitle(newest.item.title));
  const hasState = posts.some(({ status }) => status !== null);
  const published = earliest(...entries.map(({ at }) => at));
  const stated = rangeIn(kind, title, posts, context, options);
  return buildFeedIncident(
    {
      upstreamId,
      aliases,
      kind,
      title: titleWithoutStatus(title),
      posts,
      ...(isEndedStatus(byTitle) && { status: byTitle }),
      stated,
      window: windowIn(items, stated, published, options),
      ...(kind === 'incident' && startOfEntry(items, posts, context, options)),
      components: unionOfComponents(items.flatMap(({ html }) => componentsInHtml(html))),
      url: link ?? context.statusPage,
      ...(!hasState && { openForDays: OPEN_FOR_DAYS }),
    },
    context,
  );
}

/** An entry rewritten in place has one post, the newest, but its publication tells the start. */
function startOfEntry(
  items: readonly FeedItem[],
  posts: readonly Post[],
  context: AdapterContext,
  options: ReadDateOptions,
): { startedAt?: string | null } {
  const first = earliest(...posts.map(({ at }) => at));
  const start = earliest(
    first,
    ...items.map((item) => entryTimes(item, context, options).published),
  );
  return start === first ? {} : { startedAt: start };
}

/** Times told in the newest post that tells any, or else in the title; those of a maintenance not begun lie ahead. */
function rangeIn(
  kind: IncidentKind,
  title: string,
  posts: readonly Post[],
  { fetchedAt, timeZone }: AdapterContext,
  { dayFirst }: ReadDateOptions,
): StatedRange | undefined {
  const newestFirst = sortPosts(posts).toReversed();
  const told = [
    ...newestFirst.map(({ at, body, status }) => ({ at, text: body, status })),
    ...newestFirst.slice(-1).map(({ at, status }) => ({ at, text: title, status })),
  ];
  for (const { at, text, status } of told) {
    const isAhead = kind === 'maintenance' && (status === null || status === 'scheduled');
    const range = statedRange(text, { reference: at ?? fetchedAt, timeZone, isAhead, dayFirst });
    if (range.startedAt !== null || range.resolvedAt !== null) return range;
  }
  return undefined;
}

/** The announced window; one that would lie before its announcement was misread. */
function windowIn(
  items: readonly FeedItem[],
  stated: StatedRange | undefined,
  published: string | null,
  options: ReadDateOptions,
) {
  const field = latest(...items.map(({ extra }) => readDate(extra.maintenanceEndDate, options)));
  if (field !== null) return { from: published, until: field };
  if (!stated?.startedAt || (published && stated.startedAt < published)) return undefined;
  return { from: stated.startedAt, until: stated.resolvedAt };
}

/** One date that can only be day first (23-03-2024) settles the order for the whole feed. */
function dateOrderOf(feed: FeedXml): ReadDateOptions {
  const isDayFirst = feed.items.some(({ published }) =>
    /^\s*(1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]/.test(published),
  );
  return isDayFirst ? { dayFirst: true } : {};
}
