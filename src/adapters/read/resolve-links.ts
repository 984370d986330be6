/** `xml:base` values from the outermost on; each is relative to the one before. */
export function resolveBase(documentUrl: string, ...bases: (string | undefined)[]): string {
  return bases.reduce<string>(
    (base, next) => (next ? (URL.parse(next, base)?.href ?? base) : base),
    documentUrl,
  );
}

const HREF = /(<a\b[^<>]*?\shref\s*=\s*)("[^"<>]*"|'[^'<>]*')/gi;

/** HTML whose links no longer depend on where it stood. */
export function absoluteLinks(html: string, base: string): string {
  return html.replace(HREF, (match, before: string, quoted: string) => {
    const url = URL.parse(quoted.slice(1, -1).replaceAll('&amp;', '&'), base);
    return url === null ? match : `${before}"${url.href.replaceAll('&', '&amp;')}"`;
  });
}
