import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { readEnvironment } from '../../src/config/env.ts';
import { ensureBuilt } from '../../src/server/ensure-built.ts';
import { openSite } from '../../src/server/open-site.ts';
import { createPageLocals } from '../../src/server/page-locals.ts';
import { type AstroHandler, renderAstro } from '../../src/server/render-astro.ts';
import { GENERATED_UNTIL, generateIncidents } from '../generate-incidents.ts';
import { ROOT } from './child.ts';
import { median, type Row, report, say } from './report.ts';
import { touch } from './touch.ts';

/**
 * Uncached renders with stores of several sizes, each after a revision that changed an open incident
 * of GitHub, begun in the last month: its page, the home page and the last month show it, October
 * does not. Ratio: budget of 15 ms ÷ median at 100,000; and at the largest size 1.5 × the median of the
 * smallest ÷ ours. Sizes: BENCH_SIZES, default 10000,100000.
 */
const SIZES = (process.env.BENCH_SIZES ?? '10000,100000').split(',').map(Number);
const BUDGET_MS = 15;
const GROWTH = 1.5;
const ROUNDS = 40;
/** Renders before the measured ones: a server that answers a crowd is warm. */
const WARM_UP = 20;
const TOUCHED = 'github';
const PAGES = [
  '/',
  '/timeline',
  '/timeline?impact=major',
  '/providers/github',
  '/history/2025-10',
  '/history/2025-12',
  '/history/2025-10-20',
];

const entry = await ensureBuilt(ROOT, say);
const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };
const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
const figures = new Map<string, Map<number, number>>();
for (const size of SIZES) {
  const environment = readEnvironment({
    DATABASE_URL: `sqlite:${path.join(folder, `${size}.sqlite`)}`,
    POLLER: 'off',
  });
  const site = await openSite(environment, { log: pino({ level: 'silent' }) });
  say(`generating ${size} incidents …`);
  const ids = site.providers.slice(0, 80).map((provider) => provider.id);
  await generateIncidents(site.store, { count: size, seed: 1, providers: ids });
  const pageLocals = createPageLocals(site, () => performance.now());
  const locals = () => ({ ...pageLocals(), now: GENERATED_UNTIL });
  for (const page of PAGES) {
    const render = () => renderAstro(handler, page, environment.siteUrl, locals());
    const { status } = await render();
    if (status !== 200) {
      say(`${page}: ${status}, left out`);
      continue;
    }
    const times: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const at = new Date(Date.parse(GENERATED_UNTIL) - 3_600_000 + round * 1_000).toISOString();
      await touch(site.store, TOUCHED, at);
      await site.revision.refresh();
      const startedAt = performance.now();
      await render();
      if (round >= 0) times.push(performance.now() - startedAt);
    }
    const bySize = figures.get(page) ?? new Map<number, number>();
    bySize.set(size, median(times));
    figures.set(page, bySize);
    say(`${page} at ${size}: ${median(times).toFixed(1)} ms`);
  }
  site.revision.stop();
  await site.store.close();
}
await rm(folder, { recursive: true, force: true });

const smallest = Math.min(...SIZES);
const largest = Math.max(...SIZES);
const rows = [...figures].map(([page, bySize]): Row => {
  const at = (size: number) => bySize.get(size) ?? Number.NaN;
  const budgeted = SIZES.filter((size) => size <= 100_000).map(at);
  const growth = SIZES.length > 1 ? (GROWTH * at(smallest)) / at(largest) : 1;
  return {
    name: page,
    ratio: Math.min(BUDGET_MS / Math.max(...budgeted), growth),
    ...Object.fromEntries([...bySize].map(([size, ms]) => [`ms at ${size}`, ms])),
  };
});
report('render', rows);
