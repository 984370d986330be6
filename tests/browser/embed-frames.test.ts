import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbedChoice, embedCode } from '../../src/views/embed-code.ts';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { startWorld } from '../support/world-pages.ts';

/** The frame as the builder's code puts it into somebody else's page, of another origin. */
interface Host {
  dir?: 'rtl';
  lang?: string;
  background?: string | undefined;
  width?: number;
  hasScript?: boolean;
  /** Milliseconds the frame's page keeps the host waiting. */
  slow?: number;
}

const HOSTS: Record<string, Host> = {
  'a plain page': {},
  'a page from right to left': { dir: 'rtl', lang: 'ar' },
  'a column of 200 px': { width: 200 },
  'a page without script': { hasScript: false },
  'a slow network': { slow: 1200 },
};
const one = {
  ids: ['github'],
  style: 'line',
  theme: 'auto',
  locale: 'en',
  withParts: false,
} as const;
const many = ['github', 'cloudflare', 'azure', 'stripe'];
const CHOICES: Record<string, EmbedChoice> = {
  line: one,
  'German line with parts, dark': { ...one, theme: 'dark', locale: 'de', withParts: true },
  'list, dark': { ...one, ids: many, style: 'list', theme: 'dark' },
  'compact, light': { ...one, ids: many, style: 'compact', theme: 'light' },
};
const CASES = Object.keys(HOSTS).flatMap((host) =>
  Object.keys(CHOICES).map((choice) => [choice, host] as const),
);

let browser: Browser;
let site: PageServer;
let host: TestServer;
let axe: string;
let page: string;

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  [browser, site, axe] = await Promise.all([
    startBrowser(),
    startWorld(busyWorld, { withArchive: true }),
    readFile(file, 'utf8'),
  ]);
  host = await startTestServer((_request, response) => {
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        // As strict as a host can be and still show a frame.
        'content-security-policy': `default-src 'none'; frame-src ${site.url}; style-src 'unsafe-inline'`,
      })
      .end(page);
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await host?.close();
});

/** Somebody who asks for the dark frame has a dark page. */
function backgroundOf({ theme }: EmbedChoice, { background }: Pick<Host, 'background'>): string {
  return theme === 'dark' ? '#111' : (background ?? '#fff');
}

function hostPage(choice: EmbedChoice, { dir, lang = 'en', background, width }: Host): string {
  const { frame } = embedCode(choice, 'Status of our providers', site.url);
  // Not lazy: the test has nothing to scroll.
  const code = frame.replace('loading="lazy"', 'loading="eager"');
  return `<!doctype html><html lang="${lang}" dir="${dir ?? 'ltr'}"><title>Host</title>
    <body style="margin:16px;width:${width ?? 720}px;background:${backgroundOf(choice, { background })};color-scheme:${choice.theme === 'dark' ? 'dark' : 'light'}">
    <h1>Before</h1>${code}<p>After</p></body></html>`;
}

/** Within the frame nothing tells what the host has behind it; axe must be told to judge contrast. */
async function axeViolations(frame: Frame, behind: string): Promise<string[]> {
  await frame.evaluate((colour) => {
    document.documentElement.style.background = colour;
  }, behind);
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('a frame in somebody else’s page', () => {
  it.each(CASES)('%s stands still and says what it has to in %s', async (choice, where) => {
    const given = HOSTS[where] ?? {};
    page = hostPage(CHOICES[choice] ?? one, given);
    const context = await browser.newContext({ javaScriptEnabled: given.hasScript ?? true });
    const tab = await context.newPage();
    const problems: string[] = [];
    tab.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    const scripts: string[] = [];
    tab.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    if (given.slow !== undefined) {
      const wait = given.slow;
      await tab.route(`${site.url}/embed/**`, async (route) => {
        await new Promise((done) => setTimeout(done, wait));
        await route.continue();
      });
    }
    const places: unknown[] = [];
    const locate = async () => places.push(await tab.locator('p').boundingBox());
    await tab.goto(host.url, { waitUntil: 'commit' });
    await tab.locator('p').waitFor();
    await locate();
    await tab.waitForLoadState('load');
    await locate();
    // What follows the frame has not moved by a pixel: before, while and after the frame loads.
    expect(places[1]).toEqual(places[0]);
    const frame = tab.frames()[1];
    if (frame === undefined) throw new Error('The host shows no frame');
    expect(await frame.locator('main').textContent()).toContain('GitHub');
    expect(scripts).toEqual([]);
    expect(problems).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    if (given.hasScript !== false) {
      const overflow = await frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overflow).toBe(0);
      expect(await frame.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await axeViolations(frame, backgroundOf(CHOICES[choice] ?? one, given))).toEqual([]);
    }
    const shots = process.env.SHOTS;
    if (shots)
      await tab.screenshot({ path: `${shots}/${choice}-${where}.png`.replaceAll(' ', '-') });
    await context.close();
  });
});
