import type { APIRoute } from 'astro';
import { answerFeed } from '../../_endpoints/answer-feed.ts';
import { eventScope } from '../../_endpoints/scopes.ts';

export const GET: APIRoute = async (context) => {
  const scope = await eventScope(context);
  return scope instanceof Response ? scope : answerFeed(context, 'atom', scope);
};
