import type { ConfigIssue } from './config-error.ts';
import { providerSchema } from './feeds-schema.ts';
import { choose, fromZodIssue, REMEDIES } from './from-zod-issue.ts';

/** What the config must know of an adapter. */
export interface KnownFormat {
  format: string;
  /** `FeedConfig` keys an entry of this format must give beyond the usual ones. */
  requires?: readonly string[];
}

/**
 * Every mistake of a list of providers, in the order of the list; empty where there is none.
 * @param value what feeds.config.ts exports; nothing is assumed about it
 * @param formats the formats that exist; without them formats are not checked
 */
export function checkFeeds(value: unknown, formats?: readonly KnownFormat[]): ConfigIssue[] {
  if (!Array.isArray(value)) {
    return [
      {
        path: '',
        problem: 'is not a list of providers.',
        remedy: 'Export defineFeeds([ … ]) as the default export.',
      },
    ];
  }
  const seen: Seen = { ids: new Map(), feeds: new Map() };
  return value.flatMap((provider: unknown, index) => {
    const where = `providers[${index}]${nameOf(provider)}`;
    return [
      ...shapeIssues(provider, where),
      ...idIssues(provider, where, seen),
      ...feedIssues(provider, where, seen, formats),
    ];
  });
}

interface Seen {
  /** Id or alias → where it was given. */
  ids: Map<string, string>;
  /** Format and address → where it was given. */
  feeds: Map<string, string>;
}

function nameOf(provider: unknown): string {
  const id = field(provider, 'id');
  return typeof id === 'string' && id !== '' ? ` (${id})` : '';
}

function shapeIssues(provider: unknown, where: string): ConfigIssue[] {
  const result = providerSchema.safeParse(provider, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => fromZodIssue(issue, where));
}

function idIssues(provider: unknown, where: string, seen: Seen): ConfigIssue[] {
  const aliases = list(field(provider, 'aliases')).map((alias, n) => [`.aliases[${n}]`, alias]);
  return [['.id', field(provider, 'id')], ...aliases].flatMap(([key, id]) => {
    if (typeof id !== 'string') return [];
    const path = `${where}${key}`;
    const first = seen.ids.get(id);
    if (first === undefined) seen.ids.set(id, path);
    if (first === undefined) return [];
    return [
      {
        path,
        problem: `"${id}" is already used by ${first}.`,
        remedy: 'Give each provider its own id and aliases.',
      },
    ];
  });
}

function feedIssues(
  provider: unknown,
  where: string,
  seen: Seen,
  formats: readonly KnownFormat[] | undefined,
): ConfigIssue[] {
  const feeds = field(provider, 'feeds');
  if (Array.isArray(feeds) && feeds.length === 0 && field(provider, 'noFeedReason') === undefined) {
    return [
      {
        path: `${where}.noFeedReason`,
        problem: 'is missing although there is no feed.',
        remedy: 'Say why there is none, in both languages: { en: "…", de: "…" }, or add a feed.',
      },
    ];
  }
  return list(feeds).flatMap((feed, n) => {
    const path = `${where}.feeds[${n}]`;
    return [...duplicateIssues(feed, path, where, seen), ...formatIssues(feed, path, formats)];
  });
}

/**
 * The same address may serve two providers (a shared page) when each names its components; within
 * one provider an address counts once, because what is stored of a feed is kept under it.
 */
function duplicateIssues(feed: unknown, path: string, where: string, seen: Seen): ConfigIssue[] {
  const url = field(feed, 'url');
  const format = field(feed, 'format');
  if (typeof url !== 'string' || typeof format !== 'string') return [];
  const address = [format, url.replace(/\/$/, '')];
  const keys = [
    JSON.stringify([where, ...address]),
    JSON.stringify([...address, list(field(feed, 'scopeComponents'))]),
  ];
  const first = keys.map((key) => seen.feeds.get(key)).find((known) => known !== undefined);
  for (const key of keys) if (!seen.feeds.has(key)) seen.feeds.set(key, path);
  if (first === undefined) return [];
  return [
    {
      path,
      problem: `is the same feed as ${first}.`,
      remedy: 'Remove one, or split a page that providers share with scopeComponents.',
    },
  ];
}

function formatIssues(
  feed: unknown,
  path: string,
  formats: readonly KnownFormat[] | undefined,
): ConfigIssue[] {
  const name = field(feed, 'format');
  if (formats === undefined || typeof name !== 'string' || name === '') return [];
  const known = formats.find(({ format }) => format === name);
  if (known === undefined) {
    const names = formats.map(({ format }) => format);
    return [
      {
        path: `${path}.format`,
        problem: `"${name}" is not a known format.`,
        remedy: choose(name, names),
      },
    ];
  }
  return (known.requires ?? [])
    .filter((option) => field(feed, option) === undefined)
    .map((option) => ({
      path: `${path}.${option}`,
      problem: `is missing; the format "${name}" needs it.`,
      remedy: REMEDIES[option] ?? 'Add it, see docs/configuration.md.',
    }));
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
