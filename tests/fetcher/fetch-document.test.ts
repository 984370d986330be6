import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetchDocument } from '../../src/fetcher/fetch-document.ts';
import type { FetcherOptions } from '../../src/fetcher/fetcher-options.ts';
import type { FeedError } from '../../src/model/feed-error.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const NOW = '2024-06-20T10:00:00.000Z';
const BODY = '<rss version="2.0"><channel><title>Northwind</title></channel></rss>';
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function fetcher(options: Partial<FetcherOptions> = {}) {
  const fetchDocument = createFetchDocument({
    version: '9.8.7',
    contactUrl: 'https://downstream.example/about',
    allowPrivate: true,
    now: () => NOW,
    random: () => 0,
    retryDelayMs: 1,
    ...options,
  });
  open.unshift(() => fetchDocument.close());
  return fetchDocument;
}

async function server(...args: Parameters<typeof startTestServer>): Promise<TestServer> {
  const started = await startTestServer(...args);
  open.push(() => started.close());
  return started;
}

async function failure(promise: Promise<unknown>): Promise<FeedError> {
  return promise.then(
    () => {
      throw new Error('expected a FeedError');
    },
    (error) => error,
  );
}

const text = (outcome: { kind: string; body?: Uint8Array }) =>
  new TextDecoder().decode(outcome.body);

