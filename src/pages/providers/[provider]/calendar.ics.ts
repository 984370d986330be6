import type { APIRoute } from 'astro';
import { answerCalendar } from '../../_endpoints/answer-calendar.ts';
import { providerScope } from '../../_endpoints/scopes.ts';

export const GET: APIRoute = async (context) => {
  const scope = await providerScope(context);
  return scope instanceof Response ? scope : answerCalendar(context, scope);
};
