import { describe, expect, it } from 'vitest';
import { withSharedReads } from '../../src/server/shared-reads.ts';
import type { Store } from '../../src/store/store.ts';

function setUp() {
  const world = { revision: 1, now: 0, reads: [] as string[], fails: false };
  const store = {
    openIncidents: async () => {
      world.reads.push('open');
      if (world.fails) throw new Error('no');
      return [];
    },
    feedHealth: async (providerId?: string) => {
      world.reads.push(`health ${providerId ?? 'all'}`);
      return [];
    },
  } as unknown as Store;
  const shared = withSharedReads(
    store,
    () => world.revision,
    () => world.now,
  );
  return { world, shared };
}

describe('withSharedReads', () => {
  it('reads once per revision, however many ask', async () => {
    const { world, shared } = setUp();
    await Promise.all([shared.openIncidents(), shared.openIncidents()]);
    await shared.openIncidents();
    expect(world.reads).toEqual(['open']);
    world.revision = 2;
    await shared.openIncidents();
    expect(world.reads).toEqual(['open', 'open']);
  });

  it('lets reading times grow only seconds old', async () => {
    const { world, shared } = setUp();
    await shared.feedHealth();
    world.now = 16_000;
    await shared.feedHealth();
    expect(world.reads).toEqual(['health all', 'health all']);
  });

  it('shares nothing of a single provider', async () => {
    const { world, shared } = setUp();
    await shared.feedHealth('a');
    await shared.feedHealth('a');
    expect(world.reads).toEqual(['health a', 'health a']);
  });

  it('does not keep a failure', async () => {
    const { world, shared } = setUp();
    world.fails = true;
    await expect(shared.openIncidents()).rejects.toThrow('no');
    world.fails = false;
    expect(await shared.openIncidents()).toEqual([]);
  });
});
