import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { readEnvironment } from '../../src/config/env.ts';
import type { Provider } from '../../src/model/provider.ts';
import { openSite } from '../../src/server/open-site.ts';
import type { Site } from '../../src/server/site.ts';

/** A site on a store of its own that is thrown away; feeds may stand on loopback. */
export async function openScratchSite(
  providers: readonly Provider[],
): Promise<{ site: Site; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
  const config = path.join(folder, 'feeds.json');
  await writeFile(config, JSON.stringify(providers));
  const environment = readEnvironment({
    FEEDS_CONFIG: config,
    DATABASE_URL: `sqlite:${path.join(folder, 'bench.sqlite')}`,
    ALLOW_PRIVATE_FEEDS: 'true',
    POLLER: 'off',
  });
  const site = await openSite(environment, { log: pino({ level: 'silent' }) });
  return {
    site,
    async close() {
      site.revision.stop();
      await site.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Processor time of this process so far, milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
