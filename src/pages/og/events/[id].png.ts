import type { APIRoute } from 'astro';
import { eventPage } from '../../../views/event-page.ts';
import { eventCard } from '../../../views/og-card.ts';
import { answerPicture } from '../../_endpoints/answer-picture.ts';
import { localeOfQuery, movedTo, plainAnswer } from '../../_endpoints/plain-answer.ts';

export const GET: APIRoute = async ({ locals, params, url }) => {
  const asked = params.id ?? '';
  const found = await locals.explained.event(asked);
  if (found !== undefined && found.story.id !== asked) {
    return movedTo(`/og/events/${found.story.id}.png`, url);
  }
  const locale = localeOfQuery(url);
  const page = found && eventPage(found.story, { ...locals, within: found.within }, locale);
  if (page == null) return plainAnswer(404, 'No event is known under this name.');
  return answerPicture(eventCard(page, locale));
};
