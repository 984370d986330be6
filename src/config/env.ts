import type { ConfigIssue } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import {
  oneOf,
  Problem,
  parseContact,
  parseDatabaseUrl,
  parseHost,
  parseOrigins,
  parsePort,
  parseSiteUrl,
  parseYesNo,
} from './env-values.ts';

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
  /** `sqlite:<path>` (`sqlite::memory:` for none). */
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
