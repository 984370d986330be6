import type { APIContext } from 'astro';
import { messagesFor } from '../../i18n/messages.ts';
import { parseCut } from '../../model/cut.ts';
import { toOpml } from '../../syndication/opml.ts';
import { opmlGroups } from '../../views/opml-groups.ts';
import { badCut } from './answer-feed.ts';
import { localeOfQuery } from './plain-answer.ts';

/** Answers `/opml.xml`: the feed of everything and one per provider, or those of a stack or cut. */
export function answerOpml({ locals, url }: Pick<APIContext, 'locals' | 'url'>): Response {
  const { cut, problems } = parseCut(url.searchParams);
  if (problems.length > 0) return badCut(problems);
  const locale = localeOfQuery(url);
  const { feed } = messagesFor(locale);
  const groups = opmlGroups(cut, locals.providers, locale, locals.siteUrl);
  return new Response(toOpml(feed.title, groups), {
    headers: {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'inline; filename="downstream.opml"',
    },
  });
}
