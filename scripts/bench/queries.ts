import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { IncidentQuery } from '../../src/store/store-queries.ts';
import { GENERATED_UNTIL } from '../generate-incidents.ts';

/**
 * Times the queries of the pages against a generated store.
 * @example node scripts/bench/queries.ts sqlite:data/bench.db
 */

const ROUNDS = 60;

const PAGES: Record<string, IncidentQuery> = {
  timeline: {},
  provider: { providers: ['provider-07'] },
  'stack of 20': {
    providers: Array.from({ length: 20 }, (_, i) => `provider-${String(i + 1).padStart(2, '0')}`),
  },
  'day, overlapping': { from: '2025-10-20T00:00:00.000Z', to: '2025-10-21T00:00:00.000Z' },
  'old day, overlapping': { from: '2018-10-20T00:00:00.000Z', to: '2018-10-21T00:00:00.000Z' },
  'year, provider': {
    providers: ['provider-07'],
    from: '2024-01-01T00:00:00.000Z',
    to: '2025-01-01T00:00:00.000Z',
  },
  'critical only': { impact: 'critical' },
  'notices of a provider': { kinds: ['notice'], providers: ['provider-07'] },
  'unknown status': { statuses: ['unknown'] },
  archive: { origin: 'archive' },
  'not open': { isOpen: false },
  region: { regions: ['provider-07:eu-west-1'] },
  service: { services: ['provider-07:login'] },
  'frequent word': { text: 'customers' },
  'frequent beginning': { text: 'fail' },
  'two letters': { text: 'cu' },
  'three words': { text: 'latency login watching' },
  'word at a provider': { text: 'outage', providers: ['provider-07'] },
  'word in a range': {
    text: 'outage',
    from: '2025-10-01T00:00:00.000Z',
    to: '2025-11-01T00:00:00.000Z',
  },
  'absent word': { text: 'zebra' },
};

async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < 5; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (ROUNDS - 1))] ?? 0).toFixed(2);
  console.log(
    `${name.padEnd(28)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms`,
  );
}

async function bench(store: Store): Promise<void> {
  const { total, open } = await store.countIncidents();
  console.log(`${total} incidents, ${open} open`);
  await time('revision', () => store.revision());
  await time('count', () => store.countIncidents());
  await time('open incidents', () => store.openIncidents());
  const first = await store.incidents({ limit: 200 });
  const id = first.incidents.at(-1)?.id ?? '';
  await time('one by id', () => store.incident(id));
  await time('none by id', () => store.incident('provider-07/none'));
  for (const [name, query] of Object.entries(PAGES)) {
    await time(name, () => store.incidents(query));
    const { next } = await store.incidents(query);
    if (next !== null)
      await time('  second page', () => store.incidents({ ...query, before: next }));
  }
  const from = '2025-10-20T00:00:00.000Z';
  const to = '2025-10-21T00:00:00.000Z';
  await time('ongoing on a day', () => store.ongoing(from, to));
  await time('updates of a day', () => store.updatesBetween(from, to));
  await time('calendar of a year', () => {
    return store.incidentCountsByDay('2025-01-01T00:00:00.000Z', GENERATED_UNTIL);
  });
  await time('calendar, one provider', () => {
    return store.incidentCountsByDay('2025-01-01T00:00:00.000Z', GENERATED_UNTIL, ['provider-07']);
  });
  await time('feed health', () => store.feedHealth());
  await time('feed statements', () => store.feedStatements());
  await time('due feeds', () => store.dueFeeds('2027-01-01T00:00:00.000Z', 50));
}

const store = await openStore(process.argv[2] ?? 'sqlite:data/generated.db');
await bench(store);
await store.close();
