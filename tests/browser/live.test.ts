import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRead } from '../../scripts/bare-read.ts';
import type { Incident } from '../../src/model/incident.ts';
import { feedKey } from '../../src/model/provider.ts';
import { startBrowser } from '../support/browser.ts';
import { startTemporarySite, type TemporarySite, testProvider } from '../support/temporary-site.ts';

const provider = testProvider('northwind', { name: 'Northwind' });
const key = feedKey(provider.id, provider.feeds[0]!);
let running: TemporarySite;
let browser: Browser;

beforeAll(async () => {
  running = await startTemporarySite([provider]);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

/** A read of the feed that tells of one open incident. */
async function report(title: string): Promise<void> {
  const at = new Date().toISOString();
  const incident: Incident = {
    id: 'northwind/1',
    providerId: 'northwind',
    kind: 'incident',
    title,
    status: 'investigating',
    impact: 'major',
    startedAt: at,
    resolvedAt: null,
    updatedAt: at,
    firstSeenAt: at,
    lastSeenAt: at,
    withdrawnAt: null,
    updates: [{ id: 'a', at, status: 'investigating', body: 'We are looking into it.' }],
    components: [],
    regions: [],
    services: [],
    url: '',
    origin: 'feed',
    marks: [],
  };
  await running.site.store.saveRead(
    bareRead({ feedKey: key, providerId: 'northwind', at }, { provesNothingReported: true }),
    () => [{ incident, upstreamIds: ['1'], feedKey: key, isVisible: true }],
  );
}

describe('an open page', () => {
  it('shows what is new without being loaded again, and says so politely', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${running.url}/`);
    expect(await page.textContent('main')).not.toContain('Orders fail');
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await report('Orders fail');
    await page.waitForSelector('main :text("Orders fail")', { timeout: 20_000 });
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    expect(await page.textContent('#live')).toMatch(/updated/);
    expect(errors).toEqual([]);
    await page.close();
  });
});
