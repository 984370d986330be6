import { ADAPTERS } from '../../src/adapters/registry.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { startBrowser } from '../../tests/support/browser.ts';
import { startTemporarySite } from '../../tests/support/temporary-site.ts';
import { type Row, report, say } from './report.ts';

/**
 * Bytes over the wire per page on a first visit, by type, as a real browser transfers them.
 * Ratio: the page's budget in compressed bytes ÷ what it took; scripts and foreign requests count too.
 */
const PAGES: readonly [path: string, budget: number][] = [
  ['/', 40_000],
  ['/de', 40_000],
  ['/timeline', 60_000],
  ['/incidents/aws/aws-us-east-1-2025-10-20', 60_000],
  ['/providers/aws', 60_000],
  ['/history/2025-10', 80_000],
  ['/history/2025-10-20', 80_000],
];
const SCRIPT_BUDGET = 5_000;

const providers = await loadFeeds('feeds.config.ts', ADAPTERS);
const running = await startTemporarySite(providers, { SITE_URL: 'http://localhost' });
const browser = await startBrowser();
const rows: Row[] = [];
for (const [path, budget] of PAGES) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  const bytes: Record<string, number> = {};
  let foreign = 0;
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type);
    if (!response.url.startsWith(running.url) && !response.url.startsWith('data:')) foreign++;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = (types.get(requestId) ?? 'Other').toLowerCase();
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  const answer = await page.goto(running.url + path, { waitUntil: 'networkidle' });
  await context.close();
  if (answer?.status() !== 200) {
    say(`${path}: ${answer?.status()}, left out`);
    continue;
  }
  const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
  const script = bytes.script ?? 0;
  rows.push({
    name: path,
    ratio:
      foreign > 0
        ? 0
        : Math.min(budget / total, script > 0 ? SCRIPT_BUDGET / script : Number.POSITIVE_INFINITY),
    total,
    foreign,
    ...bytes,
  });
  say(`${path}: ${total} bytes`);
}
await browser.close();
await running.close();
report('weight', rows);