describe('createFetchDocument', () => {
  it('introduces itself and sends validators exactly as they came', async () => {
    const { url, requests } = await server((request, response) => {
      if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end();
      else
        response
          .setHeader('etag', 'W/"abc-gzip"')
          .setHeader('cache-control', 'max-age=90')
          .end(BODY);
    });
    const fetchDocument = fetcher();
    const first = await fetchDocument(`${url}/feed`, null);
    expect(first).toMatchObject({ kind: 'fetched', etag: 'W/"abc-gzip"', freshForSeconds: 90 });
    const lastModified = 'Thu, 20 Jun 2024 09:00:00 GMT';
    const second = await fetchDocument(`${url}/feed`, { etag: 'W/"abc-gzip"', lastModified });
    expect(second.kind).toBe('not-modified');
    expect(requests[0]?.headers['user-agent']).toBe(
      'Downstream/9.8.7 (+https://downstream.example/about)',
    );
    expect(requests[0]?.headers.accept).toContain('application/rss+xml');
    expect(requests[1]?.headers).toMatchObject({
      'if-none-match': 'W/"abc-gzip"',
      'if-modified-since': lastModified,
    });
  });

  it.each([
    ['gzip', gzipSync(BODY), 'gzip'],
    ['gzip in capitals', gzipSync(BODY), 'GZIP'],
    ['brotli', brotliCompressSync(BODY), 'br'],
    ['zstd', zstdCompressSync(BODY), 'zstd'],
    ['deflate', deflateSync(BODY), 'deflate'],
    ['two layers', brotliCompressSync(gzipSync(BODY)), 'gzip, br'],
    ['gzip without its header', gzipSync(BODY), undefined],
    ['zstd without its header', zstdCompressSync(BODY), undefined],
    ['a gzip header over plain bytes', Buffer.from(BODY), 'gzip'],
  ])('decodes %s, asked for or not', async (_name, bytes, encoding) => {
    const { url } = await server((_request, response) => {
      if (encoding !== undefined) response.setHeader('content-encoding', encoding);
      response.end(bytes);
    });
    expect(text(await fetcher()(url, null))).toBe(BODY);
  });

  it('follows redirects and says whether all of them were permanent', async () => {
    const { url, requests } = await server((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/newer' }).end();
      else if (request.url === '/newer') response.writeHead(308, { location: '/new' }).end();
      else if (request.url === '/away') response.writeHead(302, { location: '/old' }).end();
      else response.end(BODY);
    });
    const fetchDocument = fetcher();
    expect(await fetchDocument(`${url}/old`, null)).toMatchObject({
      url: `${url}/new`,
      movedPermanently: true,
    });
    expect(await fetchDocument(`${url}/away`, null)).toMatchObject({ movedPermanently: false });
    requests.length = 0;
    expect(await fetchDocument(`${url}/old`, null)).toMatchObject({ movedPermanently: true });
    expect(requests.map(({ path }) => path)).toEqual(['/new']);
  });

  it('gives up after five redirects', async () => {
    const { url, requests } = await server((request, response) => {
      response.writeHead(302, { location: `${request.url}x` }).end();
    });
    expect((await failure(fetcher()(`${url}/`, null))).kind).toBe('too-many-redirects');
    expect(requests).toHaveLength(6);
  });

  it.each([
    [429, { 'retry-after': '1800' }, 'rate-limited', 1800],
    [429, {}, 'rate-limited', undefined],
    [503, { 'retry-after': 'Thu, 20 Jun 2024 10:02:00 GMT' }, 'rate-limited', 120],
    [503, {}, 'http-status', undefined],
    [404, {}, 'http-status', undefined],
    [502, {}, 'http-status', undefined],
    [304, {}, 'http-status', undefined],
  ])('turns HTTP %i %o into %s', async (status, headers, kind, retryAfterSeconds) => {
    const { url, requests } = await server((_request, response) => {
      response.writeHead(status, headers).end();
    });
    const error = await failure(fetcher()(url, null));
    expect(error).toMatchObject({ kind, httpStatus: status });
    expect(error.retryAfterSeconds).toBe(retryAfterSeconds);
    expect(requests).toHaveLength(1);
  });

  it('names a bot check as such', async () => {
    const { url } = await server((_request, response) => {
      response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<html></html>');
    });
    expect((await failure(fetcher()(url, null))).message).toContain('bot check by Cloudflare');
  });

  it('refuses an empty answer', async () => {
    const { url } = await server((_request, response) => response.end());
    expect((await failure(fetcher()(url, null))).kind).toBe('empty-response');
  });

  it('has a time-out of its own for headers and for the body', async () => {
    const { url } = await server((request, response) => {
      if (request.url === '/headers') return;
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const fetchDocument = fetcher({ headersTimeoutMs: 150, bodyTimeoutMs: 200 });
    expect((await failure(fetchDocument(`${url}/headers`, null))).kind).toBe('timeout');
    const slow = await failure(fetchDocument(`${url}/body`, null));
    expect(slow).toMatchObject({ kind: 'timeout', message: expect.stringContaining('body') });
  });

  it('stops at the size limit, also of what a small bomb unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const { url } = await server((request, response) => {
      if (request.url === '/bomb') {
        response.setHeader('content-encoding', 'gzip').end(bomb);
        return;
      }
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const fetchDocument = fetcher({ maxBytes: 1_000_000 });
    expect((await failure(fetchDocument(`${url}/endless`, null))).kind).toBe('too-large');
    expect((await failure(fetchDocument(`${url}/bomb`, null))).kind).toBe('too-large');
  });

  it('tries once more after a network error, and only then', async () => {
    let calls = 0;
    const { url } = await server((request, response) => {
      calls++;
      if (request.url === '/always' || calls === 1) request.socket.destroy();
      else response.end(BODY);
    });
    const fetchDocument = fetcher();
    expect((await fetchDocument(`${url}/once`, null)).kind).toBe('fetched');
    calls = 0;
    expect((await failure(fetchDocument(`${url}/always`, null))).kind).toBe('network');
    expect(calls).toBe(2);
  });

  it('reports a damaged body as a network error', async () => {
    const { url } = await server((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync(BODY).subarray(0, 30));
    });
    expect((await failure(fetcher()(url, null))).kind).toBe('network');
  });

  it('ends with the reason of the signal', async () => {
    const { url } = await server(() => {});
    const abort = new AbortController();
    const reading = fetcher()(url, null, abort.signal);
    setTimeout(() => abort.abort(new Error('stopping')), 30);
    await expect(reading).rejects.toThrow('stopping');
  });

  it('keeps control characters out of messages', async () => {
    const error = await failure(fetcher()('http://\u0007bell', null));
    expect(error.kind).toBe('blocked-address');
    expect(error.message).not.toMatch(/[\u0000-\u001f]/);
  });

  it('refuses an inner address behind a name, and after a redirect', async () => {
    const { url, requests } = await server((_request, response) => response.end(BODY));
    const port = new URL(url).port;
    const fetchDocument = fetcher({
      allowPrivate: false,
      resolveHost: (_hostname, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const error = await failure(fetchDocument(`http://feeds.partner.example:${port}/`, null));
    expect(error).toMatchObject({
      kind: 'blocked-address',
      message: expect.stringContaining('127.0.0.1'),
    });
    expect(requests).toHaveLength(0);
  });
});
