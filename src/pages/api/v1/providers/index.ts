import type { APIRoute } from 'astro';
import { answerProviders } from '../../../_endpoints/api/answer-providers.ts';

export const GET: APIRoute = (context) => answerProviders(context);
