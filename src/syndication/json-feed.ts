import { generateJsonFeed } from 'feedsmith';
import type { Entry, FeedHead } from './entry.ts';
import { entryHtml, withoutControls } from './entry-html.ts';

/** JSON Feed 1.1. */
export function toJsonFeed(head: FeedHead, entries: readonly Entry[]): string {
  const feed = generateJsonFeed({
    title: withoutControls(head.title),
    home_page_url: head.siteLink,
    feed_url: head.selfLink,
    description: head.description,
    language: head.language,
    authors: [{ name: 'Downstream', url: head.siteLink }],
    ...(head.nextLink === null ? {} : { next_url: head.nextLink }),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: withoutControls(entry.title),
      summary: withoutControls(entry.opening),
      content_html: entryHtml(entry),
      date_published: new Date(entry.publishedAt),
      date_modified: new Date(entry.updatedAt),
      tags: entry.categories.map(withoutControls),
    })),
  });
  // The generator leaves empty lists out, and a feed without entries needs one.
  return JSON.stringify(entries.length === 0 ? Object.assign({}, feed, { items: [] }) : feed);
}
