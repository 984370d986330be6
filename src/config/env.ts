import type { ConfigIssue } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import { parseEmbedOrigins } from './embed-origins.ts';
import { isLoopback } from './feeds-schema.ts';
import { choose } from './from-zod-issue.ts';

/** Pino's levels, loudest last, and `silent`. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const POLLER_MODES = ['inline', 'off'] as const;
export type PollerMode = (typeof POLLER_MODES)[number];

/** All the process takes from its environment, parsed once at the entry point. */
export interface Environment {
  /** Address the server listens on. */
  host: string;
  port: number;
  /** Public address without trailing slash; the only base of absolute links. */
  siteUrl: string;
  /** `sqlite:<path>` (`sqlite::memory:` for none) or `postgres://…`. */
  databaseUrl: string;
  /** Path of the list of providers. */
  feedsConfig: string;
  /** `inline`: this process reads the feeds too; `off`: another one does. */
  poller: PollerMode;
  /** May feeds stand at private addresses? For tests and intranets only. */
  allowPrivateFeeds: boolean;
  logLevel: LogLevel;
  /** Origins that may frame `/embed/…`; `['*']` for everyone. */
  embedOrigins: readonly string[];
  /** Where a provider can reach us; part of the user agent. */
  contactUrl: string;
}

/** Name of every variable read here. A test holds docs/configuration.md to it. */
export const ENVIRONMENT_KEYS = [
  'HOST',
  'PORT',
  'SITE_URL',
  'DATABASE_URL',
  'FEEDS_CONFIG',
  'POLLER',
  'ALLOW_PRIVATE_FEEDS',
  'LOG_LEVEL',
  'EMBED_ORIGINS',
  'CONTACT_URL',
] as const;
type Key = (typeof ENVIRONMENT_KEYS)[number];

/**
 * Reads the environment. A variable that is empty or blank counts as not set.
 * @throws ConfigError listing all mistakes
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const issues: ConfigIssue[] = [];
  const get = (key: Key) => env[key]?.trim() || undefined;
  /** Parses one variable; on failure notes it and goes on with the default, to find all mistakes. */
  const read = <T>(key: Key, fallback: T, parse: (value: string) => T | Problem): T => {
    const value = get(key);
    if (value === undefined) return fallback;
    const parsed = parse(value);
    if (!(parsed instanceof Problem)) return parsed;
    issues.push({ path: key, problem: parsed.problem, remedy: parsed.remedy });
    return fallback;
  };

  // Only this machine by default: a fresh install is not on the network before its owner says so.
  const host = read('HOST', '127.0.0.1', parseHost);
  const port = read('PORT', 4321, parsePort);
  const siteUrl = read('SITE_URL', `http://localhost:${port}`, parseSiteUrl);
  const environment: Environment = {
    host,
    port,
    siteUrl,
    databaseUrl: read('DATABASE_URL', 'sqlite:data/downstream.sqlite', parseDatabaseUrl),
    feedsConfig: get('FEEDS_CONFIG') ?? 'feeds.config.ts',
    poller: read<PollerMode>('POLLER', 'inline', (value) => oneOf(value, POLLER_MODES)),
    allowPrivateFeeds: read('ALLOW_PRIVATE_FEEDS', false, parseYesNo),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', (value) => oneOf(value, LOG_LEVELS)),
    embedOrigins: read<readonly string[]>('EMBED_ORIGINS', ['*'], parseOrigins),
    contactUrl: read('CONTACT_URL', siteUrl, parseContact),
  };
  if (issues.length > 0) throw new ConfigError('environment', issues);
  return environment;
}

class Problem {
  readonly problem: string;
  readonly remedy: string;
  constructor(value: string, what: string, remedy: string) {
    this.problem = `"${value}" ${what}.`;
    this.remedy = remedy;
  }
}

function parseHost(value: string): string | Problem {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  if (/^[A-Za-z0-9.:_-]+$/.test(bare) && !bare.includes('://')) return bare;
  return new Problem(
    value,
    'is not a host',
    'Give an address alone, such as 127.0.0.1, 0.0.0.0 or ::.',
  );
}

function parsePort(value: string): number | Problem {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  return new Problem(
    value,
    'is not a port',
    'Give a number from 1 to 65535; 0 takes any free one.',
  );
}

function parseSiteUrl(value: string): string | Problem {
  const url = URL.parse(value);
  const remedy = 'Give scheme and host alone, such as https://status.example.org.';
  if (url === null || !/^https?:$/.test(url.protocol))
    return new Problem(value, 'is not a web address', remedy);
  if (url.username !== '' || url.password !== '')
    return new Problem(url.origin, 'carries credentials', remedy);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || value.endsWith('/')) {
    return new Problem(value, 'has more than scheme and host', remedy);
  }
  return url.origin;
}

function parseDatabaseUrl(value: string): string | Problem {
  if (/^sqlite:.+/.test(value)) return value;
  if (/^postgres(ql)?:\/\/.+/.test(value) && URL.canParse(value)) return value;
  // The value is not repeated: it may hold a password.
  return new Problem(
    'DATABASE_URL',
    'is not a database address',
    'Give sqlite:<path>, such as sqlite:data/downstream.sqlite, or postgres://user:password@host/name.',
  );
}

function parseYesNo(value: string): boolean | Problem {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  return new Problem(
    value,
    'is neither yes nor no',
    'Give one of: true, false, yes, no, on, off, 1, 0.',
  );
}

function oneOf<T extends string>(value: string, known: readonly T[]): T | Problem {
  const match = known.find((word) => word === value.toLowerCase());
  return match ?? new Problem(value, 'is not a known word', choose(value, known));
}

function parseOrigins(value: string): readonly string[] | Problem {
  const { origins, rejected } = parseEmbedOrigins(value);
  if (rejected.length === 0) return origins;
  return new Problem(
    rejected.join('", "'),
    rejected.length === 1 ? 'is not an origin' : 'are not origins',
    'Give origins separated by commas, such as https://docs.example.org, https://*.example.org; or * for everyone.',
  );
}

function parseContact(value: string): string | Problem {
  const url = URL.parse(value);
  if (url?.protocol === 'mailto:' && url.pathname.includes('@')) return url.href;
  const isPage =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== null && isPage && url.username === '') return url.href;
  return new Problem(
    value,
    'is not a contact address',
    'Give a page (https://…) or a mailbox (mailto:you@example.org) where providers can reach you.',
  );
}
