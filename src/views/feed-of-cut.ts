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
import { type FeedCursor, feedPage, writeFeedCursor } from './feed-page.ts';

/** Entries on one page of a feed; older ones follow by `rel=next` (RFC 5005). */
export const FEED_PAGE_SIZE = 50;

export interface FeedPage {
  head: FeedHead;
  entries: Entry[];
}

export interface FeedInput {
  /** What the address asked for, as it stands in the address. */
  cut: Cut;
  /** One entry for begin and end of each incident, or one per post. */
  items: 'incidents' | 'updates';
  locale: Locale;
  /** What the feed is of, in words; absent for everything. */
  subject?: string;
  /** Path of the page whose cut it is, e.g. `/timeline`. */
  pagePath: string;
  /** Path of the feed, e.g. `/feed.xml`. */
  feedPath: string;
  /** Every incident that may have an entry on this page, in the reader's language. */
  incidents: readonly Incident[];
  before: FeedCursor | null;
  /** Below it entries may be missing, see feed-page.ts. Null where `incidents` are all there are. */
  floor: FeedCursor | null;
  providers: readonly Provider[];
  siteUrl: string;
}

/** A feed of a cut: the same entries whatever format they are written in. */
export function feedOfCut(input: FeedInput): FeedPage {
  const { cut, locale, providers, siteUrl } = input;
  const { feed } = messagesFor(locale);
  const words = entryWords(locale, providers);
  const toEntries = input.items === 'updates' ? updateEntries : incidentEntries;
  const all = input.incidents.flatMap((incident) =>
    toEntries(incident, words, (one) => incidentLink(one, locale, siteUrl)).map((entry) => ({
      entry,
      incidentId: incident.id,
    })),
  );
  const page = feedPage(all, input.before, cut.limit ?? FEED_PAGE_SIZE, input.floor);
  const address = (one: Cut) => siteUrl + feedAddress(input.feedPath, one, locale);
  return {
    head: {
      title: input.subject === undefined ? feed.title : feed.titleOf(input.subject),
      description: feed.description,
      siteLink: `${siteUrl}${pathIn(locale, input.pagePath)}${cutToSearch(withoutPaging(cut))}`,
      id: address(firstPage(cut)),
      selfLink: address(cut),
      nextLink: page.next === null ? null : address({ ...cut, before: writeFeedCursor(page.next) }),
      language: locale,
    },
    entries: page.entries,
  };
}

/** Address of a feed without the site. @example '/feed.xml?provider=aws&lang=de' */
export function feedAddress(path: string, cut: Cut, locale: Locale): string {
  const search = cutToSearch(cut);
  if (locale === 'en') return path + search;
  return `${path}${search}${search === '' ? '?' : '&'}lang=${locale}`;
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

function firstPage({ before: _before, ...cut }: Cut): Cut {
  return cut;
}

function withoutPaging({ before: _before, items: _items, limit: _limit, ...cut }: Cut): Cut {
  return cut;
}
