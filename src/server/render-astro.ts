import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from './answer.ts';

/** The handler Astro builds in middleware mode (`dist/server/entry.mjs`). */
export type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: App.Locals,
) => Promise<void>;

const RENDER_TIMEOUT_MS = 30_000;

/**
 * Renders one address with Astro and hands back the whole answer instead of writing to a socket.
 * @param siteUrl base of the request, so that nothing a client sends as `Host` reaches a page
 */
export async function renderAstro(
  handler: AstroHandler,
  target: string,
  siteUrl: string,
  locals: App.Locals,
): Promise<Answer> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = target;
  request.headers = { host: new URL(siteUrl).host, accept: '*/*' };
  const response = new CollectingResponse(request);
  await new Promise<void>((resolve, reject) => {
    // A render that never ends would keep its address busy for good, and the server from stopping.
    const timer = setTimeout(() => {
      reject(new Error(`rendering took longer than ${RENDER_TIMEOUT_MS} ms`));
    }, RENDER_TIMEOUT_MS);
    response.once('finish', () => {
      clearTimeout(timer);
      resolve();
    });
    handler(
      request,
      response,
      (error) => {
        if (error !== undefined) reject(error instanceof Error ? error : new Error(String(error)));
        else {
          response.statusCode = 404;
          response.end();
        }
      },
      locals,
    ).catch(reject);
  });
  return response.answer();
}

/** A response without a connection: keeps head and body. */
class CollectingResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null);
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown): boolean {
    this.#chunks.push(toBuffer(chunk));
    return true;
  }

  override end(chunk?: unknown): this {
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.write(chunk);
    queueMicrotask(() => this.emit('finish'));
    return this;
  }

  answer(): Answer {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.getHeaders())) {
      if (value !== undefined)
        headers[name] = Array.isArray(value) ? value.join(', ') : String(value);
    }
    // Astro names no charset; without one a proxy may guess.
    if (headers['content-type'] === 'text/html')
      headers['content-type'] = 'text/html; charset=utf-8';
    return { status: this.statusCode, headers, body: Buffer.concat(this.#chunks) };
  }
}

function toBuffer(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  if (chunk instanceof Uint8Array)
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError(`Astro wrote ${typeof chunk}, expected text or bytes`);
}
