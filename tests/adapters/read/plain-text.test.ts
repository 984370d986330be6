import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  cleanTitle,
  htmlToText,
  markdownToText,
  safeUrl,
} from '../../../src/adapters/read/plain-text.ts';

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['see <a href="https://x.example/y">the page</a>.', 'see the page (https://x.example/y).'],
    ['<a href="https://x.example/">https://x.example/</a>', 'https://x.example/'],
    ['<a href="javascript:alert(1)">the page</a>', 'the page'],
    ['a&nbsp;b &amp;lt; c', 'a b &lt; c'],
    ['<code>&lt;region&gt;</code> fails when n &lt; 3', '<region> fails when n < 3'],
    ['x<script>alert(1)</script><style>p{}</style>y', 'xy'],
    ['<h3>Not shouted</h3>', 'Not shouted'],
    ['latency < 5 ms', 'latency < 5 ms'],
    ['<a href="http://x.example/y">plain</a>', 'plain (http://x.example/y)'],
    ['<a href="#top">up</a> <a href="javascript:go(\'http://x\')">go</a>', 'up go'],
    ['<table><tr><th>Not shouted</th></tr></table>', 'Not shouted'],
    ['a<hr>b<img src="x" alt="y">', 'a\nb'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('reads 200,000 characters, and a hundred levels of them', () => {
    expect(htmlToText('x'.repeat(200_010))).toHaveLength(200_000);
    expect(htmlToText(`a${'<b>'.repeat(120)}deep`)).toBe('a…');
  });

  it('survives deep and broken markup', () => {
    expect(htmlToText(`${'<div>'.repeat(20_000)}x`)).toEqual(expect.any(String));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', 'p', '/', '&', 'a', ';', ' ') }),
        (html) => {
          expect(htmlToText(html)).toEqual(expect.any(String));
        },
      ),
    );
  });
});

describe('markdownToText', () => {
  it('drops the marks and keeps links readable', () => {
    expect(markdownToText('**Down** since 9\n\n- a\n- [b](https://x.example)')).toBe(
      'Down since 9\n- a\n- b (https://x.example)',
    );
    expect(markdownToText('one\ntwo ~~not~~')).toBe('one\ntwo not');
    expect(markdownToText('see https://x.example/')).toBe('see https://x.example/');
    expect(markdownToText(`${'\n'.repeat(200_000)}tail`)).toBe('');
  });
});

describe('cleanText', () => {
  it.each([
    ['Print\ber\u001f', 'Printer'],
    ['a\u00a0b', 'a b'],
    ['a\r\nb\n\n\n\nc', 'a\nb\n\nc'],
    ['\u202eevil\u202c', 'evil'],
    ['a\rb\u2028c', 'a\nb\nc'],
    ['a   \nb', 'a\nb'],
    ['a\n\nb', 'a\n\nb'],
    ['half \ud83d', 'half \ufffd'],
    ['  x  ', 'x'],
  ])('%j', (raw, text) => {
    expect(cleanText(raw)).toBe(text);
  });
});

describe('cleanTitle', () => {
  it.each([
    ['R&uuml;ck &amp; Gut', 'Rück & Gut'],
    ['AT&amp;T routes', 'AT&T routes'],
    ['Portal <img src=x onerror=alert(1)>', 'Portal'],
    ['Portal &lt;img src=x onerror=alert(1)&gt;', 'Portal'],
    ['a <b>bold</b> move', 'a bold move'],
    ['<Service> is down, n < 3', '<Service> is down, n < 3'],
    ['two\n lines', 'two lines'],
    ['a<br>b<script>alert(1)</script>c', 'a b c'],
    [`${' '.repeat(200_000)}tail`, ''],
  ])('%s', (raw, title) => {
    expect(cleanTitle(raw)).toBe(title);
  });

  it('cuts at the length it is given, never inside a character', () => {
    expect(cleanTitle('🔥'.repeat(10), 4)).toBe('🔥🔥🔥…');
    expect([...cleanTitle('x'.repeat(1000))]).toHaveLength(300);
    expect(cleanTitle('x'.repeat(300))).toBe('x'.repeat(300));
  });
});

describe('safeUrl', () => {
  it.each([
    ['https://a.example/x?b=1&c=2', 'https://a.example/x?b=1&c=2'],
    ['/incidents/1', 'https://status.example/incidents/1'],
    ['notes', 'https://status.example/page/notes'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    [' JaVaScRiPt:alert(1)', ''],
    ['https://user:pass@a.example/', ''],
    ['https://user@a.example/', ''],
    ['https://:pass@a.example/', ''],
    ['http://a.example/', 'http://a.example/'],
    ['xhttps://a.example/', ''],
    ['httpsx://a.example/', ''],
    ['  ', ''],
    ['http://', ''],
    ['', ''],
    [undefined, ''],
  ])('%s', (raw, url) => {
    expect(safeUrl(raw, 'https://status.example/page/')).toBe(url);
  });
});

describe('a table', () => {
  it('keeps its rows on lines and its cells apart', () => {
    const rows = '<tr><th>Looms</th><td>slow</td></tr><tr><th>Mills</th><td>fine</td></tr>';
    expect(htmlToText(`<p>Now</p><table>${rows}</table>`)).toBe('Now\nLooms slow\nMills fine');
  });
});
