import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptOngoing } from '../../src/server/kept-ongoing.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { OngoingOptions } from '../../src/store/store-queries.ts';
import { at, ids, incident, save } from '../store/sample-incident.ts';

const FROM = at(-100);
const TO = at(100);

/** A real store that counts what is read of it, and the lists kept of it. */
async function setUp() {
  const store = await openStore('sqlite::memory:');
  const reads: (number | 'all')[] = [];
  const revision = { current: await store.revision() };
  const counted: Pick<Store, 'ongoing' | 'changedSince'> = {
    changedSince: store.changedSince,
    ongoing: (from, to, options) => {
      reads.push(options?.among?.length ?? 'all');
      return store.ongoing(from, to, options);
    },
  };
  const ongoing = createKeptOngoing(counted, () => revision.current);
  const change = async (...changed: Parameters<typeof incident>[]) => {
    await save(store, ...changed.map((one) => incident(...one)));
    revision.current = await store.revision();
  };
  return { store, reads, ongoing, change };
}

describe('createKeptOngoing', () => {
  let world: Awaited<ReturnType<typeof setUp>>;
  beforeEach(async () => {
    world = await setUp();
  });
  afterEach(() => world.store.close());

  /** What is kept must be what a fresh read gives. */
  const expectFresh = async (options: OngoingOptions) => {
    const list = await world.ongoing(FROM, TO, options);
    expect(list).toEqual(await world.store.ongoing(FROM, TO, options));
    return list;
  };

  it('reads a list once, however many ask at once or later', async () => {
    await world.change(['aws/1']);
    const options = { detail: 'outline' as const };
    const lists = await Promise.all([
      world.ongoing(FROM, TO, options),
      world.ongoing(FROM, TO, options),
    ]);
    expect(lists[0]).toBe(lists[1]);
    expect(await world.ongoing(FROM, TO, options)).toBe(lists[0]);
    expect(world.reads).toEqual(['all']);
  });

  it('reads anew what changed, and only that', async () => {
    await world.change(['aws/1'], ['aws/2', { startedAt: at(-3) }], ['github/1']);
    await expectFresh({ detail: 'parts' });
    await world.change(['aws/2', { startedAt: at(-3), title: 'Another title' }]);
    const list = await expectFresh({ detail: 'parts' });
    expect(list.find(({ id }) => id === 'aws/2')?.title).toBe('Another title');
    expect(world.reads).toEqual(['all', 1]);
  });

  it('takes in what is new, lets go what left the span, and moves what begins elsewhere', async () => {
    await world.change(['aws/1'], ['aws/2', { startedAt: at(-3) }]);
    await expectFresh({});
    await world.change(['aws/3', { startedAt: at(-5) }], ['aws/2', { startedAt: at(5) }]);
    expect(ids(await expectFresh({}))).toEqual(['aws/2', 'aws/1', 'aws/3']);
    await world.change(['aws/2', { startedAt: at(200) }]);
    expect(ids(await expectFresh({}))).toEqual(['aws/1', 'aws/3']);
    expect(world.reads).toEqual(['all', 2, 1]);
  });

  it('keeps the very same list where the change is none of its own', async () => {
    await world.change(['aws/1'], ['github/1', { startedAt: at(500) }]);
    const ofAws = await world.ongoing(FROM, TO, { providers: ['aws'] });
    const ofAll = await world.ongoing(FROM, TO);
    await world.change(['github/1', { startedAt: at(501) }]);
    expect(await world.ongoing(FROM, TO, { providers: ['aws'] })).toBe(ofAws);
    expect(await world.ongoing(FROM, TO)).toBe(ofAll);
    expect(world.reads).toEqual(['all', 'all', 1]);
  });

  it('reads all anew where a limit hides what moves up', async () => {
    await world.change(
      ['aws/1', { startedAt: at(-1) }],
      ['aws/2'],
      ['aws/3', { startedAt: at(1) }],
    );
    await expectFresh({ limit: 2 });
    await world.change(['aws/3', { startedAt: at(2), title: 'Still within' }]);
    expect(ids(await expectFresh({ limit: 2 }))).toEqual(['aws/3', 'aws/2']);
    expect(world.reads).toEqual(['all', 1]);
    await world.change(['aws/3', { startedAt: at(-2) }]);
    expect(ids(await expectFresh({ limit: 2 }))).toEqual(['aws/2', 'aws/1']);
    await world.change(['aws/2', { startedAt: at(300) }]);
    expect(ids(await expectFresh({ limit: 2 }))).toEqual(['aws/1', 'aws/3']);
    expect(world.reads).toEqual(['all', 1, 1, 'all', 1, 'all']);
  });

  it('reads all anew where too much changed to tell', async () => {
    await world.change(['aws/1']);
    await expectFresh({});
    await world.change(
      ...Array.from({ length: 1_001 }, (_, i): Parameters<typeof incident> => {
        return [`github/${i}`, { startedAt: at(i % 90) }];
      }),
    );
    await expectFresh({});
    expect(world.reads).toEqual(['all', 'all']);
  });

  it('asks again what changed where that failed', async () => {
    let asked = 0;
    const revision = { current: 1 };
    const ongoing = createKeptOngoing(
      {
        changedSince: async () => {
          asked += 1;
          if (asked === 1) throw new Error('no');
          return [];
        },
        ongoing: async () => [],
      },
      () => revision.current,
    );
    const [one, other] = [await ongoing(FROM, TO), await ongoing(FROM, TO, { providers: ['aws'] })];
    revision.current = 2;
    await expect(ongoing(FROM, TO)).rejects.toThrow('no');
    expect(await ongoing(FROM, TO, { providers: ['aws'] })).toBe(other);
    expect(await ongoing(FROM, TO)).toEqual(one);
    expect(asked).toBe(2);
  });

  it('does not keep a failure', async () => {
    let fails = true;
    const ongoing = createKeptOngoing(
      {
        changedSince: async () => [],
        ongoing: async () => {
          if (fails) throw new Error('no');
          return [];
        },
      },
      () => 1,
    );
    await expect(ongoing(FROM, TO)).rejects.toThrow('no');
    fails = false;
    expect(await ongoing(FROM, TO)).toEqual([]);
  });
});
