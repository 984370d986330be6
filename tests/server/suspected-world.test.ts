import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { ExplainedWorld } from '../../src/views/explained-world.ts';
import { providerBoard } from '../../src/views/provider-board.ts';
import { type SuspectedWorldOptions, suspectedWorld } from '../support/suspected-world.ts';
import { fillStore } from '../support/world.ts';

const ID = 'suspected.aws.us-east-1.202606100800';
const knowledge = await loadKnowledge();

async function openWorld(options: SuspectedWorldOptions) {
  const world = suspectedWorld(options);
  const store = await openStore('sqlite::memory:');
  await fillStore(store, world);
  const providers = world.providers.map(({ provider }) => provider);
  let now = world.now;
  const explained = createExplainedWorld({ store, knowledge, providers, now: () => now });
  return { store, providers, explained, world, wait: (at: string) => (now = at) };
}
const states = async (explained: ExplainedWorld) =>
  (await explained.current()).suspected.map(({ id, state }) => ({ id, ...state }));

describe('an upstream that has not posted', () => {
  it('is suspected once enough who stand on it have fallen, with the arithmetic', async () => {
    const early = await openWorld({ now: '08:02' });
    expect(await states(early.explained)).toEqual([]);
    const { explained } = await openWorld({ now: '08:08' });
    const [event] = (await explained.current()).suspected;
    expect(event).toMatchObject({ id: ID, state: { state: 'suspected' } });
    const { arithmetic, formedAt } = event?.suspicion ?? {};
    expect(formedAt).toBe('2026-06-10T08:05:00.000Z');
    expect(arithmetic?.chance).toBeLessThan(1e-7);
    expect(arithmetic?.fallen.map(({ providerId }) => providerId)).toContain('atlassian');
  });

  it('keeps its own status', async () => {
    const { store, providers, world } = await openWorld({ now: '08:08' });
    const board = providerBoard({
      providers,
      statements: await store.feedStatements(),
      health: await store.feedHealth(),
      openIncidents: await store.openIncidents(),
      now: world.now,
    });
    expect(board.rows.find(({ provider }) => provider.id === 'aws')?.status).toBe('operational');
  });

  it('becomes the event when it posts', async () => {
    const { explained } = await openWorld({ now: '08:40', awsPosts: '08:21' });
    expect(await states(explained)).toMatchObject([
      { id: ID, state: 'became-event', incidentId: 'aws/today', minutesAhead: 16 },
    ]);
    const found = await explained.event('aws.today');
    expect(found?.story.members.map(({ providerId }) => providerId)).toContain('atlassian');
  });

  it('is cleared, with the reason, when their posts name other causes', async () => {
    const { explained } = await openWorld({
      now: '08:40',
      theyAdd: 'The errors were caused by a bad release of ours, which we rolled back.',
    });
    expect(await states(explained)).toMatchObject([
      { state: 'withdrawn', reason: 'other-cause-named', since: '2026-06-10T08:30:00.000Z' },
    ]);
  });

  it('is cleared when it stays silent for six hours, with no new post needed', async () => {
    const { explained, wait } = await openWorld({ now: '08:40' });
    expect(await states(explained)).toMatchObject([{ state: 'suspected' }]);
    wait('2026-06-10T14:10:00.000Z');
    expect(await states(explained)).toMatchObject([
      { state: 'withdrawn', reason: 'upstream-silent', since: '2026-06-10T14:05:00.000Z' },
    ]);
  });

  it('is found under its address long after', async () => {
    const { explained, wait } = await openWorld({ now: '08:40', awsPosts: '08:21' });
    wait('2026-09-01T12:00:00.000Z');
    expect(await states(explained)).toEqual([]);
    const found = await explained.suspected(ID);
    expect(found?.event.state).toMatchObject({ state: 'became-event', incidentId: 'aws/today' });
    expect(await explained.suspected('suspected.aws.us-east-1.202606100900')).toBeUndefined();
    expect(await explained.suspected('suspected.aws.nonsense')).toBeUndefined();
  });
});
