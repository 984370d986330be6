import { describe, expect, it } from 'vitest';
import { parseFeedXml, parseFeedXmlLoosely } from '../../../src/adapters/read/parse-feed-xml.ts';
import { FeedError } from '../../../src/model/feed-error.ts';

const URL = 'https://status.example/feeds/history.xml';
const document = (text: string) => ({
  url: URL,
  headers: {},
  body: new TextEncoder().encode(text),
});
const read = (text: string) => parseFeedXml(document(text));
const rss = (item: string) => read(`<rss version="2.0"><channel>${item}</channel></rss>`);
const rssItem = (fields: string) => rss(`<item>${fields}</item>`).items[0];
const atomItem = (fields: string) => read(`<feed><entry>${fields}</entry></feed>`).items[0];
const EMPTY = {
  id: '',
  title: '',
  link: '',
  published: '',
  updated: '',
  html: '',
  summary: '',
  categories: [],
  extra: {},
};

describe('an RSS entry', () => {
  it.each([
    ['nothing', '<author>x</author>', {}],
    ['a title and no markup', '<title>Q&amp;A</title>', { title: 'Q&A' }],
    ['an id that is no address', '<guid>tag:1</guid>', { id: 'tag:1' }],
    [
      'a guid that is the address',
      '<guid>HTTP://status.example/1</guid>',
      { id: 'HTTP://status.example/1', link: 'HTTP://status.example/1' },
    ],
    [
      'a guid that says it is the address',
      '<guid isPermaLink="true">https://status.example/1</guid>',
      { id: 'https://status.example/1', link: 'https://status.example/1' },
    ],
    [
      'a guid that says it is none',
      '<guid isPermaLink="false">https://status.example/1</guid>',
      { id: 'https://status.example/1' },
    ],
    ['a guid with an address in it', '<guid>x-https://a</guid>', { id: 'x-https://a' }],
    [
      'a link beside a guid',
      '<guid>https://status.example/1</guid><link>/2</link>',
      { id: 'https://status.example/1', link: 'https://status.example/2' },
    ],
    ['a link that is none', '<link>http://</link>', { link: 'http://' }],
    [
      'dates',
      '<pubDate>Mon</pubDate><dc:date>2025</dc:date>',
      { published: 'Mon', extra: { 'dc:date': '2025' } },
    ],
    [
      'a Dublin Core date only',
      '<dc:date>2025</dc:date>',
      { published: '2025', extra: { 'dc:date': '2025' } },
    ],
    [
      'a time of change of Atom, under either prefix',
      '<a10:updated>2025</a10:updated>',
      { updated: '2025', extra: { 'a10:updated': '2025' } },
    ],
    [
      'a time of change of Atom, under its usual prefix',
      '<atom:updated>2026</atom:updated>',
      { updated: '2026', extra: { 'atom:updated': '2026' } },
    ],
    [
      'a short and a long text',
      '<description>short &lt;b&gt;</description><content:encoded>long</content:encoded>',
      { html: 'long', summary: 'short <b>' },
    ],
    [
      'an empty long text',
      '<content:encoded> </content:encoded><description>short</description>',
      { html: 'short', summary: 'short' },
    ],
    [
      'a text with a relative link',
      '<description>&lt;a href="n"&gt;</description>',
      {
        html: '<a href="https://status.example/feeds/n">',
        summary: '<a href="https://status.example/feeds/n">',
      },
    ],
    [
      'a text that calls itself text, which in RSS is HTML all the same',
      '<description type="text">a &amp;amp; b</description>',
      { html: 'a &amp; b', summary: 'a &amp; b' },
    ],
    [
      'categories, one of them empty',
      '<category>a</category><category> </category><category domain="x">b</category>',
      { categories: ['a', 'b'] },
    ],
    [
      'fields of its own, one of them empty',
      '<status>Down</status><severity> </severity><maintenanceEndDate>Tue</maintenanceEndDate>',
      { extra: { status: 'Down', maintenanceEndDate: 'Tue' } },
    ],
    ['a summary, which is of Atom', '<summary>x</summary>', {}],
  ])('with %s', (_what, fields, item) => {
    expect(rssItem(fields)).toEqual({ ...EMPTY, ...item });
  });
});

