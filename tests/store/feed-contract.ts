import { describe, expect, it } from 'vitest';
import { at, change, incident, NO_CHANGE, NOW, read, save, seed } from './sample-incident.ts';
import type { StoreUnderTest } from './store-contract.ts';

const DOCUMENT = {
  url: 'https://status.aws.example/a',
  etag: '"x"',
  lastModified: null,
  headers: { 'content-type': 'application/json' },
  body: Uint8Array.from({ length: 3000 }, (_, i) => i % 256),
  hash: 'h1',
};

export function feedContract(subject: StoreUnderTest): void {
  const ready = async () => {
    const { store } = subject;
    await store.syncFeeds([seed('aws'), seed('github')], NOW);
    return store;
  };

  describe('feeds', () => {
    it('follow the config, and keep their schedule', async () => {
      const store = await ready();
      await store.saveUnchanged(seed('aws').key, NOW, at(5));
      await store.syncFeeds([seed('aws'), seed('azure')], at(1));
      expect((await store.feedHealth()).map((health) => health.providerId)).toEqual([
        'aws',
        'azure',
      ]);
      expect((await store.dueFeeds(at(1), 10)).map((feed) => feed.providerId)).toEqual(['azure']);
      await store.syncFeeds([seed('github')], at(2));
      const [back] = await store.dueFeeds(at(2), 10);
      expect(back).toEqual({
        ...seed('github'),
        failures: 0,
        nextCheckAt: at(2),
        lastGoodAt: null,
        hasOpenIncident: false,
      });
    });

    it('come due longest waiting first, with their open incidents noted', async () => {
      const store = await ready();
      await store.saveUnchanged(seed('aws').key, NOW, at(-1));
      await store.saveRead(read('github', { nextCheckAt: at(-2) }), () => [
        change(incident('github/1')),
      ]);
      const due = await store.dueFeeds(NOW, 10);
      expect(due.map((feed) => [feed.providerId, feed.hasOpenIncident])).toEqual([
        ['github', true],
        ['aws', false],
      ]);
      expect(await store.dueFeeds(NOW, 1)).toHaveLength(1);
      expect(await store.dueFeeds(at(-3), 10)).toEqual([]);
    });

    it('keep documents byte for byte, and only those of the last read', async () => {
      const store = await ready();
      const empty = { ...DOCUMENT, url: 'https://b.example', body: new Uint8Array(), hash: 'h0' };
      await store.saveRead(read('aws', { documents: [DOCUMENT, empty] }), NO_CHANGE);
      const again = await subject.reopen();
      expect(await again.documents(seed('aws').key)).toEqual([DOCUMENT, empty]);
      const held = [DOCUMENT, empty].map(({ headers: _, body: __, ...rest }) => rest);
      expect(await again.heldDocuments(seed('aws').key)).toEqual(held);
      await again.saveRead(read('aws', { at: at(1), documents: [DOCUMENT] }), NO_CHANGE);
      await again.saveRead(read('aws', { at: at(2), documents: [DOCUMENT] }), NO_CHANGE);
      expect(await again.documents(seed('aws').key)).toEqual([DOCUMENT]);
      const [health] = await again.feedHealth('aws');
      expect(health).toMatchObject({ lastGoodAt: at(2), lastChangeAt: at(1) });
    });

    it('tell their health and statement', async () => {
      const store = await ready();
      const components = [{ id: 'c', name: 'API', status: 'operational' as const, group: 'Core' }];
      await store.saveRead(
        read('aws', {
          components,
          warnings: ['odd'],
          unknownWords: [{ field: 'status', word: 'meh' }],
          redirectedTo: 'https://new.example',
        }),
        NO_CHANGE,
      );
      await store.saveFailure({
        feedKey: seed('aws').key,
        at: at(2),
        nextCheckAt: at(4),
        kind: 'http-status',
        message: 'HTTP 503',
        httpStatus: 503,
      });
      expect(await store.feedHealth('aws')).toEqual([
        {
          key: seed('aws').key,
          providerId: 'aws',
          format: 'statuspage',
          url: 'https://status.aws.example',
          nextCheckAt: at(4),
          lastAttemptAt: at(2),
          lastGoodAt: NOW,
          lastChangeAt: null,
          failures: 1,
          error: { kind: 'http-status', message: 'HTTP 503', httpStatus: 503 },
          redirectedTo: 'https://new.example',
          unknownWords: [{ field: 'status', word: 'meh' }],
          warnings: ['odd'],
          provesNothingReported: true,
        },
      ]);
      expect(await store.feedStatements('aws')).toEqual([
        {
          feedKey: seed('aws').key,
          providerId: 'aws',
          status: 'operational',
          components,
          provesNothingReported: true,
          lastGoodAt: NOW,
        },
      ]);
    });

    it('must be known before they are read', async () => {
      const { store } = subject;
      const unknown = { name: 'StoreError', kind: 'unknown-feed' };
      await expect(store.saveRead(read('aws'), NO_CHANGE)).rejects.toMatchObject(unknown);
      await expect(store.saveUnchanged('x', NOW, NOW)).rejects.toMatchObject(unknown);
    });
  });

  describe('revision', () => {
    const key = seed('aws').key;
    const fail = (kind: 'timeout' | 'network', minutes: number) =>
      subject.store.saveFailure({
        feedKey: key,
        at: at(minutes),
        nextCheckAt: at(minutes + 1),
        kind,
        message: kind,
      });
    /** How far a step moves it. */
    const moved = async (step: () => Promise<unknown>) => {
      const before = await subject.store.revision();
      await step();
      return (await subject.store.revision()) - before;
    };

    it('moves when feeds come or go', async () => {
      const { store } = subject;
      expect(await moved(() => store.syncFeeds([seed('aws')], NOW))).toBe(1);
      expect(await moved(() => store.syncFeeds([seed('aws')], at(1)))).toBe(0);
      expect(await moved(() => store.syncFeeds([], at(1)))).toBe(1);
      expect(await moved(() => store.syncFeeds([], at(2)))).toBe(0);
      expect(await moved(() => store.syncFeeds([seed('aws')], at(3)))).toBe(1);
    });

    it('moves with statements, not with reads', async () => {
      const store = await ready();
      const saved = (minutes: number, parts = {}) =>
        moved(() => store.saveRead(read('aws', { at: at(minutes), ...parts }), NO_CHANGE));
      expect(await saved(0)).toBe(1);
      expect(await saved(1)).toBe(0);
      expect(await saved(2, { status: 'major_outage' })).toBe(1);
      const components = [{ id: 'c', name: 'API', status: 'operational' }];
      expect(await saved(3, { status: 'major_outage', components })).toBe(1);
      expect(await saved(4, { status: 'major_outage', components, warnings: ['w'] })).toBe(0);
      expect(await moved(() => store.saveUnchanged(key, at(5), at(6)))).toBe(0);
    });

    it('moves when a feed falls ill, in another way, or is well again', async () => {
      const store = await ready();
      await store.saveUnchanged(key, NOW, at(1));
      expect(await moved(() => fail('timeout', 1))).toBe(1);
      expect(await moved(() => fail('timeout', 2))).toBe(0);
      expect(await moved(() => fail('network', 3))).toBe(1);
      expect(await moved(() => store.saveUnchanged(key, at(4), at(5)))).toBe(1);
      expect(await moved(() => store.saveUnchanged(key, at(5), at(6)))).toBe(0);
    });

    it('moves once when a reading goes stale, and when it is fresh again', async () => {
      const store = await ready();
      await store.saveUnchanged(key, NOW, at(1));
      expect(await store.markStale(at(15))).toEqual([]);
      expect(await moved(() => store.markStale(at(16)))).toBe(1);
      expect(await moved(() => store.markStale(at(17)))).toBe(0);
      expect(await moved(() => store.saveUnchanged(key, at(18), at(19)))).toBe(1);
      expect(await store.markStale(at(40))).toEqual([key]);
      // Stale by the clock though nobody marked it: a page may have said so already.
      await store.saveUnchanged(key, at(41), at(42));
      expect(await moved(() => store.saveUnchanged(key, at(90), at(91)))).toBe(1);
    });

    it('moves with visible incident changes only', async () => {
      const store = await ready();
      await save(store, incident('aws/1'));
      const seen = incident('aws/1', { lastSeenAt: at(1) });
      const quiet = read('aws', { at: at(1) });
      const result = await store.saveRead(quiet, () => [change(seen, { isVisible: false })]);
      expect(result).toEqual({
        revision: await store.revision(),
        changedIncidentIds: ['aws/1'],
        hasVisibleChange: false,
      });
      const loud = () => store.saveRead(quiet, () => [change(seen)]);
      expect(await moved(loud)).toBe(1);
      const archived = incident('aws/old', { origin: 'archive' });
      expect(await moved(() => store.saveArchive([archived]))).toBe(1);
      expect(await moved(() => store.saveArchive([archived]))).toBe(0);
    });
  });
}
