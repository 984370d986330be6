import type { Dispatcher } from 'undici';
import type { ResolveHost } from './guard-address.ts';
import type { HostLimit } from './host-limit.ts';

export interface FetcherOptions {
  /** Version of the product, for the user agent. @example '0.1.0' */
  version: string;
  /** Where the owner of a feed learns who reads it. @example 'https://downstream.example/about' */
  contactUrl: string;
  /** Reads private and local addresses too: for a self-hoster's own services, and for tests. */
  allowPrivate?: boolean;
  /** The clock, for `Retry-After` dates. ISO 8601, UTC. */
  now: () => string;
  /** 0 to 1, spreads the one retry. */
  random: () => number;
  /** Milliseconds. Defaults 10, 15 and 20 s. */
  connectTimeoutMs?: number;
  headersTimeoutMs?: number;
  /** For the whole body. */
  bodyTimeoutMs?: number;
  /** Shortest wait before the one retry, milliseconds; up to as much again is added. Default 500. */
  retryDelayMs?: number;
  /** Of the decoded body. Default 10 MB. */
  maxBytes?: number;
  resolveHost?: ResolveHost;
  hostLimit?: HostLimit;
  /** Takes the place of the network. */
  dispatcher?: Dispatcher;
}

export const MAX_REDIRECTS = 5;

/** Options with every default filled in. */
export interface FetcherLimits {
  connectTimeoutMs: number;
  headersTimeoutMs: number;
  bodyTimeoutMs: number;
  retryDelayMs: number;
  maxBytes: number;
}

export function fetcherLimits(options: FetcherOptions): FetcherLimits {
  return {
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    headersTimeoutMs: options.headersTimeoutMs ?? 15_000,
    bodyTimeoutMs: options.bodyTimeoutMs ?? 20_000,
    retryDelayMs: options.retryDelayMs ?? 500,
    maxBytes: options.maxBytes ?? 10 * 1024 * 1024,
  };
}

/** @example 'Downstream/0.1.0 (+https://downstream.example/about)' */
export function userAgent(options: Pick<FetcherOptions, 'version' | 'contactUrl'>): string {
  return `Downstream/${options.version} (+${options.contactUrl})`;
}
