import {
  IMPACTS,
  type Impact,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  type IncidentKind,
  type IncidentStatus,
} from './incident.ts';
import { CATEGORIES, type Category } from './provider.ts';

/**
 * The query parameters any public address may carry. One list: it feeds this parser, and it is what
 * the response cache keeps of a query, so that unknown parameters cannot create cache entries.
 */
export const CUT_PARAMETERS = [
  'provider',
  'category',
  'region',
  'service',
  'country',
  'kind',
  'impact',
  'status',
  'q',
  'from',
  'to',
  'at',
  'items',
  'lang',
  'theme',
  'style',
  'before',
  'limit',
  'use',
  'label',
  'components',
  'fields',
  'open',
] as const;
export type CutParameter = (typeof CUT_PARAMETERS)[number];

/** What a visitor or subscriber asked to see. Absent keys cut nothing. */
export interface Cut {
  providers?: readonly string[];
  categories?: readonly Category[];
  regions?: readonly string[];
  services?: readonly string[];
  countries?: readonly string[];
  kinds?: readonly IncidentKind[];
  /** At least this impact. */
  impact?: Impact;
  statuses?: readonly IncidentStatus[];
  text?: string;
  /** ISO 8601, UTC. */
  from?: string;
  to?: string;
  at?: string;
  items?: 'incidents' | 'updates';
  before?: string;
  limit?: number;
  /** A stack: the providers somebody uses. Cuts like `providers`, and both must hold where both are given. */
  use?: readonly string[];
}

/** A parameter that could not be understood: its name, the value, and what would be. */
export interface CutProblem {
  parameter: CutParameter;
  value: string;
  expected: string;
}

const MAX_LIST = 100;
const MAX_TEXT = 200;
const MAX_LIMIT = 200;
const ID = /^[a-z0-9][a-z0-9.:_-]{0,79}$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads the parameters it knows and names what is wrong with them; never throws. */
export function parseCut(params: URLSearchParams): { cut: Cut; problems: CutProblem[] } {
  const problems: CutProblem[] = [];
  const cut: Cut = {};
  const words = <T extends string>(parameter: CutParameter, allowed: readonly T[]) =>
    readList(params, parameter).filter((value): value is T => {
      if ((allowed as readonly string[]).includes(value)) return true;
      problems.push({ parameter, value, expected: allowed.join(', ') });
      return false;
    });
  const ids = (parameter: CutParameter) =>
    readList(params, parameter).filter((value) => {
      if (ID.test(value)) return true;
      problems.push({ parameter, value, expected: 'an id such as aws or aws:us-east-1' });
      return false;
    });
  const time = (parameter: CutParameter) => {
    const value = params.get(parameter)?.trim();
    if (!value) return undefined;
    const iso = readTime(value);
    if (iso === null) {
      problems.push({ parameter, value, expected: 'a time such as 2025-10-20T09:30Z' });
    }
    return iso ?? undefined;
  };

  assign(cut, 'providers', list(ids('provider')));
  assign(cut, 'use', list(ids('use')));
  assign(cut, 'categories', list(words('category', CATEGORIES)));
  assign(cut, 'regions', list(ids('region')));
  assign(cut, 'services', list(ids('service')));
  assign(cut, 'countries', list(ids('country').map((code) => code.toUpperCase())));
  assign(cut, 'kinds', list(words('kind', INCIDENT_KINDS)));
  assign(cut, 'impact', words('impact', IMPACTS).at(0));
  assign(cut, 'statuses', list(words('status', INCIDENT_STATUSES)));
  assign(cut, 'text', params.get('q')?.trim().slice(0, MAX_TEXT) || undefined);
  assign(cut, 'from', time('from'));
  assign(cut, 'to', time('to'));
  assign(cut, 'at', time('at'));
  assign(cut, 'items', words('items', ['incidents', 'updates'] as const).at(0));
  assign(cut, 'before', params.get('before')?.trim().slice(0, 200) || undefined);
  const limit = params.get('limit')?.trim();
  if (limit) {
    const number = Number(limit);
    if (Number.isInteger(number) && number >= 1 && number <= MAX_LIMIT) cut.limit = number;
    else problems.push({ parameter: 'limit', value: limit, expected: `1 to ${MAX_LIMIT}` });
  }
  return { cut, problems };
}

/** The query of a cut, in the fixed order of CUT_PARAMETERS; empty string where it cuts nothing. */
export function cutToSearch(cut: Cut): string {
  const params = new URLSearchParams();
  const values: Partial<Record<CutParameter, string | undefined>> = {
    provider: cut.providers?.join(','),
    category: cut.categories?.join(','),
    region: cut.regions?.join(','),
    service: cut.services?.join(','),
    country: cut.countries?.join(','),
    kind: cut.kinds?.join(','),
    impact: cut.impact,
    status: cut.statuses?.join(','),
    q: cut.text,
    from: cut.from,
    to: cut.to,
    at: cut.at,
    items: cut.items,
    before: cut.before,
    limit: cut.limit?.toString(),
    use: cut.use?.join(','),
  };
  for (const parameter of CUT_PARAMETERS) {
    const value = values[parameter];
    if (value) params.set(parameter, value);
  }
  // Commas and colons are legal in a query and make an address people can read and edit.
  const search = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return search === '' ? '' : `?${search}`;
}

/** A time as people write it in addresses; zone-less means UTC. Null where it is none. */
export function readTime(value: string): string | null {
  if (!DATE.test(value)) return null;
  const date = new Date(value.replace(/T[\d:.]+$/, '$&Z'));
  if (Number.isNaN(date.getTime())) return null;
  // A date that rolls over (31 February) is a mistake, not the 3rd of March.
  const day = value.slice(0, 10);
  return new Date(day).toISOString().startsWith(day) ? date.toISOString() : null;
}

function readList(params: URLSearchParams, parameter: CutParameter): string[] {
  const values = params.getAll(parameter).flatMap((value) => value.split(','));
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))].slice(0, MAX_LIST);
}

function list<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

function assign<K extends keyof Cut>(cut: Cut, key: K, value: Cut[K] | undefined): void {
  if (value !== undefined) cut[key] = value;
}
