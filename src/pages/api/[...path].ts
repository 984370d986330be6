import type { APIRoute } from 'astro';
import { problemAnswer } from '../_endpoints/api/api-answer.ts';

/** Whatever the API does not have, said in its own language. */
export const GET: APIRoute = ({ locals, url }) =>
  problemAnswer(
    404,
    `There is no ${url.pathname}. Every address stands in ${locals.siteUrl}/docs.`,
    locals.siteUrl,
  );
