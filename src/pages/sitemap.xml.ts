import type { APIRoute } from 'astro';
import { LOCALES, pathIn } from '../i18n/locale.ts';
import { toSitemap } from '../syndication/sitemap.ts';
import { sitePaths } from '../views/site-paths.ts';

export const GET: APIRoute = ({ locals }) => {
  const pages = sitePaths(locals.providers, locals.knowledge).map((path) => ({
    alternates: Object.fromEntries(
      LOCALES.map((locale) => [locale, locals.siteUrl + pathIn(locale, path)]),
    ),
  }));
  return new Response(toSitemap(pages), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
