import type { APIContext } from 'astro';
import { type Cut, type CutProblem, parseCut } from '../../model/cut.ts';
import type { Incident } from '../../model/incident.ts';
import { toAtom } from '../../syndication/atom.ts';
import type { Entry, FeedHead } from '../../syndication/entry.ts';
import { toJsonFeed } from '../../syndication/json-feed.ts';
import { toRss } from '../../syndication/rss.ts';
import { FEED_PAGE_SIZE, feedOfCut } from '../../views/feed-of-cut.ts';
import { feedCandidates, readFeedCursor } from '../../views/feed-page.ts';
import { localIncident } from '../../views/local-incident.ts';
import { queryOfCut } from '../../views/query-of-cut.ts';
import { localeOfQuery, plainAnswer } from './plain-answer.ts';

interface FeedFormat {
  type: string;
  write(head: FeedHead, entries: readonly Entry[]): string;
}

export const FEED_FORMATS = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: toRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: toJsonFeed },
} as const satisfies Record<string, FeedFormat>;
export type FeedFormatName = keyof typeof FEED_FORMATS;

export interface FeedScope {
  /** Cuts that the path makes, on top of the query's. */
  cut?: Cut;
  /** Exactly these incidents, where the path names them. */
  incidents?: readonly Incident[];
  /** What the feed is of, in words. */
  subject?: string;
  /** Page whose cut it is. */
  pagePath?: string;
  /** What an entry is where the address does not say. Default `incidents`. */
  items?: 'incidents' | 'updates';
}

type Context = Pick<APIContext, 'locals' | 'url'>;

/** Answers a feed address in one format: a cut, what was published last first, with paging. */
export async function answerFeed(
  { locals, url }: Context,
  format: FeedFormatName,
  scope: FeedScope = {},
): Promise<Response> {
  const { cut: asked, problems } = parseCut(url.searchParams);
  if (problems.length > 0) return badCut(problems);
  const before = asked.before === undefined ? null : readFeedCursor(asked.before);
  if (asked.before !== undefined && before === null) {
    const expected = 'the value of a rel=next link of this feed';
    return badCut([{ parameter: 'before', value: asked.before, expected }]);
  }
  const locale = localeOfQuery(url);
  const items = asked.items ?? scope.items ?? 'incidents';
  const { before: _before, ...query } =
    queryOfCut({ ...asked, ...scope.cut }, locals.providers, FEED_PAGE_SIZE) ?? {};
  const isEmpty = query.limit === undefined;
  const { incidents, floor } =
    scope.incidents !== undefined || isEmpty
      ? { incidents: scope.incidents ?? [], floor: null }
      : await feedCandidates(locals.store, query, items, before);
  const { head, entries } = feedOfCut({
    cut: asked,
    items,
    locale,
    pagePath: scope.pagePath ?? '/timeline',
    feedPath: url.pathname,
    incidents: incidents.map((incident) => localIncident(incident, locals.knowledge, locale)),
    before,
    floor,
    providers: locals.providers,
    siteUrl: locals.siteUrl,
    ...(scope.subject === undefined ? {} : { subject: scope.subject }),
  });
  const { type, write } = FEED_FORMATS[format];
  return new Response(write(head, entries), { headers: { 'content-type': type } });
}

/** Names each parameter that could not be read and what would be, as plain text. */
export function badCut(problems: readonly CutProblem[]): Response {
  const lines = problems.map(
    ({ parameter, value, expected }) =>
      `${parameter}: ${JSON.stringify(value.slice(0, 80))} is not understood; expected ${expected}.`,
  );
  return plainAnswer(400, lines.join('\n'));
}
