import type { APIRoute } from 'astro';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as atom } from '../../src/pages/atom.xml.ts';
import { GET as eventAtom } from '../../src/pages/events/[id]/atom.xml.ts';
import { GET as eventJson } from '../../src/pages/events/[id]/feed.json.ts';
import { GET as eventRss } from '../../src/pages/events/[id]/feed.xml.ts';
import { GET as json } from '../../src/pages/feed.json.ts';
import { GET as rss } from '../../src/pages/feed.xml.ts';
import { GET as historyAtom } from '../../src/pages/history.atom.ts';
import { GET as historyRss } from '../../src/pages/history.rss.ts';
import { GET as incidentAtom } from '../../src/pages/incidents/[provider]/[id]/atom.xml.ts';
import { GET as incidentJson } from '../../src/pages/incidents/[provider]/[id]/feed.json.ts';
import { GET as incidentRss } from '../../src/pages/incidents/[provider]/[id]/feed.xml.ts';
import { GET as providerAtom } from '../../src/pages/providers/[provider]/atom.xml.ts';
import { GET as providerJson } from '../../src/pages/providers/[provider]/feed.json.ts';
import { GET as providerRss } from '../../src/pages/providers/[provider]/feed.xml.ts';
import { busyWorld } from '../support/busy-world.ts';
import { type EndpointWorld, SITE_URL, startEndpoints } from '../support/endpoint-world.ts';
import { hostileWorld } from '../support/hostile-world.ts';
import { atomProblems } from './rules/atom-rules.ts';
import { jsonFeedProblems } from './rules/json-feed-rules.ts';
import { rssProblems } from './rules/rss-rules.ts';
import { elementsOf, withoutSections } from './rules/xml-elements.ts';

const QUERIES = [
  '',
  '?items=updates',
  '?lang=de',
  '?limit=3',
  '?kind=maintenance&impact=critical',
  '?q=%22%3Cb%3E%26%20x&lang=de',
];
/** Places with the three feeds of each. */
const PLACES: [string, Record<string, string>, APIRoute, APIRoute, APIRoute][] = [
  ['', {}, rss, atom, json],
  ['/providers/acme', { provider: 'acme' }, providerRss, providerAtom, providerJson],
  ...['markup', 'characters', 'silent', 'taken-back', 'window'].map(
    (id): (typeof PLACES)[number] => [
      `/incidents/acme/${id}`,
      { provider: 'acme', id },
      incidentRss,
      incidentAtom,
      incidentJson,
    ],
  ),
  [
    '/events/aws-us-east-1-2025-10-20',
    { id: 'aws-us-east-1-2025-10-20' },
    eventRss,
    eventAtom,
    eventJson,
  ],
];

let world: EndpointWorld;
let busy: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(hostileWorld, { withArchive: true });
  busy = await startEndpoints(busyWorld, { withArchive: true });
});
afterAll(() => Promise.all([world.close(), busy.close()]));

const absolute = (path: string) => SITE_URL + path;
/** The address a feed gives itself: its parameters in their fixed order, written one way. */
const selfOf = (text: string) =>
  elementsOf(withoutSections(text), '(?:atom:)?link').find((one) => one.attributes.rel === 'self')
    ?.attributes.href ?? '';

