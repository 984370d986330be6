import { isEndedStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { componentsInHtml } from './components-in-html.ts';
import { type EntryGroup, groupEntries } from './entry-identity.ts';
import { entryTimes, postsOfEntry } from './entry-posts.ts';
import { earliest, latest, sortPosts } from './incident-course.ts';
import { unionOfComponents } from './join-incidents.ts';
import type { Post } from './posts-in-html.ts';
import type { FeedItem, FeedXml } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { statedRange } from './read/stated-times.ts';
import { kindFromText, statusFromText, titleWithoutStatus } from './read/status-words.ts';

/** An entry that never says how it stands counts as over after a week without news. */
const OPEN_FOR_DAYS = 7;

/**
 * Any RSS or Atom feed → incidents, with what words and dates say. Used for every feed whose format
 * has no adapter of its own.
 */
export function readGenericFeed(feed: FeedXml, context: AdapterContext): SnapshotIncident[] {
  const options = dateOrderOf(feed);
  const entries = feed.items.map((item) => {
    const posts = postsOfEntry(item, context, options);
    const { published, updated } = entryTimes(item, context, options);
    return {
      item,
      posts,
      at: published ?? updated,
      status: sortPosts(posts).at(-1)?.status ?? null,
    };
  });
  const postsBy = new Map(entries.map(({ item, posts }) => [item, posts]));
  return groupEntries(feed, entries).map((group) => readGroup(group, postsBy, context, options));
}

function readGroup(
  { upstreamId, aliases, entries }: EntryGroup,
  postsBy: ReadonlyMap<FeedItem, readonly Post[]>,
  context: AdapterContext,
  options: ReadDateOptions,
): SnapshotIncident {
  const items = entries.map(({ item }) => item);
  const posts = items.flatMap((item) => postsBy.get(item) ?? []);
  const title = cleanTitle(items[0]?.title ?? '');
  const text = items.map(({ html }) => htmlToText(html)).join('\n');
  const kind = kindFromText(title, text);
  const link = items
    .map((item) => safeUrl(item.link, context.statusPage))
    .find((url) => url !== '');
  const newestTitle = cleanTitle(items.at(-1)?.title ?? '');
  const byTitle = statusFromText(newestTitle);
  const isEndedByTitle = byTitle !== null && isEndedStatus(byTitle);
  const hasState = posts.some(({ status }) => status !== null);
  const published = earliest(...entries.map(({ at }) => at));
  const stated = rangeIn(posts, context);
  return buildFeedIncident(
    {
      upstreamId,
      aliases,
      kind,
      title: titleWithoutStatus(title),
      posts,
      ...(isEndedByTitle && { status: byTitle }),
      stated,
      ...(kind === 'maintenance' && { window: windowIn(items, stated, published, options) }),
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
): { startedAt?: string } {
  const published = earliest(...items.map((item) => entryTimes(item, context, options).published));
  const first = earliest(...posts.map(({ at }) => at));
  return published !== null && first !== null && published < first ? { startedAt: published } : {};
}

/** Times told in the newest post that tells any. */
function rangeIn(posts: readonly Post[], context: AdapterContext) {
  for (const { at, body } of sortPosts(posts).toReversed()) {
    const zone = context.timeZone === undefined ? {} : { timeZone: context.timeZone };
    const range = statedRange(body, { reference: at ?? context.fetchedAt, ...zone });
    if (range.startedAt !== null || range.resolvedAt !== null) return range;
  }
  return { startedAt: null, resolvedAt: null };
}

/** The announced window; one that would lie before its announcement was misread. */
function windowIn(
  items: readonly FeedItem[],
  stated: ReturnType<typeof rangeIn>,
  published: string | null,
  options: ReadDateOptions,
) {
  const field = latest(...items.map(({ extra }) => readDate(extra.maintenanceEndDate, options)));
  if (field !== null) return { from: published, until: field };
  const isAhead =
    stated.startedAt !== null && (published === null || stated.startedAt >= published);
  return isAhead
    ? { from: stated.startedAt, until: stated.resolvedAt }
    : { from: null, until: null };
}

/** One date that can only be day first (23-03-2024) settles the order for the whole feed. */
function dateOrderOf(feed: FeedXml): ReadDateOptions {
  const isDayFirst = feed.items.some(({ published }) =>
    /^\s*(1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]/.test(published),
  );
  return isDayFirst ? { dayFirst: true } : {};
}