describe('an Atom entry', () => {
  it.each([
    [
      'an id, which is no address',
      '<id>https://status.example/1</id>',
      { id: 'https://status.example/1' },
    ],
    [
      'both times',
      '<published>a</published><updated>b</updated>',
      { published: 'a', updated: 'b' },
    ],
    ['a link', '<link href="1"/>', { link: 'https://status.example/feeds/1' }],
    [
      'links, HTML before other types',
      '<link rel="self" href="s"/><link type="application/json" href="j"/><link type="text/html" href="h"/>',
      { link: 'https://status.example/feeds/h' },
    ],
    [
      'links, the one without a type first',
      '<link type="application/json" href="j"/><link href="n"/><link type="text/html" href="h"/>',
      { link: 'https://status.example/feeds/n' },
    ],
    [
      'links of other types only',
      '<link type="application/json" href="j"/><link type="text/plain" href="p"/>',
      { link: 'https://status.example/feeds/j' },
    ],
    [
      'an empty link and another',
      '<link href=""/><link href="2"/>',
      { link: 'https://status.example/feeds/2' },
    ],
    ['no alternate', '<link rel="replies" href="r"/>', {}],
    ['a base of its own', '<link href="1"/>', { link: 'https://status.example/feeds/1' }],
    [
      'text without markup, which is no HTML',
      '<summary>a &amp;lt; b</summary>',
      { html: 'a &amp;lt; b', summary: 'a &amp;lt; b' },
    ],
    [
      'text with an angle bracket, which is no HTML',
      '<summary>a &lt; b</summary>',
      { html: 'a &lt; b', summary: 'a &lt; b' },
    ],
    [
      'text with markup in it and no type, which is HTML',
      '<summary>&lt;B>a&lt;/B></summary>',
      { html: '<B>a</B>', summary: '<B>a</B>' },
    ],
    [
      'text that says it is plain',
      '<content type="text">&lt;b>a&lt;/b></content>',
      { html: '&lt;b&gt;a&lt;/b&gt;' },
    ],
    [
      'text that says it is HTML',
      '<content type="html">a &amp;amp; b</content>',
      { html: 'a &amp; b' },
    ],
    [
      'content before the summary',
      '<summary>short</summary><content>long</content>',
      { html: 'long', summary: 'short' },
    ],
    [
      'an empty content before another, with a base',
      '<content type="text"/><content type="html" xml:base="/deep/">&lt;a href="n"></content>',
      { html: '<a href="https://status.example/deep/n">' },
    ],
    [
      'categories by label, term or text',
      '<category term="a" label="A"/><category term="b"/><category>c</category><category/>',
      { categories: ['A', 'b', 'c'] },
    ],
    ['a description, which is of RSS', '<description>x</description>', {}],
  ])('with %s', (_what, fields, item) => {
    expect(atomItem(fields)).toEqual({ ...EMPTY, ...item });
  });
});

