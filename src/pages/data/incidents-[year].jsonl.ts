import type { APIRoute } from 'astro';
import { answerDataLines } from '../_endpoints/answer-data.ts';

export const GET: APIRoute = answerDataLines;
