import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTemporarySite, type TemporarySite, testProvider } from '../support/temporary-site.ts';

let running: TemporarySite;

beforeAll(async () => {
  running = await startTemporarySite([
    testProvider('northwind', { name: 'Northwind & <Söhne>' }),
    testProvider('silent', {
      feeds: [],
      noFeedReason: { en: 'HTML only.', de: 'Nur als HTML.' },
    }),
  ]);
});
afterAll(() => running.close());

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await request(running.url + path, { headers, method: method as 'GET' });
  return { ...answer, bytes: Buffer.from(await answer.body.arrayBuffer()) };
}

describe('pages over HTTP', () => {
  it.each([
    '/',
    '/de',
    '/timeline',
    '/de/timeline',
    '/providers',
    '/providers/northwind',
    '/sources',
    '/about',
  ])('%s answers as a page with its policy', async (path) => {
    const { statusCode, headers, bytes } = await get(path);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'.*frame-ancestors 'self'/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('set-cookie');
    const text = bytes.toString();
    expect(text).toContain(`<html lang="${path.startsWith('/de') ? 'de-CH' : 'en'}"`);
    expect(text).toMatch(/<link rel="alternate" type="application\/rss\+xml"/);
    expect(text).not.toMatch(/ style="/);
    expect(text).not.toContain('Northwind & <Söhne>');
  });

  it('links absolutely only to the configured site, whatever Host says', async () => {
    const { bytes } = await get('/feed.xml?items=updates', { host: 'evil.example' });
    expect(bytes.toString()).toContain('https://downstream.example/');
    expect(bytes.toString()).not.toContain('evil.example');
  });

  it('tells search engines of every lasting page, none of which is missing', async () => {
    const robots = (await get('/robots.txt')).bytes.toString();
    expect(robots).toContain('Sitemap: https://downstream.example/sitemap.xml');
    const { bytes, headers } = await get('/sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    const paths = [
      ...bytes.toString().matchAll(/<loc>https:\/\/downstream\.example([^<]*)<\/loc>/g),
    ];
    const english = paths.map(([, path]) => path ?? '').filter((path) => !/^\/de(\/|$)/.test(path));
    expect(english).toContain('/providers/northwind');
    expect(paths).toHaveLength(english.length * 2);
    for (const path of english) {
      expect([path, (await get(path, {}, 'HEAD')).statusCode]).toEqual([path, 200]);
    }
  });

  it('shows no green where nothing was read', async () => {
    const { bytes } = await get('/readyz');
    expect(JSON.parse(bytes.toString())).toMatchObject({
      ok: true,
      poller: 'off',
      feeds: { total: 1, healthy: 0, failing: 0, never: 1 },
      providers: { total: 2, operational: 0, unknown: 2 },
    });
  });

  it('shows the archive on a fresh site', async () => {
    const feed = (await get('/feed.xml?from=2025-10-20&to=2025-10-21')).bytes.toString();
    expect(feed).toContain('/incidents/aws/aws-us-east-1-2025-10-20');
    const page = await get('/incidents/aws/aws-us-east-1-2025-10-20');
    expect(page.statusCode).toBe(200);
  });

  it('answers what is not there with a page and 404', async () => {
    for (const path of ['/nope', '/de/nope', '/providers/nope', '/incidents/northwind/nope']) {
      const { statusCode, headers } = await get(path);
      expect([path, statusCode]).toEqual([path, 404]);
      expect(headers['content-type']).toMatch(/^text\/html/);
    }
  });

  it('names what is wrong in a query', async () => {
    const { statusCode, bytes } = await get('/feed.xml?impact=enormous&from=31.12.');
    expect(statusCode).toBe(400);
    expect(bytes.toString()).toMatch(/impact: "enormous".*none, minor, major/);
    expect(bytes.toString()).toMatch(/from: "31\.12\."/);
  });
});

describe('HTTP', () => {
  it('speaks brotli, gzip and plain with the same content', async () => {
    const plain = await get('/about');
    const gz = await get('/about', { 'accept-encoding': 'gzip' });
    const br = await get('/about', { 'accept-encoding': 'gzip, br' });
    expect(gz.headers['content-encoding']).toBe('gzip');
    expect(br.headers['content-encoding']).toBe('br');
    expect(gunzipSync(gz.bytes).equals(plain.bytes)).toBe(true);
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(br.headers.vary).toBe('accept-encoding');
  });

  it('answers 304 to whoever holds the content, in whatever form', async () => {
    const { headers } = await get('/feed.xml', { 'accept-encoding': 'br' });
    const etag = String(headers.etag);
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/feed.xml', { 'if-none-match': condition });
      expect([condition, again.statusCode]).toEqual([condition, 304]);
      expect(again.bytes).toHaveLength(0);
    }
    expect((await get('/feed.xml', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const { statusCode, headers, bytes } = await get('/', {}, 'HEAD');
    expect(statusCode).toBe(200);
    expect(Number(headers['content-length'])).toBeGreaterThan(1_000);
    expect(bytes).toHaveLength(0);
  });

  it('refuses writing and garbled addresses', async () => {
    expect((await get('/', {}, 'POST')).statusCode).toBe(405);
    expect((await get('/', {}, 'OPTIONS')).statusCode).toBe(204);
    expect((await get('//evil.example')).statusCode).toBe(400);
    expect((await get(`/?q=${'x'.repeat(5_000)}`)).statusCode).toBe(400);
  });

  it('gives a CDN something to work with', async () => {
    const { headers } = await get('/');
    expect(headers['cache-control']).toMatch(
      /s-maxage=\d+.*stale-while-revalidate=\d+.*stale-if-error=\d+/,
    );
    expect(headers.age).toMatch(/^\d+$/);
  });

  it('counts an unknown parameter as the same address', async () => {
    const a = await get('/timeline?utm_source=a');
    const b = await get('/timeline?utm_source=b');
    expect(a.headers.etag).toBe(b.headers.etag);
  });

  it('survives a client that sends rubbish', async () => {
    const { port } = new URL(running.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\0\0rubbish\r\n\r\n'));
      socket.once('close', () => resolve());
      socket.resume();
    });
    expect((await get('/healthz')).statusCode).toBe(200);
  });

  it('tells open pages of a new revision', async () => {
    const { body, headers } = await request(`${running.url}/api/v1/stream`);
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
    let text = '';
    for await (const chunk of body) {
      text += String(chunk);
      if (text.includes('event: revision')) break;
    }
    expect(text).toMatch(/id: \d+\nevent: revision\ndata: \d+\n\n/);
  });

  it('speaks Prometheus', async () => {
    const text = (await get('/metrics')).bytes.toString();
    expect(text).toMatch(/^downstream_feeds\{state="total"\} 1$/m);
    expect(text).toMatch(/^downstream_revision \d+$/m);
  });
});
