import { describe, expect, it } from 'vitest';
import { createDependencyGraph } from '../../src/explain/dependency-graph.ts';
import type { Alternative } from '../../src/knowledge/schemas/alternative.ts';
import type { Dependency } from '../../src/knowledge/schemas/dependency.ts';
import { alternativesTo, shownAlternative } from '../../src/views/alternative-groups.ts';
import { fitOf } from '../../src/views/cascade-words.ts';
import {
  countsByCategory,
  dependencyCounts,
  indirectWays,
} from '../../src/views/dependency-counts.ts';
import { edgeRows } from '../../src/views/edge-list.ts';
import { shareOffsets } from '../../src/views/share-offsets.ts';
import { stackUpstreams, withoutBase } from '../../src/views/stack-check.ts';
import { timeAxis } from '../../src/views/time-axis.ts';
import { worldProvider } from '../support/world.ts';

const NOW = '2026-06-12T12:45:00.000Z';
const edge = (from: string, to: string, changes: Partial<Dependency> = {}): Dependency => ({
  id: `${from}-on-${to}`,
  dependent: { provider: from },
  upstream: { provider: to },
  strength: 'documented',
  purpose: 'hosting',
  criticality: 'hard',
  checkedAt: '2026-06-01',
  sources: [],
  ...changes,
});
const graph = createDependencyGraph({
  dependencies: [
    edge('shop', 'login'),
    edge('login', 'cloud', { upstream: { provider: 'cloud', region: 'cloud:north' } }),
    edge('mail', 'cloud', { strength: 'reported' }),
    edge('chat', 'cloud', { until: '2020' }),
  ],
  services: {},
  colos: {},
});
const providers = [
  worldProvider('cloud', 'Cloud', 'cloud'),
  worldProvider('login', 'Login', 'identity'),
  worldProvider('mail', 'Mail', 'communication'),
  worldProvider('chat', 'Chat', 'communication'),
  worldProvider('shop', 'Shop', 'commerce'),
];

describe('who stands on whom', () => {
  const counts = dependencyCounts(graph, providers, NOW);

  it('counts a provider once per upstream, with the denominator, and no ended edge', () => {
    expect(counts).toMatchObject({ standing: 3, tracked: 5 });
    const [cloud] = counts.upstreams;
    expect(cloud).toMatchObject({
      providerId: 'cloud',
      direct: ['login', 'mail'],
      byStrength: { documented: 1, reported: 1, inferred: 0 },
      regions: [{ region: 'cloud:north', providers: ['login'] }],
    });
    expect(cloud?.indirect).toContain('shop');
  });

  it('counts by category', () => {
    const rows = countsByCategory(counts, providers, ['cloud', 'login']);
    expect(rows).toContainEqual({ category: 'communication', tracked: 2, on: [1, 0] });
    expect(rows).toContainEqual({ category: 'commerce', tracked: 1, on: [0, 1] });
  });

  it('names the way', () => {
    expect(indirectWays(graph, 'cloud', ['shop'])).toEqual([{ id: 'shop', through: ['login'] }]);
  });

  it('lists edges that hold, the strongest first', () => {
    const names = { graph, nameOf: (id: string) => id, locale: 'en' } as const;
    const rows = edgeRows(graph.dependentsOf('cloud'), 'dependent', NOW, names);
    expect(rows.map(({ name, place }) => [name, place])).toEqual([
      ['login', 'north'],
      ['mail', ''],
    ]);
  });

  it('stacks shares', () => {
    expect(shareOffsets({ documented: 1, reported: 2, inferred: 1 }, 8)).toEqual({
      documented: { x: 0, width: 12.5 },
      reported: { x: 12.5, width: 25 },
      inferred: { x: 37.5, width: 12.5 },
    });
  });
});

describe('a stack', () => {
  it('tells what an upstream takes, directly and through others', () => {
    const [first] = stackUpstreams(graph, ['shop', 'mail', 'cloud'], NOW);
    expect(first).toMatchObject({
      providerId: 'cloud',
      isChosen: true,
      direct: ['mail'],
      indirect: ['shop'],
    });
    expect(first?.byStrength.reported).toEqual(['mail']);
  });

  it('admits what nobody says', () => {
    expect(withoutBase(graph, ['shop', 'chat'], NOW)).toEqual(['chat']);
  });
});

describe('alternatives', () => {
  const one = (changes: Partial<Alternative['base']>): Alternative => ({
    id: 'own-cloud',
    name: 'Own Cloud',
    category: 'cloud',
    what: { en: 'Servers.', de: 'Rechner.' },
    replaces: ['cloud:compute'],
    replacesNames: [],
    country: 'CH',
    owner: { en: 'Itself', de: 'Sich selbst' },
    openSource: true,
    selfHostable: true,
    homepage: 'https://own.example',
    base: {
      summary: { en: 'Its own halls', de: 'Eigene Hallen' },
      independentOfUsBigTech: 'yes',
      evidence: 'confirmed',
      sources: [],
      ...changes,
    },
    statusPage: null,
    sources: [],
  });
  const source = {
    url: 'https://own.example/about',
    publisher: 'Own',
    date: null,
    kind: 'vendor-documentation',
    tier: 'first-party',
    foundHere: true,
  } as const;

  it('call nothing independent without a source that was read', () => {
    expect(shownAlternative(one({})).independence).toBeNull();
    expect(
      shownAlternative(one({ sources: [{ ...source, foundHere: false }] })).independence,
    ).toBeNull();
    expect(shownAlternative(one({ sources: [source] })).independence).toBe('yes');
    expect(shownAlternative(one({ independentOfUsBigTech: 'no' })).independence).toBe('no');
  });

  it('are found by the provider whose part they replace', () => {
    expect(alternativesTo([one({})], ['cloud', 'mail'])[0]?.insteadOf).toEqual(['cloud']);
    expect(alternativesTo([one({})], ['mail'])).toEqual([]);
  });
});

describe('names of parts', () => {
  it.each([
    ['DynamoDB', 'DynamoDB regional endpoint', 3],
    ['Unhealthy edge servers', 'Front Door edge servers', 2],
    ['IAM endpoint in us-east-1', 'AWS STS and IAM sign-in', 1],
    ['Drone strikes', 'Loss of two zones', 0],
  ])('%s fits %s by %i', (a, b, fit) => {
    expect(fitOf(a, b, new Set(['aws', 'us-east-1']))).toBe(fit);
  });
});

describe('the time axis', () => {
  it('has round ticks and places times in percent', () => {
    const axis = timeAxis('2025-10-20T06:46:00.000Z', '2025-10-20T23:00:00.000Z');
    expect(axis.from).toBe('2025-10-20T06:00:00.000Z');
    expect(axis.to).toBe('2025-10-21T00:00:00.000Z');
    expect(axis.ticks).toHaveLength(7);
    expect(axis.x('2025-10-20T15:00:00.000Z')).toBe(50);
    expect(axis.x('2024-01-01T00:00:00.000Z')).toBe(0);
  });
});
