import { generateJsonFeed } from 'feedsmith';
import type { Entry, FeedHead } from './entry.ts';
import { entryHtml } from './entry-html.ts';

/** JSON Feed 1.1. */
export function toJsonFeed(head: FeedHead, entries: readonly Entry[]): string {
  const feed = generateJsonFeed({
    title: head.title,
    home_page_url: head.siteLink,
    feed_url: head.selfLink,
    description: head.description,
    language: head.language,
    ...(head.nextLink === null ? {} : { next_url: head.nextLink }),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      summary: entry.opening,
      content_html: entryHtml(entry),
      date_published: new Date(entry.publishedAt),
      date_modified: new Date(entry.updatedAt),
      tags: [...entry.categories],
    })),
  });
  return JSON.stringify(feed);
}
