import type { APIRoute } from 'astro';
import { answerBadge } from '../_endpoints/answer-badge.ts';

export const GET: APIRoute = (context) => answerBadge(context);
