import type { APIRoute } from 'astro';
import { answerDataSchema } from '../../_endpoints/answer-data.ts';

export const GET: APIRoute = answerDataSchema;
