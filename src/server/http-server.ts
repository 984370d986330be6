import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { cacheKey } from './cache-key.ts';
import type { CachedAnswer } from './cached-answer.ts';
import { clientAddress } from './client-address.ts';
import type { RateLimit } from './rate-limit.ts';
import { OverloadError, type ResponseCache } from './response-cache.ts';
import { createAnswerSender } from './send-answer.ts';
import type { Log } from './site.ts';

export interface HttpServerOptions {
  cache: ResponseCache;
  /** Built client files by path. */
  files: ReadonlyMap<string, CachedAnswer>;
  /** Answered afresh each time: health, readiness, metrics, the event stream. By exact path. */
  live: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** What is too large to be kept whole: the handler for such a path. Counts against the rate limit. */
  streamed?: (
    path: string,
  ) => ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  nowMs: () => number;
  log: Log;
  /** Bounds what one address may have rendered; answers at hand are free. Absent: no bound. */
  rateLimit?: RateLimit;
  /** Connections at a time; one more is closed at once. */
  maxConnections?: number;
}

const METHODS = new Set(['GET', 'HEAD']);

/** The web server: files, live endpoints, and everything else through the response cache. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { cache, files, live, nowMs, log } = options;
  const send = createAnswerSender();
  // Raw targets seen lately with their keys: parsing an address costs more than serving it.
  const keys = new LRUCache<string, string>({ max: 5_000 });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const target = request.url ?? '/';
    let key = keys.get(target);
    if (key !== undefined) {
      const kept = cache.peek(key);
      if (kept !== undefined && METHODS.has(request.method ?? '')) {
        send(request, response, kept, nowMs());
        return;
      }
    }
    if (!METHODS.has(request.method ?? '')) {
      refuse(request, response);
      return;
    }
    const query = target.indexOf('?');
    const path = query < 0 ? target : target.slice(0, query);
    const file = files.get(path);
    if (file !== undefined) {
      send(request, response, file, file.renderedAtMs);
      return;
    }
    const handler = live.get(path);
    if (handler !== undefined) {
      handler(request, response);
      return;
    }
    const stream = options.streamed?.(path);
    if (stream !== undefined) {
      const wait = options.rateLimit?.take(request.socket.remoteAddress ?? '') ?? 0;
      if (wait > 0) tooMany(response, wait);
      else stream(request, response);
      return;
    }
    key ??= cacheKey(target) ?? undefined;
    if (key === undefined) {
      plain(
        response,
        400,
        'This address cannot be read. Check it for stray characters or shorten it.',
      );
      return;
    }
    keys.set(target, key);
    const kept = cache.peek(key);
    if (kept !== undefined) {
      send(request, response, kept, nowMs());
      return;
    }
    const wait = waitFor(request);
    if (wait > 0) {
      tooMany(response, wait);
      return;
    }
    cache.get(key).then(
      (entry) => send(request, response, entry, nowMs()),
      (error: unknown) => fail(response, error, target),
    );
  }

  function waitFor(request: IncomingMessage): number {
    const address = options.rateLimit === undefined ? null : clientAddress(request);
    return address === null ? 0 : (options.rateLimit?.take(address) ?? 0);
  }

  function fail(response: ServerResponse, error: unknown, target: string): void {
    if (error instanceof OverloadError) {
      response.setHeader('retry-after', '5');
      plain(response, 503, 'Too many people ask at once. Please try again in a few seconds.');
      return;
    }
    log.error({ error, target: JSON.stringify(target).slice(0, 300) }, 'could not answer');
    plain(response, 500, 'This page could not be made just now. Please try again in a moment.');
  }

  const server = createServer(
    {
      keepAlive: true,
      keepAliveTimeout: 10_000,
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      maxHeaderSize: 16 * 1024,
      noDelay: true,
    },
    answer,
  );
  server.maxConnections = options.maxConnections ?? 20_000;
  server.maxHeadersCount = 64;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  return server;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    });
    response.end();
    return;
  }
  response.setHeader('allow', 'GET, HEAD, OPTIONS');
  plain(response, 405, 'Only reading is possible here: use GET or HEAD.');
}

/** Problem details (RFC 9457), since it is mostly programs that ask so often. */
function tooMany(response: ServerResponse, seconds: number): void {
  const problem = {
    type: 'about:blank',
    title: 'Too many requests',
    status: 429,
    detail: `Please ask again in ${seconds} s. What has been asked before is answered at once.`,
  };
  response.writeHead(429, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(seconds),
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(`${JSON.stringify(problem)}\n`);
}

/** A short plain answer for what no page can say. */
function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  response.end(`${text}\n`);
}
