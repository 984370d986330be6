import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { readEnvironment } from '../../config/env.ts';
import { openSite } from '../../server/open-site.ts';
import { readiness } from '../../server/readiness.ts';
import { createSitePoller } from '../../server/site-poller.ts';
import { startServer } from '../../server/start-server.ts';
import { readManifest } from '../manifest.ts';
import { serveRecorded } from '../recorded-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Serve recorded feeds over loopback HTTP and run the site on them.')
    .argument('[folder]', 'folder with a manifest', path.join(ROOT, 'tests/fixtures/demo'))
    .action(runDemo);
}

async function runDemo(folder: string): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { manifest, folder: files } = await readManifest(path.resolve(folder), ROOT);
  const feeds = await serveRecorded(manifest, files);
  const temporary = await mkdtemp(path.join(tmpdir(), 'downstream-demo-'));
  const config = path.join(temporary, 'feeds.json');
  await writeFile(config, JSON.stringify(feeds.providers));
  const environment = readEnvironment({
    LOG_LEVEL: 'warn',
    DATABASE_URL: `sqlite:${path.join(temporary, 'demo.sqlite')}`,
    ...process.env,
    FEEDS_CONFIG: config,
    ALLOW_PRIVATE_FEEDS: 'true',
  });
  const site = await openSite(environment);
  const poller = createSitePoller(site);
  say(`${feeds.providers.length} recorded providers served over loopback`);
  const startedAt = performance.now();
  await poller.runOnce();
  await site.revision.refresh();
  const state = await readiness(site);
  say(
    `${state.feeds.healthy} of ${state.feeds.total} feeds read in ${Math.round(performance.now() - startedAt)} ms, ` +
      `${state.incidents.total} incidents, ${state.incidents.open} open`,
  );
  const server = await startServer(site, ROOT, say);
  poller.start();
  process.stdout.write(`ready ${server.address}\n`);

  const stop = async () => {
    await Promise.all([server.stop(), poller.close()]);
    site.revision.stop();
    await Promise.all([site.store.close(), feeds.close()]);
    await rm(temporary, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}
