import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { adapterFor } from '../adapters/registry.ts';
import type { FeedConfig, Provider } from '../model/provider.ts';
import type { Manifest, ManifestFeed } from './manifest.ts';

const gzipped = promisify(gzip);

interface Served {
  body: Buffer;
  gzipped: Buffer;
  contentType: string;
  etag: string;
}

export interface RecordedServer {
  /** The manifest's providers with feeds that point at this server. */
  providers: Provider[];
  close(): Promise<void>;
}

/** Serves recorded answers over loopback HTTP: content type, ETag and 304, gzip where accepted. */
export async function serveRecorded(manifest: Manifest, folder: string): Promise<RecordedServer> {
  const answers = new Map<string, Served>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not recorded\n');
      return;
    }
    if (request.headers['if-none-match'] === answer.etag) {
      response.writeHead(304, { etag: answer.etag });
      response.end();
      return;
    }
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': answer.contentType,
      etag: answer.etag,
      ...(takesGzip ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    });
    response.end(takesGzip ? answer.gzipped : answer.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the demo server has no port');
  const origin = `http://127.0.0.1:${bound.port}`;

  const providers: Provider[] = [];
  for (const entry of manifest.providers) {
    const feeds: FeedConfig[] = [];
    for (const [index, feed] of entry.feeds.entries()) {
      const base = `${origin}/${entry.id}/${index}`;
      await addAnswers(answers, feed, base, origin, folder);
      feeds.push(toFeedConfig(feed, base));
    }
    providers.push({
      id: entry.id,
      name: entry.name,
      homepage: entry.statusPage,
      statusPage: entry.statusPage,
      category: entry.category,
      country: entry.country,
      feeds,
    });
  }
  return {
    providers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function toFeedConfig(feed: ManifestFeed, url: string): FeedConfig {
  return {
    format: feed.format,
    url,
    evidence: 'recorded',
    ...(feed.timeZone === undefined ? {} : { timeZone: feed.timeZone }),
    ...(feed.expectTitle === undefined ? {} : { expectTitle: feed.expectTitle }),
  };
}

/** The n-th document of the manifest stands at the n-th address of the format, or at its own path. */
async function addAnswers(
  answers: Map<string, Served>,
  feed: ManifestFeed,
  base: string,
  origin: string,
  folder: string,
): Promise<void> {
  const addresses = adapterFor(feed.format)?.documents(base) ?? [base];
  for (const [index, document] of feed.documents.entries()) {
    const address = document.path === '' ? addresses[index] : `${base}${document.path}`;
    if (address === undefined) continue;
    const body = await readFile(path.join(folder, document.file));
    answers.set(address.slice(origin.length), {
      body,
      gzipped: await gzipped(body),
      contentType: document.contentType,
      etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 24)}"`,
    });
  }
}
