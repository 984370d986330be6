import type { APIRoute } from 'astro';
import { decodeHTML } from 'entities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GET as atom } from '../../src/pages/atom.xml.ts';
import { GET as json } from '../../src/pages/feed.json.ts';
import { GET as rss } from '../../src/pages/feed.xml.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';
import { hostileWorld } from '../support/hostile-world.ts';
import {
  feedparser,
  hasProgram,
  hasPythonModule,
  sfeed,
} from '../support/readers/debian-readers.ts';
import {
  type FeedFormat,
  NPM_READERS,
  type Reader,
  textOf,
  wordsOf,
} from '../support/readers/npm-readers.ts';
import type { ReadEntry } from '../support/readers/read-entry.ts';

const ROUTES: Record<FeedFormat, [APIRoute, string]> = {
  rss: [rss, '/feed.xml'],
  atom: [atom, '/atom.xml'],
  json: [json, '/feed.json'],
};
const QUERIES = ['', '?items=updates', '?lang=de', '?items=updates&lang=de&limit=3'];

let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(hostileWorld);
});
afterAll(() => world.close());

/** What JSON says needs no reader to be agreed with: the plain text every other format must give. */
const plain = z.object({
  title: z.string(),
  home_page_url: z.string(),
  language: z.string(),
  authors: z.array(z.object({ name: z.string() })),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      summary: z.string(),
      content_html: z.string(),
      date_published: z.string(),
      date_modified: z.string(),
      tags: z.array(z.string()),
    }),
  ),
});

async function serve(format: FeedFormat, query: string) {
  const [route, path] = ROUTES[format];
  const answer = await world.get(route, path + query);
  expect(answer.status).toBe(200);
  return answer.text;
}

async function expectAgreement(name: string, reader: Reader, format: FeedFormat, query: string) {
  const truth = plain.parse(JSON.parse(await serve('json', query)));
  const read = await reader(await serve(format, query), format);
  const isSfeed = name === 'sfeed';
  const once = (value: string) => (decodesTwice(name) ? decodeHTML(value) : value);
  if (!isSfeed) expect([read.title, read.link]).toEqual([truth.title, truth.home_page_url]);
  if (read.language !== undefined) expect(read.language).toBe(truth.language);
  expect(read.entries).toHaveLength(truth.items.length);
  for (const [index, item] of truth.items.entries()) {
    const entry: ReadEntry | undefined = read.entries[index];
    const expected: ReadEntry = {
      id: item.id,
      // Leading, trailing and repeated spaces carry nothing; readers differ in what they keep.
      title: wordsOf(once(item.title)),
      link: item.url,
      published: item.date_published,
      updated: item.date_modified,
      summary:
        decodesTwice(name) && format === 'rss' ? textOf(item.summary) : wordsOf(once(item.summary)),
      content: textOf(once(item.content_html)),
      categories: isSfeed ? [item.tags.join('|').replace(/ *\| */g, '|')] : item.tags,
      author: format === 'rss' ? undefined : truth.authors[0]?.name,
    };
    const got: ReadEntry = { ...entry, title: wordsOf(entry?.title) } as ReadEntry;
    for (const key of Object.keys(expected) as (keyof ReadEntry)[]) {
      if (got[key] === undefined) continue;
      expect(got[key], `${name}, ${format}${query}, ${item.id}: ${key}`).toEqual(expected[key]);
    }
    const missing = Object.keys(expected).filter(
      (key) => got[key as keyof ReadEntry] === undefined,
    );
    expect(missing, `${name}, ${format}`).toEqual(NOT_READ[`${name} ${format}`] ?? []);
  }
}

/** This reader decodes entities in every text once more, however it was written: its own mistake. */
const decodesTwice = (name: string) => name.startsWith('@rowanmanning');

/** What a reader has no field for. RSS has no `updated` and no second text, and needs no author. */
const OF_RSS = ['updated', 'content', 'author'];
const NOT_READ: Readonly<Record<string, string[]>> = {
  'feedsmith rss': OF_RSS,
  'rss-parser rss': OF_RSS,
  '@rowanmanning/feed-parser rss': OF_RSS,
  'feedparser rss': OF_RSS,
  'sfeed rss': OF_RSS,
  'rss-parser atom': ['categories', 'author'],
  '@rowanmanning/feed-parser atom': [],
  'feedparser atom': [],
  'sfeed atom': ['updated', 'summary', 'author'],
};

describe.each(QUERIES)('feeds of hostile text, %s', (query) => {
  it.each(Object.keys(NPM_READERS))('%s reads RSS and Atom as they are meant', async (name) => {
    const reader = NPM_READERS[name]!;
    await expectAgreement(name, reader, 'rss', query);
    await expectAgreement(name, reader, 'atom', query);
  });

  it('feedsmith reads JSON Feed as it is meant', async () => {
    await expectAgreement('feedsmith', NPM_READERS.feedsmith!, 'json', query);
  });

  it.skipIf(!hasProgram('/usr/bin/sfeed'))('Debian’s sfeed reads the same', async () => {
    await expectAgreement('sfeed', sfeed, 'rss', query);
    await expectAgreement('sfeed', sfeed, 'atom', query);
  });

  it.skipIf(!hasPythonModule('feedparser'))('Python’s feedparser reads the same', async () => {
    await expectAgreement('feedparser', feedparser, 'rss', query);
    await expectAgreement('feedparser', feedparser, 'atom', query);
  });
});
