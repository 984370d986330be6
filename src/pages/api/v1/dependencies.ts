import type { APIRoute } from 'astro';
import { answerDependencies } from '../../_endpoints/api/answer-knowledge.ts';

export const GET: APIRoute = (context) => answerDependencies(context);
