import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startWorld } from '../support/world-pages.ts';

const AT = '?at=2025-10-20T09:30Z';
const PATHS = [
  '/history',
  '/history/2025',
  '/history/2025-10',
  '/history/2025-10-20',
  `/history/2025-10-20${AT}`,
  '/history/2025-10-29',
  '/history/2025-03',
  `/history/2025-10${AT}`,
  `/${AT}`,
  `/providers/github${AT}`,
  `/incidents/aws/aws-us-east-1-2025-10-20${AT}`,
];
const german = (path: string) => (path.startsWith('/?') ? `/de${path.slice(1)}` : `/de${path}`);
const ADDRESSES = PATHS.flatMap((path) => [path, german(path)]);

let browser: Browser;
let site: PageServer;
let axe: string;

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  [browser, site, axe] = await Promise.all([
    startBrowser(),
    startWorld(busyWorld, { withArchive: true }),
    readFile(file, 'utf8'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(
  path: string,
  options: { width: number; scheme?: 'light' | 'dark'; hasScript?: boolean },
): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.scheme ?? 'light',
    javaScriptEnabled: options.hasScript ?? true,
  });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // These pages are served without the API; the live stream is tried and does without.
    const isStream = message.location().url.endsWith('/api/v1/stream');
    if (message.type() === 'error' && !isStream) problems.push(message.text());
  });
  const response = await page.goto(site.url + path);
  expect(response?.status()).toBe(200);
  return { page, problems };
}

async function axeViolations(page: Page): Promise<string[]> {
  // Through the debugger, not as a script of the page: its policy would rightly refuse it.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

describe('pages of the past', () => {
  it.each(ADDRESSES)('%s has no axe violation, wide and light', async (path) => {
    const { page, problems } = await open(path, { width: 1280 });
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each(ADDRESSES)('%s fits 320 px, dark, without an axe violation', async (path) => {
    const { page } = await open(path, { width: 320, scheme: 'dark' });
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBe(0);
    await page.close();
  });

  it('answers 404 for days that do not exist', async () => {
    for (const period of ['2025-13', '2025-02-30', '1066', 'yesterday', '2099', '2025-1']) {
      expect((await fetch(`${site.url}/history/${period}`)).status, period).toBe(404);
    }
  });
});

describe('a day without script', () => {
  it('is walked by links: post after post, half hour after half hour', async () => {
    const { page } = await open(`/history/2025-10-20${AT}`, { width: 1280, hasScript: false });
    expect(await page.textContent('.day-state h2')).toBe('At 09:30 UTC');
    await page.click('.steps a:has-text("Post after")');
    expect(await page.textContent('.day-state h2')).toBe('At 10:03 UTC');
    await page.click('.moments a:has-text("22:30")');
    expect(await page.textContent('.day-state h2')).toBe('At 22:30 UTC');
    expect(await page.locator('.player').count()).toBe(0);
    await page.close();
  });
});

describe('a day with script', () => {
  it('has a slider whose state is that of the page of its moment', async () => {
    const { page, problems } = await open(`/history/2025-10-20${AT}`, { width: 1280 });
    await page.locator('.player input').focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() =>
      document.querySelector('.day-state h2')?.textContent?.includes('23:30'),
    );
    expect(page.url()).toContain('at=2025-10-20T23:30Z');
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('the bars of a month', () => {
  it('say on focus, not only on hover, what they stand for', async () => {
    const { page, problems } = await open('/history/2025-10', { width: 1280 });
    const bars = page.locator('.lanes .bars a');
    for (const index of [0, 1]) {
      await bars.nth(index).focus();
      const label = await bars.nth(index).getAttribute('aria-label');
      expect(label).toMatch(/\d\d:\d\d/);
      expect(await page.locator('[data-bar-detail]').textContent()).toBe(label);
    }
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('views as of a moment', () => {
  it('leak nothing that was said later', async () => {
    for (const path of [`/${AT}`, `/incidents/aws/aws-us-east-1-2025-10-20${AT}`]) {
      const html = await (await fetch(site.url + path)).text();
      expect(html).toContain('Known as of');
      for (const later of ['load balancer', '22:53', '22:01', 'Chargebee', 'empty DNS record']) {
        expect(html, `${path}: ${later}`).not.toContain(later);
      }
    }
  });
  it('say that nothing had been published before the first post', async () => {
    const path = '/incidents/aws/aws-us-east-1-2025-10-20?at=2025-10-20T07:10Z';
    const html = await (await fetch(site.url + path)).text();
    expect(html).toContain('Nothing of this incident had been published by then.');
    expect(html).not.toContain('error rates');
  });
});
