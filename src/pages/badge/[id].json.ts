import type { APIRoute } from 'astro';
import { answerShield } from '../_endpoints/answer-badge.ts';

export const GET: APIRoute = (context) => answerShield(context);
