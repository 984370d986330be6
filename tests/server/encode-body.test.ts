import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cachePolicy } from '../../src/server/cache-policy.ts';
import { encodeAnswer, improveBrotli } from '../../src/server/cached-answer.ts';
import { chooseEncoding, isCompressible } from '../../src/server/encode-body.ts';

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['identity', 'identity'],
    ['gzip;q=0', 'identity'],
    ['GZIP', 'gzip'],
  ] as const)('%j → %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('encodeAnswer', () => {
  const text = '<p>all the same words</p>'.repeat(400);
  const answer = {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(text),
  };

  it('says the same in every form', async () => {
    const cached = await encodeAnswer('/', answer, cachePolicy('/', 200), 1, 0);
    await improveBrotli(cached);
    expect(brotliDecompressSync(cached.forms.br.body).toString()).toBe(text);
    expect(gunzipSync(cached.forms.gzip.body).toString()).toBe(text);
    expect(cached.forms.identity.body.toString()).toBe(text);
    for (const form of Object.values(cached.forms)) {
      const at = form.headers.indexOf('content-length');
      expect(form.headers[at + 1]).toBe(String(form.body.length));
      expect(form.headers[form.headers.indexOf('etag') + 1]).toBe(form.etag);
      expect(form.etag.startsWith(cached.tag)).toBe(true);
    }
  });

  it('gives each form an ETag of its own', async () => {
    const cached = await encodeAnswer('/', answer, cachePolicy('/', 200), 1, 0);
    const tags = Object.values(cached.forms).map((form) => form.etag);
    const fast = cached.forms.br.etag;
    await improveBrotli(cached);
    expect(new Set([...tags, cached.forms.br.etag]).size).toBeGreaterThanOrEqual(3);
    if (cached.forms.br.etag !== fast) expect(cached.forms.br.etag).toContain('-br11');
  });

  it('leaves pictures as they are', () => {
    expect(isCompressible('image/png', 10_000)).toBe(false);
    expect(isCompressible('image/svg+xml', 10_000)).toBe(true);
    expect(isCompressible('application/feed+json; charset=utf-8', 10_000)).toBe(true);
    expect(isCompressible('text/html', 100)).toBe(false);
  });
});

describe('cachePolicy', () => {
  it('never keeps errors for long', () => {
    expect(cachePolicy('/', 500).cacheControl).toBe('no-store');
    expect(cachePolicy('/nope', 404).renewAfterSeconds).toBeLessThanOrEqual(10);
  });

  it('lets image proxies refresh a badge within five minutes', () => {
    const { cacheControl } = cachePolicy('/badge/aws.svg', 200);
    expect(Number(/max-age=(\d+)/.exec(cacheControl)?.[1])).toBeLessThanOrEqual(300);
    expect(cacheControl).not.toMatch(/immutable/);
  });
});
