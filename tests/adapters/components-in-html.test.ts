import { describe, expect, it } from 'vitest';
import { componentsInHtml, namesToComponents } from '../../src/adapters/components-in-html.ts';

const names = (html: string) => componentsInHtml(html).map(({ name }) => name);

describe('componentsInHtml', () => {
  it.each([
    'Affected components',
    'AFFECTED SERVICES',
    'affected products',
    'Affected systems',
    'Betroffene Komponenten',
    'betroffene Dienste',
  ])('finds them under "%s"', (heading) => {
    expect(componentsInHtml(`<p>Text</p><b>${heading}</b>: A, B`)).toEqual([
      { name: 'A' },
      { name: 'B' },
    ]);
  });

  it.each([
    [
      'a list',
      'Affected components</b><ul class="x"><li>A</li><li id="b">B (Down)</li></ul><ul><li>C</li></ul>',
      ['A', 'B'],
    ],
    ['a list after a colon', 'Affected components:</p><ul><li>A</li></ul>', ['A']],
    [
      'items over several lines',
      'Affected components<ul>\n<li>\nA\n</li>\n<li><b>B</b></li></ul>',
      ['A', 'B'],
    ],
    ['items nobody closed', 'Affected components<ul><li>A</ul>', ['A']],
    ['tags in capitals', 'Affected components<UL><LI>A</LI></UL>', ['A']],
    ['a line', '<b>Affected components:</b> A, B<br>More, words', ['A', 'B']],
    ['a line closed before the colon', '<strong>Affected components</strong> : A, B', ['A', 'B']],
    ['a colon further on', 'Affected components are down. Cause: A, B', []],
    ['a line up to the end of its paragraph', 'Affected components: A, B</p>C', ['A', 'B']],
    ['a line up to the next paragraph', 'Affected components: A, B<p>C', ['A', 'B']],
    ['a line up to its end', 'Affected components: A, B\nC', ['A', 'B']],
    ['a list far away', `Affected components: A${' '.repeat(61)}<ul><li>B</li></ul>`, ['A B']],
    ['a list on another line', 'Affected components: A\n<ul><li>B</li></ul>', ['A']],
    ['no colon', 'Affected components are A, B', []],
    ['no heading', 'Components: A, B', []],
    ['an empty list', 'Affected components<ul></ul>', []],
    ['nothing', '', []],
  ])('reads %s', (_name, html, expected) => {
    expect(names(html)).toEqual(expected);
  });
});

describe('namesToComponents', () => {
  const read = (...list: string[]) => namesToComponents(list).map(({ name }) => name);

  it('cleans names and drops the state in brackets behind them', () => {
    expect(
      read(
        ' <b>API</b> &amp; Web ',
        'Mail (Degraded)',
        'Mail  ( Down ) ',
        'Web(Down)',
        'A (EU) B',
        '(x)',
        '',
      ),
    ).toEqual(['API & Web', 'Mail', 'Web', 'A (EU) B']);
  });

  it('cuts long names and long lists', () => {
    expect(read('x'.repeat(121))).toEqual([`${'x'.repeat(119)}…`]);
    expect(read(...Array.from({ length: 120 }, (_, index) => `c${index}`))).toHaveLength(100);
  });
});
