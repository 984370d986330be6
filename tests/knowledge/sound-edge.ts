import type { Alternative } from '../../src/knowledge/schemas/alternative.ts';
import type { Dependency } from '../../src/knowledge/schemas/dependency.ts';
import type { KnowledgeSource } from '../../src/knowledge/schemas/source.ts';

/** A source that may be shown: the word of the service itself, and read. */
export const OWN_WORD: KnowledgeSource = {
  url: 'https://shop.example/status/1',
  publisher: 'Shop',
  date: '2025-03-05',
  kind: 'customer-status-page',
  tier: 'first-party',
  foundHere: true,
};

export const PRESS: KnowledgeSource = {
  ...OWN_WORD,
  url: 'https://news.example/1',
  publisher: 'News',
  kind: 'press',
  tier: 'press',
};

export const SOUND_EDGE: Dependency = {
  id: 'shop-on-example',
  dependent: { provider: 'shop' },
  upstream: { provider: 'example', service: 'example:database', region: 'example:north' },
  strength: 'documented',
  purpose: 'hosting',
  criticality: 'hard',
  checkedAt: '2026-11-24',
  note: { en: 'Says so.', de: 'Sagt es.' },
  sources: [OWN_WORD],
};

export const SOUND_ALTERNATIVE: Alternative = {
  id: 'garden',
  name: 'Garden',
  provider: 'shop',
  category: 'cloud',
  what: { en: 'Servers.', de: 'Server.' },
  replaces: ['example', 'example:database'],
  replacesNames: [],
  country: 'CH',
  owner: { en: 'An association', de: 'Ein Verein' },
  openSource: false,
  selfHostable: false,
  homepage: 'https://garden.example',
  base: {
    summary: { en: 'Own servers', de: 'Eigene Server' },
    independentOfUsBigTech: 'yes',
    evidence: 'confirmed',
    sources: [OWN_WORD],
  },
  statusPage: null,
  sources: [OWN_WORD],
};

/** The ids both entries name. */
export const KNOWN_IDS = {
  providers: new Set(['example', 'shop']),
  regions: { example: { north: ['North'] } },
  services: {
    example: { database: { name: 'Database', aliases: [], scope: 'regional' as const } },
  },
};
