import type { APIRoute } from 'astro';
import { answerEvent } from '../../../_endpoints/api/answer-events.ts';

export const GET: APIRoute = (context) => answerEvent(context);
