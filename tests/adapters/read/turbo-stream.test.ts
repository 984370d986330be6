import { describe, expect, it } from 'vitest';
import { decodeTurboStream } from '../../../src/adapters/read/turbo-stream.ts';

describe('decodeTurboStream', () => {
  it.each([
    ['a value', ['up'], 'up'],
    [
      'an object with its keys elsewhere',
      [{ _1: 2, _3: 4 }, 'name', 'API', 'id', 7],
      { name: 'API', id: 7 },
    ],
    ['a key that stands for itself', [{ name: 1 }, 'API'], { name: 'API' }],
    ['a list', [[1, 2, 1], 'a', 'b'], ['a', 'b', 'a']],
    ['an empty list and object', [[1, 2], [], {}], [[], {}]],
    ['negative numbers as nothing', [[-1, -5, 1], 0], [null, null, 0]],
    ['what points beyond the list as nothing', [[1, 9], 'a'], ['a', null]],
    ['a number that is a value', [[1], 42], [42]],
    ['true and null', [[1, 2], true, null], [true, null]],
    ['what is no pointer as nothing', [[true, 1], 'a'], [null, 'a']],
    ['a place told as text as nothing', [[1, '1'], 'a'], ['a', null]],
    ['a date told as text', [['D', '2025-10-20T06:48:00.000Z']], '2025-10-20T06:48:00.000Z'],
    ['a date told in milliseconds', [['D', 1760942880000]], 1760942880000],
    ['a date told elsewhere', [['D', 1], 1760942880000], 1760942880000],
    ['a date told just behind the list', [['D', 2], 1], null],
    ['a date told as a list', [['D', [9e12]]], null],
    ['another typed value', [['Z', 1], { _2: 3 }, 'a', 'b'], { a: 'b' }],
    ['another typed value with a text', [['Z', 'x']], null],
    ['a promise that is still to come', [{ _1: 2 }, 'later', ['P', 9]], { later: null }],
  ])('reads %s', (_what, flat, value) => {
    expect(decodeTurboStream(flat)).toEqual(value);
  });

  it.each([[null], [{ 0: 'a' }], ['[]']])('refuses %j, which is no list', (flat) => {
    expect(() => decodeTurboStream(flat)).toThrow(new TypeError('turbo-stream: not a list'));
  });

  it('reads 100 levels, and refuses more, a cycle among them', () => {
    const nested = (levels: number) => [
      ...Array.from({ length: levels }, (_, index) => [index + 1]),
      'end',
    ];
    expect(JSON.stringify(decodeTurboStream(nested(100)))).toBe(
      `${'['.repeat(100)}"end"${']'.repeat(100)}`,
    );
    const tooDeep = new TypeError('turbo-stream: nested beyond reason');
    expect(() => decodeTurboStream(nested(101))).toThrow(tooDeep);
    expect(() => decodeTurboStream([{ _1: 0 }, 'self'])).toThrow(tooDeep);
    // Dates and objects are levels as well.
    const dates = Array.from({ length: 102 }, (_, index) => ['D', index + 1]);
    expect(() => decodeTurboStream(dates)).toThrow(tooDeep);
    const objects = Array.from({ length: 102 }, (_, index) => ({ a: index + 1 }));
    expect(() => decodeTurboStream(objects)).toThrow(tooDeep);
  });

  it('refuses a short list that unfolds into millions of values', () => {
    const doubling = Array.from({ length: 24 }, (_, index) => [index + 1, index + 1]);
    expect(() => decodeTurboStream(doubling)).toThrow('turbo-stream: nested beyond reason');
  });
});
