import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hund } from '../../src/adapters/hund.ts';
import { createEventEnd, isEventStream } from '../../src/fetcher/event-end.ts';
import { createFetchDocument } from '../../src/fetcher/fetch-document.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const STREAM = readFileSync(path.resolve(import.meta.dirname, '../fixtures/hund/stream.txt'));
const FIRST = 'retry: 5000\n\nevent: init_event\ndata: {"a": 1}\ndata: {"b": 2}\n\n';
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function fetchFrom(answer: Parameters<typeof startTestServer>[0], bodyTimeoutMs = 10_000) {
  const server: TestServer = await startTestServer(answer);
  const fetchDocument = createFetchDocument({
    version: '1.0.0',
    contactUrl: 'https://downstream.example/about',
    allowPrivate: true,
    now: () => '2026-02-03T12:00:00.000Z',
    random: () => 0,
    retryDelayMs: 1,
    bodyTimeoutMs,
  });
  open.push(() => fetchDocument.close(), server.close);
  return fetchDocument(`${server.url}/live/v2/status_page`, null);
}

/** What is taken of a text fed in pieces of the given sizes; the whole of it where no event ends. */
function takenOf(text: string, sizes: readonly number[]): string {
  const endIn = createEventEnd();
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const end = endIn(bytes.subarray(at, at + size));
    if (end !== null) return new TextDecoder().decode(bytes.subarray(0, at + end));
    at += size;
  }
  return text;
}

describe('an event stream', () => {
  it('is left after its first event, and its connection closed', async () => {
    let hasClosed: () => void = () => {};
    const closed = new Promise<void>((resolve) => {
      hasClosed = resolve;
    });
    const outcome = await fetchFrom((request, response) => {
      request.socket.on('close', hasClosed);
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      // Never ended: that is how these servers behave.
      response.write(STREAM);
    });
    await closed;
    const body = outcome.kind === 'fetched' ? outcome.body : new Uint8Array();
    const text = new TextDecoder().decode(body);
    expect(text).toContain('event: init_event');
    expect(text).not.toContain('event: ping');
    const snapshot = hund.parse([{ url: 'https://status.example/live', body, headers: {} }], {
      providerId: 'example',
      statusPage: 'https://status.example',
      fetchedAt: '2026-02-03T12:00:00.000Z',
    });
    expect(snapshot.incidents.map(({ upstreamId }) => upstreamId)).toEqual(['h1']);
  });

  it('that never sends an event ends at the deadline', async () => {
    const failed = fetchFrom((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\nretry: 5\n\n');
    }, 150);
    await expect(failed).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('that ends by itself is read whole', async () => {
    const outcome = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: 1\n');
    });
    expect(outcome).toMatchObject({ kind: 'fetched' });
  });

  it('compressed, or any other body, is not cut at empty lines', async () => {
    const body = 'data: 1\n\nmore';
    for (const headers of [
      { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' },
      { 'content-type': 'text/plain' },
    ]) {
      const outcome = await fetchFrom((_, response) => {
        response.writeHead(200, headers);
        response.end('content-encoding' in headers ? gzipSync(body) : body);
      });
      expect(outcome.kind === 'fetched' && new TextDecoder().decode(outcome.body)).toBe(body);
    }
  });
});

describe('createEventEnd', () => {
  it.each([
    ['line feeds', FIRST],
    ['carriage returns with line feeds', FIRST.replaceAll('\n', '\r\n')],
    ['a field name only', 'data\n\n'],
  ])('finds the end with %s, however the text comes in', (_, first) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        // The line feed of a last pair may be left behind.
        expect(takenOf(`${first}event: ping\ndata: 2\n\n`, sizes).trimEnd()).toBe(first.trimEnd());
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it.each([
    '',
    ': comment\n\n',
    'retry: 1\n\nid: 2\n\n',
    'data: 1\n',
    'dat: 1\n\n',
    ' data: 1\n\n',
  ])('sees no event in %j', (text) => {
    expect(createEventEnd()(new TextEncoder().encode(text))).toBeNull();
  });
});

describe('isEventStream', () => {
  it.each([
    [{ 'content-type': 'text/event-stream' }, true],
    [{ 'content-type': ' Text/Event-Stream;charset=utf-8', 'content-encoding': 'identity' }, true],
    [{ 'content-type': 'text/event-stream', 'content-encoding': 'br' }, false],
    [{ 'content-type': 'text/event-streams' }, false],
    [{ 'content-type': 'application/json' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => {
    expect(isEventStream(headers as Record<string, string>)).toBe(expected);
  });
});