describe('a feed', () => {
  it('tells what it is, of what, since when, in which language', () => {
    const { items, ...head } = rss(
      '<title>Status</title><link>/</link><language>de</language><lastBuildDate>Mon</lastBuildDate><pubDate>Tue</pubDate>',
    );
    expect(items).toEqual([]);
    expect(head).toEqual({
      kind: 'rss',
      title: 'Status',
      link: 'https://status.example/',
      builtAt: 'Mon',
      language: 'de',
    });
    expect(rss('<pubDate>Tue</pubDate>').builtAt).toBe('Tue');
    expect(read('<feed><updated>Wed</updated></feed>')).toEqual({
      kind: 'atom',
      title: '',
      link: '',
      builtAt: 'Wed',
      language: '',
      items: [],
    });
  });

  it.each([
    '<feed xml:lang="fr">',
    "<feed xmlns='x' xml:lang = 'fr'>",
    '<feed\nxml:lang="fr" xml:base="/">',
  ])('has its language from %s', (root) => {
    expect(read(`${root}<title xml:lang="de">x</title></feed>`).language).toBe('fr');
  });

  it('has no language where only an element inside has one', () => {
    expect(read('<feed><title xml:lang="de">x</title></feed>').language).toBe('');
  });

  it.each([
    ['<feed xml:base="/a/">', 'https://status.example/a/b/1'],
    ["<feed xmlns='x' xml:base = '/a/'>", 'https://status.example/a/b/1'],
    ['<feed id="x"\nxml:base="https://www.example/">', 'https://www.example/b/1'],
    ['<feed xml:base="a/">', 'https://status.example/feeds/a/b/1'],
    ['<feed xml:base="">', 'https://status.example/feeds/b/1'],
    ['<feed data-xml:base="/a/">', 'https://status.example/feeds/b/1'],
    ['<feed>', 'https://status.example/feeds/b/1'],
  ])('has its base from %s', (root, link) => {
    const { items } = read(`${root}<entry xml:base="b/"><link href="1"/></entry></feed>`);
    expect(items[0]?.link).toBe(link);
  });

  it.each([
    ['<rss xml:base="a/">', 'https://status.example/feeds/a/c/1'],
    ["<rss version='2.0'\nxml:base = 'a/'>", 'https://status.example/feeds/a/c/1'],
    ['<rss id="" xml:base= "https://www.example/">', 'https://www.example/c/1'],
    ['<rss xml:base="">', 'https://status.example/feeds/c/1'],
    ['<rss id="xml:base=\'a/\'">', 'https://status.example/feeds/c/1'],
    ['<rss>', 'https://status.example/feeds/c/1'],
  ])('has its base from the root around its channel, %s', (root, link) => {
    const { items } = read(
      `${root}<channel xml:base="c/"><item xml:base=""><link>1</link></item></channel></rss>`,
    );
    expect(items[0]?.link).toBe(link);
  });

  it('has a base of its channel, and none of an element inside', () => {
    const base = read(
      '<rss version="2.0"><channel xml:base="/c/"><item xml:base="/d/"><link>1</link></item><item><link>2</link></item></channel></rss>',
    );
    expect(base.items.map(({ link }) => link)).toEqual([
      'https://status.example/d/1',
      'https://status.example/c/2',
    ]);
  });

  it('keeps the first thousand entries', () => {
    const numbered = Array.from(
      { length: 1001 },
      (_, index) => `<item><title>${index}</title></item>`,
    );
    const { items } = rss(numbered.join(''));
    expect(items).toHaveLength(1000);
    expect(items.at(-1)?.title).toBe('999');
  });
});

describe('what is no feed', () => {
  const failure = (text: string) => {
    try {
      read(text);
    } catch (error) {
      if (error instanceof FeedError) return error;
    }
    throw new Error('It was read.');
  };

  it('says on one line what is wrong, and where it came from', () => {
    const error = failure('<rss version="2.0"><channel></rss>');
    expect(error.message).toBe('Broken XML: Unexpected close tag Line: 0 Column: 34 Char: >');
    expect(error).toMatchObject({ kind: 'parse', url: URL, cause: expect.any(Error) });
    expect(failure('<rss><a\u00a0b/></rss>').message).toMatch(/ Column: \d+ Char: $/);
  });

  it('is undefined to one who only wants to know', () => {
    expect(parseFeedXmlLoosely(document('<html>'))).toBeUndefined();
    expect(parseFeedXmlLoosely(document('<feed><title>x</title></feed>'))).toMatchObject({
      kind: 'atom',
      title: 'x',
    });
  });
});