describe.each(PLACES)('feeds of "%s"', (place, params, ofRss, ofAtom, ofJson) => {
  it.each(QUERIES)('break no rule of RSS 2.0, Atom or JSON Feed, %s', async (query) => {
    const feed = await world.get(ofRss, `${place}/feed.xml${query}`, params);
    const self = selfOf(feed.text);
    expect(new URL(self).pathname).toBe(`${place}/feed.xml`);
    expect(new URLSearchParams(new URL(self).search).toString()).toBe(
      new URLSearchParams(query).toString(),
    );
    expect(feed.type).toBe('application/rss+xml; charset=utf-8');
    expect(rssProblems(feed.text, self, hostileWorld.now)).toEqual([]);

    const other = await world.get(ofAtom, `${place}/atom.xml${query}`, params);
    expect(other.type).toBe('application/atom+xml; charset=utf-8');
    const atomSelf = self.replace('/feed.xml', '/atom.xml');
    expect(atomProblems(other.text, atomSelf, hostileWorld.now)).toEqual([]);

    const third = await world.get(ofJson, `${place}/feed.json${query}`, params);
    expect(third.type).toMatch(/^application\/feed\+json/);
    const jsonSelf = self.replace('/feed.xml', '/feed.json');
    expect(jsonFeedProblems(third.text, jsonSelf)).toEqual([]);
  });
});

describe('pages of a long feed (RFC 5005)', () => {
  it('each keep the rules, share one id, and repeat no entry', async () => {
    const ids = new Set<string>();
    const seen: string[] = [];
    let path: string | undefined = '/atom.xml?limit=9&items=updates';
    for (let page = 0; path !== undefined && page < 30; page++) {
      const { text } = await busy.get(atom, path);
      expect(atomProblems(text, selfOf(text), busyWorld.now)).toEqual([]);
      const xml = withoutSections(text);
      ids.add(elementsOf(xml, 'id')[0]?.text ?? '');
      seen.push(...elementsOf(xml, 'entry').map(({ inner }) => elementsOf(inner, 'id')[0]!.text));
      const next = elementsOf(xml, 'link').find(({ attributes }) => attributes.rel === 'next');
      path = next?.attributes.href?.slice(SITE_URL.length);
    }
    expect(ids.size).toBe(1);
    expect(seen.length).toBeGreaterThan(70);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('where clients of Statuspage look', () => {
  it('stand the same feeds', async () => {
    const asRss = await busy.get(historyRss, '/history.rss');
    const asAtom = await busy.get(historyAtom, '/history.atom');
    expect(rssProblems(asRss.text, absolute('/history.rss'), busyWorld.now)).toEqual([]);
    expect(atomProblems(asAtom.text, absolute('/history.atom'), busyWorld.now)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('catch what is broken', async () => {
    const { text } = await world.get(rss, '/feed.xml');
    const address = absolute('/feed.xml');
    const broken = (from: string | RegExp, to: string) =>
      rssProblems(text.replace(from, to), address, hostileWorld.now);
    expect(broken(/<guid isPermaLink="false">/, '<guid>').join()).toContain('no address to follow');
    expect(broken('12 Jun 2026', '12 June 26').join()).toContain('RFC 822');
    expect(broken('Fri, 12', 'Thu, 12').join()).toContain('implausible');
    expect(broken(/<link>https:\/\/[^<]*</, '<link>/timeline<').join()).toContain(
      'no full address',
    );
    expect(broken('<p>Over', '<script>x</script><p>Over').join()).toContain('<script');
    expect(broken('<p>Over', '<a href="/x">x</a><p>Over').join()).toContain('/x');
    expect(broken('<language>en', '<language>english!').join()).toContain('language');
    expect(broken('<ttl>', '<colour>red</colour><ttl>').join()).toContain('colour');
    expect(broken('Störung', 'St\u0007rung').join()).toContain('U+7');

    const other = (await world.get(atom, '/atom.xml')).text;
    const wrong = (from: string | RegExp, to: string) =>
      atomProblems(other.replace(from, to), absolute('/atom.xml'), hostileWorld.now).join();
    expect(wrong(/<author>[\s\S]*?<\/author>/, '')).toContain('no author');
    expect(wrong(/<updated>2026/, '<updated>9026')).toContain('implausible');
    expect(wrong('rel="self"', 'rel="via"')).toContain('self');
    expect(wrong(/T09:30:00\.000Z/, 't09:30:00')).toContain('RFC 3339');
    expect(wrong('xml:lang="en"', '')).toContain('language');
  });
});
