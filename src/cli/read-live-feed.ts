import type { Adapter, FeedDocument, Snapshot } from '../adapters/adapter.ts';
import { ADAPTERS } from '../adapters/registry.ts';
import type { FetchDocument } from '../fetcher/fetch-outcome.ts';
import { FeedError } from '../model/feed-error.ts';
import type { FeedConfig, Provider } from '../model/provider.ts';
import { adapterContext, readFeed } from '../poller/read-feed.ts';
import { mostSpecific } from './feed-entry.ts';

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
  /** Another format whose signature is there while that of the configured one is not. */
  looksLike: string | null;
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
    const newestAt = starts.at(-1) || null;
    const looksLike = otherFormat(documents, adapter);
    return { ...base, snapshot, newestAt, redirectedTo, looksLike, error: null };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const { kind, message } = error;
    return {
      ...base,
      snapshot: null,
      newestAt: null,
      redirectedTo: null,
      looksLike: null,
      error: { kind, message },
    };
  }
}

/** A page that moved to another platform may answer at the old address in a shape we half read. */
function otherFormat(documents: readonly FeedDocument[], adapter: Adapter): string | null {
  if (documents.some((document) => adapter.recognises(document))) return null;
  const others = ADAPTERS.filter((one) => documents.some((document) => one.recognises(document)));
  return mostSpecific(others)[0]?.format ?? null;
}

async function fetchAll(urls: readonly string[], fetchDocument: FetchDocument) {
  const documents: FeedDocument[] = [];
  let redirectedTo: string | null = null;
  for (const [index, url] of urls.entries()) {
    try {
      const outcome = await fetchDocument(url, null);
      if (outcome.kind !== 'fetched') continue;
      documents.push({ url: outcome.url, body: outcome.body, headers: outcome.headers });
      // Written as a URL, since https://x.example and https://x.example/ are one address.
      if (index === 0 && outcome.url !== new URL(url).href) redirectedTo = outcome.url;
    } catch (error) {
      // Only the first document must be there.
      if (index === 0) throw error;
    }
  }
  return { documents, redirectedTo };
}
