import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { toAtom } from '../../src/syndication/atom.ts';
import { incidentEntries } from '../../src/syndication/incident-entries.ts';
import { toJsonFeed } from '../../src/syndication/json-feed.ts';
import { toOpml } from '../../src/syndication/opml.ts';
import { toRss } from '../../src/syndication/rss.ts';
import { updateEntries } from '../../src/syndication/update-entries.ts';
import { opmlGroups } from '../../src/views/opml-groups.ts';
import { afterPosts, HEAD, linkOf, PROVIDERS, t, WORDS } from './feed-world.ts';

const entries = incidentEntries(afterPosts(3), WORDS, linkOf);
const rss = toRss(HEAD, entries);
const atom = toAtom(HEAD, entries);
const json = toJsonFeed(HEAD, entries);
const second = (date: string | undefined) => new Date(date ?? '').toISOString();

describe('independent readers agree on every field', () => {
  it('RSS: feedsmith and rss-parser', async () => {
    const feed = parseRssFeed(rss);
    const other = await new Parser().parseString(rss);
    expect(feed.title).toBe(HEAD.title);
    expect(other.title).toBe(HEAD.title);
    expect(other.items).toHaveLength(2);
    for (const [index, entry] of entries.entries()) {
      const [a, b] = [feed.items?.[index], other.items[index]];
      expect([a?.guid?.value, b?.guid]).toEqual([entry.id, entry.id]);
      expect([a?.title, b?.title]).toEqual([entry.title, entry.title]);
      expect([a?.link, b?.link]).toEqual([entry.link, entry.link]);
      expect([second(a?.pubDate), b?.isoDate]).toEqual([entry.publishedAt, entry.publishedAt]);
      expect([a?.categories?.map((one) => one.name), b?.categories]).toEqual([
        entry.categories,
        entry.categories,
      ]);
      expect(b?.content?.trim()).toBe(a?.description?.trim());
    }
  });

  it('Atom: feedsmith and rss-parser', async () => {
    const feed = parseAtomFeed(atom);
    const other = await new Parser().parseString(atom);
    for (const [index, entry] of entries.entries()) {
      const [a, b] = [feed.entries?.[index], other.items[index]];
      expect([a?.id, b?.id]).toEqual([entry.id, entry.id]);
      expect([a?.title?.value ?? a?.title, b?.title]).toEqual([entry.title, entry.title]);
      expect([second(a?.published), b?.isoDate]).toEqual([entry.publishedAt, entry.publishedAt]);
      expect(b?.link).toBe(entry.link);
    }
  });

  it('JSON Feed says the same as RSS and Atom', () => {
    const feed = parseJsonFeed(json);
    expect(feed.items?.map((item) => [item.id, item.title, item.url])).toEqual(
      entries.map((entry) => [entry.id, entry.title, entry.link]),
    );
    expect(feed.items?.map((item) => second(item.date_published))).toEqual(
      entries.map((entry) => entry.publishedAt),
    );
  });
});

