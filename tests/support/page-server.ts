import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroHandler } from '../../src/server/render-astro.ts';

const TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/plain',
};

export interface PageServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the built pages (`dist/`) with the given locals on a free loopback port: pages alone, without
 * response cache, poller or API.
 * @param locals asked for each request
 */
export async function startPages(
  root: string,
  locals: (siteUrl: string) => App.Locals,
): Promise<PageServer> {
  const entry: unknown = await import(pathToFileURL(path.join(root, 'dist/server/entry.mjs')).href);
  const { handler } = entry as { handler: AstroHandler };
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://pages.invalid');
      if (url.pathname === '/api/v1/stream') {
        // These are pages alone: 204 tells who waits for news that none will come.
        response.writeHead(204).end();
        return;
      }
      const file = path.extname(url.pathname)
        ? await readFile(path.join(root, 'dist/client', url.pathname)).catch(() => null)
        : null;
      if (file !== null) {
        const type = TYPES[path.extname(url.pathname)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type }).end(file);
        return;
      }
      const next = () => response.writeHead(404).end();
      await handler(request, response, next, locals(address()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: address(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
