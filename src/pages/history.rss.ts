import type { APIRoute } from 'astro';
import { answerFeed } from './_endpoints/answer-feed.ts';

/** Where clients of Statuspage look for it. */
export const GET: APIRoute = (context) => answerFeed(context, 'rss');