describe('rules of RSS 2.0', () => {
  it('channel, items, dates and links', () => {
    for (const part of ['<title>', '<link>', '<description>', '<language>en</language>']) {
      expect(rss).toContain(part);
    }
    expect(rss).toContain('rel="self"');
    expect(rss).toContain('rel="next"');
    expect(rss.match(/<guid isPermaLink="false">/g)).toHaveLength(2);
    const dates = [...rss.matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].map((one) => one[1]);
    expect(dates).toHaveLength(3);
    // RFC 822 with a four-digit year, in GMT.
    for (const date of dates) {
      expect(date).toMatch(
        /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
      );
    }
    for (const [, link] of rss.matchAll(/<link>([^<]*)</g)) expect(link).toMatch(/^https:\/\//);
  });

  it('holds no character XML forbids, and HTML only as escaped text', () => {
    for (const text of [rss, atom])
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(parseRssFeed(rss).items?.[1]?.description).toContain('&lt;b&gt;errors&lt;/b&gt; &amp;');
  });
});

describe('rules of RFC 4287', () => {
  it('every required element once, absolute ids, updated never before published', () => {
    const feed = parseAtomFeed(atom);
    expect(feed.id).toMatch(/^https:\/\//);
    expect(feed.authors?.length).toBe(1);
    expect(feed.links?.map((link) => link.rel).toSorted()).toEqual(['alternate', 'next', 'self']);
    for (const entry of feed.entries ?? []) {
      expect(entry.id).toMatch(/^urn:/);
      expect(second(entry.updated) >= second(entry.published)).toBe(true);
      expect(entry.links?.[0]?.href).toMatch(/^https:\/\//);
    }
    expect(second(feed.updated)).toBe(t('09:30'));
  });

  it('an empty feed is valid and has never changed', () => {
    const feed = parseAtomFeed(toAtom(HEAD, []));
    expect(second(feed.updated)).toBe('1970-01-01T00:00:00.000Z');
  });
});

/** A reader that announces each id once, and again what changed, as chat bots do. */
function announcements(versions: readonly string[]): string[] {
  const known = new Map<string, string>();
  const said: string[] = [];
  for (const version of versions) {
    for (const [item] of [...version.matchAll(/<item>[\s\S]*?<\/item>/g)].reverse()) {
      const id = /<guid[^>]*>([^<]*)</.exec(item)?.[1] ?? '';
      if (known.get(id) === item) continue;
      said.push(id);
      known.set(id, item);
    }
  }
  return said;
}

describe('a reader over an incident’s life', () => {
  const stages = [1, 1, 2, 2, 3, 3].map(afterPosts);

  it('announces beginning and end once each, whatever is added between', () => {
    const versions = stages.map((one) => toRss(HEAD, incidentEntries(one, WORDS, linkOf)));
    const id = 'urn:downstream:incident:acme/a1';
    expect(announcements(versions)).toEqual([id, `${id}:end`]);
  });

  it('announces every post once where it asked for posts', () => {
    const versions = stages.map((one) => toRss(HEAD, updateEntries(one, WORDS, linkOf)));
    expect(announcements(versions)).toEqual(
      ['p0', 'p1', 'p2'].map((id) => `urn:downstream:update:acme/a1:${id}`),
    );
  });

  it('is told of a second end where an incident was reopened', () => {
    const again = afterPosts(3);
    const reopened = {
      ...again,
      resolvedAt: t('11:00'),
      updates: [
        ...again.updates,
        { id: 'p3', at: t('10:00'), status: 'investigating' as const, body: 'It is back.' },
        { id: 'p4', at: t('11:00'), status: 'resolved' as const, body: 'Gone again.' },
      ],
    };
    const ids = (one: typeof again) => incidentEntries(one, WORDS, linkOf).map(({ id }) => id);
    expect(ids(reopened)[0]).not.toBe(ids(again)[0]);
    expect(ids(reopened)[1]).toBe(ids(again)[1]);
  });

  it('is told of a beginning and an end that no post tells', () => {
    const silent = { ...afterPosts(0), resolvedAt: t('10:00') };
    const [end, begin] = updateEntries(silent, WORDS, linkOf);
    expect([begin?.id, end?.id]).toEqual([
      'urn:downstream:update:acme/a1:begin',
      'urn:downstream:update:acme/a1:end',
    ]);
    expect(end?.title).toMatch(/^Resolved: /);
    expect(end?.publishedAt).toBe(t('10:00'));
    expect(updateEntries(afterPosts(3), WORDS, linkOf)).toHaveLength(3);
  });

  it('is told of a withdrawal as of an end', () => {
    const gone = { ...afterPosts(2), withdrawnAt: t('09:00'), resolvedAt: t('09:00') };
    const [end] = incidentEntries(gone, WORDS, linkOf);
    expect(end?.title).toMatch(/^Withdrawn: /);
    expect(end?.publishedAt).toBe(t('09:00'));
  });
});

describe('OPML', () => {
  it('lists the combined feed and one per provider, or those of a stack', () => {
    const all = parseOpml(toOpml('x', opmlGroups({}, PROVIDERS, 'en', 'https://d.example')));
    expect(
      all.body?.outlines?.flatMap((group) => group.outlines?.map((one) => one.xmlUrl)),
    ).toEqual([
      'https://d.example/feed.xml',
      'https://d.example/providers/acme/feed.xml',
      'https://d.example/providers/github/feed.xml',
    ]);
    const cut = { use: ['github'], impact: 'major' as const };
    const mine = parseOpml(toOpml('x', opmlGroups(cut, PROVIDERS, 'de', 'https://d.example')));
    expect(
      mine.body?.outlines?.flatMap((group) => group.outlines?.map((one) => one.xmlUrl)),
    ).toEqual([
      'https://d.example/feed.xml?impact=major&use=github&lang=de',
      'https://d.example/providers/github/feed.xml?impact=major&lang=de',
    ]);
  });
});
