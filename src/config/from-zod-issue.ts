import type { z } from 'zod';
import { CATEGORIES, EVIDENCE } from '../model/provider.ts';
import type { ConfigIssue } from './config-error.ts';
import { nearestWord } from './nearest-word.ts';

/** Our wording of a zod issue: the same three parts everywhere, nothing of zod's own phrasing. */
export function fromZodIssue(issue: z.core.$ZodIssue, where: string): ConfigIssue[] {
  const path =
    where +
    issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: `${path}.${key}`,
      problem: 'is not a known option.',
      remedy: choose(key, Object.keys(REMEDIES)),
    }));
  }
  const key = issue.path.filter((part) => typeof part === 'string').at(-1);
  const remedy =
    (key === undefined ? undefined : REMEDIES[String(key)]) ?? 'See docs/configuration.md.';
  if (issue.input === undefined) return [{ path, problem: 'is missing.', remedy }];
  if (issue.code === 'invalid_type')
    return [{ path, problem: `is not ${article(issue.expected)}.`, remedy }];
  const words = key === 'category' ? CATEGORIES : key === 'evidence' ? EVIDENCE : undefined;
  if (issue.code === 'invalid_value' && words !== undefined) {
    const word = String(issue.input);
    return [
      { path, problem: `"${word}" is not a known ${String(key)}.`, remedy: choose(word, words) },
    ];
  }
  const shown = isShown(issue.input) ? `${JSON.stringify(issue.input)} ` : '';
  return [{ path, problem: `${shown}${issue.message}.`, remedy }];
}

/** Short values are repeated in the message, but never an address that may carry a password. */
function isShown(input: unknown): boolean {
  return typeof input === 'number' || (typeof input === 'string' && !input.includes('@'));
}

/** What to do about a bad or missing value, by option. Also the list of options there are. */
export const REMEDIES: Readonly<Record<string, string>> = {
  id: 'Use lower-case words joined by hyphens, such as "google-cloud".',
  name: 'Give the name people read, such as "Google Cloud".',
  homepage: 'Give the full address of the home page, beginning with https://.',
  statusPage: 'Give the full address of the official status page, beginning with https://.',
  category: `Choose one of: ${CATEGORIES.join(', ')}.`,
  country: 'Give the two capital letters of ISO 3166-1, such as "CH".',
  aliases: 'Give a list of former ids in kebab case, or leave it out.',
  feeds: 'Give a list of feeds; [] together with noFeedReason where there is none.',
  noFeedReason: 'Give one sentence in each language: { en: "…", de: "…" }.',
  en: 'Give one English sentence.',
  de: 'Give one German sentence.',
  format: 'Give the name of a format, see docs/adapters.md.',
  url: 'Give the full address without credentials, beginning with https://.',
  evidence: `Choose one of: ${EVIDENCE.join(', ')}.`,
  timeZone: 'Give the name of an IANA zone, such as "Europe/Berlin".',
  scopeComponents: 'Give a list of component names or ids, such as ["Bitbucket"].',
  expectTitle: 'Give the title the feed carries, such as "Azure Status".',
  intervalSeconds: 'Give whole seconds, at least 30, or leave it out for 120.',
};

/** @example choose('cloudd', ['cloud', 'edge']) // 'Did you mean "cloud"? Known: cloud, edge.' */
export function choose(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  const list = `Known: ${known.join(', ')}.`;
  return nearest === undefined ? list : `Did you mean "${nearest}"? ${list}`;
}

function article(expected: string): string {
  return expected === 'array' ? 'a list' : expected === 'object' ? 'an object' : `a ${expected}`;
}
