import { generateAtomFeed } from 'feedsmith';
import { type Entry, type FeedHead, newestOf } from './entry.ts';
import { entryHtml, withoutControls } from './entry-html.ts';
import { tightXml } from './tight-xml.ts';

/** Atom 1.0 (RFC 4287) with paging (RFC 5005). Content grows and `updated` moves; ids stay. */
export function toAtom(head: FeedHead, entries: readonly Entry[]): string {
  return tightXml(
    generateAtomFeed({
      id: head.id,
      xml: { lang: head.language },
      title: { value: withoutControls(head.title) },
      subtitle: { value: head.description },
      // A feed must have a date; one without entries has never changed.
      updated: new Date(newestOf(entries) ?? '1970-01-01T00:00:00.000Z'),
      authors: [{ name: 'Downstream' }],
      links: [
        { href: head.selfLink, rel: 'self', type: 'application/atom+xml' },
        { href: head.siteLink, rel: 'alternate', type: 'text/html' },
        ...(head.nextLink === null
          ? []
          : [{ href: head.nextLink, rel: 'next', type: 'application/atom+xml' }]),
      ],
      entries: entries.map((entry) => ({
        id: entry.id,
        title: { value: withoutControls(entry.title) },
        links: [{ href: entry.link, rel: 'alternate', type: 'text/html' }],
        published: new Date(entry.publishedAt),
        updated: new Date(entry.updatedAt),
        summary: { value: withoutControls(entry.opening) },
        content: { value: entryHtml(entry), type: 'html' },
        categories: entry.categories.map((term) => ({ term: withoutControls(term) })),
      })),
    }),
  );
}
