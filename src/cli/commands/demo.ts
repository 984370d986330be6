import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { type Environment, readEnvironment } from '../../config/env.ts';
import type { Provider } from '../../model/provider.ts';
import { openSite } from '../../server/open-site.ts';
import { readiness } from '../../server/readiness.ts';
import type { Site } from '../../server/site.ts';
import { createSitePoller } from '../../server/site-poller.ts';
import { startServer } from '../../server/start-server.ts';
import { readManifest } from '../manifest.ts';
import { serveRecorded } from '../recorded-server.ts';
import { openReplay } from '../replay/run-replay.ts';
import { UsageError } from '../usage-error.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DEFAULT_SPEED = 60;
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Feeds on loopback that a demonstration runs on. */
interface DemoFeeds {
  providers: readonly Provider[];
  close(): Promise<void>;
}

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Serve recorded feeds over loopback HTTP and run the site on them.')
    .argument('[folder]', 'folder with a manifest', path.join(ROOT, 'tests/fixtures/demo'))
    .option('--replay <day>', 'relive an archived outage from its day, such as 2025-10-20')
    .option('--speed <factor>', 'how many times faster than life it runs', `${DEFAULT_SPEED}`)
    .action((folder: string, { replay, speed }: { replay?: string; speed: string }) =>
      replay === undefined ? runDemo(folder) : runReplay(replay, readSpeed(speed)),
    );
}

async function runDemo(folder: string): Promise<void> {
  const { manifest, folder: files } = await readManifest(path.resolve(folder), ROOT);
  const feeds = await serveRecorded(manifest, files);
  await serveUntilStopped(feeds, openSite, () => {});
}

async function runReplay(dayName: string, speed: number): Promise<void> {
  const { day, clock, feeds, knowledge } = await openReplay(dayName, speed, ROOT);
  say(`${day.event.title.en}: from ${day.from} to ${day.to}, ${speed} times as fast`);
  await serveUntilStopped(
    feeds,
    (environment) => openSite(environment, { clock, knowledge }),
    clock.begin,
  );
}

/** @param onReady called when pages are served, before the poller goes on by itself */
async function serveUntilStopped(
  feeds: DemoFeeds,
  open: (environment: Environment) => Promise<Site>,
  onReady: () => void,
): Promise<void> {
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
  const site = await open(environment);
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
  onReady();
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

function readSpeed(text: string): number {
  const speed = Number(text);
  if (speed >= 1 && speed <= 3_600) return speed;
  throw new UsageError(`--speed ${text}: give a number from 1 to 3600`);
}
