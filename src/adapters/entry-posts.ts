import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext } from './adapter.ts';
import { earliest, latest } from './incident-course.ts';
import { type Post, postsInHtml } from './posts-in-html.ts';
import { postsInText } from './posts-in-text.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { statusOfEntry } from './read/status-words.ts';

/** Dates of an entry, null where missing or unreadable. */
export function entryTimes(item: FeedItem, context: AdapterContext, options: ReadDateOptions = {}) {
  const { fetchedAt, timeZone } = context;
  const read = (raw: string) => readDate(raw, { reference: fetchedAt, timeZone, ...options });
  return { published: read(item.published), updated: read(item.updated) };
}

/** The options to read times inside an entry: none of its posts is younger than entry and reading. */
export function postTimeOptions(item: FeedItem, context: AdapterContext) {
  const { published, updated } = entryTimes(item, context);
  const { fetchedAt, timeZone } = context;
  const reference = earliest(latest(published, updated), fetchedAt) ?? fetchedAt;
  return { reference, timeZone };
}

/**
 * The posts of an entry: those its HTML lists, those its text is kept in, or the whole entry as one. The one post keeps
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
    const told = postsInText(body, published ?? updated, context, options);
    if (told.length > 0) return told;
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
  return posts.map((post, index) => {
    const isNewest = index === posts.length - 1;
    const at =
      isNewest && posts.length > 1
        ? (updated ?? published)
        : index === 0
          ? (published ?? updated)
          : null;
    return { ...post, at };
  });
}
