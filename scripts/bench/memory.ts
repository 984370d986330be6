import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import { generateIncidents } from '../generate-incidents.ts';
import { startSite } from './child.ts';
import { load } from './load.ts';
import { report, say } from './report.ts';

/**
 * Resident memory of the server process: idle on a fresh store, idle with 100,000 incidents, and
 * under load on several pages. Ratio: budget of 250 MB ÷ resident size.
 */
const BUDGET_MB = 250;
const COUNT = Number(process.env.BENCH_COUNT ?? 100_000);
const PORT = Number(process.env.BENCH_PORT ?? 4390);

const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
const rows = [];
rows.push({ name: 'idle, fresh', ...(await measure(path.join(folder, 'fresh.sqlite'), [])) });
const full = path.join(folder, 'full.sqlite');
say(`generating ${COUNT} incidents …`);
const store = await openStore(`sqlite:${full}`);
await generateIncidents(store, { count: COUNT, seed: 1 });
await store.close();
rows.push({ name: `idle, ${COUNT} incidents`, ...(await measure(full, ['/'])) });
rows.push({
  name: `under load, ${COUNT} incidents`,
  ...(await measure(full, [
    '/',
    '/timeline',
    '/feed.xml',
    '/providers',
    '/sources',
    '/history/2025-10',
  ])),
});
await rm(folder, { recursive: true, force: true });
report('memory', rows);

async function measure(file: string, addresses: readonly string[]) {
  const site = await startSite({
    PORT: String(PORT),
    DATABASE_URL: `sqlite:${file}`,
    POLLER: 'off',
  });
  for (const address of addresses) {
    await load(`http://127.0.0.1:${PORT}${address}`, addresses.length > 1 ? 3 : 1, {
      'accept-encoding': 'br',
    });
  }
  const status = await readFile(`/proc/${site.process.pid}/status`, 'utf8');
  await site.stop();
  const residentMb = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  const peakMb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  say(`${path.basename(file)} ${addresses.length} addresses: ${residentMb.toFixed(0)} MB`);
  return { ratio: BUDGET_MB / residentMb, residentMb, peakMb };
}
