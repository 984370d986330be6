import type { Adapter } from '../adapters/adapter.ts';
import type { FetchDocument } from '../fetcher/fetch-outcome.ts';
import { safeText } from '../fetcher/safe-text.ts';
import type { PlaceFinder } from '../model/place.ts';
import { feedKey, type Provider } from '../model/provider.ts';
import type { DueFeed, FeedSeed, Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { createInTurn } from './in-turn.ts';
import { createLogOnce, type Log } from './log.ts';
import { createPagedQueue } from './paged-queue.ts';
import { type PollFeedOptions, type PollResult, pollFeed } from './poll-feed.ts';

const CONCURRENCY = 32;
/** Feeds taken from the store at a time: asking again after each would cost their square. */
const PAGE = 256;
const TICK_MS = 1_000;
const STALE_CHECK_MS = 60_000;
/** The same bytes are read again after this: what they say may depend on their age, or on our version. */
const REREAD_AFTER_MS = 60 * 60_000;

export interface PollerOptions {
  store: Store;
  providers: readonly Provider[];
  fetchDocument: FetchDocument;
  adapterFor: (format: string) => Adapter | undefined;
  places: PlaceFinder | null;
  clock: Clock;
  /** 0 to 1. */
  random: () => number;
  log: Log;
  concurrency?: number;
}

/** What a run did, by feed key. */
export type PollSummary = Map<string, PollResult>;

export interface Poller {
  /** Reads every feed that is due, each once, and returns when all are done. */
  runOnce(signal?: AbortSignal): Promise<PollSummary>;
  /** Goes on reading what falls due until `stop`. The schedule is the store's, so nothing is lost. */
  start(): void;
  /** Ends waiting requests; a merge that has begun is finished. */
  stop(): Promise<void>;
}

/** The feeds of a list of providers, as the store keeps them. */
export function feedSeeds(providers: readonly Provider[]): FeedSeed[] {
  return providers.flatMap((provider) =>
    provider.feeds.map((feed) => ({
      key: feedKey(provider.id, feed),
      providerId: provider.id,
      feed,
    })),
  );
}

export function createPoller(options: PollerOptions): Poller {
  const { store, clock, log } = options;
  const concurrency = options.concurrency ?? CONCURRENCY;
  const providers = new Map(options.providers.map((provider) => [provider.id, provider]));
  const logOnce = createLogOnce(log);
  const readAt = new Map<string, string>();
  const running = new Set<string>();
  /** What the loop has taken from the store and not begun, the next one last. */
  let waiting: DueFeed[] = [];
  const workers = new Set<Promise<void>>();
  let synced: Promise<void> | null = null;
  let loop: { done: Promise<void>; abort: AbortController } | null = null;

  const pollOptions: PollFeedOptions = {
    ...options,
    inTurn: createInTurn(),
    isRereadDue: (key, now) => {
      const last = readAt.get(key);
      // A feed this process has not read yet counts as read now: a restart reads nothing twice.
      if (last === undefined) readAt.set(key, now);
      return last !== undefined && Date.parse(now) - Date.parse(last) >= REREAD_AFTER_MS;
    },
  };

  async function poll(due: DueFeed, signal: AbortSignal | undefined): Promise<PollResult | null> {
    const provider = providers.get(due.providerId);
    if (provider === undefined) return null;
    const result = await pollFeed(due, provider, pollOptions, signal);
    if (result.kind === 'read') readAt.set(due.key, clock.now());
    report(due, result);
    return result;
  }

  function report(due: DueFeed, result: PollResult): void {
    const feed = due.key;
    if (result.kind === 'failed') {
      const { kind, message } = result.error;
      log.warn({ feed, kind, failures: due.failures + 1 }, message);
    }
    if (result.kind !== 'read') return;
    for (const { field, word } of result.snapshot.unknownWords) {
      const said = safeText(word);
      logOnce(`${feed} ${field} ${said}`, { feed, field, word: said }, 'Unknown word in a feed');
    }
    for (const warning of result.snapshot.warnings) {
      logOnce(`${feed} ${warning}`, { feed }, safeText(warning));
    }
    const { changedIncidentIds: incidents, hasVisibleChange } = result.save;
    if (hasVisibleChange) log.info({ feed, incidents: incidents.length }, 'A feed brought news');
  }

  const sync = () => {
    synced ??= store.syncFeeds(feedSeeds(options.providers), clock.now());
    return synced;
  };

  /** Reads one feed after the other as `take` gives them; what the store refuses is not a result. */
  async function work(
    take: () => DueFeed | undefined | Promise<DueFeed | undefined>,
    signal: AbortSignal | undefined,
    onDone: (key: string, result: PollResult | null) => void,
  ): Promise<void> {
    while (signal?.aborted !== true) {
      const feed = await take();
      if (feed === undefined) return;
      running.add(feed.key);
      try {
        onDone(feed.key, await poll(feed, signal));
      } catch (error) {
        onDone(feed.key, null);
        log.error({ feed: feed.key, err: error }, 'The store did not record a read');
      } finally {
        running.delete(feed.key);
      }
    }
  }

  /** A page of what is due and `isFree`; `passed` of those the store will name are not. */
  async function dueNow(isFree: (key: string) => boolean, passed: number): Promise<DueFeed[]> {
    const due = await store.dueFeeds(clock.now(), PAGE + passed);
    return due.filter(({ key }) => isFree(key));
  }

  async function runOnce(signal?: AbortSignal): Promise<PollSummary> {
    await sync();
    const summary: PollSummary = new Map();
    const tried = new Set<string>();
    let unrecorded = 0;
    const queue = createPagedQueue(async () => {
      const isFree = (key: string) => !running.has(key) && !tried.has(key);
      const page = await dueNow(isFree, running.size + unrecorded);
      for (const { key } of page) tried.add(key);
      return page;
    });
    const places = Math.max(1, concurrency - running.size);
    const worker = () =>
      work(queue.take, signal, (key, result) => {
        if (result !== null) summary.set(key, result);
        if (result === null || result.kind === 'aborted') unrecorded++;
      });
    await Promise.all(Array.from({ length: places }, worker));
    return summary;
  }

  /** Sets to work on what is due as many as may; each that ends a feed takes the next by itself. */
  async function launch(signal: AbortSignal): Promise<void> {
    if (waiting.length === 0) {
      waiting = (await dueNow((key) => !running.has(key), running.size)).reverse();
    }
    const free = Math.min(concurrency - running.size, waiting.length);
    for (let started = 0; started < free; started++) {
      const worker = work(
        () => waiting.pop(),
        signal,
        () => {},
      ).finally(() => workers.delete(worker));
      workers.add(worker);
    }
  }

  async function runUntil(signal: AbortSignal): Promise<void> {
    let staleCheckedAt = '';
    while (!signal.aborted) {
      try {
        await sync();
        await launch(signal);
        const now = clock.now();
        if (
          staleCheckedAt === '' ||
          Date.parse(now) - Date.parse(staleCheckedAt) >= STALE_CHECK_MS
        ) {
          staleCheckedAt = now;
          const stale = await store.markStale(now);
          if (stale.length > 0) log.warn({ feeds: stale }, 'Readings have become too old');
        }
      } catch (error) {
        synced = null;
        log.error({ err: error }, 'The store cannot be read; trying again');
      }
      await clock.sleep(TICK_MS, signal);
    }
    waiting = [];
    await Promise.all(workers);
  }

  return {
    runOnce,
    start() {
      if (loop !== null) return;
      const abort = new AbortController();
      loop = { abort, done: runUntil(abort.signal) };
    },
    async stop() {
      const current = loop;
      loop = null;
      current?.abort.abort();
      await current?.done;
    },
  };
}
