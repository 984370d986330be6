import { decodeHTMLStrict } from 'entities';
import { FeedError } from '../../model/feed-error.ts';
import { describePage, isWebPage } from './describe-page.ts';
import { escapeInlineMarkup } from './escape-inline-markup.ts';

/** Nobody publishes status news this long or this deep; beyond it is a mistake or an attack. */
const MAX_CHARACTERS = 20_000_000;
const MAX_DEPTH = 200;

const FORBIDDEN_CHARACTERS =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ROOT = /^<(?:[\w-]+:)?(?:rss|feed|rdf)(?=[\s>/])/i;
const ROOT_END = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/gi;
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * Feed text as a strict XML parser can read it: declaration, control characters and junk around the
 * root removed, bare ampersands and HTML entities repaired, markup inside text elements escaped.
 *
 * @throws FeedError `not-a-feed`, `forbidden-doctype` or `parse`.
 */
export function prepareXml(text: string, url: string): string {
  if (text.length > MAX_CHARACTERS) {
    throw new FeedError('parse', `The feed is longer than ${MAX_CHARACTERS} characters.`, { url });
  }
  const clean = text.replace(FORBIDDEN_CHARACTERS, '').trim();
  refuseOtherThanFeeds(clean, url);
  if (clean.lastIndexOf('<![CDATA[') > clean.lastIndexOf(']]>')) {
    throw new FeedError('parse', 'Broken XML: a CDATA section is never closed.', { url });
  }
  const feed = escapeInlineMarkup(repairEntities(withoutProlog(clean, url)));
  refuseDepth(feed, url);
  return feed;
}

function refuseOtherThanFeeds(text: string, url: string): void {
  if (isWebPage(text)) {
    throw new FeedError('not-a-feed', `Expected RSS or Atom, got ${describePage(text)}.`, { url });
  }
  if (/^[[{"]/.test(text)) {
    throw new FeedError('not-a-feed', 'Expected RSS or Atom, got JSON.', { url });
  }
  if (!text.includes('<')) {
    throw new FeedError('not-a-feed', 'Expected RSS or Atom, got plain text.', { url });
  }
}

/** From the root element on. A document type is dropped; one that declares entities is refused. */
function withoutProlog(text: string, url: string): string {
  let position = text.indexOf('<');
  while (position !== -1) {
    const skipped = endOfMisc(text, position, url);
    if (skipped === null) break;
    position = text.indexOf('<', skipped);
  }
  const feed = position === -1 ? '' : text.slice(position);
  if (!ROOT.test(feed)) {
    const root = /^<([A-Za-z][\w:.-]{0,40})/.exec(feed)?.[1];
    const what = root === undefined ? 'no element at all' : `<${root}>`;
    throw new FeedError('not-a-feed', `Expected RSS or Atom, got XML with ${what}.`, { url });
  }
  // Servers append warnings and counters behind the root.
  const end = [...feed.matchAll(ROOT_END)].at(-1);
  return end === undefined ? feed : feed.slice(0, end.index + end[0].length);
}

/** Where the comment, instruction or document type that begins here ends; null at an element. */
function endOfMisc(text: string, start: number, url: string): number | null {
  if (text.startsWith('<?', start)) return endAfter(text, start, '?>');
  if (text.startsWith('<!--', start)) return endAfter(text, start, '-->');
  if (!text.startsWith('<!', start)) return null;
  const declaration = /<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>/iy;
  declaration.lastIndex = start;
  const subset = declaration.exec(text)?.[0] ?? text.slice(start);
  if (/<!ENTITY/i.test(subset)) {
    throw new FeedError('forbidden-doctype', 'The feed declares its own XML entities.', { url });
  }
  return start + subset.length;
}

function endAfter(text: string, start: number, mark: string): number {
  const end = text.indexOf(mark, start);
  return end === -1 ? text.length : end + mark.length;
}

/** Outside CDATA, an ampersand that begins nothing XML knows is text, or an HTML entity. */
function repairEntities(xml: string): string {
  return xml.replace(
    /<!\[CDATA\[[\s\S]*?\]\]>|&(#\d{1,7};|#[xX][\dA-Fa-f]{1,6};|[A-Za-z][A-Za-z\d]{0,31};)?/g,
    (match, reference?: string) => {
      if (match.startsWith('<')) return match;
      if (reference === undefined) return '&amp;';
      if (reference.startsWith('#')) return isCharacter(reference) ? match : '';
      if (XML_ENTITIES.has(reference.slice(0, -1))) return match;
      const character = decodeHTMLStrict(match);
      return character === match ? `&amp;${reference}` : character;
    },
  );
}

function isCharacter(reference: string): boolean {
  const isHex = /#x/i.test(reference);
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1, -1), isHex ? 16 : 10);
  return code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
}

function refuseDepth(xml: string, url: string): void {
  let depth = 0;
  for (const match of xml.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (match[1] === undefined || match[2] === '/') continue;
    depth += match[1] === '/' ? -1 : 1;
    if (depth > MAX_DEPTH) {
      throw new FeedError('parse', `The feed nests more than ${MAX_DEPTH} levels deep.`, { url });
    }
  }
}
