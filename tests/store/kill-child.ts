import { openStore } from '../../src/store/open-store.ts';
import { killRead, STEPS_PER_LIFE, seedOfKill } from './kill-plan.ts';

/** Saves read after read, saying when it begins and when it has each; to be killed at any moment. */
const store = await openStore(process.argv[2] ?? '');
await store.syncFeeds([seedOfKill()], '2025-10-20T12:00:00.000Z');
const { total } = await store.countIncidents();
for (let step = total; step < total + STEPS_PER_LIFE; step++) {
  process.stdout.write(`begin ${step}\n`);
  const { read, merge } = killRead(step);
  await store.saveRead(read, merge);
  process.stdout.write(`saved ${step}\n`);
}
await store.close();
