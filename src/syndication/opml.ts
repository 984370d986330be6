import { generateOpml } from 'feedsmith';

export interface OpmlGroup {
  title: string;
  feeds: readonly { title: string; feedUrl: string; siteUrl: string }[];
}

/** OPML 2.0: feeds by group, for import into a reader. */
export function toOpml(title: string, groups: readonly OpmlGroup[]): string {
  return generateOpml({
    head: { title },
    body: {
      outlines: groups.map((group) => ({
        text: group.title,
        title: group.title,
        outlines: group.feeds.map((feed) => ({
          type: 'rss',
          text: feed.title,
          title: feed.title,
          xmlUrl: feed.feedUrl,
          htmlUrl: feed.siteUrl,
        })),
      })),
    },
  });
}
