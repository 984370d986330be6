import type { APIRoute } from 'astro';
import { answerFeed } from './_endpoints/answer-feed.ts';

export const GET: APIRoute = (context) => answerFeed(context, 'json');
