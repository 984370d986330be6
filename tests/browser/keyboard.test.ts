import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startWorld } from '../support/world-pages.ts';

/** Every kind of page, walked from its first stop to its last with nothing but the Tab key. */
const PATHS = [
  '/',
  '/?at=2025-10-20T09:30Z',
  '/timeline?provider=aws',
  '/incidents/github/gh-push',
  '/providers',
  '/providers/github',
  '/sources',
  '/subscribe',
  '/embed',
  '/docs',
  '/about',
  '/events',
  '/events/aws-us-east-1-2025-10-20',
  '/dependencies',
  '/stack?use=github,cloudflare,vercel',
  '/alternatives',
  '/history',
  '/history/2025-10',
  '/history/2025-10-20?at=2025-10-20T09:30Z',
  '/search?q=github',
  '/data',
];
const ADDRESSES = PATHS.flatMap((path) => [
  path,
  path.startsWith('/?') ? `/de${path.slice(1)}` : path === '/' ? '/de' : `/de${path}`,
]);
/** Enough for any page's own parts; long lists of like links go on the same way. */
const MAX_STOPS = 250;

let browser: Browser;
let site: PageServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([
    startBrowser(),
    startWorld(busyWorld, { withArchive: true }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Stop {
  /** Position among what can be focused, in the order of the document; -1 at the end. */
  order: number;
  html: string;
  hasOutline: boolean;
  isOnScreen: boolean;
}

/** Numbers what a Tab should reach, in the order of the document. */
async function countStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    );
    const reachable = [...all].filter((element) => element.checkVisibility());
    reachable.forEach((element, index) => {
      element.setAttribute('data-stop', String(index));
    });
    return reachable.length;
  });
}

async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) {
      return { order: -1, html: '', hasOutline: false, isOnScreen: false };
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      order: Number(element.getAttribute('data-stop') ?? -2),
      html: element.outerHTML.slice(0, 120),
      hasOutline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isOnScreen:
        box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
    };
  });
}

describe.each(ADDRESSES)('%s', (path) => {
  it('is walked by Tab in reading order, each stop visible and marked, with no trap', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const response = await page.goto(site.url + path);
    expect(response?.status()).toBe(200);
    const expected = Math.min(await countStops(page), MAX_STOPS);
    expect(expected).toBeGreaterThan(10);
    const walked: Stop[] = [];
    for (let count = 0; count < expected; count++) walked.push(await nextStop(page));
    await page.close();
    // A frame's own stops are those of another page; they must only be left again.
    const stops = walked.filter(({ html }) => !html.startsWith('<iframe'));
    expect(walked.at(-1)?.html).not.toMatch(/^<iframe/);
    expect(stops.filter(({ hasOutline, isOnScreen }) => !hasOutline || !isOnScreen)).toEqual([]);
    // Of radio buttons the chosen one alone is a stop, so the numbers may skip but never go back.
    const orders = stops.map(({ order }) => order);
    const skips = stops.filter(({ order }, index) => order <= (orders[index - 1] ?? -1));
    expect(skips).toEqual([]);
  });
});
