import { stableHash } from '../model/incident-id.ts';
import type { Adapter, AdapterContext, Coverage, Snapshot, SnapshotIncident } from './adapter.ts';
import { joinIncidents } from './join-incidents.ts';
import { type FeedXml, parseFeedXml, parseFeedXmlLoosely } from './read/parse-feed-xml.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';
import { scopeSnapshot } from './scope.ts';

/** What a feed format brings to the adapter; everything around it is the same for all. */
export interface FeedFormat {
  format: string;
  requires?: readonly string[];
  coverage: Coverage;
  /**
   * True where the feed lists every incident of its page with its state: entries that are there,
   * recent and all over, prove that none is open. An empty feed of such a format proves nothing.
   */
  listsEveryIncident?: boolean;
  recognises(feed: FeedXml): boolean;
  read(feed: FeedXml, context: AdapterContext, words: WordReader): FeedReading;
}

export type FeedReading = { incidents: SnapshotIncident[] } & Partial<
  Pick<Snapshot, 'status' | 'components' | 'provesNothingReported' | 'warnings'>
>;

/** An adapter of one RSS or Atom document. */
export function defineFeedAdapter(format: FeedFormat): Adapter {
  return {
    format: format.format,
    ...(format.requires !== undefined && { requires: format.requires }),
    documents: (url) => [url],
    recognises(document) {
      const feed = parseFeedXmlLoosely(document);
      return feed !== undefined && format.recognises(feed);
    },
    parse(documents, context) {
      const { readings, warnings } = readEach(documents, parseFeedXml);
      const [feed] = readings;
      const words = createWordReader();
      const reading = format.read(feed, context, words);
      const snapshot: Snapshot = {
        coverage: format.coverage,
        status: null,
        components: [],
        provesNothingReported:
          format.listsEveryIncident === true && isLiveList(reading.incidents, feed, context),
        unknownWords: words.unknownWords,
        ...reading,
        incidents: joinIncidents(reading.incidents.map(named)),
        warnings: [...warnings, ...(reading.warnings ?? [])],
      };
      return scopeSnapshot(snapshot, context.scopeComponents ?? []);
    },
  };
}

/** A list may be quiet for a season; one whose newest entry is older may be a frozen copy. */
const LIVE_MS = 90 * 24 * 60 * 60_000;
const BUILT_MS = 24 * 60 * 60_000;

function isLiveList(
  incidents: readonly SnapshotIncident[],
  feed: FeedXml,
  context: AdapterContext,
): boolean {
  if (incidents.length === 0 || incidents.some(({ status }) => status === 'unknown')) return false;
  const since = new Date(Date.parse(context.fetchedAt) - LIVE_MS).toISOString();
  const isRecent = incidents.some(({ updatedAt }) => (updatedAt ?? '') >= since);
  return isRecent || isFresh(feed, context, BUILT_MS);
}

/** An entry may lack everything that names it; it still needs an id of its own and a heading. */
function named(incident: SnapshotIncident): SnapshotIncident {
  const { startedAt, updates, title } = incident;
  const told = `${title} ${startedAt ?? ''} ${updates[0]?.body ?? ''}`;
  return {
    ...incident,
    upstreamId: incident.upstreamId || stableHash(told),
    title: title || cleanTitle(updates[0]?.body ?? '', 80) || 'Untitled',
  };
}

/**
 * True where the feed was built within `maxAgeMs` before it was read: a frozen copy proves nothing.
 * A feed that does not say when it was built is not fresh.
 */
export function isFresh(feed: FeedXml, context: AdapterContext, maxAgeMs: number): boolean {
  const builtAt = readDate(feed.builtAt);
  if (builtAt === null) return false;
  const age = Date.parse(context.fetchedAt) - Date.parse(builtAt);
  return Math.abs(age) <= maxAgeMs;
}

/** True where the channel carries the title the configuration expects; false where it expects none. */
export function isExpectedChannel(feed: FeedXml, context: AdapterContext): boolean {
  const fold = (title: string) => title.replace(/\s+/g, ' ').trim().toLowerCase();
  return context.expectTitle !== undefined && fold(context.expectTitle) === fold(feed.title);
}
