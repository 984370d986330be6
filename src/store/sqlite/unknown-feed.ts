import { StoreError } from '../store-error.ts';

/** A caller names a feed syncFeeds was never told of. */
export function unknownFeed(key: string): StoreError {
  return new StoreError(
    'unknown-feed',
    `The database has no feed ${JSON.stringify(key)}; it must stand in feeds.config.ts first.`,
  );
}
