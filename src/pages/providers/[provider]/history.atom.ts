import type { APIRoute } from 'astro';
import { answerFeed } from '../../_endpoints/answer-feed.ts';
import { providerScope } from '../../_endpoints/scopes.ts';

/** Where clients of Statuspage look for it. */
export const GET: APIRoute = async (context) => {
  const scope = await providerScope(context);
  return scope instanceof Response ? scope : answerFeed(context, 'atom', scope);
};
