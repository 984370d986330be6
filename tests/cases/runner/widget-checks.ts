import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { embedCode } from '../../../src/views/embed-code.ts';
import { startBrowser } from '../../support/browser.ts';
import { startTestServer } from '../../support/test-server.ts';
import type { OutputCheck } from './output-check.ts';
import type { OutputFile } from './output-file.ts';

const SCRIPT = readFileSync(path.resolve(import.meta.dirname, '../../../public/embed.js'), 'utf8');

interface Shown {
  /** Cumulative layout shift of the host page. */
  shift: number;
  heightBefore: number;
  heightAfter: number;
}

/** Each situation is shown once, whatever is asked of it: a browser is slow to start. */
const shown = new Map<string, Promise<Shown>>();

function showOnce(file: OutputFile, status: number): Promise<Shown> {
  const key = `${status} ${JSON.stringify(file)}`;
  const running = shown.get(key) ?? show(file, status);
  shown.set(key, running);
  return running;
}

/** A host page with our snippet as it is copied, its data late; `status` is what the API answers. */
async function show(file: OutputFile, status: number): Promise<Shown> {
  const { network } = z
    .looseObject({ network: z.looseObject({ dataDelayMillis: z.number() }) })
    .parse(file);
  const title = file.incidents?.[0]?.title ?? '';
  const server = await startTestServer((request, response) => {
    void (async () => {
      const at = request.url ?? '';
      response.setHeader('access-control-allow-origin', '*');
      if (at.startsWith('/api/')) {
        await wait(network.dataDelayMillis);
        const data = ['a', 'b'].map((id) => ({ id, name: title, status: 'unknown', url: '' }));
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data }));
      } else if (at === '/embed.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
      } else {
        const choice = {
          ids: ['a', 'b'],
          style: 'list',
          theme: 'auto',
          locale: 'en',
          withParts: false,
        } as const;
        const { element } = embedCode(choice, 'Status', `http://${request.headers.host}`);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(`<!doctype html><title>Host</title><p>before</p>${element}<p>after</p>`);
      }
    })();
  });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(server.url);
    const heightBefore = await heightOf(page);
    await page.waitForTimeout(network.dataDelayMillis + 700);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
            resolve(entries.reduce((sum, entry) => sum + entry.value, 0));
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(0), 300);
        }),
    );
    return { shift, heightBefore, heightAfter: await heightOf(page) };
  } finally {
    await browser.close();
    await server.close();
  }
}

const heightOf = (page: Page) =>
  page.locator('downstream-status').evaluate((element) => element.getBoundingClientRect().height);

export const widgetChecks = {
  'cls-lt': async (file, check) => {
    const { value } = z.object({ value: z.number() }).parse(check);
    const { shift } = await showOnce(file, 200);
    return shift < value ? [] : [`layout shift ${shift}`];
  },
  'reserved-height-before-data': async (file) => {
    const { heightBefore, heightAfter } = await showOnce(file, 200);
    return heightBefore > 40 && heightBefore === heightAfter
      ? []
      : [`height ${heightBefore}, then ${heightAfter}`];
  },
  'no-shift-on-error': async (file) => {
    const { shift, heightBefore, heightAfter } = await showOnce(file, 500);
    return shift === 0 && heightBefore === heightAfter
      ? []
      : [`shift ${shift}, height ${heightBefore}, then ${heightAfter}`];
  },
} satisfies Record<string, OutputCheck>;
