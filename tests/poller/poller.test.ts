import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import type { Provider } from '../../src/model/provider.ts';
import { createPoller, feedSeeds, type PollerOptions } from '../../src/poller/poller.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeAdapter, createFakeLog, fakeProvider } from '../support/fake-feed.ts';
import { createFakeFetch } from '../support/fake-fetch.ts';
import { createFakeStore } from '../support/fake-store.ts';
import { snapshot, told } from '../support/merge-world.ts';

const START = '2024-06-20T08:05:00.000Z';
const json = (...args: Parameters<typeof snapshot>) => JSON.stringify(snapshot(...args));
const urlOf = (id: string, path = '') => `https://status.${id}.example/feed${path}`;

function world(
  providers: Provider[],
  adapter: Adapter = createFakeAdapter(),
  part: Partial<PollerOptions> = {},
) {
  const clock = createFakeClock(START);
  const store = createFakeStore();
  const fetch = createFakeFetch();
  const log = createFakeLog();
  const poller = createPoller({
    store,
    providers,
    fetchDocument: fetch.fetchDocument,
    adapterFor: (format) => (format === 'fake' ? adapter : undefined),
    places: null,
    clock,
    random: () => 0.5,
    log,
    ...part,
  });
  const keys = feedSeeds(providers).map(({ key }) => key);
  return { clock, store, fetch, log, poller, keys };
}

