import { createDependencyGraph } from '../../src/explain/dependency-graph.ts';
import { createLexicon } from '../../src/explain/lexicon.ts';
import { createPlaceFinder } from '../../src/knowledge/place-finder.ts';
import type { Dependency } from '../../src/knowledge/schemas/dependency.ts';
import type { Incident } from '../../src/model/incident.ts';

export const SERVICES = {
  aws: {
    dynamodb: { name: 'Amazon DynamoDB', aliases: ['DynamoDB'], scope: 'regional' as const },
    lambda: { name: 'AWS Lambda', aliases: ['Lambda'], scope: 'regional' as const },
    chime: { name: 'Amazon Chime', aliases: [], scope: 'regional' as const },
    iam: { name: 'AWS IAM', aliases: ['IAM'], scope: 'global' as const, home: 'us-east-1' },
  },
};
export const REGIONS = {
  aws: {
    'us-east-1': ['N. Virginia'],
    'eu-central-1': ['Frankfurt'],
    'me-central-1': ['UAE'],
    'us-west-2': ['Oregon'],
  },
};
export const COLOS = { cloudflare: { zrh: 'Zurich, Switzerland' } };
export const PROVIDERS = [
  { id: 'aws', name: 'Amazon Web Services' },
  { id: 'cloudflare', name: 'Cloudflare' },
  { id: 'signin', name: 'Signin' },
  ...['one', 'two', 'three', 'four', 'five', 'six'].map((id) => ({ id, name: `Firm ${id}` })),
];

export function edge(
  dependent: string,
  upstream: Dependency['upstream'],
  more: Partial<Dependency> = {},
): Dependency {
  const id = `${dependent}-on-${[upstream.provider, upstream.service, upstream.region].filter(Boolean).join('-').replaceAll(':', '-')}`;
  return {
    id,
    dependent: { provider: dependent },
    upstream,
    strength: 'documented',
    purpose: 'hosting',
    criticality: 'hard',
    checkedAt: '2026-01-01',
    sources: [],
    ...more,
  } as Dependency;
}

export function graphOf(dependencies: readonly Dependency[]) {
  return createDependencyGraph({ dependencies, services: SERVICES, colos: COLOS });
}

export const LEXICON = createLexicon({
  providers: PROVIDERS,
  services: SERVICES,
  regions: REGIONS,
  places: createPlaceFinder({ regions: REGIONS, colos: COLOS, services: SERVICES }),
});

/** An incident that begins `from` minutes after 20 October 2025, 07:00 UTC; open where `to` is null. */
export function incidentAt(
  id: string,
  from: number,
  to: number | null,
  more: Partial<Incident> & { says?: readonly string[] } = {},
): Incident {
  const at = (minutes: number) =>
    new Date(Date.parse('2025-10-20T07:00:00.000Z') + minutes * 60_000).toISOString();
  const { says = ['We are investigating.'], ...rest } = more;
  return {
    id,
    providerId: id.split('/')[0] ?? '',
    kind: 'incident',
    title: 'Errors',
    status: to === null ? 'investigating' : 'resolved',
    impact: 'major',
    startedAt: at(from),
    resolvedAt: to === null ? null : at(to),
    updatedAt: at(from),
    firstSeenAt: at(from),
    lastSeenAt: at(from),
    withdrawnAt: null,
    updates: says.map((body, n) => ({
      id: `u${n + 1}`,
      at: at(from + n),
      status: 'investigating' as const,
      body,
    })),
    components: [],
    regions: [],
    services: [],
    url: '',
    origin: 'feed',
    marks: [],
    ...rest,
  };
}
