import type { AdapterContext } from '../../src/adapters/adapter.ts';
import { readGenericFeed } from '../../src/adapters/generic-feed.ts';
import type { FeedItem } from '../../src/adapters/read/parse-feed-xml.ts';
import { FEED_CONTEXT, feedItem, feedXml } from './read-feed.ts';

/** A moment of 20 October 2025. */
export const at = (clock: string) => `2025-10-20T${clock}:00.000Z`;

export const read = (items: Partial<FeedItem>[], context: Partial<AdapterContext> = {}) =>
  readGenericFeed(feedXml({ items: items.map(feedItem) }), { ...FEED_CONTEXT, ...context });

/** The incident of a feed with one entry of nine o'clock. */
export const only = (item: Partial<FeedItem>, context: Partial<AdapterContext> = {}) => {
  const [incident] = read([{ id: 'e1', published: at('09:00'), ...item }], context);
  if (incident === undefined) throw new Error('no incident');
  return incident;
};
