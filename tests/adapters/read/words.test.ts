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

  it.each(['constructor', '__proto__', 'toString'])('does not find %s in a table', (raw) => {
    expect(createWordReader().read('s', raw, TABLE)).toBe('unknown');
  });
});
