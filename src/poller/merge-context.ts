import { STALE_AFTER_MS } from '../model/feed-health.ts';
import type { KnownIncident } from '../store/store.ts';

/** How another feed of the provider is doing: what it listed last still counts while it is well. */
export interface OtherFeed {
  key: string;
  lastGoodAt: string | null;
  /** When its content last differed; since then it lists the same. */
  lastChangeAt: string | null;
}

/** What the merge of one read may know besides snapshot and known incidents. */
export interface MergeContext {
  providerId: string;
  feedKey: string;
  /** When the documents were read. */
  at: string;
  /** No earlier read of this feed succeeded. */
  isFirstRead: boolean;
  /** The provider's other feeds; absent ones are judged by when they last listed an incident. */
  otherFeeds?: readonly OtherFeed[];
}

/** Keys of the other feeds that list this incident now, as far as we can tell. */
export function otherListers(known: KnownIncident, context: MergeContext): string[] {
  return Object.entries(known.sources)
    .filter(([key, listedAt]) => key !== context.feedKey && isListing(key, listedAt, context))
    .map(([key]) => key);
}

function isListing(key: string, listedAt: string, { otherFeeds, at }: MergeContext): boolean {
  const isFresh = (time: string) => Date.parse(at) - Date.parse(time) <= STALE_AFTER_MS;
  if (otherFeeds === undefined) return isFresh(listedAt);
  const feed = otherFeeds.find((other) => other.key === key);
  if (feed === undefined || feed.lastGoodAt === null || !isFresh(feed.lastGoodAt)) return false;
  // Between changes a feed answers 304 and is not merged: its last listing still stands.
  return listedAt >= (feed.lastChangeAt ?? feed.lastGoodAt);
}

/**
 * True where this feed's word on title, impact, state and texts counts most. Of several feeds that
 * list an incident exactly one leads, so that two tellings never overwrite each other in turns:
 * the provider's JSON before its RSS, then by key.
 */
export function isLeading(known: KnownIncident, context: MergeContext): boolean {
  const mine = authority(context.feedKey);
  return otherListers(known, context).every((other) => mine < authority(other));
}

/** @example authority('aws:aws-rss:1b9q0kc') // '1 aws:aws-rss:1b9q0kc' */
function authority(feedKey: string): string {
  const format = feedKey.split(':')[1] ?? '';
  return `${/(?:^|-)(?:rss|atom|feed)$/.test(format) ? 1 : 0} ${feedKey}`;
}
