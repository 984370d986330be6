import { describe, expect, it } from 'vitest';
import { prepareXml } from '../../../src/adapters/read/prepare-xml.ts';
import { FeedError } from '../../../src/model/feed-error.ts';

const URL = 'https://status.example/feed.xml';
const prepare = (text: string) => prepareXml(text, URL);
const failure = (text: string) => {
  try {
    prepare(text);
  } catch (error) {
    if (error instanceof FeedError) return [error.kind, error.message, error.url];
    throw error;
  }
  return 'It was read.';
};
const nested = (levels: number, inner = '') =>
  `<rss>${'<a>'.repeat(levels - 1)}${inner}${'</a>'.repeat(levels - 1)}</rss>`;

describe('prepareXml', () => {
  it.each([
    ['a declaration', '<?xml version="1.0"?>\n<rss>a</rss>'],
    ['comments', '<!-- <rss> --><!-- b --><rss>a</rss>'],
    ['a comment with a bracket at its end', '<!-- < --><rss>a</rss>'],
    ['instructions', '<?xml version="1.0"?><?style href="<rss>"?><rss>a</rss>'],
    ['a document type', '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "rss.dtd"><rss>a</rss>'],
    ['the shortest document type', '<!doctype><rss>a</rss>'],
    ['a document type with a subset', '<!DOCTYPE rss [\n <!ELEMENT a ANY> ]  ><rss>a</rss>'],
    ['a document type with an empty subset', '<!DOCTYPE rss []><rss>a</rss>'],
    [
      'a document type with markup in its subset',
      '<!DOCTYPE rss [<!ELEMENT rss (a > b)><rss>]><rss>a</rss>',
    ],
    ['a warning', 'Notice: x in y.php\n<rss>a</rss>'],
    ['white space', ' \n\t<rss>a</rss>\n '],
    ['a counter behind', '<rss>a</rss>\n<br>Took 3 ms <!-- cached -->'],
    [
      'characters XML forbids',
      '<rss>\0\ufffea\u0008\u000b\ud800\udc00\udc00</rss>'.replace('\ud800\udc00', ''),
    ],
  ])('drops %s', (_what, text) => {
    expect(prepare(text)).toBe('<rss>a</rss>');
  });

  it.each([
    '<rss version="2.0"/>',
    '<RSS>a</RSS>',
    '<rss>cut off',
    '<rdf:RDF xmlns:rdf="r">a</rdf:RDF >',
    '<atom:feed\nxmlns:atom="a">a</atom:feed>',
    '<rss>a</rss><rss>b</rss>',
    '<rss>\t🔥\n</rss>',
  ])('keeps %j', (text) => {
    expect(prepare(text)).toBe(text);
  });

  it('escapes markup in text elements', () => {
    expect(prepare('<rss><title>a <b>c</b> &</title></rss>')).toBe(
      '<rss><title>a &lt;b>c&lt;/b> &amp;amp;</title></rss>',
    );
  });

  it.each([
    ['Q&A & more', 'Q&amp;A &amp; more'],
    ['&amp;&lt;&gt;&quot;&apos;', '&amp;&lt;&gt;&quot;&apos;'],
    ['a&nbsp;b &uuml;&frac12;', 'a\u00a0b ü½'],
    ['&unknown; &Amp1;', '&amp;unknown; &amp;Amp1;'],
    ['&uuml &1a;', '&amp;uuml &amp;1a;'],
    [`&${'x'.repeat(32)}; &${'x'.repeat(33)};`, `&amp;${'x'.repeat(32)}; &amp;${'x'.repeat(33)};`],
    ['&#65;&#x41;&#X4f;', '&#65;&#x41;&#X4f;'],
    ['&#9;&#10;&#13;&#32;', '&#9;&#10;&#13;&#32;'],
    ['&#x9;&#xA;&#xd;&#x20;', '&#x9;&#xA;&#xd;&#x20;'],
    ['a&#0;&#8;&#11;&#12;&#14;&#31;&#x8;&#x1f;b', 'ab'],
    ['&#1114111;&#x10ffff;', '&#1114111;&#x10ffff;'],
    ['a&#1114112;&#x110000;b', 'ab'],
    ['&#12345678; &#x1234567; &#; &#x;', '&amp;#12345678; &amp;#x1234567; &amp;#; &amp;#x;'],
    ['<![CDATA[Q&A\n&nbsp;]]>&<![CDATA[&#8;]]>', '<![CDATA[Q&A\n&nbsp;]]>&amp;<![CDATA[&#8;]]>'],
  ])('repairs references: %j', (text, repaired) => {
    expect(prepare(`<rss>${text}</rss>`)).toBe(`<rss>${repaired}</rss>`);
  });

  it.each([
    ['<html><form><input type="password">', 'Expected RSS or Atom, got a login page.'],
    ['{"page":{}}', 'Expected RSS or Atom, got JSON.'],
    [' [1]', 'Expected RSS or Atom, got JSON.'],
    ['"<rss/>"', 'Expected RSS or Atom, got JSON.'],
    ['Too many {requests}', 'Expected RSS or Atom, got plain text.'],
    ['<?xml version="1.0"?><opml/>', 'Expected RSS or Atom, got XML with <opml>.'],
    ['<my:odd-root.1 a="b">', 'Expected RSS or Atom, got XML with <my:odd-root.1>.'],
    [`<${'x'.repeat(60)}>`, `Expected RSS or Atom, got XML with <${'x'.repeat(41)}>.`],
    ['<rsss/>', 'Expected RSS or Atom, got XML with <rsss>.'],
    ['<1><rss/>', 'Expected RSS or Atom, got XML with no element at all.'],
    ['<?xml version="1.0"?>', 'Expected RSS or Atom, got XML with no element at all.'],
    ['<?xml version="1.0"', 'Expected RSS or Atom, got XML with no element at all.'],
    ['<!-- <rss/>', 'Expected RSS or Atom, got XML with no element at all.'],
    ['<!-- <!ENTITY --><!DOCTYPE rss', 'Expected RSS or Atom, got XML with no element at all.'],
  ])('takes %s for no feed', (text, message) => {
    expect(failure(text)).toEqual(['not-a-feed', message, URL]);
  });

  it.each([
    '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>',
    '<!DOCTYPE rss [ <!-- x --> <!entity % a SYSTEM "file:///etc/passwd"> ]><rss/>',
    '<!DOCTYPE rss <!ENTITY a "b"><rss/>',
  ])('refuses %s', (text) => {
    expect(failure(text)).toEqual([
      'forbidden-doctype',
      'The feed declares its own XML entities.',
      URL,
    ]);
  });

  it('refuses CDATA that is never closed', () => {
    const message = 'Broken XML: a CDATA section is never closed.';
    expect(failure('<rss><![CDATA[a]]><![CDATA[b</rss>')).toEqual(['parse', message, URL]);
  });

  it('reads 200 levels and refuses more', () => {
    const message = 'The feed nests more than 200 levels deep.';
    expect(prepare(nested(200))).toBe(nested(200));
    expect(failure(nested(201))).toEqual(['parse', message, URL]);
    expect(failure(nested(201).replaceAll('<a>', '<_a b="c">'))).toEqual(['parse', message, URL]);
  });

  it.each([
    ['empty elements', '<b/><c d="e" />'.repeat(300)],
    ['elements beside each other', '<b></b>'.repeat(300), 199],
    ['markup in CDATA', `<![CDATA[\n${'<b>'.repeat(300)}]]>`],
    ['comparisons', '1 < 2 '.repeat(300)],
  ])('does not take %s for levels', (_what, inner, levels = 200) => {
    expect(prepare(nested(levels, inner))).toBe(nested(levels, inner));
  });

  it('refuses more than 20 million characters', () => {
    const longest = `<rss>a</rss>${' '.repeat(20_000_000 - 12)}`;
    expect(prepare(longest)).toBe('<rss>a</rss>');
    expect(failure(`${longest} `)).toEqual([
      'parse',
      'The feed is longer than 20000000 characters.',
      URL,
    ]);
  });
});
