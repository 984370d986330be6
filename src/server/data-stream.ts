import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { dataLines, yearOfFile } from '../views/data-lines.ts';
import { securityHeaders } from './security-headers.ts';
import type { Site } from './site.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Files sent at a time: each one reads the store page by page for as long as it takes. */
const MAX_STREAMS = 4;

/**
 * Answers `/data/incidents-<year>.jsonl` past the response cache, which holds whole answers: lines go
 * out as the store gives them, no faster than the client takes them.
 * @returns the handler for a path, undefined where it is not such a file
 */
export function createDataStream(
  site: Pick<Site, 'store' | 'providers' | 'revision' | 'environment' | 'log'>,
): (path: string) => Handler | undefined {
  const { environment, log } = site;
  const { siteUrl } = environment;
  let open = 0;

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    year: number,
  ): Promise<void> {
    // Weak: the times of our last look move without a revision, and there are two encodings.
    const tag = `W/"${site.revision.current}-${year}"`;
    const security = securityHeaders(
      `/data/incidents-${year}.jsonl`,
      {},
      { embedOrigins: environment.embedOrigins, isHttps: siteUrl.startsWith('https:') },
    );
    const headers = {
      ...security,
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60, s-maxage=300, stale-while-revalidate=3600',
      etag: tag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match']?.split(',').some((one) => one.trim() === tag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const lines = dataLines(site.store, year, { providers: site.providers, siteUrl });
    const first = await lines.next();
    if (first.done) {
      const plain = { ...security, 'content-type': 'text/plain; charset=utf-8' };
      response.writeHead(404, { ...plain, 'cache-control': 'public, max-age=60' });
      response.end(`No incident is known that began in ${year}. See ${siteUrl}/data\n`);
      return;
    }
    const isPacked = takesGzip(request);
    response.writeHead(200, {
      ...headers,
      'content-type': 'application/jsonl; charset=utf-8',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    });
    if (request.method === 'HEAD') {
      await lines.return(undefined);
      response.end();
      return;
    }
    const text = Readable.from(withFirst(first.value, lines), { objectMode: false });
    if (isPacked) await pipeline(text, createGzip({ level: 6 }), response);
    else await pipeline(text, response);
  }

  return (path) => {
    const year = yearOfFile(path);
    if (year === null) return undefined;
    return (request, response) => {
      if (open >= MAX_STREAMS) {
        response.writeHead(503, {
          'content-type': 'text/plain; charset=utf-8',
          'retry-after': '10',
        });
        response.end('Too many of these files are being sent. Please try again in a moment.\n');
        return;
      }
      open += 1;
      answer(request, response, year)
        .catch((error: unknown) => {
          // A client that left is no failure of ours.
          if (!response.destroyed) log.error({ error, year }, 'could not send the data of a year');
          if (!response.headersSent) response.writeHead(500);
          response.destroy();
        })
        .finally(() => {
          open -= 1;
        });
    };
  };
}

function takesGzip(request: IncomingMessage): boolean {
  const header = request.headers['accept-encoding'] ?? '';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header);
}

async function* withFirst(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
