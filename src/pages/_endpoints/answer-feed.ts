import type { APIContext } from 'astro';
import type { Locale } from '../../i18n/locale.ts';
import { type Cut, type CutProblem, parseCut } from '../../model/cut.ts';
import { toAtom } from '../../syndication/atom.ts';
import type { Entry, FeedHead } from '../../syndication/entry.ts';
import { toJsonFeed } from '../../syndication/json-feed.ts';
import { toRss } from '../../syndication/rss.ts';
import { FEED_PAGE_SIZE, feedOfCut } from '../../views/feed-of-cut.ts';
import { queryOfCut } from '../../views/query-of-cut.ts';

interface FeedFormat {
  type: string;
  write(head: FeedHead, entries: readonly Entry[]): string;
}

export const FEED_FORMATS = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: toRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: toJsonFeed },
} as const satisfies Record<string, FeedFormat>;

export interface FeedScope {
  /** Cuts that the path makes, on top of the query's. */
  cut?: Cut;
  /** What the feed is of, in words. */
  subject?: string;
  /** Page whose cut it is. */
  pagePath?: string;
}

/** Answers a feed address in one format: incidents of a cut, newest first, with paging. */
export async function answerFeed(
  { locals, url }: Pick<APIContext, 'locals' | 'url'>,
  format: keyof typeof FEED_FORMATS,
  scope: FeedScope = {},
): Promise<Response> {
  const { cut: asked, problems } = parseCut(url.searchParams);
  if (problems.length > 0) return badCut(problems);
  const cut = { ...asked, ...scope.cut };
  const locale: Locale = url.searchParams.get('lang') === 'de' ? 'de' : 'en';
  const query = queryOfCut(cut, locals.providers, FEED_PAGE_SIZE);
  const page = query === null ? { incidents: [], next: null } : await locals.store.incidents(query);
  const { head, entries } = feedOfCut({
    cut: asked,
    locale,
    pagePath: scope.pagePath ?? '/timeline',
    feedPath: url.pathname,
    incidents: page.incidents,
    next: page.next,
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
  return new Response(`${lines.join('\n')}\n`, {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
