import type { Adapter, FeedDocument, Snapshot } from '../adapters/adapter.ts';
import type { FetchDocument } from '../fetcher/fetch-outcome.ts';
import { FeedError } from '../model/feed-error.ts';
import type { FeedConfig, Provider } from '../model/provider.ts';
import { adapterContext, readFeed } from '../poller/read-feed.ts';

/** What one read of a live feed found, for people who maintain the list. */
export interface LiveReading {
  provider: string;
  format: string;
  url: string;
  snapshot: Snapshot | null;
  /** Start of the newest incident, null where none is listed. */
  newestAt: string | null;
  /** Where it led, if elsewhere. */
  redirectedTo: string | null;
  error: { kind: string; message: string } | null;
}

/** Fetches all documents of a feed once and reads them; errors become values. */
export async function readLiveFeed(
  provider: Provider,
  feed: FeedConfig,
  adapter: Adapter,
  fetchDocument: FetchDocument,
  now: string,
): Promise<LiveReading> {
  const base = { provider: provider.id, format: feed.format, url: feed.url };
  try {
    const { documents, redirectedTo } = await fetchAll(adapter.documents(feed.url), fetchDocument);
    const snapshot = readFeed(adapter, documents, adapterContext(provider, feed, now), null);
    const starts = snapshot.incidents.map((one) => one.startedAt ?? '').toSorted();
    return { ...base, snapshot, newestAt: starts.at(-1) || null, redirectedTo, error: null };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const { kind, message } = error;
    return {
      ...base,
      snapshot: null,
      newestAt: null,
      redirectedTo: null,
      error: { kind, message },
    };
  }
}

async function fetchAll(urls: readonly string[], fetchDocument: FetchDocument) {
  const documents: FeedDocument[] = [];
  let redirectedTo: string | null = null;
  for (const [index, url] of urls.entries()) {
    try {
      const outcome = await fetchDocument(url, null);
      if (outcome.kind !== 'fetched') continue;
      documents.push({ url: outcome.url, body: outcome.body, headers: outcome.headers });
      if (index === 0 && outcome.url !== url) redirectedTo = outcome.url;
    } catch (error) {
      // Only the first document must be there.
      if (index === 0) throw error;
    }
  }
  return { documents, redirectedTo };
}
