/** A piece of a paragraph: plain, or an address that may be followed. */
export interface TextPiece {
  text: string;
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
/** Marks that end a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]]+$/;
const MAX_PARAGRAPHS = 200;

/**
 * Paragraphs of a post, line breaks kept as paragraphs, http(s) addresses as links. Never HTML: what
 * comes out is text for the page to escape.
 */
export function textParagraphs(body: string): TextPiece[][] {
  return body
    .split(/\r?\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MAX_PARAGRAPHS)
    .map(pieces);
}

function pieces(line: string): TextPiece[] {
  const result: TextPiece[] = [];
  let from = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const href = safeLink(address);
    if (href === null) continue;
    if (match.index > from) result.push({ text: line.slice(from, match.index) });
    result.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < line.length) result.push({ text: line.slice(from) });
  return result;
}

/** The address where it is http(s) and holds no name and password; null otherwise. */
export function safeLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}
