/** Who stands on whom: the whole graph, one provider, and the parts of it other pages show. */
export const dependencies = {
  title: 'Who stands on whom',
  lead: (standing: string, all: string) =>
    `${standing} of ${all} services here are known to stand on somebody else we name. Half the internet hangs on a few: here is how much of it, and who says so.`,
  description:
    'How many internet services rest on AWS, Azure, Google Cloud and Cloudflare, by region and category, with the source of each dependency.',
  caution:
    'Only what a source says is counted. Nobody publishes all they stand on, so the true numbers are higher.',
  byUpstream: 'By upstream',
  byUpstreamNote: (all: string) => `Services that stand on it directly, of ${all} tracked here.`,
  upstream: 'Upstream',
  direct: 'directly',
  indirect: 'and through others',
  share: 'Share',
  shareOf: (percent: string, all: string) => `${percent} of ${all}`,
  byRegion: 'By region',
  byRegionNote:
    'Where a source names the region. Most do not say in which region they run, so these are floors.',
  region: 'Region',
  services: 'Services',
  byCategory: 'By category',
  byCategoryNote: 'Of the services of a kind, how many are known to stand on each of the big four.',
  category: 'Category',
  ofTracked: (count: string, all: string) => `${count} of ${all}`,
  others: (count: number, text: string) =>
    count === 1 ? '1 upstream with one dependent' : `${text} upstreams with one dependent each`,
  strength: {
    documented: 'documented',
    reported: 'reported',
    inferred: 'inferred',
  },
  purpose: {
    hosting: 'hosting',
    'data-store': 'database',
    'data-stream': 'data stream',
    compute: 'computing',
    placement: 'placement',
    network: 'network',
    cdn: 'delivery network',
    dns: 'DNS',
    'sign-in': 'sign-in',
    authorisation: 'authorisation',
    'control-plane': 'control plane',
    configuration: 'configuration',
    messaging: 'messages',
    'e-mail': 'e-mail',
    payments: 'payments',
    storage: 'storage',
    monitoring: 'monitoring',
    security: 'security',
    support: 'support',
    software: 'software',
    'status-page': 'status page',
    'ai-model': 'AI models',
    'sub-processor': 'sub-processor',
    'own-infrastructure': 'its own infrastructure',
    other: 'other',
  },
  criticality: {
    hard: 'falls with it',
    soft: 'only a part of it',
    unknown: 'how much is not known',
  },
  ifFalls: (name: string) => `If ${name} falls`,
  ifFallsLead: (name: string, direct: string, all: string, indirect: string) =>
    `${direct} of ${all} services here stand on ${name} directly, ${indirect} more through one of these.`,
  ifFallsNone: (name: string) => `Nobody here is known to stand on ${name}.`,
  ifFallsDescription: (name: string) =>
    `Which internet services stand on ${name}, directly and indirectly, with the source of each dependency.`,
  directTitle: 'Directly',
  indirectTitle: 'Through others',
  indirectNote:
    'A chain says who might feel it, not who will: each link may hold without the next.',
  through: (names: string) => `through ${names}`,
  ownTitle: (name: string) => `What ${name} itself stands on`,
  partsTitle: 'Its own parts, among themselves',
  partsNote: 'Where one part of it needs another, by its own documents.',
  who: 'Who',
  on: 'On what',
  purposeHead: 'What for',
  rests: 'Rests on',
  source: 'Source',
  noSource: 'no source we may show',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  checked: (date: string) => `checked ${date}`,
  standsOn: 'Stands on',
  standsOnNone: 'No source we have read says what it stands on.',
  carries: 'Carries',
  carriesNote: (direct: string, indirect: string) =>
    `${direct} directly, ${indirect} more through others`,
  fellTitle: 'How often it fell with its upstream',
  fell: (upstream: string, times: number, text: string) =>
    times === 1 ? `once with ${upstream}` : `${text} times with ${upstream}`,
  fellOf: (explained: string, all: string) =>
    `${explained} of ${all} incidents on record here (the last two weeks and the archive) are explained by an upstream.`,
  fellNamed: (count: number, text: string) =>
    count === 1
      ? 'Named as hit in 1 event of the archive without a post of its own.'
      : `Named as hit in ${text} events of the archive without a post of its own.`,
};
