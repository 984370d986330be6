import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startWorld } from '../support/world-pages.ts';

const PATHS = [
  '/events',
  '/events/aws-us-east-1-2025-10-20',
  '/events/azure-front-door-2025-10-29',
  '/events/openai-2026-04-20',
  '/dependencies',
  '/dependencies/github',
  '/alternatives',
  '/stack',
  '/stack?use=github,cloudflare,vercel',
  '/incidents/aws/aws-us-east-1-2025-10-20',
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

async function visit(path: string, width: number, scheme: 'light' | 'dark') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const response = await page.goto(site.url + path);
  expect(response?.status()).toBe(200);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await tool.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((heads) => heads.map((head) => Number(head.tagName.slice(1))));
  const styled = await page.locator('[style]').count();
  await page.close();
  return { violations, overflow, levels, styled };
}

describe.each(ADDRESSES)('%s', (path) => {
  it.each([
    [320, 'dark'],
    [1280, 'light'],
  ] as const)('is accessible, in order and fits at %i px, %s', async (width, scheme) => {
    const { violations, overflow, levels, styled } = await visit(path, width, scheme);
    expect(violations).toEqual([]);
    expect(overflow).toBe(0);
    expect(styled).toBe(0);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});

describe('an event', () => {
  const get = async (path: string) => {
    const response = await fetch(site.url + path, { redirect: 'manual' });
    return { status: response.status, html: await response.text() };
  };

  it('names those who posted nothing as such, in both languages', async () => {
    const { html } = await get('/events/aws-us-east-1-2025-10-20');
    for (const name of ['Snapchat', 'OpenAI', 'Twitch', 'Duolingo']) expect(html).toContain(name);
    expect(html).toContain('reported, no official incident');
    const german = await get('/de/events/aws-us-east-1-2025-10-20');
    expect(german.html).toContain('gemeldet, keine offizielle Störung');
  });

  it('answers 404 where there is none', async () => {
    expect((await get('/events/nothing-2020')).status).toBe(404);
    expect((await get('/dependencies/nobody')).status).toBe(404);
  });

  it('names what a stack does not know', async () => {
    const { html } = await get('/stack?use=github,nobody');
    expect(html).toContain('Not known here: nobody.');
  });
});
