import type { APIRoute } from 'astro';
import { openApi } from '../views/open-api.ts';
import { apiAnswer } from './_endpoints/api/api-answer.ts';

export const GET: APIRoute = ({ locals }) => apiAnswer(openApi(locals.siteUrl));
