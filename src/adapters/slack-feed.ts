import type { IncidentKind } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import { type Post, postsInHtml } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { statusFromText } from './read/status-words.ts';
import type { WordReader } from './read/words.ts';

/** What stands before the colon of a title. */
export const SLACK_TITLE_KIND = {
  incident: 'incident',
  outage: 'incident',
  notice: 'notice',
  maintenance: 'maintenance',
} as const satisfies Record<string, IncidentKind>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * `https://slack-status.com/feed/rss` and `/feed/atom`: one entry per incident, its posts with the
 * time of day only ("3:23pm PST"), oldest first since 2025. Entry and update times give the days.
 */
export const slackFeed = defineFeedAdapter({
  format: 'slack-feed',
  coverage: 'window',
  listsEveryIncident: true,
  recognises: ({ title, link, items }) =>
    /slack/i.test(`${title} ${link}`) ||
    items.some((item) => /slack-status\.com\//.test(item.link)),
  read: (feed, context, words) => ({
    incidents: feed.items.map((item) => readEntry(item, context, words)),
  }),
});

function readEntry(item: FeedItem, context: AdapterContext, words: WordReader): SnapshotIncident {
  const fullTitle = cleanTitle(item.title);
  const prefixed = /^(\p{L}+):\s*(.+)/u.exec(fullTitle);
  const read =
    prefixed === null ? 'incident' : words.read('entry.title', prefixed[1], SLACK_TITLE_KIND);
  const kind = read === 'unknown' ? 'incident' : read;
  const { published, updated } = entryTimes(item, context);
  const listed = postsInHtml(item.html, {});
  const body = htmlToText(item.html);
  const posts =
    listed.length > 0
      ? datePosts(listed, published, updated)
      : [{ id: stableHash(body).slice(0, 14), at: updated ?? published, status: null, body }];
  const link = safeUrl(item.link, context.statusPage);
  return buildFeedIncident(
    {
      upstreamId:
        /\/(\d{4}-\d{2})\/([\w-]+)/.exec(link)?.slice(1).join('-') ?? (item.id || fullTitle),
      aliases: item.id === '' ? [] : [item.id],
      kind,
      title: read === 'unknown' ? fullTitle : (prefixed?.[2] ?? fullTitle),
      posts: posts.map((post, index) => ({
        ...post,
        status: post.status ?? statusFromText(post.body) ?? (index === 0 ? 'investigating' : null),
      })),
      startedAt: kind === 'maintenance' ? null : published,
      url: link || context.statusPage,
    },
    context,
  );
}

/**
 * Days for times of day: the post that stands at the time of the entry is the first, one at the time
 * of its update the last, and what lies between follows in the order listed. Without any time the
 * first is as old as the entry, the last as its update.
 */
function datePosts(
  listed: readonly Post[],
  published: string | null,
  updated: string | null,
): Post[] {
  if (published === null || listed.every(({ printedTime }) => !printedTime)) {
    return listed.map((post, index) => {
      if (index === listed.length - 1) return { ...post, at: updated ?? published };
      return { ...post, at: index === 0 ? published : null };
    });
  }
  const isStart = listed.map((post) => isAtClock(post, published));
  const posts = !isStart[0] && isStart.at(-1) ? listed.toReversed() : [...listed];
  let previous = Date.parse(published) - MINUTE_MS;
  return posts.map((post, index) => {
    const isLast = index === posts.length - 1 && index > 0;
    if (isLast && updated !== null && isAtClock(post, updated)) return { ...post, at: updated };
    const at = index === 0 && isAtClock(post, published) ? published : notBefore(previous, post);
    if (at !== null) previous = Date.parse(at);
    return { ...post, at };
  });
}

/** Of two posts that print the same minute the later one listed is not the earlier one. */
function notBefore(previousMs: number, post: Post): string | null {
  const at = nextAtClock(post, previousMs);
  return at === null ? null : new Date(Math.max(Date.parse(at), previousMs)).toISOString();
}

/** The first moment not before `afterMs` (to the minute) at the time of day the post prints. */
function nextAtClock(post: Post, afterMs: number): string | null {
  if (!post.printedTime) return null;
  const floor = Math.floor(afterMs / MINUTE_MS) * MINUTE_MS;
  for (let day = -1; day <= 2; day++) {
    const date = new Date(afterMs + day * DAY_MS).toISOString().slice(0, 10);
    const at = readDate(`${date} ${post.printedTime}`);
    if (at !== null && Date.parse(at) >= floor) return at;
  }
  return null;
}

function isAtClock(post: Post, time: string): boolean {
  const at = nextAtClock(post, Date.parse(time));
  return at !== null && Date.parse(at) - Date.parse(time) < MINUTE_MS;
}
