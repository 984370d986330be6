import type { APIRoute } from 'astro';
import { answerProvider } from '../../../_endpoints/api/answer-providers.ts';

export const GET: APIRoute = (context) => answerProvider(context);
