import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { CATEGORIES, type Provider } from '../src/model/provider.ts';
import { createExplainedWorld } from '../src/server/explained-world.ts';
import { type AstroHandler, renderAstro } from '../src/server/render-astro.ts';
import { openStore } from '../src/store/open-store.ts';
import { generateIncidents, inventProviders } from './generate-incidents.ts';
import { inventIncidents } from './invent-incidents.ts';

/**
 * Measures the page of a month with 2,000 incidents: uncached render (CPU time, median of 20; the clock would
 * count whoever else is busy) and weight.
 * Needs the built pages (`npm run build`).
 * @example node scripts/bench-history.ts [folder of the build, default dist]
 */
const COUNT = 2000;
const MONTH = '2025-10';
const root = path.resolve(import.meta.dirname, '..', process.argv[2] ?? 'dist');
const { handler } = (await import(pathToFileURL(path.join(root, 'server/entry.mjs')).href)) as {
  handler: AstroHandler;
};
const ids = inventProviders(80);
const providers = ids.map(
  (id, index): Provider => ({
    id,
    name: `Provider ${index + 1}`,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'cloud',
    country: 'CH',
    homepage: `https://${id}.example`,
    statusPage: `https://status.${id}.example`,
    feeds: [],
  }),
);
const store = await openStore('sqlite::memory:');
await generateIncidents(store, {
  count: 10,
  seed: 1,
  providers: ids,
  now: '2025-01-01T00:00:00.000Z',
});
const incidents = inventIncidents({
  count: COUNT,
  seed: 7,
  providers: ids,
  now: '2026-01-01T00:00:00.000Z',
});
await store.saveArchive(
  incidents.map((incident, index) => {
    const length = Math.min(
      Date.parse(incident.resolvedAt ?? incident.startedAt) - Date.parse(incident.startedAt),
      86_400_000,
    );
    const start = Date.UTC(2025, 9, 1) + ((index * 7919) % (30 * 1440)) * 60_000;
    const shift = start - Date.parse(incident.startedAt);
    const move = (at: string) => new Date(Date.parse(at) + shift).toISOString();
    const startedAt = new Date(start).toISOString();
    return {
      ...incident,
      id: `${incident.providerId}/bench-${index}`,
      kind: 'incident' as const,
      status: 'resolved' as const,
      startedAt,
      resolvedAt: new Date(start + Math.max(length, 600_000)).toISOString(),
      updatedAt: move(incident.updatedAt),
      firstSeenAt: startedAt,
      lastSeenAt: startedAt,
      withdrawnAt: null,
      updates: incident.updates.map((update) => ({ ...update, at: move(update.at) })),
      origin: 'archive' as const,
    };
  }),
);
const knowledge = await loadKnowledge();
const now = '2026-01-01T00:00:00.000Z';
const explained = createExplainedWorld({ store, knowledge, providers, now: () => now });
const locals = {
  explained,
  store,
  providers,
  knowledge,
  now,
  siteUrl: 'https://bench.example',
  revision: 1,
};
for (const key of [
  `/history/${MONTH}`,
  `/de/history/${MONTH}`,
  `/history/${MONTH}-15`,
  `/history/2025`,
]) {
  const times: number[] = [];
  let size = '';
  for (let turn = 0; turn < 25; turn++) {
    const start = process.cpuUsage();
    const answer = await renderAstro(handler, key, locals.siteUrl, locals);
    const spent = process.cpuUsage(start);
    if (turn >= 5) times.push((spent.user + spent.system) / 1000);
    const kilo = (bytes: number) => (bytes / 1000).toFixed(1);
    const body = Buffer.from(answer.body);
    size = `${kilo(body.length)} kB, brotli ${kilo(brotliCompressSync(body).length)} kB, gzip ${kilo(gzipSync(body).length)} kB`;
  }
  const median = times.toSorted((a, b) => a - b)[10] ?? Number.NaN;
  console.log(`${key}: ${median.toFixed(1)} ms median of 20, ${size}`);
}
const reads: number[] = [];
for (let turn = 0; turn < 10; turn++) {
  const start = process.cpuUsage();
  await store.ongoing(`${MONTH}-01T00:00:00.000Z`, '2025-11-01T00:00:00.000Z', { limit: 4000 });
  const spent = process.cpuUsage(start);
  reads.push((spent.user + spent.system) / 1000);
}
console.log(
  `of which reading ${COUNT} incidents: ${reads.toSorted((a, b) => a - b)[5]?.toFixed(1)} ms`,
);
await store.close();
