import type { APIRoute } from 'astro';
import { answerStatus } from '../../_endpoints/api/answer-world.ts';

export const GET: APIRoute = (context) => answerStatus(context);
