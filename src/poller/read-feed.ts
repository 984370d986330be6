import type { Adapter, AdapterContext, FeedDocument, Snapshot } from '../adapters/adapter.ts';
import { scopeSnapshot } from '../adapters/scope.ts';
import type { PlaceFinder } from '../model/place.ts';
import type { FeedConfig, Provider } from '../model/provider.ts';
import { locateSnapshot } from './locate-snapshot.ts';

/**
 * From fetched bytes to what a feed says: parsed, cut to the components we follow, with canonical
 * regions and services. The one path for poller, command line and tests.
 * @throws FeedError of kind `parse`, `not-a-feed`, `empty-response` or `forbidden-doctype`
 */
export function readFeed(
  adapter: Adapter,
  documents: readonly FeedDocument[],
  context: AdapterContext,
  places: PlaceFinder | null,
): Snapshot {
  const parsed = adapter.parse(documents, context);
  const scoped = scopeSnapshot(parsed, context.scopeComponents ?? []);
  return places === null ? scoped : locateSnapshot(scoped, context.providerId, places);
}

/** What an adapter is told about a feed of the config. */
export function adapterContext(
  provider: Pick<Provider, 'id' | 'statusPage'>,
  feed: Pick<FeedConfig, 'timeZone' | 'scopeComponents' | 'expectTitle'>,
  fetchedAt: string,
): AdapterContext {
  return {
    providerId: provider.id,
    statusPage: provider.statusPage,
    fetchedAt,
    ...(feed.timeZone === undefined ? {} : { timeZone: feed.timeZone }),
    ...(feed.scopeComponents === undefined ? {} : { scopeComponents: feed.scopeComponents }),
    ...(feed.expectTitle === undefined ? {} : { expectTitle: feed.expectTitle }),
  };
}
