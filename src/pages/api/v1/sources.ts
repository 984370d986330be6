import type { APIRoute } from 'astro';
import { answerSources } from '../../_endpoints/api/answer-world.ts';

export const GET: APIRoute = (context) => answerSources(context);
