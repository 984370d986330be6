import type { APIRoute } from 'astro';
import { answerEvents } from '../../../_endpoints/api/answer-events.ts';

export const GET: APIRoute = (context) => answerEvents(context);
