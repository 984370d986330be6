import { defineFeedAdapter } from './define-feed-adapter.ts';
import { readGenericFeed } from './generic-feed.ts';

/**
 * Any RSS feed (0.9x, 1.0, 2.0) without an adapter of its own: states, kinds and impacts come from
 * words, see read/status-words.ts. An empty one proves nothing.
 */
export const rss = defineFeedAdapter({
  format: 'rss',
  coverage: 'window',
  recognises: ({ kind }) => kind === 'rss',
  read: (feed, context) => ({ incidents: readGenericFeed(feed, context) }),
});
