import type { APIRoute } from 'astro';
import { answerFeed } from '../../../_endpoints/answer-feed.ts';
import { incidentScope } from '../../../_endpoints/scopes.ts';

export const GET: APIRoute = async (context) => {
  const scope = await incidentScope(context);
  return scope instanceof Response ? scope : answerFeed(context, 'json', scope);
};
