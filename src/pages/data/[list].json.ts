import type { APIRoute } from 'astro';
import { answerDataDocument } from '../_endpoints/answer-data.ts';

export const GET: APIRoute = answerDataDocument;
