import { describe, expect, it } from 'vitest';
import { dependencyMistakes } from '../../src/knowledge/check-dependencies.ts';
import type { Dependency } from '../../src/knowledge/schemas/dependency.ts';
import { KNOWN_IDS, OWN_WORD, PRESS, SOUND_EDGE } from './sound-edge.ts';

function mistakes(...edges: Dependency[]): string[] {
  return dependencyMistakes(edges, KNOWN_IDS, '2026-11-25').map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

describe('dependencyMistakes', () => {
  it('finds nothing wrong with a sound edge', () => {
    expect(mistakes(SOUND_EDGE)).toEqual([]);
  });

  const cases: [what: string, change: Partial<Dependency>, message: string][] = [
    ['an edge without a source', { sources: [] }, 'has no source: name at least one'],
    ['an edge without a date', { checkedAt: '' }, 'has no checkedAt'],
    ['an edge checked in the future', { checkedAt: '2026-11-26' }, 'which is still to come'],
    [
      'a dependent that is no provider',
      { dependent: { provider: 'gone' } },
      'dependent names the provider "gone", which feeds.config.ts does not have',
    ],
    [
      'an upstream that is no provider',
      { upstream: { provider: 'gone' } },
      'upstream names the provider "gone"',
    ],
    [
      'a service nobody lists',
      { upstream: { provider: 'example', service: 'example:queue' } },
      'upstream names the service "example:queue", which services.yaml does not list',
    ],
    [
      'a service of another provider',
      { dependent: { provider: 'shop', service: 'example:database' } },
      'dependent names the service "example:database" of another provider than "shop"',
    ],
    [
      'a region nobody lists',
      { upstream: { provider: 'example', region: 'example:south' } },
      'upstream names the region "example:south", which regions.yaml does not list',
    ],
    [
      'a region named like a property of every object',
      { upstream: { provider: 'example', region: 'example:constructor' } },
      'upstream names the region "example:constructor"',
    ],
    [
      'an edge to itself',
      { dependent: { provider: 'shop' }, upstream: { provider: 'shop' } },
      'needs itself',
    ],
    [
      'an edge that ends before it begins',
      { since: '2025-06', until: '2025-05-31' },
      'begins with 2025-06 after it ends with 2025-05-31',
    ],
    [
      'a documented edge whose only source was not read',
      { sources: [{ ...OWN_WORD, foundHere: false }] },
      'is shown as documented, but no source that was read may be shown',
    ],
    [
      'a reported edge whose only source is weak',
      { strength: 'reported', sources: [{ ...PRESS, tier: 'weak' }] },
      'is shown as reported, but no source that was read may be shown',
    ],
    [
      'a documented edge that only the press tells',
      { sources: [PRESS] },
      'names no word of either side: make it reported',
    ],
  ];
  it.each(cases)('names %s', (_what, change, message) => {
    expect(mistakes({ ...SOUND_EDGE, ...change })).toEqual([expect.stringContaining(message)]);
  });

  it('names an edge told twice, whatever its id', () => {
    expect(mistakes(SOUND_EDGE, { ...SOUND_EDGE, id: 'shop-again' })).toEqual([
      'shop-again: tells the same as shop-on-example: merge their sources',
    ]);
    expect(mistakes(SOUND_EDGE, { ...SOUND_EDGE, id: 'shop-dns', purpose: 'dns' })).toEqual([]);
  });

  it('lets an inferred edge stand on a hint, and own infrastructure on itself', () => {
    const hint: Dependency = {
      ...SOUND_EDGE,
      strength: 'inferred',
      sources: [{ ...OWN_WORD, foundHere: false }],
    };
    const own: Dependency = {
      ...SOUND_EDGE,
      id: 'shop-own',
      upstream: { provider: 'shop' },
      purpose: 'own-infrastructure',
    };
    expect(mistakes(hint, own)).toEqual([]);
  });

  it('takes a year and a month of it for the same time', () => {
    expect(mistakes({ ...SOUND_EDGE, since: '2025', until: '2025-03' })).toEqual([]);
    expect(mistakes({ ...SOUND_EDGE, since: '2025-03', until: '2025' })).toEqual([]);
  });
});
