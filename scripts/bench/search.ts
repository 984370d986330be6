import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { readEnvironment } from '../../src/config/env.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readSearch } from '../../src/views/search-store.ts';
import { generateIncidents } from '../generate-incidents.ts';
import { median, report, say } from './report.ts';

/**
 * A search among 100,000 incidents, providers, places and archive: rare and frequent words, beginnings,
 * umlauts, several words, a provider's name beside them. Ratio: budget of 20 ms ÷ median.
 */
const COUNT = Number(process.env.BENCH_COUNT ?? 100_000);
const BUDGET_MS = 20;
const ROUNDS = 15;
const TEXTS = [
  'a',
  'er',
  'the',
  'outage',
  'elevated error rates',
  'database latency',
  'connectivity',
  'investigating degraded performance',
  'störung',
  'stoerung',
  'us-east-1',
  'github',
  'github pages',
  'nothing holds this',
];

const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
const store = await openStore(`sqlite:${path.join(folder, 'search.sqlite')}`);
const [knowledge, providers] = await Promise.all([
  loadKnowledge(),
  loadFeeds(readEnvironment(process.env).feedsConfig, ADAPTERS),
]);
say(`generating ${COUNT} incidents …`);
const ids = providers.slice(0, 80).map(({ id }) => id);
await generateIncidents(store, { count: COUNT, seed: 1, providers: ids });
const rows = [];
for (const text of TEXTS) {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    const result = await readSearch(store, { text }, 'en', { providers, knowledge });
    times.push(performance.now() - startedAt);
    found = result.incidents.length + (result.own?.incidents.length ?? 0);
  }
  const ms = median(times);
  say(`${text}: ${ms.toFixed(1)} ms, ${found} on the page`);
  rows.push({ name: text, ratio: BUDGET_MS / ms, ms, found });
}
await store.close();
await rm(folder, { recursive: true, force: true });
report('search', rows);
