import type { APIRoute } from 'astro';
import { answerStack } from '../../_endpoints/api/answer-world.ts';

export const GET: APIRoute = (context) => answerStack(context);
