import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gauge, Registry } from 'prom-client';
import type { EventStream } from './event-stream.ts';
import { readiness } from './readiness.ts';
import type { ResponseCache } from './response-cache.ts';
import type { Site } from './site.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What must never come from a cache: health, readiness, metrics and the event stream. */
export function liveEndpoints(
  site: Site,
  cache: ResponseCache,
  stream: EventStream,
): Map<string, Handler> {
  const metrics = createMetrics(site, cache, stream);
  return new Map<string, Handler>([
    ['/healthz', (_request, response) => json(response, 200, { ok: true })],
    [
      '/readyz',
      (_request, response) =>
        void readiness(site).then(
          (state) => json(response, 200, state),
          (error: unknown) => {
            site.log.error({ error }, 'not ready');
            json(response, 503, { ok: false, error: 'The store cannot be read.' });
          },
        ),
    ],
    [
      '/metrics',
      (_request, response) =>
        void metrics.metrics().then(
          (text) => send(response, 200, metrics.contentType, text),
          (error: unknown) => {
            site.log.error({ error }, 'no metrics');
            json(response, 503, { ok: false, error: 'The store cannot be read.' });
          },
        ),
    ],
    [
      '/api/v1/stream',
      (request, response) => {
        if (stream.open(request, response)) return;
        response.setHeader('retry-after', '60');
        json(response, 503, { ok: false, error: 'Too many open streams. Poll the feed instead.' });
      },
    ],
  ]);
}

function createMetrics(site: Site, cache: ResponseCache, stream: EventStream): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `downstream_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('revision', 'Store revision served.', () => site.revision.current);
  gauge('cache_entries', 'Answers kept in the response cache.', () => cache.stats().entries);
  gauge('cache_bytes', 'Bytes kept in the response cache.', () => cache.stats().bytes);
  gauge('cache_hits_total', 'Answers served from the response cache.', () => cache.stats().hits);
  gauge('renders_total', 'Pages rendered.', () => cache.stats().renders);
  gauge('renders_queued', 'Renders waiting.', () => cache.stats().queued);
  gauge('stream_clients', 'Open event streams.', () => stream.clients);
  gauge('resident_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  for (const part of ['feeds', 'providers', 'incidents'] as const) {
    new Gauge({
      name: `downstream_${part}`,
      help: `Count of ${part} by state, as in /readyz.`,
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        const state = await readiness(site);
        for (const [name, value] of Object.entries(state[part])) this.set({ state: name }, value);
      },
    });
  }
  return registry;
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'access-control-allow-origin': '*',
  });
  response.end(text);
}
