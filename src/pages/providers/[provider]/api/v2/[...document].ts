import type { APIRoute } from 'astro';
import { answerStatuspage } from '../../../../_endpoints/answer-statuspage.ts';

export const GET: APIRoute = (context) => answerStatuspage(context);
