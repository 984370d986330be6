import { describe, expect, it } from 'vitest';
import { escapeInlineMarkup } from '../../../src/adapters/read/escape-inline-markup.ts';

describe('escapeInlineMarkup', () => {
  it.each([
    ['raw HTML', '<title>a <b>c</b></title>', '<title>a &lt;b>c&lt;/b></title>'],
    ['an empty element', '<title>a<br/>c</title>', '<title>a&lt;br/>c</title>'],
    ['a closing tag alone', '<title>a</b>c</title>', '<title>a&lt;/b>c</title>'],
    [
      'XHTML, its prefix and entities',
      '<content type="xhtml"><xhtml:div>a &amp; b</xhtml:div></content>',
      '<content type="xhtml">&lt;div>a &amp;amp; b&lt;/div></content>',
    ],
    [
      'other prefixes of HTML, and none that is not',
      '<summary><h:p>a</h:p><html:p>b</html:p><v:p>c</v:p></summary>',
      '<summary>&lt;p>a&lt;/p>&lt;p>b&lt;/p>&lt;v:p>c&lt;/v:p></summary>',
    ],
    [
      'every text element, Atom under its prefix as well',
      '<atom:title><b/></atom:title><description><b/></description><content:encoded><b/></content:encoded>',
      '<atom:title>&lt;b/></atom:title><description>&lt;b/></description><content:encoded>&lt;b/></content:encoded>',
    ],
    [
      'CDATA beside markup, without its marks',
      '<description><b>a</b><![CDATA[\n<i>c</i>]]>-<![CDATA[d]]></description>',
      '<description>&lt;b>a&lt;/b>\n&lt;i>c&lt;/i>-d</description>',
    ],
    [
      'what stands right behind a comment',
      '<!----><title><b/></title>',
      '<!----><title>&lt;b/></title>',
    ],
    [
      'what stands behind a comment with the mark of another in it',
      '<!-- <!--><title>a<b/></title>',
      '<!-- <!--><title>a&lt;b/></title>',
    ],
    [
      'what looks like the end but stands in CDATA',
      '<summary><b/><![CDATA[</summary>]]></summary><id/>',
      '<summary>&lt;b/>&lt;/summary></summary><id/>',
    ],
    [
      'what looks like the end but stands in a comment',
      '<title>a<b/><!-- </title> -->c</title>',
      '<title>a&lt;b/>&lt;!-- &lt;/title> -->c</title>',
    ],
    [
      'up to the end of its own name',
      '<title>a<b/></titles></title\n><id/>',
      '<title>a&lt;b/>&lt;/titles></title\n><id/>',
    ],
    [
      'one element after the other',
      '<title><b/></title><id>1</id><title>c</title><summary><i/></summary>',
      '<title>&lt;b/></title><id>1</id><title>c</title><summary>&lt;i/></summary>',
    ],
    [
      'what follows an empty text element',
      '<title/><title type="x" /><title>a<b/></title>',
      '<title/><title type="x" /><title>a&lt;b/></title>',
    ],
    [
      'what follows a text element that never ends',
      '<summary>a<title><b/></title><summary><i/>',
      '<summary>a<title>&lt;b/></title><summary><i/>',
    ],
    [
      'what follows a comment and CDATA with markup in them',
      '<!-- <title><b> --><![CDATA[<title><b>]]><title>a<b/></title>',
      '<!-- <title><b> --><![CDATA[<title><b>]]><title>a&lt;b/></title>',
    ],
  ])('escapes %s', (_what, xml, escaped) => {
    expect(escapeInlineMarkup(xml)).toBe(escaped);
  });

  it.each([
    '',
    'no markup',
    '<title>plain &lt;b&gt; text</title>',
    '<title>1 < 2</title>',
    '<description><![CDATA[<p>x</p>]]></description>',
    '<description><![CDATA[<p>\nx]]> and <![CDATA[</p>]]></description>',
    '<media:title><b/></media:title>',
    '<titles><b/></titles>',
    '<entry><author><name>a</name></author></entry>',
    '<title>cut off <b>',
    '<title>cut off </title',
    '<title>cut <b>off</b></title',
    '<!-- never closed <title><b/></title>',
    '<![CDATA[never closed <title><b/></title>',
    '<1title><b/></1title>',
    '<title <b/></title>',
  ])('leaves %j as it is', (xml) => {
    expect(escapeInlineMarkup(xml)).toBe(xml);
  });

  it('looks once for an end that is missing, however often the element begins', () => {
    const xml = '<title>'.repeat(40_000);
    expect(escapeInlineMarkup(xml)).toBe(xml);
  });
});
