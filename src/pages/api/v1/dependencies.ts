import type { APIRoute } from 'astro';
import { answerDependencies } from '../../_endpoints/api/answer-dependencies.ts';

export const GET: APIRoute = (context) => answerDependencies(context);
