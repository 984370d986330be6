import { generateRssFeed } from 'feedsmith';
import { type Entry, type FeedHead, newestOf } from './entry.ts';
import { openingHtml, withoutControls } from './entry-html.ts';
import { tightXml } from './tight-xml.ts';

/**
 * RSS 2.0 with `atom:link` self and next. Items carry the opening text only: bots that read RSS
 * announce an item again when it changes, so it never does.
 */
export function toRss(head: FeedHead, entries: readonly Entry[]): string {
  const newest = newestOf(entries);
  return tightXml(
    generateRssFeed({
      title: withoutControls(head.title),
      link: head.siteLink,
      description: head.description,
      language: head.language,
      ...(newest === null ? {} : { lastBuildDate: new Date(newest) }),
      ttl: 2,
      atom: {
        links: [
          { href: head.selfLink, rel: 'self', type: 'application/rss+xml' },
          ...(head.nextLink === null
            ? []
            : [{ href: head.nextLink, rel: 'next', type: 'application/rss+xml' }]),
        ],
      },
      items: entries.map((entry) => ({
        title: withoutControls(entry.title),
        link: entry.link,
        description: openingHtml(entry),
        guid: { value: entry.id, isPermaLink: false },
        pubDate: new Date(entry.publishedAt),
        categories: entry.categories.map((name) => ({ name: withoutControls(name) })),
      })),
    }),
  );
}
