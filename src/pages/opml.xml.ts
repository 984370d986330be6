import type { APIRoute } from 'astro';
import { answerOpml } from './_endpoints/answer-opml.ts';

export const GET: APIRoute = (context) => answerOpml(context);