describe('runOnce', () => {
  it('reads what is due and nothing before its time', async () => {
    const { poller, fetch, store, clock, keys } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([]), etag: '"1"' });
    const summary = await poller.runOnce();
    expect(summary.get(keys[0]!)?.kind).toBe('read');
    expect(store.writes).toMatchObject([{ kind: 'read', nextCheckAt: '2024-06-20T08:07:00.000Z' }]);
    await clock.advance(119_000);
    expect((await poller.runOnce()).size).toBe(0);
    await clock.advance(1_000);
    expect((await poller.runOnce()).get(keys[0]!)?.kind).toBe('unchanged');
    expect(fetch.requests[1]?.validators?.etag).toBe('"1"');
  });

  it('takes the same bytes for unchanged where the server knows no validators', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([]) });
    await poller.runOnce();
    await clock.advance(120_000);
    await poller.runOnce();
    expect(store.writes.map(({ kind }) => kind)).toEqual(['read', 'unchanged']);
  });

  it('reads the same bytes again after an hour: what they prove depends on their age', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([]), etag: '"1"' });
    await poller.runOnce();
    await clock.advance(60 * 60_000);
    await poller.runOnce();
    expect(store.writes.map(({ kind }) => kind)).toEqual(['read', 'read']);
  });

  it('comes back sooner while something is open, and not before a source allows', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([told()]) });
    await poller.runOnce();
    expect(store.writes.at(-1)?.nextCheckAt).toBe('2024-06-20T08:06:00.000Z');
    await clock.advance(60_000);
    fetch.answer(urlOf('northwind'), { body: json([told()]), freshForSeconds: 600 });
    await poller.runOnce();
    expect(store.writes.at(-1)?.nextCheckAt).toBe('2024-06-20T08:16:00.000Z');
  });

  it('keeps what it knew when a read fails, and backs off', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([told()]) });
    await poller.runOnce();
    const error = new FeedError('rate-limited', 'wait', {
      httpStatus: 429,
      retryAfterSeconds: 1800,
    });
    fetch.answer(urlOf('northwind'), { error });
    await clock.advance(60_000);
    await poller.runOnce();
    const [health] = await store.feedHealth();
    expect(health).toMatchObject({
      failures: 1,
      lastGoodAt: START,
      error: { kind: 'rate-limited', httpStatus: 429 },
      nextCheckAt: '2024-06-20T08:36:00.000Z',
    });
    expect(await store.openIncidents()).toHaveLength(1);
  });

  it('lets no feed disturb another: throwing adapters, missing formats, unreachable hosts', async () => {
    const providers = [
      fakeProvider('broken'),
      fakeProvider('odd', { format: 'unheard-of' }),
      fakeProvider('away'),
      fakeProvider('fine'),
    ];
    const { poller, fetch, store, keys, log } = world(providers);
    fetch.answer(urlOf('broken'), { body: 'not JSON' });
    fetch.answer(urlOf('away'), { error: new FeedError('network', 'no route') });
    fetch.answer(urlOf('fine'), { body: json([told()]) });
    const summary = await poller.runOnce();
    expect(keys.map((key) => summary.get(key)?.kind)).toEqual([
      'failed',
      'failed',
      'failed',
      'read',
    ]);
    const health = await store.feedHealth();
    expect(health.map(({ error }) => error?.kind)).toEqual([
      'parse',
      'parse',
      'network',
      undefined,
    ]);
    expect(log.lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it('goes on when the store refuses one read, and ends', async () => {
    const { poller, fetch, store, log } = world([fakeProvider('a'), fakeProvider('b')]);
    fetch.answer(urlOf('a'), { body: json([]) });
    fetch.answer(urlOf('b'), { body: json([]) });
    const { saveRead } = store;
    store.saveRead = async (read, merge) => {
      if (read.providerId === 'a') throw new Error('disk full');
      return saveRead(read, merge);
    };
    const summary = await poller.runOnce();
    expect([...summary.values()].map(({ kind }) => kind)).toEqual(['read']);
    expect(log.lines).toMatchObject([{ level: 'error' }, { level: 'info' }].slice(0, 1));
  });

  it('says each unknown word and warning once', async () => {
    const { poller, fetch, clock, log } = world([fakeProvider('northwind')]);
    for (const title of ['a', 'b']) {
      const read = json([told({ title })], {
        unknownWords: [{ field: 'component.status', word: 'wobbly\u0007' }],
        warnings: ['odd'],
      });
      fetch.answer(urlOf('northwind'), { body: read });
      await poller.runOnce();
      await clock.advance(60_000);
    }
    const warnings = log.lines.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ message }) => message)).toEqual(['Unknown word in a feed', 'odd']);
    expect(warnings[0]?.fields).toMatchObject({ word: 'wobbly' });
  });

  it('never merges two feeds of one provider at the same time', async () => {
    const [base] = [fakeProvider('northwind')];
    const feeds = ['1', '2', '3'].map((n) => ({
      ...base.feeds[0]!,
      url: `${urlOf('northwind')}${n}`,
    }));
    const { poller, fetch, store } = world([{ ...base, feeds }]);
    for (const { url } of feeds) fetch.answer(url, { body: json([told()]) });
    let now = 0;
    let most = 0;
    const { saveRead } = store;
    store.saveRead = async (read, merge) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      const saved = await saveRead(read, merge);
      now--;
      return saved;
    };
    await poller.runOnce();
    expect(most).toBe(1);
    expect(store.known('northwind')).toHaveLength(1);
  });

  it('reads no more feeds at a time than allowed', async () => {
    const providers = Array.from({ length: 9 }, (_, index) => fakeProvider(`p${index}`));
    let now = 0;
    let most = 0;
    const { poller } = world(providers, undefined, {
      concurrency: 4,
      fetchDocument: async (url) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now--;
        throw new FeedError('network', url);
      },
    });
    expect((await poller.runOnce()).size).toBe(9);
    expect(most).toBe(4);
  });
});

describe('many feeds at once', () => {
  const providers = Array.from({ length: 600 }, (_, index) => fakeProvider(`p${index}`));
  const answered = (part: Partial<PollerOptions> = {}) => {
    const made = world(providers, undefined, part);
    for (const { id } of providers) made.fetch.answer(urlOf(id), { body: json([]), etag: '"1"' });
    const asked = { due: 0, documents: 0 };
    const { dueFeeds, documents } = made.store;
    made.store.dueFeeds = (now, limit) => {
      asked.due++;
      return dueFeeds(now, limit);
    };
    made.store.documents = (key) => {
      asked.documents++;
      return documents(key);
    };
    return { ...made, asked };
  };

  it('are asked for in pages, and no body is loaded for what did not change', async () => {
    const { poller, store, clock, asked } = answered();
    expect((await poller.runOnce()).size).toBe(600);
    await clock.advance(120_000);
    expect((await poller.runOnce()).size).toBe(600);
    expect(store.writes.slice(600).every(({ kind }) => kind === 'unchanged')).toBe(true);
    expect(asked).toEqual({ due: 8, documents: 0 });
  });

  it('are each read once, though the store refuses to record most of them', async () => {
    const { poller, store } = answered();
    const tried: string[] = [];
    const { saveRead } = store;
    store.saveRead = async (read, merge) => {
      tried.push(read.feedKey);
      if (tried.length <= 500) throw new Error('disk full');
      return saveRead(read, merge);
    };
    expect((await poller.runOnce()).size).toBe(100);
    expect(new Set(tried).size).toBe(600);
    expect(tried).toHaveLength(600);
  });

  it('follow one another in the loop without waiting for its next turn', async () => {
    const { poller, store, clock } = answered({ concurrency: 4 });
    poller.start();
    await clock.advance(0);
    await expect.poll(() => store.writes.length).toBe(256);
    await clock.advance(1_000);
    await expect.poll(() => store.writes.length).toBe(512);
    await poller.stop();
  });
});

