import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startWorld } from '../support/world-pages.ts';

const PATHS = [
  '/',
  '/timeline',
  '/timeline?kind=incident&impact=major',
  '/incidents/github/gh-push',
  '/incidents/cloudflare/cf-dns',
  '/incidents/aws/aws-us-east-1-2025-10-20',
  '/providers',
  '/providers?q=git',
  '/providers/github',
  '/providers/threema',
  '/sources',
  '/subscribe',
  '/subscribe?provider=github',
  '/embed',
  '/docs',
  '/about',
];
const ADDRESSES = PATHS.flatMap((path) => [path, path === '/' ? '/de' : `/de${path}`]);

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

interface Visit {
  page: Page;
  problems: string[];
}

async function visit(path: string, width: number, scheme: 'light' | 'dark'): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    timezoneId: 'Europe/Zurich',
  });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) problems.push(`asks ${request.url()}`);
  });
  const response = await page.goto(site.url + path);
  expect(response?.status()).toBe(200);
  return { page, problems };
}

/** Names of the broken rules with the elements that break them. */
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

describe.each(ADDRESSES)('%s', (path) => {
  it('is accessible, quiet, narrow enough and asks nobody else, dark on a phone', async () => {
    const { page, problems } = await visit(path, 320, 'dark');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('is accessible and in order, light on a desk', async () => {
    const { page, problems } = await visit(path, 1280, 'light');
    expect(await axeViolations(page)).toEqual([]);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((heads) => heads.map((head) => Number(head.tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
    expect(await page.locator('[style]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('the keyboard', () => {
  it('reaches the content first, and shows where it is', async () => {
    const { page } = await visit('/', 1280, 'light');
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await skip.evaluate((link) => link.getBoundingClientRect().left)).toBeGreaterThanOrEqual(
      0,
    );
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return `${style.outlineStyle} ${style.outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
    await page.close();
  });
});

describe('without script', () => {
  it('says the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url);
    expect(await page.locator('h1').textContent()).toContain('GitHub reports a major outage');
    expect(await page.locator('#board a').count()).toBeGreaterThan(50);
    await context.close();
  });
});
