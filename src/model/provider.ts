/**
 * A provider and its feeds, as feeds.config.ts states them. The zod schema in config/feeds-schema.ts
 * checks exactly these shapes.
 */

import { stableHash } from './incident-id.ts';

export const CATEGORIES = [
  'cloud',
  'edge',
  'developer',
  'data',
  'identity',
  'communication',
  'work',
  'ai',
  'payments',
  'commerce',
  'security',
  'monitoring',
  'consumer',
  'public',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How sure we are that the address answers in this format. */
export const EVIDENCE = ['recorded', 'listed', 'documented', 'unconfirmed'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface FeedConfig {
  /** Name of an adapter, see docs/adapters.md. @example 'statuspage' */
  format: string;
  /** Address of the page or feed the format's documents are derived from. @example 'https://www.githubstatus.com' */
  url: string;
  /**
   * - `recorded`: a real answer of this address was seen
   * - `listed`: a public client or list names address and format
   * - `documented`: the vendor documents it
   * - `unconfirmed`: plausible, nobody seen using it; shown as such
   */
  evidence: Evidence;
  /** IANA zone of times without one. @example 'Europe/Berlin' */
  timeZone?: string;
  /** Only these components (names or ids) of a shared page. @example ['Bitbucket'] */
  scopeComponents?: readonly string[];
  /** Title the feed must carry for its emptiness to count as "nothing reported". @example 'Azure Status' */
  expectTitle?: string;
  /** Seconds between reads, at least 30. Default 120, and 60 while an incident is open. */
  intervalSeconds?: number;
}

export interface Provider {
  /** Short name people say, kebab case; never changes. @example 'aws' */
  id: string;
  /** @example 'Amazon Web Services' */
  name: string;
  /** Home page of the company or product. @example 'https://aws.amazon.com' */
  homepage: string;
  /** Official status page for people. @example 'https://health.aws.amazon.com/health/status' */
  statusPage: string;
  category: Category;
  /** Country of the company, ISO 3166-1 alpha-2. @example 'US' */
  country: string;
  /** Former ids, kept so that old addresses still lead here. */
  aliases?: readonly string[];
  /** Empty where no official machine-readable feed is known; then `noFeedReason` says why. */
  feeds: readonly FeedConfig[];
  /** @example { en: 'Its status page is HTML only.', de: 'Ihre Statusseite gibt es nur als HTML.' } */
  noFeedReason?: { en: string; de: string };
}

/**
 * Key of a feed in the store: survives reordering in the config, changes with format or address.
 * @example feedKey('github', { format: 'statuspage', url: 'https://www.githubstatus.com' })
 * // 'github:statuspage:1ljwa9z'
 */
export function feedKey(providerId: string, feed: Pick<FeedConfig, 'format' | 'url'>): string {
  return `${providerId}:${feed.format}:${stableHash(feed.url).slice(0, 7)}`;
}
