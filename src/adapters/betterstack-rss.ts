import { defineFeedAdapter } from './define-feed-adapter.ts';
import { readGenericFeed } from './generic-feed.ts';

/**
 * `<page>/feed` of Better Stack: one item per post ("… went down", "… recovered"), all posts of an
 * incident under one link, guid `<link>#<post>`. The generic reader groups and reads exactly that.
 */
export const betterstackRss = defineFeedAdapter({
  format: 'betterstack-rss',
  coverage: 'window',
  recognises: ({ kind, items }) =>
    kind === 'rss' &&
    items.length > 0 &&
    items.every(
      ({ id, link }) => id.startsWith(`${link}#`) && /\/(incident|maintenance)\//.test(link),
    ),
  read: (feed, context) => ({ incidents: readGenericFeed(feed, context) }),
});
