import { createFetchDocument } from '../../../src/fetcher/fetch-document.ts';
import { isOpen } from '../../../src/model/incident.ts';
import { feedKey, type Provider } from '../../../src/model/provider.ts';
import { createInTurn } from '../../../src/poller/in-turn.ts';
import { type PollFeedOptions, type PollResult, pollFeed } from '../../../src/poller/poll-feed.ts';
import { createPoller } from '../../../src/poller/poller.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { DueFeed } from '../../../src/store/store.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import type { FieldCase } from './case-file.ts';
import { type ExampleNetwork, startExampleNetwork } from './example-network.ts';
import type { FeedFormat } from './feed-formats.ts';
import { type Observation, observe } from './observe.ts';

export const PROVIDER_ID = 'northwind';
export const FEED_URL = 'https://status.northwind.example/history';

export interface CaseWorld {
  network: ExampleNetwork;
  url: string;
  /** What is due at this time is read; `isForced` reads the feed even if it is not due. */
  poll(at: string, isForced: boolean): Promise<Observation>;
  close(): Promise<void>;
}

export interface WorldOptions {
  url: string;
  startAt: string;
  context: FieldCase['context'];
}

/**
 * The product as it runs, with one provider of one feed: real fetcher, poller, merge and SQLite;
 * only the clock and the far end of the connection are ours.
 */
export async function createCaseWorld(
  { adapter }: FeedFormat,
  { url, startAt, context }: WorldOptions,
): Promise<CaseWorld> {
  const feed = {
    format: adapter.format,
    url,
    evidence: 'documented' as const,
    ...(context?.defaultTimeZone ? { timeZone: context.defaultTimeZone } : {}),
    ...(context?.scopeComponents ? { scopeComponents: context.scopeComponents } : {}),
    // "The channel is the expected one" is the assumption of the case that lists only what is open.
    ...(context?.sourceListsOnlyActive ? { expectTitle: 'Example Cloud Status' } : {}),
  };
  const provider: Provider = {
    id: PROVIDER_ID,
    name: 'Northwind',
    homepage: 'https://www.northwind.example/',
    statusPage: 'https://status.northwind.example/',
    category: 'cloud',
    country: 'CH',
    feeds: [feed],
  };
  const key = feedKey(provider.id, feed);
  const store = await openStore('sqlite::memory:');
  const network = await startExampleNetwork();
  const clock = createFakeClock(startAt);
  const fetchDocument = createFetchDocument({
    version: '0.0.0',
    contactUrl: 'https://downstream.example/about',
    now: clock.now,
    random: () => 0.5,
    retryDelayMs: 1,
    headersTimeoutMs: 400,
    dispatcher: network.dispatcher,
  });
  const options = {
    store,
    fetchDocument,
    adapterFor: () => adapter,
    places: null,
    clock,
    random: () => 0.5,
    log: { info() {}, warn() {}, error() {} },
  };
  const poller = createPoller({ ...options, providers: [provider] });
  const forced: PollFeedOptions = {
    ...options,
    inTurn: createInTurn(),
    isRereadDue: () => true,
  };

  async function dueNow(): Promise<DueFeed> {
    const health = (await store.feedHealth(provider.id)).find((one) => one.key === key);
    const open = await store.openIncidents();
    return {
      key,
      providerId: provider.id,
      feed,
      failures: health?.failures ?? 0,
      nextCheckAt: clock.now(),
      lastGoodAt: health?.lastGoodAt ?? null,
      hasOpenIncident: open.some(isOpen),
    };
  }

  return {
    network,
    url,
    async poll(at, isForced) {
      await clock.set(at);
      const began = performance.now();
      let result: PollResult | null = (await poller.runOnce()).get(key) ?? null;
      if (result === null && isForced) result = await pollFeed(await dueNow(), provider, forced);
      return observe(store, provider.id, clock.now(), result, performance.now() - began);
    },
    async close() {
      await network.close();
      await store.close();
    },
  };
}
