import { describe, expect, it } from 'vitest';
import { attributeOf, nodesOf, textOf } from '../../../src/adapters/read/xml-node.ts';

describe('nodesOf', () => {
  it.each([
    [undefined, []],
    [null, []],
    ['text', ['text']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [{ _: 'a' }, [{ _: 'a' }]],
    ['', ['']],
  ])('of %j is %j', (field, nodes) => {
    expect(nodesOf(field)).toEqual(nodes);
  });
});

describe('textOf', () => {
  it.each([
    ['  text \n', 'text'],
    [{ _: ' text ', $: { type: 'html' } }, 'text'],
    [['', '  ', { $: {} }, { _: 'second' }, 'third'], 'second'],
    ['<![CDATA[ <b>bold</b> ]]>', '<b>bold</b>'],
    [' <![CDATA[a\n]] >b]]> ', 'a\n]] >b'],
    ['x <![CDATA[a]]>', 'x <![CDATA[a]]>'],
    ['<![CDATA[a]]> x', '<![CDATA[a]]> x'],
    [[{ _: '<![CDATA[]]>' }, 'b'], 'b'],
    [{ _: 7 }, ''],
    [[7, true, null], ''],
    [undefined, ''],
    [{}, ''],
  ])('of %j is %j', (field, text) => {
    expect(textOf(field)).toBe(text);
  });
});

describe('attributeOf', () => {
  const node = { _: 'x', $: { href: ' https://status.example/ ', count: 3 } };

  it.each([
    [node, 'href', 'https://status.example/'],
    [node, 'rel', ''],
    [node, 'count', ''],
    [node, 'constructor', ''],
    [{ _: 'x' }, 'href', ''],
    [{ $: null }, 'href', ''],
    [{ $: 'href' }, 'length', ''],
    ['x', 'href', ''],
    [null, 'href', ''],
  ])('of %j, %s, is %j', (from, name, value) => {
    expect(attributeOf(from, name)).toBe(value);
  });
});
