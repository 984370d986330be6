import type { APIRoute } from 'astro';
import { answerCalendar } from './_endpoints/answer-calendar.ts';

export const GET: APIRoute = (context) => answerCalendar(context);
