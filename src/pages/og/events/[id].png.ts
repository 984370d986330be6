import type { APIRoute } from 'astro';
import { eventCard } from '../../../views/og-card.ts';
import { providerById } from '../../../views/provider-links.ts';
import { answerPicture } from '../../_endpoints/answer-picture.ts';
import { localeOfQuery, plainAnswer } from '../../_endpoints/plain-answer.ts';

export const GET: APIRoute = ({ locals, params, url }) => {
  const event = locals.knowledge.event(params.id ?? '');
  if (event === undefined) return plainAnswer(404, 'No event is known under this name.');
  const name = providerById(locals.providers, event.provider)?.name ?? event.provider;
  return answerPicture(eventCard(event, name, localeOfQuery(url)));
};
