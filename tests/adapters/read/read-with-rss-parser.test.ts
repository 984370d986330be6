import { describe, expect, it } from 'vitest';
import { readWithRssParser } from '../../../src/adapters/read/read-with-rss-parser.ts';

describe('readWithRssParser', () => {
  it('hands over RSS as it stands: every node, attributes, dates nobody can read', () => {
    const { kind, feed, items } = readWithRssParser(`<rss version="2.0"><channel>
      <title>Status</title><link>https://status.example/</link><language>de</language>
      <lastBuildDate>today</lastBuildDate>
      <item><title type="text">API</title><guid isPermaLink="false">1</guid>
        <link>https://status.example/1</link><link rel="self">https://status.example/1.xml</link>
        <pubDate>yesterday</pubDate><category>a</category><category>b</category>
        <status>Resolved</status><description>short</description>
        <content:encoded>long</content:encoded></item>
      <item><title>Web</title></item>
    </channel></rss>`);
    expect(kind).toBe('rss');
    expect(feed).toMatchObject({
      title: ['Status'],
      link: ['https://status.example/'],
      language: ['de'],
      lastBuildDate: ['today'],
    });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: [{ _: 'API', $: { type: 'text' } }],
      guid: [{ _: '1', $: { isPermaLink: 'false' } }],
      link: ['https://status.example/1', { _: 'https://status.example/1.xml', $: { rel: 'self' } }],
      pubDate: ['yesterday'],
      category: ['a', 'b'],
      status: ['Resolved'],
      description: ['short'],
      'content:encoded': ['long'],
    });
  });

  it('drops a prefix of several letters', () => {
    const xml = '<atom-1:feed xmlns:atom-1="a"><atom-1:title>Status</atom-1:title></atom-1:feed>';
    expect(readWithRssParser(xml)).toMatchObject({ kind: 'atom', feed: { title: 'Status' } });
  });

  it('hands over Atom without the prefix of its root, and only that', () => {
    const { kind, feed, items } = readWithRssParser(`<a:feed xmlns:a="http://www.w3.org/2005/Atom">
      <a:title>Status</a:title><a:updated>not a date</a:updated>
      <a:entry><a:id>1</a:id><a:updated>never</a:updated><a:published>never</a:published>
        <a:link href="1"/><a:summary type="html">short</a:summary><a:content>long</a:content>
        <b:status>up</b:status></a:entry>
    </a:feed>`);
    expect(kind).toBe('atom');
    expect(feed).toMatchObject({ title: 'Status', updated: ['not a date'] });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: '1',
      updated: ['never'],
      published: ['never'],
      link: [{ $: { href: '1' } }],
      summary: [{ _: 'short', $: { type: 'html' } }],
      content: ['long'],
    });
    expect(items[0]).not.toHaveProperty('status');
  });

  it('keeps the attributes of the elements themselves', () => {
    const { feed, items } = readWithRssParser(
      '<feed xml:base="/a/"><entry xml:base="b/"><id>1</id></entry></feed>',
    );
    expect(feed).toMatchObject({ $: { 'xml:base': '/a/' } });
    expect(items[0]).toMatchObject({ $: { 'xml:base': 'b/' } });
  });

  it.each([
    '<feed><entry><id>1</id><undefinedlink>x</undefinedlink></entry><b:feed /></feed>',
    '<feed><b:feed >x</b:feed><entry><id>1</id><b:link>x</b:link></entry></feed>',
  ])('drops no prefix where the root wears none: %s', (xml) => {
    const [item] = readWithRssParser(xml).items;
    expect(item).toMatchObject({ id: '1' });
    expect(item).not.toHaveProperty('link');
  });

  it.each([
    ['<rss version="2.0"><channel></rss>', /unexpected close tag/i],
    ['<rss version="2.0"><channel>', /unclosed root tag/i],
    ['<rss version="2.0"></rss>', /^It has no channel or feed element\.$/],
    ['<opml/>', /^It has no channel or feed element\.$/],
  ])('says what is wrong with %s', (xml, message) => {
    expect(() => readWithRssParser(xml)).toThrow(message);
  });
});
