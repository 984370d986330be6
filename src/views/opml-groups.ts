import { type Locale, pathIn } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import { type Cut, cutToSearch } from '../model/cut.ts';
import { CATEGORIES, type Provider } from '../model/provider.ts';
import type { OpmlGroup } from '../syndication/opml.ts';
import { feedAddress } from './feed-of-cut.ts';
import { providersOfCut } from './query-of-cut.ts';

/** Feeds of a cut for a reader's list: the combined one first, then each provider by category. */
export function opmlGroups(
  cut: Cut,
  providers: readonly Provider[],
  locale: Locale,
  siteUrl: string,
): OpmlGroup[] {
  const { feed, words } = messagesFor(locale);
  const ids = providersOfCut(cut, providers);
  const chosen = ids === null ? providers : providers.filter(({ id }) => ids.includes(id));
  const combined = {
    title: feed.title,
    feedUrl: siteUrl + feedAddress('/feed.xml', cut, locale),
    siteUrl: siteUrl + pathIn(locale, '/timeline') + cutToSearch(cut),
  };
  // What no property of a provider can express, the feed of each provider is cut by as well.
  const { providers: _p, use: _u, categories: _k, countries: _n, ...own } = cut;
  const groups = CATEGORIES.map((category) => ({
    title: words.category[category],
    feeds: chosen
      .filter((provider) => provider.category === category)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((provider) => ({
        title: feed.titleOf(provider.name),
        feedUrl: siteUrl + feedAddress(`/providers/${provider.id}/feed.xml`, own, locale),
        siteUrl: siteUrl + pathIn(locale, `/providers/${provider.id}`),
      })),
  }));
  return [{ title: 'Downstream', feeds: [combined] }, ...groups].filter(
    ({ feeds }) => feeds.length > 0,
  );
}
