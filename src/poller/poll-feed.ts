import type { Adapter, Snapshot } from '../adapters/adapter.ts';
import type { FetchDocument } from '../fetcher/fetch-outcome.ts';
import { nextCheckAt } from '../fetcher/next-check.ts';
import { safeText } from '../fetcher/safe-text.ts';
import { FeedError } from '../model/feed-error.ts';
import { isEndedStatus } from '../model/incident.ts';
import type { PlaceFinder } from '../model/place.ts';
import type { Provider } from '../model/provider.ts';
import type { DueFeed, SaveResult, Store, StoredDocument } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { type FetchedDocuments, fetchDocuments, withBodies } from './fetch-documents.ts';
import type { Log } from './log.ts';
import { idsOf } from './match-incident.ts';
import { mergeSnapshot } from './merge-snapshot.ts';
import { adapterContext, readFeed } from './read-feed.ts';

export interface PollFeedOptions {
  store: Store;
  fetchDocument: FetchDocument;
  adapterFor: (format: string) => Adapter | undefined;
  places: PlaceFinder | null;
  clock: Clock;
  /** 0 to 1. */
  random: () => number;
  log: Log;
  /** Merges of one provider run one after the other. */
  inTurn: <T>(providerId: string, work: () => Promise<T>) => Promise<T>;
  /** True where the same bytes should be read again all the same. */
  isRereadDue: (feedKey: string, now: string) => boolean;
}

export type PollResult =
  | { kind: 'read'; snapshot: Snapshot; save: SaveResult }
  | { kind: 'unchanged' }
  | { kind: 'failed'; error: FeedError }
  | { kind: 'aborted' };

/**
 * Reads one feed and records what came of it. Failures of the feed are results; only a failing
 * store rejects.
 */
export async function pollFeed(
  due: DueFeed,
  provider: Pick<Provider, 'id' | 'statusPage'>,
  options: PollFeedOptions,
  signal?: AbortSignal,
): Promise<PollResult> {
  const { store, clock } = options;
  const held = await store.heldDocuments(due.key);
  let fetched: FetchedDocuments;
  let documents: StoredDocument[] = [];
  let snapshot: Snapshot | null = null;
  try {
    const adapter = options.adapterFor(due.feed.format);
    if (adapter === undefined) {
      throw new FeedError('parse', `There is no adapter for the format "${due.feed.format}"`);
    }
    const urls = adapter.documents(due.feed.url);
    fetched = await fetchDocuments(urls, held, due.failures, options.fetchDocument, signal);
    if (!fetched.isUnchanged || options.isRereadDue(due.key, clock.now())) {
      const context = adapterContext(provider, due.feed, clock.now());
      documents = await withBodies(fetched.documents, () => store.documents(due.key));
      snapshot = readFeed(adapter, documents, context, options.places);
    }
  } catch (error) {
    if (signal?.aborted === true) return { kind: 'aborted' };
    return saveFailure(due, toFeedError(error, due, options.log), options);
  }
  const at = clock.now();
  const next = (hasOpenIncident: boolean) =>
    nextCheckAt({
      now: at,
      intervalSeconds: due.feed.intervalSeconds,
      hasOpenIncident,
      failures: 0,
      freshForSeconds: fetched.freshForSeconds,
      random: options.random(),
    });
  if (snapshot === null) {
    await store.saveUnchanged(due.key, at, next(due.hasOpenIncident));
    return { kind: 'unchanged' };
  }
  const read = snapshot;
  const hasOpen = read.incidents.some(
    ({ status, kind }) => kind !== 'notice' && status !== 'scheduled' && !isEndedStatus(status),
  );
  return options.inTurn(provider.id, async () => {
    const otherFeeds = (await store.feedHealth(provider.id)).filter(({ key }) => key !== due.key);
    const save = await store.saveRead(
      {
        feedKey: due.key,
        providerId: provider.id,
        at,
        nextCheckAt: next(due.hasOpenIncident || hasOpen),
        documents,
        redirectedTo: fetched.redirectedTo,
        status: read.status,
        components: read.components,
        provesNothingReported: read.provesNothingReported,
        unknownWords: read.unknownWords,
        warnings: read.warnings,
        upstreamIds: read.incidents.flatMap(idsOf),
      },
      (known) =>
        mergeSnapshot({
          known,
          snapshot: read,
          providerId: provider.id,
          feedKey: due.key,
          at,
          isFirstRead: due.lastGoodAt === null,
          otherFeeds,
        }),
    );
    return { kind: 'read', snapshot: read, save } as const;
  });
}

async function saveFailure(
  due: DueFeed,
  error: FeedError,
  { store, clock, random }: PollFeedOptions,
): Promise<PollResult> {
  const at = clock.now();
  await store.saveFailure({
    feedKey: due.key,
    at,
    nextCheckAt: nextCheckAt({
      now: at,
      intervalSeconds: due.feed.intervalSeconds,
      hasOpenIncident: due.hasOpenIncident,
      failures: due.failures + 1,
      retryAfterSeconds: error.retryAfterSeconds ?? null,
      random: random(),
    }),
    kind: error.kind,
    message: safeText(error.message),
    ...(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus }),
  });
  return { kind: 'failed', error };
}

/** An adapter that throws anything but a FeedError is broken; its feed fails, nothing else. */
function toFeedError(error: unknown, due: DueFeed, log: Log): FeedError {
  if (error instanceof FeedError) return error;
  log.error({ feed: due.key, err: error }, 'Reading a feed failed in an unexpected way');
  const message = error instanceof Error ? error.message : String(error);
  return new FeedError('parse', `The feed could not be read: ${safeText(message)}`, {
    cause: error,
  });
}
