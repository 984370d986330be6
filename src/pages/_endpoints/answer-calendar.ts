import type { APIContext } from 'astro';
import { messagesFor } from '../../i18n/messages.ts';
import { parseCut } from '../../model/cut.ts';
import { toCalendar } from '../../syndication/calendar.ts';
import { entryWords } from '../../views/entry-words.ts';
import { incidentLink } from '../../views/feed-of-cut.ts';
import { localIncident } from '../../views/local-incident.ts';
import { queryOfCut } from '../../views/query-of-cut.ts';
import { badCut, type FeedScope } from './answer-feed.ts';
import { localeOfQuery } from './plain-answer.ts';
import { fileName } from './scopes.ts';

/** Windows in one calendar, what begins last first: all that is ahead, and the past as far as it goes. */
const CALENDAR_SIZE = 200;

/** Answers a calendar address: maintenance, or what `kind` asks for, with the cuts of a feed. */
export async function answerCalendar(
  { locals, url }: Pick<APIContext, 'locals' | 'url'>,
  scope: FeedScope = {},
): Promise<Response> {
  const { cut, problems } = parseCut(url.searchParams);
  if (problems.length > 0) return badCut(problems);
  const locale = localeOfQuery(url);
  const { before: _before, kinds = ['maintenance'] as const, ...rest } = { ...cut, ...scope.cut };
  const query = queryOfCut({ ...rest, kinds }, locals.providers, CALENDAR_SIZE);
  const incidents =
    scope.incidents ?? (query === null ? [] : (await locals.store.incidents(query)).incidents);
  const { feed } = messagesFor(locale);
  const text = toCalendar({
    name: scope.subject === undefined ? feed.calendarTitle : feed.titleOf(scope.subject),
    incidents: incidents.map((incident) => localIncident(incident, locals.knowledge, locale)),
    edits: await locals.store.revisionMarks(incidents.map(({ id }) => id)),
    words: entryWords(locale, locals.providers),
    linkOf: (incident) => incidentLink(incident, locale, locals.siteUrl),
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${fileName(scope)}"`,
    },
  });
}
