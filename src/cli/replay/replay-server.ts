import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Provider } from '../../model/provider.ts';
import type { ReplayDay } from './replay-day.ts';
import { replayDocument, replayFeed } from './replay-documents.ts';

export interface ReplayServer {
  /** The day's providers with feeds that point at this server. */
  providers: Provider[];
  close(): Promise<void>;
}

/** Serves over loopback HTTP what each provider had published by the simulated moment. */
export async function serveReplay(day: ReplayDay, now: () => string): Promise<ReplayServer> {
  const byId = new Map(day.providers.map((provider) => [provider.id, provider]));
  const server = createServer((request, response) => {
    const [, id = '', path = ''] = /^\/([^/?]+)([^?]*)/.exec(request.url ?? '') ?? [];
    const provider = byId.get(id);
    const answer = provider && replayDocument(provider, path, now(), day);
    if (answer === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here\n');
      return;
    }
    const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 24)}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, { 'content-type': answer.contentType, etag }).end(answer.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the replay has no port');
  const origin = `http://127.0.0.1:${bound.port}`;
  return {
    providers: day.providers.map((provider) => ({
      ...provider,
      feeds: [replayFeed(provider, day, origin)],
    })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
