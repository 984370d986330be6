import { parseEmbedOrigins } from './embed-origins.ts';
import { isLoopback } from './feeds-schema.ts';
import { choose } from './from-zod-issue.ts';

/** What is wrong with one value, and the remedy. */
export class Problem {
  readonly problem: string;
  readonly remedy: string;
  /** @param value as written, or null where it may hold a secret */
  constructor(value: string | null, what: string, remedy: string) {
    this.problem = value === null ? `${what}.` : `"${value}" ${what}.`;
    this.remedy = remedy;
  }
}

export function parseHost(value: string): string | Problem {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  if (/^[A-Za-z0-9.:_-]+$/.test(bare) && !bare.includes('://')) return bare;
  return new Problem(
    value,
    'is not a host',
    'Give an address alone, such as 127.0.0.1, 0.0.0.0 or ::.',
  );
}

export function parsePort(value: string): number | Problem {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  return new Problem(
    value,
    'is not a port',
    'Give a number from 1 to 65535; 0 takes any free one.',
  );
}

export function parseSiteUrl(value: string): string | Problem {
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

export function parseDatabaseUrl(value: string): string | Problem {
  if (/^sqlite:.+/.test(value)) return value;
  return new Problem(
    null,
    'is not an SQLite database address',
    'Give sqlite:<path>, such as sqlite:data/downstream.sqlite; other databases are not built in.',
  );
}

export function parseYesNo(value: string): boolean | Problem {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  return new Problem(
    value,
    'is neither yes nor no',
    'Give one of: true, false, yes, no, on, off, 1, 0.',
  );
}

export function oneOf<T extends string>(value: string, known: readonly T[]): T | Problem {
  const match = known.find((word) => word === value.toLowerCase());
  return match ?? new Problem(value, 'is not a known word', choose(value, known));
}

export function parseOrigins(value: string): readonly string[] | Problem {
  const { origins, rejected } = parseEmbedOrigins(value);
  if (rejected.length === 0) return origins;
  return new Problem(
    rejected.join('", "'),
    rejected.length === 1 ? 'is not an origin' : 'are not origins',
    'Give origins separated by commas, such as https://docs.example.org, https://*.example.org; or * for everyone.',
  );
}

export function parseContact(value: string): string | Problem {
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
