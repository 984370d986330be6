import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../../src/config/env.ts';
import type { Provider } from '../../src/model/provider.ts';
import { openSite } from '../../src/server/open-site.ts';
import type { Log, Site } from '../../src/server/site.ts';
import { startServer } from '../../src/server/start-server.ts';
import { builtSite } from './built-site.ts';

export interface TemporarySite {
  site: Site;
  /** Address without trailing slash. */
  url: string;
  close(): Promise<void>;
}

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The whole built site on a free loopback port with a store of its own and no poller. */
export async function startTemporarySite(
  providers: readonly Provider[],
  environment: Record<string, string> = {},
): Promise<TemporarySite> {
  const root = await builtSite();
  const folder = await mkdtemp(path.join(tmpdir(), 'downstream-test-'));
  const config = path.join(folder, 'feeds.json');
  await writeFile(config, JSON.stringify(providers));
  const read = readEnvironment({
    DATABASE_URL: `sqlite:${path.join(folder, 'test.sqlite')}`,
    FEEDS_CONFIG: config,
    POLLER: 'off',
    SITE_URL: 'https://downstream.example',
    ...environment,
  });
  const site = await openSite({ ...read, host: '127.0.0.1', port: 0 }, { log: SILENT });
  const server = await startServer(site, root, () => undefined);
  return {
    site,
    url: server.address,
    async close() {
      await server.stop();
      site.revision.stop();
      await site.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A provider for tests, with one feed unless told otherwise. */
export function testProvider(id: string, changes: Partial<Provider> = {}): Provider {
  return {
    id,
    name: id,
    homepage: `https://${id}.example`,
    statusPage: `https://status.${id}.example`,
    category: 'developer',
    country: 'CH',
    feeds: [{ format: 'statuspage', url: `https://status.${id}.example`, evidence: 'recorded' }],
    ...changes,
  };
}
