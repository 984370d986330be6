import { describe, expect, it } from 'vitest';
import { alternativeMistakes } from '../../src/knowledge/check-alternatives.ts';
import type { Alternative } from '../../src/knowledge/schemas/alternative.ts';
import { KNOWN_IDS, OWN_WORD, SOUND_ALTERNATIVE } from './sound-edge.ts';

function mistakes(change: Partial<Alternative>): string[] {
  return alternativeMistakes([{ ...SOUND_ALTERNATIVE, ...change }], KNOWN_IDS).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

const { base } = SOUND_ALTERNATIVE;

describe('alternativeMistakes', () => {
  it('finds nothing wrong with a sound entry', () => {
    expect(mistakes({})).toEqual([]);
  });

  it('names ids that lead nowhere', () => {
    expect(mistakes({ provider: 'gone' })[0]).toContain('names the provider "gone"');
    expect(mistakes({ replaces: ['gone'] })[0]).toContain('names the provider "gone"');
    expect(mistakes({ replaces: ['example:queue'] })[0]).toContain(
      'names the service "example:queue"',
    );
  });

  it('names an entry that replaces nothing', () => {
    expect(mistakes({ replaces: [] })).toEqual([expect.stringContaining('replaces nothing')]);
    expect(mistakes({ replaces: [], replacesNames: ['A translator'] })).toEqual([]);
  });

  it('names an entry without a stated base', () => {
    expect(mistakes({ base: { ...base, summary: { en: ' ', de: ' ' } } })).toEqual([
      'garden: does not say what it stands on: write base.summary',
    ]);
  });

  it.each([
    ['not read', { ...OWN_WORD, foundHere: false }],
    ['weak', { ...OWN_WORD, tier: 'weak' as const }],
  ])('calls nothing independent or confirmed on a source that is %s', (_what, source) => {
    expect(mistakes({ base: { ...base, sources: [source] } })).toEqual([
      expect.stringContaining('confirmed without a source that was read'),
      expect.stringContaining('independent without a source that was read'),
    ]);
  });

  it('lets an unknown base stand without a source', () => {
    expect(
      mistakes({
        base: {
          ...base,
          independentOfUsBigTech: 'unknown',
          evidence: 'unconfirmed',
          sources: [],
        },
      }),
    ).toEqual([]);
  });
});
