import type { APIRoute } from 'astro';
import { answerCalendar } from '../../../_endpoints/answer-calendar.ts';
import { incidentScope } from '../../../_endpoints/scopes.ts';

export const GET: APIRoute = async (context) => {
  const scope = await incidentScope(context);
  return scope instanceof Response ? scope : answerCalendar(context, scope);
};
