import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { busyWorld } from '../support/busy-world.ts';
import type { PageServer } from '../support/page-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { type World, worldIncident, worldProvider } from '../support/world.ts';
import { startWorld } from '../support/world-pages.ts';

/**
 * Atlassian's own web component, made for Statuspage, reads us from a host page of another origin:
 * whatever speaks Statuspage can read any provider here.
 */
const script = readFileSync(
  createRequire(import.meta.url).resolve('@statuspage/status-widget/dist/index.js'),
);

const startedAt = '2026-06-12T11:30:00.000Z';
const world: World = {
  ...busyWorld,
  providers: [
    ...busyWorld.providers,
    {
      provider: worldProvider('aws', 'Amazon Web Services', 'cloud'),
      status: 'partial_outage',
      readAt: busyWorld.now,
      incidents: [
        worldIncident(
          'aws',
          'us-east-1-dynamodb',
          {
            title: 'Increased error rates',
            startedAt,
            impact: 'major',
            regions: ['aws:us-east-1'],
          },
          [[startedAt, 'investigating', 'We are looking into increased error rates.']],
        ),
      ],
    },
  ],
};

let browser: Browser;
let site: PageServer;
let host: TestServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), startWorld(world, { withArchive: true })]);
  host = await startTestServer((request, response) => {
    if (request.url === '/widget.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    const source = new URL(request.url ?? '/', 'http://host').searchParams.get('src') ?? '';
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><title>Host</title><statuspage-widget src="${source}"></statuspage-widget><script src="/widget.js"></script>`,
      );
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await host?.close();
});

/** What the widget shows of a page that speaks Statuspage, and what went wrong on the way. */
async function shown(path: string): Promise<{ text: string; problems: string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  // Its bundle ends with a line for a loader no page has; it has worked by then.
  page.on('pageerror', ({ message }) => {
    if (message !== 'parcelRequire is not defined') problems.push(message);
  });
  // The pages under test are served without the server that lets other origins read the API.
  await page.route(`${site.url}/api/**`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await page.goto(`${host.url}/?src=${encodeURIComponent(site.url + path)}`);
  const read = () =>
    page.evaluate(() => {
      const widget = document.querySelector('statuspage-widget');
      const parts = widget?.shadowRoot?.querySelectorAll('*:not(style)') ?? [];
      return [...parts].map((part) => part.textContent?.trim() ?? '').join(' ');
    });
  await expect.poll(read, { timeout: 15_000 }).toMatch(/\w{4}/);
  const text = await read();
  await page.close();
  return { text, problems };
}

async function description(path: string): Promise<string> {
  const provider = new URL(path, site.url).searchParams.get('provider');
  const page = provider === null ? '' : `/providers/${provider}`;
  const answer = await fetch(`${site.url}${page}/api/v2/status.json`);
  const { status } = (await answer.json()) as { status: { description: string } };
  return status.description;
}

describe("Statuspage's own widget", () => {
  it.each(['/?provider=aws', '/?provider=github', '/?provider=azure', '/'])(
    'shows the state of %j from our API',
    async (path) => {
      const { text, problems } = await shown(path);
      expect(problems).toEqual([]);
      expect(text).toContain(await description(path));
    },
  );
});
