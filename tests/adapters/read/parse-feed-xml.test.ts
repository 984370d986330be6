import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedXml } from '../../../src/adapters/read/parse-feed-xml.ts';
import { FeedError } from '../../../src/model/feed-error.ts';

const fixture = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/feed-xml', name));
const read = (body: string | Uint8Array, url = 'https://status.example/feeds/history.xml') =>
  parseFeedXml({
    url,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: {},
  });
const kindOf = (body: string) => {
  try {
    read(body);
    return 'read';
  } catch (error) {
    return error instanceof FeedError ? error.kind : error;
  }
};
const channel = (items: string) =>
  `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

describe('parseFeedXml', () => {
  it('reads RSS with every oddity of one feed', () => {
    const feed = read(fixture('odd-rss.xml'));
    expect(feed).toMatchObject({
      kind: 'rss',
      title: 'Odd & Sons Status',
      link: 'https://status.example/',
      builtAt: 'Mon, 20 Oct 2025 10:00:00 Z',
      language: 'de',
    });
    expect(feed.items).toHaveLength(3);
    expect(feed.items[0]).toMatchObject({
      id: 'odd-1',
      title: 'Q&A – Rück&uuml;ck',
      link: 'https://status.example/i/1?a=1&b=2',
      published: 'Mon, 20 Oct 2025 09:00:00 Z',
      html: '<p>Bare <b>markup</b> in order, <i>really</i>.</p>',
      categories: ['Compute', 'West Europe'],
      extra: { maintenanceEndDate: 'Mon, 20 Oct 2025 12:00:00 Z', status: 'Available' },
    });
    expect(feed.items[1]).toMatchObject({
      id: 'https://status.example/i/2',
      link: 'https://status.example/i/2',
      html: '<p>full</p>',
      summary: 'short',
    });
    expect(feed.items[2]).toMatchObject({
      id: '',
      title: 'Escaped CDATA',
      link: '',
      published: '',
    });
  });

  it('reads Atom with prefixes, XHTML, nested bases and several links', () => {
    const feed = read(fixture('odd-atom.xml'));
    expect(feed).toMatchObject({
      kind: 'atom',
      title: 'Atom Status',
      builtAt: '2025-10-20T10:00:00Z',
      language: 'en',
    });
    expect(feed.items[0]).toMatchObject({
      id: 'tag:status.example,2025:1',
      link: 'https://www.example/status/2025/a',
      published: '2025-10-20T09:00:00Z',
      updated: 'not a date',
      categories: ['Speech'],
    });
    expect(feed.items[0]?.html).toContain('before <strong>middle</strong> after');
    expect(feed.items[0]?.html).toContain('href="https://www.example/status/2025/note"');
    expect(feed.items[1]).toMatchObject({
      html: 'plain &lt;region&gt; text',
      link: 'https://www.example/status/b',
    });
  });

  it('reads RSS 0.91 with a document type, RSS 1.0, and RSS without a version', () => {
    const old = `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x.dtd">${channel('<item><title>a</title></item>').replace('2.0', '0.91')}`;
    expect(read(old).items).toHaveLength(1);
    expect(
      read(channel('<item><title>a</title></item>').replace(' version="2.0"', '')).items,
    ).toHaveLength(1);
    const rdf =
      '<rdf:RDF xmlns:rdf="r"><channel><title>T</title></channel><item><title>a</title><dc:date>2025-10-20</dc:date></item></rdf:RDF>';
    expect(read(rdf).items[0]).toMatchObject({ title: 'a', published: '2025-10-20' });
  });

  it.each([
    ['<!doctype html><title>x</title>', 'not-a-feed'],
    ['<html><body>x</body></html>', 'not-a-feed'],
    ['{"page":{}}', 'not-a-feed'],
    ['Too many requests', 'not-a-feed'],
    ['<?xml version="1.0"?><opml><body/></opml>', 'not-a-feed'],
    ['', 'empty-response'],
    [' \n ', 'empty-response'],
    ['<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>', 'forbidden-doctype'],
    [
      '<!DOCTYPE rss [ <!-- x --> <!ENTITY % a SYSTEM "file:///etc/passwd"> ]><rss/>',
      'forbidden-doctype',
    ],
    [channel('<item><title>a</item>'), 'parse'],
    [channel('<item><title>a</title>').replace('</channel>', ''), 'parse'],
    ['<rss version="2.0"><channel><title>cut off', 'parse'],
    [channel('<item><title><![CDATA[never closed</title></item>'), 'parse'],
    ['<rss version="2.0"></rss>', 'parse'],
    [channel(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`), 'parse'],
  ])('answers %s with %s', (body, kind) => {
    expect(kindOf(body)).toBe(kind);
  });

  it('reads what surrounds a feed: junk in front, counters behind, comments with markup', () => {
    expect(
      read(
        `\n\n<?xml version="1.0"?><!-- <rss> -->${channel('<!-- <title>x --><item><title>a</title></item>')}<br>Took 3 ms`,
      ).items[0]?.title,
    ).toBe('a');
    expect(
      read(`Notice: x in y.php\n${channel('<item><title>a</title></item>')}`).items,
    ).toHaveLength(1);
  });

  it('bounds the number of entries', () => {
    expect(read(channel('<item><title>a</title></item>'.repeat(3000))).items).toHaveLength(1000);
  });

  it('throws nothing but FeedErrors, whatever it is given', () => {
    const unit = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '</item>',
      '</channel>',
      '</rss>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&',
      '&nbsp;',
      '&#8;',
      '<p>',
      'x',
      '<feed>',
      '</feed>',
      '<entry>',
      '</entry>',
      '<link/>',
      '<updated>never</updated>',
      '\0',
      '<!DOCTYPE',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (xml) => {
        expect(typeof kindOf(xml)).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back any text that was escaped properly', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (t) => !/[\0-\x1f\x7f-\x9f\ufffe\uffff]/.test(t) && t.trim() === t && !t.includes('CDATA'),
      );
    fc.assert(
      fc.property(text, (title) => {
        expect(read(channel(`<item><title>${escaped(title)}</title></item>`)).items[0]?.title).toBe(
          title,
        );
        if (!title.includes(']]>')) {
          expect(
            read(channel(`<item><title><![CDATA[${title}]]></title></item>`)).items[0]?.title,
          ).toBe(title);
        }
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const started = performance.now();
    for (const unit of [
      '<title>',
      '<!--',
      '<![CDATA[',
      '</rss>',
      '&amp',
      '<a ',
      '<description><p>',
    ]) {
      kindOf(`<rss version="2.0"><channel>${unit.repeat(60_000)}`);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
