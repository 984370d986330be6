import { type FeedHealth, feedCondition } from '../model/feed-health.ts';
import { type FeedConfig, feedKey, type Provider } from '../model/provider.ts';
import { compareNames } from './compare-names.ts';

/** A feed as the config names it, with how it is doing; health null where it was never tried. */
export interface FeedEntry {
  provider: Provider;
  feed: FeedConfig;
  key: string;
  health: FeedHealth | null;
  condition: 'healthy' | 'failing' | 'never';
}

export interface FeedLists {
  /** Failing before never read, the longest unread first. */
  trouble: FeedEntry[];
  /** By provider name. */
  working: FeedEntry[];
  /** Providers without an official feed, by name. */
  without: Provider[];
}

/** Every feed of the config, sorted by what a reader looks for. */
export function feedLists(
  providers: readonly Provider[],
  health: readonly FeedHealth[],
  now: string,
): FeedLists {
  const byKey = new Map(health.map((feed) => [feed.key, feed]));
  const sorted = providers.toSorted(compareNames);
  const entries = sorted.flatMap((provider) => provider.feeds.map((feed) => entry(provider, feed)));
  return {
    trouble: entries.filter((one) => one.condition !== 'healthy').toSorted(compareTrouble),
    working: entries.filter((one) => one.condition === 'healthy'),
    without: sorted.filter((provider) => provider.feeds.length === 0),
  };

  function entry(provider: Provider, feed: FeedConfig): FeedEntry {
    const key = feedKey(provider.id, feed);
    const known = byKey.get(key) ?? null;
    const condition = known === null ? 'never' : feedCondition(known, now);
    return { provider, feed, key, health: known, condition };
  }
}

function compareTrouble(a: FeedEntry, b: FeedEntry): number {
  if (a.condition !== b.condition) return a.condition === 'failing' ? -1 : 1;
  const [first, second] = [a.health?.lastGoodAt ?? '', b.health?.lastGoodAt ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
