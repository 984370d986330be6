import type { Locale } from '../i18n/locale.ts';
import { pathIn } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import { type Cut, cutToSearch } from '../model/cut.ts';
import type { Incident } from '../model/incident.ts';
import { incidentSlug } from '../model/incident-id.ts';
import type { Provider } from '../model/provider.ts';
import type { Entry, FeedHead } from '../syndication/entry.ts';
import { incidentEntries } from '../syndication/incident-entries.ts';
import { updateEntries } from '../syndication/update-entries.ts';
import { entryWords } from './entry-words.ts';

/** Entries on one page of a feed; older ones follow by `rel=next` (RFC 5005). */
export const FEED_PAGE_SIZE = 50;

export interface FeedPage {
  head: FeedHead;
  entries: Entry[];
}

export interface FeedInput {
  cut: Cut;
  locale: Locale;
  /** What the feed is of, in words; absent for everything. */
  subject?: string;
  /** Path of the page whose cut it is, e.g. `/timeline`. */
  pagePath: string;
  /** Path of the feed, e.g. `/feed.xml`. */
  feedPath: string;
  incidents: readonly Incident[];
  /** Cursor of older incidents. */
  next: string | null;
  providers: readonly Provider[];
  siteUrl: string;
}

/** A feed of a cut: the same entries whatever format they are written in. */
export function feedOfCut(input: FeedInput): FeedPage {
  const { cut, locale, providers, siteUrl, incidents } = input;
  const { feed } = messagesFor(locale);
  const words = entryWords(locale, providers);
  const toEntries = cut.items === 'updates' ? updateEntries : incidentEntries;
  const entries = incidents
    .flatMap((incident) => toEntries(incident, words, (one) => incidentLink(one, locale, siteUrl)))
    .toSorted((a, b) =>
      a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0,
    );
  const language = locale === 'en' ? '' : `lang=${locale}`;
  const address = (one: Cut) => {
    const search = cutToSearch(one);
    const separator = search === '' ? '?' : '&';
    return `${siteUrl}${input.feedPath}${search}${language === '' ? '' : separator + language}`;
  };
  return {
    head: {
      title: input.subject === undefined ? feed.title : feed.titleOf(input.subject),
      description: feed.description,
      siteLink: `${siteUrl}${pathIn(locale, input.pagePath)}${cutToSearch(withoutPaging(cut))}`,
      selfLink: address(cut),
      nextLink: input.next === null ? null : address({ ...cut, before: input.next }),
      language: locale,
    },
    entries,
  };
}

/** Absolute address of an incident's page. */
export function incidentLink(
  incident: Pick<Incident, 'id' | 'providerId'>,
  locale: Locale,
  siteUrl: string,
): string {
  const path = `/incidents/${incident.providerId}/${incidentSlug(incident.id)}`;
  return siteUrl + pathIn(locale, path);
}

function withoutPaging({ before: _before, items: _items, limit: _limit, ...cut }: Cut): Cut {
  return cut;
}
