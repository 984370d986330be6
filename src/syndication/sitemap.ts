import { escapeUTF8 } from 'entities';

/** One page in all its languages; addresses are absolute. */
export interface SitemapPage {
  /** Language to address, the address itself among them. */
  alternates: Readonly<Record<string, string>>;
}

/** At most this many addresses stand in one file, says sitemaps.org. */
export const MAX_ADDRESSES = 50_000;

/** XML of sitemaps.org 0.9 with the alternates of https://developers.google.com/search/docs/specialty/international/localized-versions. */
export function toSitemap(pages: readonly SitemapPage[]): string {
  const urls = pages
    .flatMap(({ alternates }) => {
      const links = Object.entries(alternates)
        .map(
          ([language, href]) =>
            `<xhtml:link rel="alternate" hreflang="${escapeUTF8(language)}" href="${escapeUTF8(href)}"/>`,
        )
        .join('');
      return Object.values(alternates).map(
        (address) => `<url><loc>${escapeUTF8(address)}</loc>${links}</url>`,
      );
    })
    .slice(0, MAX_ADDRESSES);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
