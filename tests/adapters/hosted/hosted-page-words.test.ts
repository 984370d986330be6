import { describe, expect, it } from 'vitest';
import { CSTATE_IMPACT } from '../../../src/adapters/cstate.ts';
import { fixtureText, parseTexts } from './hosted-fixture.ts';

describe('words in pages', () => {
  it.each([...Object.entries(CSTATE_IMPACT), ['odd', 'unknown']])(
    'cstate severity %s is %s',
    (word, expected) => {
      const text = fixtureText('cstate', 'disrupted.json').replaceAll(
        '"severity": "disrupted"',
        `"severity": "${word}"`,
      );
      expect(parseTexts('cstate', [text]).incidents[0]?.impact).toBe(expected);
    },
  );
});
