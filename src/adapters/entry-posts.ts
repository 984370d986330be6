import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext } from './adapter.ts';
import { type Post, postsInHtml } from './posts-in-html.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { statusOfEntry } from './read/status-words.ts';

/** How far along its course a state stands; tells in which order undated posts are listed. */
const STAGE: Readonly<Record<string, number>> = {
  scheduled: 0,
  investigating: 0,
  identified: 1,
  in_progress: 1,
  monitoring: 2,
  verifying: 2,
  resolved: 3,
  completed: 3,
  postmortem: 4,
};

/** Dates of an entry, null where missing or unreadable. */
export function entryTimes(item: FeedItem, context: AdapterContext, options: ReadDateOptions = {}) {
  const zone = context.timeZone === undefined ? {} : { timeZone: context.timeZone };
  const read = (raw: string) =>
    readDate(raw, { reference: context.fetchedAt, ...zone, ...options });
  return { published: read(item.published), updated: read(item.updated) };
}

/** The options to read times inside an entry: none of its posts is younger than entry and reading. */
export function postTimeOptions(item: FeedItem, context: AdapterContext): ReadDateOptions {
  const { published, updated } = entryTimes(item, context);
  const last = [published, updated]
    .filter((time) => time !== null)
    .toSorted()
    .at(-1);
  const reference = last === undefined || last > context.fetchedAt ? context.fetchedAt : last;
  return { reference, ...(context.timeZone !== undefined && { timeZone: context.timeZone }) };
}

/**
 * The posts of an entry: those its HTML lists, or the whole entry as one post. The one post keeps
 * its id while its words stay the same, whatever date the feed prints on it.
 */
export function postsOfEntry(
  item: FeedItem,
  context: AdapterContext,
  options: ReadDateOptions = {},
): Post[] {
  const listed = postsInHtml(item.html, { ...postTimeOptions(item, context), ...options });
  const { published, updated } = entryTimes(item, context, options);
  if (listed.length === 0) {
    const body = htmlToText(item.html);
    const title = cleanTitle(item.title);
    const status = statusOfEntry(title, body);
    const id = stableHash(`${status ?? ''} ${title} ${body}`).slice(0, 14);
    return [{ id, at: updated ?? published, status, body: body === '' ? title : body }];
  }
  if (listed.some(({ at }) => at !== null)) return listed;
  return datedByEntry(listed, published, updated);
}

/** Undated posts: the oldest is as old as the entry, the newest as its update. */
function datedByEntry(
  posts: readonly Post[],
  published: string | null,
  updated: string | null,
): Post[] {
  const first = STAGE[posts[0]?.status ?? ''] ?? 0;
  const last = STAGE[posts.at(-1)?.status ?? ''] ?? 0;
  const ordered = first < last ? [...posts] : posts.toReversed();
  return ordered.map((post, index) => {
    const isNewest = index === ordered.length - 1;
    const at =
      isNewest && ordered.length > 1
        ? (updated ?? published)
        : index === 0
          ? (published ?? updated)
          : null;
    return { ...post, at };
  });
}
