import type { APIRoute } from 'astro';
import { answerIncidents } from '../../../_endpoints/api/answer-incidents.ts';

export const GET: APIRoute = (context) => answerIncidents(context);
