import type { APIRoute } from 'astro';
import { answerIncident } from '../../../../_endpoints/api/answer-incidents.ts';

export const GET: APIRoute = (context) => answerIncident(context);
