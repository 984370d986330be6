/** Languages of the site, equal in content. English stands at `/…`, German at `/de/…`. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** German in Swiss spelling; times and numbers as written there and in Britain. */
export const LANGUAGE_TAGS = { en: 'en-GB', de: 'de-CH' } as const satisfies Record<Locale, string>;

/**
 * The language a route parameter names: absent is English; null where it is none of ours.
 * @example localeOf('de') // 'de'
 */
export function localeOf(parameter: string | undefined): Locale | null {
  if (parameter === undefined || parameter === '') return 'en';
  return parameter === 'de' ? 'de' : null;
}

/** Language of any address, for pages that answer where no route matched. */
export function localeOfPath(path: string): Locale {
  return path === '/de' || path.startsWith('/de/') ? 'de' : 'en';
}

/** The address in a language. @example pathIn('de', '/timeline') // '/de/timeline' */
export function pathIn(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? '/de' : `/de${path}`;
}

/** The address without its language. @example barePath('/de/timeline') // '/timeline' */
export function barePath(path: string): string {
  if (path === '/de' || path === '/de/') return '/';
  return path.startsWith('/de/') ? path.slice(3) : path;
}

/** The same page in a language, its query kept. */
export function switchLocale(url: Pick<URL, 'pathname' | 'search'>, locale: Locale): string {
  return pathIn(locale, barePath(url.pathname)) + url.search;
}
