import type { APIContext } from 'astro';
import type { Locale } from '../../../i18n/locale.ts';
import { type Cut, type CutProblem, parseCut } from '../../../model/cut.ts';
import { localeOfQuery } from '../plain-answer.ts';
import { badParameters } from './api-answer.ts';

export type ApiContext = Pick<APIContext, 'locals' | 'url' | 'params'>;

/** What a request asks for, read and checked. */
export interface ApiRequest {
  cut: Cut;
  /** A moment of the past; null for now. */
  at: string | null;
  locale: Locale;
  isOpen?: boolean;
  /** Leaves of an object what was asked for. */
  pick<T extends object>(item: T): Partial<T>;
}

/**
 * Reads the query of an API address.
 * @param keys what `fields` may name
 * @returns the request, or the problem that answers it
 */
export function readApiRequest(
  { url, locals }: ApiContext,
  keys: readonly string[] = [],
): ApiRequest | Response {
  const { cut, problems } = parseCut(url.searchParams);
  const bad: (Omit<CutProblem, 'parameter'> & { parameter: string })[] = [...problems];
  const asked =
    url.searchParams
      .get('fields')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const fields = new Set(asked.filter(Boolean));
  for (const value of fields) {
    if (!keys.includes(value)) {
      bad.push({ parameter: 'fields', value, expected: keys.join(', ') || 'none here' });
    }
  }
  const open = url.searchParams.get('open');
  if (open && open !== 'true' && open !== 'false') {
    bad.push({ parameter: 'open', value: open, expected: 'true or false' });
  }
  if (cut.at !== undefined && cut.at > locals.now) {
    bad.push({ parameter: 'at', value: cut.at, expected: 'a moment of the past' });
  }
  if (bad.length > 0) return badParameters(bad, locals.siteUrl);
  return {
    cut,
    at: cut.at ?? null,
    locale: localeOfQuery(url),
    ...(open ? { isOpen: open === 'true' } : {}),
    pick: (item) => (fields.size === 0 ? item : pickFields(item, fields)),
  };
}

function pickFields<T extends object>(item: T, fields: ReadonlySet<string>): Partial<T> {
  const kept: Partial<T> = {};
  for (const key in item) if (fields.has(key)) kept[key] = item[key];
  return kept;
}
