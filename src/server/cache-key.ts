import { CUT_PARAMETERS } from '../model/cut.ts';

const MAX_QUERY = 2_000;

/**
 * What tells two requests apart: the path and the parameters we know, in their fixed order.
 * Unknown parameters (`utm_source`, a flood's random one) are dropped and share one entry.
 * The language is part of the path. Null where the address is not one of ours at all.
 * @param target request target as received, e.g. `/timeline?provider=aws&utm_source=x`
 */
export function cacheKey(target: string): string | null {
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  const mark = target.indexOf('?');
  const path = normalisePath(mark < 0 ? target : target.slice(0, mark));
  if (path === null) return null;
  if (mark < 0 || mark === target.length - 1) return path;
  if (target.length - mark > MAX_QUERY) return null;
  const given = new URLSearchParams(target.slice(mark + 1));
  const kept = new URLSearchParams();
  for (const name of CUT_PARAMETERS) {
    const values = given.getAll(name).filter((value) => value !== '');
    if (values.length > 0) kept.set(name, values.join(','));
  }
  const query = kept.toString();
  return query === '' ? path : `${path}?${query}`;
}

function normalisePath(path: string): string | null {
  if (path.includes('\\') || path.includes('\0')) return null;
  const url = URL.parse(path, 'http://site.invalid');
  if (url === null || url.host !== 'site.invalid') return null;
  const { pathname } = url;
  // "/.//x" resolves to "//x", which a redirect or link would read as another host.
  if (pathname.startsWith('//')) return null;
  return pathname.length > 1 && pathname.endsWith('/')
    ? pathname.replace(/\/+$/, '') || '/'
    : pathname;
}
