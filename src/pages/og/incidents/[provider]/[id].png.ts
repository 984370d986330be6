import type { APIRoute } from 'astro';
import { localIncident } from '../../../../views/local-incident.ts';
import { incidentCard } from '../../../../views/og-card.ts';
import { providerById } from '../../../../views/provider-links.ts';
import { answerPicture } from '../../../_endpoints/answer-picture.ts';
import { localeOfQuery, plainAnswer } from '../../../_endpoints/plain-answer.ts';

export const GET: APIRoute = async ({ locals, params, url }) => {
  const found = await locals.store.incident(`${params.provider}/${params.id}`);
  if (found === null) return plainAnswer(404, 'No incident is known under this name.');
  const locale = localeOfQuery(url);
  const incident = localIncident(found, locals.knowledge, locale);
  const name = providerById(locals.providers, incident.providerId)?.name ?? incident.providerId;
  return answerPicture(incidentCard(incident, name, locale));
};
