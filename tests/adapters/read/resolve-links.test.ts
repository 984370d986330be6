import { describe, expect, it } from 'vitest';
import { absoluteLinks, resolveBase } from '../../../src/adapters/read/resolve-links.ts';

const PAGE = 'https://status.example/feeds/atom.xml';

describe('resolveBase', () => {
  it.each([
    [[], PAGE],
    [['/status/'], 'https://status.example/status/'],
    [['/status/', '2025/', 'october'], 'https://status.example/status/2025/october'],
    [['https://www.example/a/', undefined, '', 'b'], 'https://www.example/a/b'],
    [['http://', 'b'], 'https://status.example/feeds/b'],
  ])('goes %j inwards to %s', (bases, base) => {
    expect(resolveBase(PAGE, ...bases)).toBe(base);
  });
});

describe('absoluteLinks', () => {
  it.each([
    ['<a href="note">x</a>', '<a href="https://status.example/feeds/note">x</a>'],
    ["<a href='/note'>x</a>", '<a href="https://status.example/note">x</a>'],
    [
      '<A class="b" HREF = " /note ">x</A>',
      '<A class="b" HREF = "https://status.example/note">x</A>',
    ],
    [
      '<a href="/a?b=1&amp;c=2">x</a> <a\nhref="/d">y</a>',
      '<a href="https://status.example/a?b=1&amp;c=2">x</a> <a\nhref="https://status.example/d">y</a>',
    ],
    ['<a href="https://x.example/">x</a>', '<a href="https://x.example/">x</a>'],
    ['<a href="http://">x</a>', '<a href="http://">x</a>'],
    ['<a href="">x</a>', `<a href="${PAGE}">x</a>`],
    ['<a data-href="/note">x</a>', '<a data-href="/note">x</a>'],
    ['<abbr href="/note">', '<abbr href="/note">'],
    ['<img src="/logo.png">', '<img src="/logo.png">'],
    ['<a href=note>x</a>', '<a href=note>x</a>'],
    ['<a>b href="/note"', '<a>b href="/note"'],
    ['', ''],
  ])('makes of %j %j', (html, absolute) => {
    expect(absoluteLinks(html, PAGE)).toBe(absolute);
  });
});
