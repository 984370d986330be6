import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Adapter,
  AdapterContext,
  FeedDocument,
  Snapshot,
} from '../../src/adapters/adapter.ts';
import type { FeedItem, FeedXml } from '../../src/adapters/read/parse-feed-xml.ts';

/** For tests of one adapter: they import it alone, never the registry of all. */
export const FEED_CONTEXT: AdapterContext = {
  providerId: 'example',
  statusPage: 'https://status.example/',
  fetchedAt: '2025-10-21T12:00:00.000Z',
};

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** A document of the repository's own fixtures. */
export function feedFixture(name: string): FeedDocument {
  return {
    url: 'https://status.example/feed.xml',
    body: new Uint8Array(readFileSync(path.join(FIXTURES, name))),
    headers: {},
  };
}

export function feedDocument(text: string): FeedDocument {
  return {
    url: 'https://status.example/feed.xml',
    body: new TextEncoder().encode(text),
    headers: {},
  };
}

/** An RSS document; `head` and `items` are XML. */
export function rssDocument(items: string, head = '<title>T</title>'): FeedDocument {
  return feedDocument(`<rss version="2.0"><channel>${head}${items}</channel></rss>`);
}

/** An `<item>`; text is put into CDATA. */
export function rssItem(fields: Readonly<Record<string, string>>): string {
  const elements = Object.entries(fields).map(
    ([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`,
  );
  return `<item>${elements.join('')}</item>`;
}

/** Reads a document on 21 October 2025, unless told otherwise. */
export function readFeed(
  adapter: Adapter,
  document: FeedDocument,
  context: Partial<AdapterContext> = {},
): Snapshot {
  return adapter.parse([document], { ...FEED_CONTEXT, ...context });
}

/** A feed entry as parsed, with nothing in it but what is given. */
export function feedItem(fields: Partial<FeedItem> = {}): FeedItem {
  return {
    id: '',
    title: '',
    link: '',
    published: '',
    updated: '',
    html: '',
    summary: '',
    categories: [],
    extra: {},
    ...fields,
  };
}

/** A parsed feed, with nothing in it but what is given. */
export function feedXml(fields: Partial<FeedXml> = {}): FeedXml {
  return {
    kind: 'rss',
    title: 'Elm Status',
    link: 'https://status.example/',
    builtAt: '',
    language: '',
    items: [],
    ...fields,
  };
}
