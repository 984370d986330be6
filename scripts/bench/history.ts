import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { CATEGORIES, type Provider } from '../../src/model/provider.ts';
import { ensureBuilt } from '../../src/server/ensure-built.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { type AstroHandler, renderAstro } from '../../src/server/render-astro.ts';
import { openStore } from '../../src/store/open-store.ts';
import { generateIncidents, inventProviders } from '../generate-incidents.ts';
import { inventIncidents } from '../invent-incidents.ts';
import { ROOT } from './child.ts';
import { median, type Row, report, say } from './report.ts';

/**
 * A month with 2,000 incidents, its days and its year: renders that find nothing kept, and what they
 * weigh. Ratio: 30 ms ÷ median, or 80 kB ÷ its brotli, whichever is smaller.
 */
const COUNT = 2000;
const MONTH = '2025-10';
const BUDGET_MS = 30;
const BUDGET_BYTES = 80_000;
const ROUNDS = 20;
const WARM_UP = 60;

const entry = await ensureBuilt(ROOT, say);
const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };
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
const rows: Row[] = [];
for (const key of [
  `/history/${MONTH}`,
  `/de/history/${MONTH}`,
  `/history/${MONTH}-15`,
  '/history/2025',
]) {
  const times: number[] = [];
  let body = Buffer.alloc(0);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const startedAt = performance.now();
    const answer = await renderAstro(handler, key, locals.siteUrl, locals);
    if (round >= 0) times.push(performance.now() - startedAt);
    body = Buffer.from(answer.body);
  }
  const ms = median(times);
  const compressed = brotliCompressSync(body).length;
  say(`${key}: ${ms.toFixed(1)} ms, ${(compressed / 1000).toFixed(1)} kB`);
  const ratio = Math.min(BUDGET_MS / ms, BUDGET_BYTES / compressed);
  rows.push({ name: key, ratio, ms, bytes: body.length, brotliBytes: compressed });
}
await store.close();
report('history', rows);
