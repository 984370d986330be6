import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startWorld } from '../support/world-pages.ts';

const PATHS = [
  '/search',
  '/search?q=github',
  '/search?q=dynamodb&kind=incident',
  '/search?q=zebra+zebra&provider=github',
  '/data',
];
const ADDRESSES = PATHS.flatMap((path) => [path, `/de${path}`]);

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

describe.each(ADDRESSES)('%s', (path) => {
  it.each([
    [320, 'dark'],
    [1280, 'light'],
  ] as const)('is accessible and narrow enough at %i px, %s', async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      const { url } = message.location();
      // These are the pages alone: who stays for news finds no stream here.
      if (message.type() === 'error' && !url.endsWith('/api/v1/stream')) {
        problems.push(`${message.text()} ${url}`);
      }
    });
    expect((await page.goto(site.url + path))?.status()).toBe(200);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await tool.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
      );
    });
    expect(violations).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('[style]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('searching', () => {
  it('leads from the masthead to what was meant, without script', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.fill('#find', 'github');
    await page.press('#find', 'Enter');
    expect(new URL(page.url()).pathname).toBe('/search');
    expect(await page.locator('main .finds a').first().textContent()).toBe('GitHub');
    expect(await page.locator('main .hits a').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('finds the archive in both languages, and says so where nothing is found', async () => {
    const read = async (path: string) => (await fetch(site.url + path)).text();
    expect(await read('/search?q=dynamodb')).toContain('/events/aws-us-east-1-2025-10-20');
    expect(await read('/de/search?q=dynamodb')).toContain('/de/events/aws-us-east-1-2025-10-20');
    expect(await read('/search?q=zebra+zebra')).toContain('Nothing found for “zebra zebra”');
    expect(await read('/de/search?q=zebra+zebra')).toContain('Nichts gefunden zu «zebra zebra»');
  });
});
