import type { Locale } from '../../i18n/locale.ts';

/** A sentence for whoever reads an error of a feed, calendar or picture address. */
export function plainAnswer(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** The language an address outside the pages asks for: `lang=de`, else English. */
export function localeOfQuery(url: Pick<URL, 'searchParams'>): Locale {
  return url.searchParams.get('lang') === 'de' ? 'de' : 'en';
}

/** Permanent redirect within the site, the query kept. */
export function movedTo(path: string, url: Pick<URL, 'search'>): Response {
  return new Response(null, { status: 301, headers: { location: path + url.search } });
}
