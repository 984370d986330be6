import type { APIRoute } from 'astro';

/** Pages may be read by anyone; the API is for programs that were told of it. */
export const GET: APIRoute = ({ locals }) =>
  new Response(
    `User-agent: *\nDisallow: /api/\nAllow: /\nSitemap: ${locals.siteUrl}/sitemap.xml\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