describe('a feed of several documents', () => {
  const adapter = createFakeAdapter(['', '/more']);

  it('needs the first; the others may be missing from the start', async () => {
    const { poller, fetch, store } = world([fakeProvider('northwind')], adapter);
    fetch.answer(urlOf('northwind'), { body: json([]) });
    const [result] = (await poller.runOnce()).values();
    expect(result?.kind).toBe('read');
    expect(await store.documents(store.writes[0]!.feedKey)).toHaveLength(1);
  });

  it('takes a document that vanishes for a failed read, and believes it only after three', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')], adapter);
    fetch.answer(urlOf('northwind'), { body: json([told()]) });
    fetch.answer(urlOf('northwind', '/more'), { body: 'x' });
    await poller.runOnce();
    const gone = new FeedError('http-status', 'HTTP 404', { httpStatus: 404 });
    fetch.answer(urlOf('northwind', '/more'), { error: gone });
    for (let hour = 0; hour < 4; hour++) {
      await clock.advance(60 * 60_000);
      await poller.runOnce();
    }
    expect(store.writes.map(({ kind }) => kind)).toEqual([
      'read',
      'failure',
      'failure',
      'failure',
      'read',
    ]);
  });

  it('uses the stored body of a document that did not change', async () => {
    const { poller, fetch, store, clock } = world([fakeProvider('northwind')], adapter);
    fetch.answer(urlOf('northwind'), { body: json([told()]), etag: '"a"' });
    fetch.answer(urlOf('northwind', '/more'), { body: 'x' });
    await poller.runOnce();
    fetch.answer(urlOf('northwind', '/more'), { body: 'y' });
    await clock.advance(60_000);
    const [result] = (await poller.runOnce()).values();
    expect(result?.kind).toBe('read');
    expect(await store.openIncidents()).toHaveLength(1);
  });
});

describe('start and stop', () => {
  it('reads what falls due, marks what has become stale, and stops cleanly', async () => {
    const { poller, fetch, clock, store, log } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([]) });
    poller.start();
    poller.start();
    await clock.advance(5_000);
    expect(store.writes).toHaveLength(1);
    fetch.answer(urlOf('northwind'), { error: new FeedError('network', 'no route') });
    await clock.advance(20 * 60_000);
    expect(log.lines.some(({ message }) => message === 'Readings have become too old')).toBe(true);
    await poller.stop();
    const writes = store.writes.length;
    await clock.advance(60 * 60_000);
    expect(store.writes).toHaveLength(writes);
  });

  it('ends a waiting request without recording a failure', async () => {
    const { poller, clock, store } = world([fakeProvider('northwind')], undefined, {
      fetchDocument: (_url, _validators, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    poller.start();
    await clock.advance(1_000);
    await poller.stop();
    expect(store.writes).toEqual([]);
  });

  it('finishes a merge that has begun', async () => {
    const { poller, fetch, clock, store } = world([fakeProvider('northwind')]);
    fetch.answer(urlOf('northwind'), { body: json([told()]) });
    const { saveRead } = store;
    let release = () => {};
    store.saveRead = async (read, merge) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return saveRead(read, merge);
    };
    poller.start();
    await clock.advance(1_000);
    const stopped = poller.stop();
    release();
    await stopped;
    expect(store.known('northwind')).toHaveLength(1);
  });
});
