import { expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';

it('builds what it explains again where the store could not be read', async () => {
  let fails = true;
  const store = {
    revision: async () => 1,
    changedSince: async () => [],
    ongoing: async () => {
      if (fails) throw new Error('no');
      return [];
    },
    openIncidents: async () => [],
    incident: async () => null,
    incidentCountsByDay: async () => [],
  };
  const world = createExplainedWorld({
    store,
    knowledge: await loadKnowledge(),
    providers: [],
    now: () => '2025-10-25T12:00:00.000Z',
  });
  await expect(world.current()).rejects.toThrow('no');
  fails = false;
  expect((await world.current()).suspected).toEqual([]);
});
