import { describe, expect, it } from 'vitest';
import { createWordReader } from '../../../src/adapters/read/words.ts';

const TABLE = { up: 'operational', FULL: 'major_outage' } as const;

describe('createWordReader', () => {
  it('looks a word up trimmed, in lower case, then as it is', () => {
    const words = createWordReader();
    expect(words.read('s', ' UP ', TABLE)).toBe('operational');
    expect(words.read('s', 'FULL', TABLE)).toBe('major_outage');
    expect(words.unknownWords).toEqual([]);
  });

  it('reads a word without a row as unknown and notes it once', () => {
    const words = createWordReader();
    expect(words.read('s', 'sideways', TABLE)).toBe('unknown');
    words.read('s', 'sideways', TABLE);
    words.read('t', 'sideways', TABLE);
    expect(words.unknownWords).toEqual([
      { field: 's', word: 'sideways' },
      { field: 't', word: 'sideways' },
    ]);
  });

  it.each([null, undefined])('notes %s as missing', (raw) => {
    const words = createWordReader();
    expect(words.read('s', raw, TABLE)).toBe('unknown');
    expect(words.unknownWords).toEqual([{ field: 's', word: '(missing)' }]);
  });

  it.each([
    [5, '5'],
    [true, 'true'],
    [{ toString: 1 }, '(object)'],
    [['up'], '(object)'],
    ['a\u0000b\u001f', 'a b '],
    ['x'.repeat(150), 'x'.repeat(100)],
    [`${'x'.repeat(99)}🔥`, `${'x'.repeat(99)}\ufffd`],
  ])('notes %j as %j', (raw, word) => {
    const words = createWordReader();
    expect(words.read('s', raw, TABLE)).toBe('unknown');
    expect(words.unknownWords).toEqual([{ field: 's', word }]);
  });

  it('knows numbers and flags by their text', () => {
    expect(createWordReader().read('s', 5, { 5: 'major_outage' })).toBe('major_outage');
    expect(createWordReader().read('s', false, { false: 'operational' })).toBe('operational');
  });

  it('notes every word of a field, up to a hundred in all', () => {
    const words = createWordReader();
    for (let number = 1; number <= 150; number++) words.read('s', `w${number}`, TABLE);
    expect(words.unknownWords).toHaveLength(100);
    expect(words.unknownWords.at(-1)).toEqual({ field: 's', word: 'w100' });
  });

  it.each(['constructor', '__proto__', 'toString'])('does not find %s in a table', (raw) => {
    expect(createWordReader().read('s', raw, TABLE)).toBe('unknown');
  });
});
