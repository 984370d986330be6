import type { Provider } from '../model/provider.ts';

/** What the explanation needs to know of a provider: how people call it. */
export type NamedProvider = Pick<Provider, 'id' | 'name' | 'aliases'>;

/**
 * Short forms that status posts use and no name in the config contains. Whole words, in this case.
 * Only clouds and big platforms: everyone else is called by the name in the config.
 */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  aws: ['AWS', 'Amazon Web Services', 'Amazon'],
  azure: ['Microsoft Azure', 'Azure', 'Microsoft'],
  'google-cloud': ['Google Cloud Platform', 'Google Cloud', 'GCP', 'Google'],
  'google-workspace': ['Google Workspace', 'G Suite'],
  'microsoft-365': ['Microsoft 365', 'Office 365', 'M365', 'O365', 'Microsoft'],
  'oracle-cloud': ['Oracle Cloud Infrastructure', 'Oracle Cloud', 'OCI'],
  'ibm-cloud': ['IBM Cloud'],
  'alibaba-cloud': ['Alibaba Cloud', 'Aliyun'],
  ovhcloud: ['OVHcloud', 'OVH'],
  digitalocean: ['DigitalOcean', 'Digital Ocean'],
};

/**
 * Providers with those that somebody stands on and that are not followed here: a post may blame them
 * all the same. Their names are made of their ids, as people write them: 'twilio' is Twilio.
 */
export function withUpstreams(
  providers: readonly NamedProvider[],
  graph: { readonly edges: readonly { readonly upstream: { readonly provider: string } }[] },
): NamedProvider[] {
  const known = new Set(providers.map(({ id }) => id));
  const missing = new Set(graph.edges.map((edge) => edge.upstream.provider));
  return [
    ...providers,
    ...[...missing]
      .filter((id) => !known.has(id))
      .toSorted()
      .map((id) => ({ id, name: id.replaceAll(/(?:^|-)(\p{L})/gu, (part) => nameStart(part)) })),
  ];
}

function nameStart(part: string): string {
  return part.startsWith('-') ? ` ${part.slice(1).toUpperCase()}` : part.toUpperCase();
}

/** Words of a firm's name that nobody says. */
const TAIL = /(?:,? (?:Inc|LLC|Ltd|GmbH|AG|Corp)\.?| \([^)]*\))$/;

/** Names of a provider, longest first, so that a match takes all of a name. */
export function namesOf(provider: NamedProvider): string[] {
  const names = new Set([...(SHORT_NAMES[provider.id] ?? []), provider.name.replace(TAIL, '')]);
  const inBrackets = /\(([^)]+)\)$/.exec(provider.name)?.[1];
  if (inBrackets !== undefined && /^[A-Z]/.test(inBrackets)) names.add(inBrackets);
  return [...names]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * Acronyms and words that many firms use for parts of their own: a service called so is recognised
 * by its full name only.
 */
const SHARED_WORDS = new Set(
  'API APIs CDN DNS WAF VPN VPC SQL KMS STS SSM MSK EMR SES SNS MQ Cache Storage Gateway Pages Queues Images Stream Dashboard Workers Actions Issues Packages Webhooks Connect Batch Config Monitor Functions'.split(
    ' ',
  ),
);

/** True for a name that can only mean this service: several words, a digit or capitals within. */
export function isDistinctive(name: string): boolean {
  if (SHARED_WORDS.has(name)) return false;
  if (/\d/.test(name) || /[a-z][A-Z]/.test(name)) return true;
  const words = name.split(' ');
  if (words.length > 1) return words.every((word) => /^[A-Z]/.test(word)) && !GENERIC.test(name);
  return /^[A-Z]{3,}$/.test(name);
}

/** Two-word names that describe a thing anyone may have. */
const GENERIC =
  /^(?:Support|Management|Internet|Identity|Admin|Cloud|App|Application|Load|Virtual|Resource|Network|Key|Pull|Git|Power|Zero|Bot|Service|Event) ?[A-Z]?[a-z]*(?: [A-Z]?[a-z]*)*$/;
