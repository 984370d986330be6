import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/env.ts';
import { createDataStream } from '../../src/server/data-stream.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { PortableStore } from '../../src/store/portable-store.ts';
import { ended, save } from '../store/sample-incident.ts';

let store: PortableStore;
let server: Server;
let current = 7;
let url = '';

beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  await save(
    store,
    ...Array.from({ length: 300 }, (_, index) => {
      const start = new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString();
      return ended(`aws/${index}`, start, start);
    }),
  );
  const streamed = createDataStream({
    store,
    providers: [],
    environment: readEnvironment({ SITE_URL: 'https://downstream.example' }),
    revision: {
      get current() {
        return current;
      },
      refresh: async () => current,
      onChange: () => () => undefined,
      stop: () => undefined,
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  server = createServer((asked, response) => {
    const handler = streamed(asked.url ?? '');
    if (handler === undefined) response.writeHead(418).end();
    else handler(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await store.close();
});

async function get(
  path: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
) {
  const answer = await request(url + path, { headers, method });
  return { ...answer, bytes: Buffer.from(await answer.body.arrayBuffer()) };
}

describe('/data/incidents-<year>.jsonl', () => {
  const path = '/data/incidents-2025.jsonl';

  it('sends a year, plain or packed, open to other sites', async () => {
    const plain = await get(path);
    expect(plain.statusCode).toBe(200);
    expect(plain.headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'access-control-allow-origin': '*',
      etag: 'W/"7-2025"',
      vary: 'accept-encoding',
    });
    expect(plain.bytes.toString().trimEnd().split('\n')).toHaveLength(300);
    const packed = await get(path, { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    const refused = await get(path, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers).not.toHaveProperty('content-encoding');
  });

  it('sends nothing twice, until the revision moves', async () => {
    const same = await get(path, { 'if-none-match': 'W/"7-2025"' });
    expect([same.statusCode, same.bytes.length]).toEqual([304, 0]);
    current = 8;
    expect((await get(path, { 'if-none-match': 'W/"7-2025"' })).statusCode).toBe(200);
    current = 7;
  });

  it('has no body for HEAD, no file for a year without incidents, and leaves the rest alone', async () => {
    const head = await get(path, {}, 'HEAD');
    expect([head.statusCode, head.bytes.length]).toEqual([200, 0]);
    expect((await get('/data/incidents-1999.jsonl')).statusCode).toBe(404);
    expect((await get('/data/incidents.jsonl')).statusCode).toBe(418);
  });
});
