import type { Server } from 'node:http';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createDataStream } from './data-stream.ts';
import { ensureBuilt } from './ensure-built.ts';
import { createEventStream } from './event-stream.ts';
import { createHttpServer } from './http-server.ts';
import { liveEndpoints } from './live-endpoints.ts';
import { createPageLocals } from './page-locals.ts';
import { createRateLimit, DEFAULT_RATE } from './rate-limit.ts';
import { type AstroHandler, renderAstro } from './render-astro.ts';
import { createResponseCache } from './response-cache.ts';
import { securityHeaders } from './security-headers.ts';
import type { Site } from './site.ts';
import { loadStaticFiles } from './static-files.ts';

export interface RunningServer {
  /** Where it listens, e.g. `http://localhost:4321`. */
  address: string;
  /** Finishes running requests, then closes. */
  stop(): Promise<void>;
}

/** How long running requests may take to finish when we stop. */
const STOP_TIMEOUT_MS = 10_000;

/** Builds the pages if needed and serves the site. */
export async function startServer(
  site: Site,
  root: string,
  say: (line: string) => void,
): Promise<RunningServer> {
  const { environment, log } = site;
  const entry = await ensureBuilt(root, say);
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };
  const security = {
    embedOrigins: environment.embedOrigins,
    isHttps: environment.siteUrl.startsWith('https:'),
  };
  const nowMs = () => performance.now();
  const locals = createPageLocals(site, nowMs);
  const cache = createResponseCache({
    render: async (key) => {
      const answer = await renderAstro(handler, key, environment.siteUrl, locals());
      const path = key.split('?', 1)[0] ?? key;
      return {
        ...answer,
        headers: { ...answer.headers, ...securityHeaders(path, answer.headers, security) },
      };
    },
    revision: () => site.revision.current,
    nowMs,
    onError: (error, key) => log.error({ error, key: JSON.stringify(key) }, 'could not render'),
  });
  site.revision.onChange(() => cache.warm());
  const stream = createEventStream(site.revision, 10_000);
  const files = await loadStaticFiles(path.join(root, 'dist/client'), (address, headers) =>
    securityHeaders(address, headers, security),
  );
  const server = createHttpServer({
    cache,
    files,
    live: liveEndpoints(site, cache, stream),
    streamed: createDataStream(site),
    nowMs,
    log,
    rateLimit: createRateLimit({ ...DEFAULT_RATE, nowMs }),
  });
  const address = await listen(server, environment.host, environment.port);
  return {
    address,
    async stop() {
      stream.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
      await closed;
      clearTimeout(timer);
      await Promise.race([cache.idle(), delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${actual}`;
}
