import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const script = readFileSync(path.resolve(import.meta.dirname, '../../public/embed.js'));

describe('<downstream-status>', () => {
  let browser: Browser;
  let site: TestServer;
  let answer: { status: number; state: string };

  beforeAll(async () => {
    browser = await startBrowser();
    site = await startTestServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      if (request.url === '/embed.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      } else if (request.url?.startsWith('/api/')) {
        const data = [{ id: 'a', name: '<b>Acme</b>', status: answer.state, url: 'javascript:1' }];
        response.writeHead(answer.status).end(JSON.stringify({ data }));
      } else {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': `default-src 'none'; script-src http://${request.headers.host}; connect-src http://${request.headers.host}`,
        });
        response.end(
          '<!doctype html><title>Host</title><downstream-status provider="a" lang="en"></downstream-status><script type="module" src="/embed.js"></script>',
        );
      }
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('weighs at most 3 kB compressed', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3_072);
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(3_072);
  });

  it('shows states under a strict policy, keeps the last one offline, announces a change', async () => {
    answer = { status: 200, state: 'operational' };
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/50\d/.test(message.text())) errors.push(message.text());
    });
    await page.clock.install();
    await page.goto(site.url);
    const element = page.locator('downstream-status');
    await element.locator('li').waitFor();
    expect(await element.locator('li').textContent()).toBe('<b>Acme</b>operational');
    expect(await element.locator('a').getAttribute('href')).toBeNull();
    expect(await element.locator('[role=status]').textContent()).toBe('');

    answer = { status: 503, state: '' };
    await page.clock.runFor(121_000);
    await element.locator('p', { hasText: 'last known' }).waitFor();
    expect(await element.locator('li').textContent()).toContain('operational');

    answer = { status: 200, state: 'a_new_word' };
    await page.clock.runFor(121_000);
    await element.locator('li', { hasText: 'unknown' }).waitFor();
    expect(await element.locator('[role=status]').textContent()).toBe('<b>Acme</b>: unknown');
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
