import { defineFeedAdapter } from './define-feed-adapter.ts';
import { readGenericFeed } from './generic-feed.ts';

/** Any Atom feed without an adapter of its own; read like `rss`. An empty one proves nothing. */
export const atom = defineFeedAdapter({
  format: 'atom',
  coverage: 'window',
  recognises: ({ kind }) => kind === 'atom',
  read: (feed, context) => ({ incidents: readGenericFeed(feed, context) }),
});
