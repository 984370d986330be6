import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AdapterContext, FeedDocument, Snapshot } from '../../../src/adapters/adapter.ts';
import { adapterFor } from '../../../src/adapters/registry.ts';

export const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');

export const HOSTED_FORMATS = [
  'betterstack',
  'cachet',
  'checkly',
  'cstate',
  'datadog-pages',
  'firehydrant',
  'flashduty',
  'hund',
  'instatus',
  'okta',
  'onlineornot',
  'pagerduty-pages',
  'rootly',
  'sorry',
  'statusio',
  'statuspal',
  'uptime-com',
  'uptime-kuma',
  'uptimerobot',
] as const;

export const CONTEXT: AdapterContext = {
  providerId: 'larch',
  statusPage: 'https://status.example',
  fetchedAt: '2026-02-03T12:00:00.000Z',
};

export function documentOf(text: string, url = 'https://status.example/x'): FeedDocument {
  return { url, body: new TextEncoder().encode(text), headers: {} };
}

export function fixtureText(format: string, name: string): string {
  return readFileSync(path.join(FIXTURES, format, name), 'utf8');
}

export function fixtureNames(format: string): string[] {
  return readdirSync(path.join(FIXTURES, format)).sort();
}

export function parseTexts(
  format: string,
  texts: readonly string[],
  context: Partial<AdapterContext> = {},
): Snapshot {
  const adapter = adapterFor(format);
  if (adapter === undefined) throw new Error(`no adapter ${format}`);
  return adapter.parse(
    texts.map((text) => documentOf(text)),
    { ...CONTEXT, ...context },
  );
}

export function parseFixture(
  format: string,
  names: readonly string[],
  context: Partial<AdapterContext> = {},
): Snapshot {
  return parseTexts(
    format,
    names.map((name) => fixtureText(format, name)),
    context,
  );
}

/** A JSON text with `word` (a number where it looks like one) at `path`, keys joined by dots. */
export function withWord(text: string, path: string, word: string): string {
  const value = /^\d+$/.test(word) ? Number(word) : word;
  return JSON.stringify(put(JSON.parse(text), path.split('.'), value));
}

function put(json: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((item, index) => (index === Number(key) ? put(item, rest, value) : item));
  }
  const object: Record<string, unknown> = { ...(json as Record<string, unknown>) };
  return { ...object, [key]: put(object[key], rest, value) };
}
