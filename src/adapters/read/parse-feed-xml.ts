import { escapeUTF8 } from 'entities';
import { FeedError } from '../../model/feed-error.ts';
import type { FeedDocument } from '../adapter.ts';
import { decodeText } from './decode-text.ts';
import { prepareXml } from './prepare-xml.ts';
import { EXTRA_FIELDS, type Nodes, readWithRssParser } from './read-with-rss-parser.ts';
import { absoluteLinks, resolveBase } from './resolve-links.ts';
import { attributeOf, nodesOf, textOf } from './xml-node.ts';

/** One entry as it stands in the feed: strings as sent, '' where there is nothing. */
export interface FeedItem {
  /** RSS guid or Atom id. */
  id: string;
  title: string;
  /** The alternate link, absolute where a base is known; else a guid that is the address. */
  link: string;
  published: string;
  updated: string;
  /** `content:encoded`, Atom content or RSS description, as HTML with absolute links. */
  html: string;
  /** RSS description or Atom summary, as HTML. */
  summary: string;
  categories: string[];
  /** Elements of single formats, by name. */
  extra: Readonly<Record<string, string>>;
}

export interface FeedXml {
  kind: 'rss' | 'atom';
  title: string;
  link: string;
  /** When the feed says it was built or updated. */
  builtAt: string;
  language: string;
  /** In the order of the feed. */
  items: FeedItem[];
}

/** More than any status feed lists; keeps one mad feed from filling memory. */
const MAX_ITEMS = 1000;

/**
 * RSS 0.9x, 1.0, 2.0 or Atom → its entries, with everything around rss-parser done: encoding,
 * control characters, bare ampersands, XHTML, `xml:base`, several links.
 *
 * @throws FeedError `empty-response`, `not-a-feed`, `forbidden-doctype` or `parse`.
 */
export function parseFeedXml(document: FeedDocument): FeedXml {
  const xml = prepareXml(decodeText(document), document.url);
  const { kind, feed, items } = read(xml, document.url);
  // The root of Atom is the feed itself; that of RSS stands around its channel.
  const rootBase =
    kind === 'rss' ? /^<[^<>]*?\sxml:base\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] : undefined;
  const base = resolveBase(document.url, rootBase, attributeOf(feed, 'xml:base'));
  return {
    kind,
    title: textOf(feed.title),
    link: linkIn(feed, base),
    builtAt: textOf(feed.lastBuildDate) || textOf(feed.updated) || textOf(feed.pubDate),
    language:
      textOf(feed.language) || (/^<[^<>]*?\sxml:lang\s*=\s*["']([^"']*)/.exec(xml)?.[1] ?? ''),
    items: items.slice(0, MAX_ITEMS).map((item) => readItem(item, kind, base)),
  };
}

/** True where the document is RSS or Atom of any kind. For `recognises`. */
export function parseFeedXmlLoosely(document: FeedDocument): FeedXml | undefined {
  try {
    return parseFeedXml(document);
  } catch {
    return undefined;
  }
}

function read(xml: string, url: string) {
  try {
    return readWithRssParser(xml);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
    throw new FeedError('parse', `Broken XML: ${reason.slice(0, 200)}`, { url, cause });
  }
}

function readItem(item: Nodes, kind: FeedXml['kind'], feedBase: string): FeedItem {
  const base = resolveBase(feedBase, attributeOf(item, 'xml:base'));
  const guid = textOf(item.guid);
  const isPermaLink =
    /^https?:/i.test(guid) && attributeOf(nodesOf(item.guid)[0], 'isPermaLink') !== 'false';
  const description = kind === 'rss' ? item.description : item.summary;
  const body = [item['content:encoded'], item.content, description].find((field) => textOf(field));
  return {
    id: guid || textOf(item.id),
    title: textOf(item.title),
    link: linkIn(item, base) || (isPermaLink ? guid : ''),
    published: textOf(item.published) || textOf(item.pubDate) || textOf(item['dc:date']),
    updated: textOf(item.updated) || textOf(item['a10:updated']) || textOf(item['atom:updated']),
    html: htmlOf(body, kind, base),
    summary: htmlOf(description, kind, base),
    categories: nodesOf(item.category)
      .map((node) => attributeOf(node, 'label') || attributeOf(node, 'term') || textOf([node]))
      .filter((category) => category !== ''),
    extra: Object.fromEntries(
      EXTRA_FIELDS.map((field) => [field, textOf(item[field])]).filter(([, text]) => text !== ''),
    ),
  };
}

/** RSS writes the address as text, Atom in `href`; several alternates: HTML before anything else. */
function linkIn(nodes: Nodes, base: string): string {
  const links = nodesOf(nodes.link).map((node) => ({
    href: textOf([node]) || attributeOf(node, 'href'),
    rel: attributeOf(node, 'rel') || 'alternate',
    type: attributeOf(node, 'type'),
  }));
  const alternates = links.filter(({ rel, href }) => rel === 'alternate' && href !== '');
  const chosen =
    alternates.find(({ type }) => type === '' || type.includes('html')) ?? alternates[0];
  return chosen === undefined ? '' : (URL.parse(chosen.href, base)?.href ?? chosen.href);
}

/** Atom text without markup is text, not HTML; everything else is HTML, its links made absolute. */
function htmlOf(field: unknown, kind: FeedXml['kind'], base: string): string {
  const node = nodesOf(field).find((candidate) => textOf([candidate]) !== '');
  const text = textOf([node]);
  const type = attributeOf(node, 'type');
  const isPlain = kind === 'atom' && (type === 'text' || (type === '' && !/<[a-z/]/i.test(text)));
  if (isPlain) return escapeUTF8(text);
  return absoluteLinks(text, resolveBase(base, attributeOf(node, 'xml:base')));
}
