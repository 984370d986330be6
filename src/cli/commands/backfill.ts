import type { Command } from 'commander';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import { backfillStatuspage } from '../../poller/backfill-statuspage.ts';
import { systemClock } from '../../poller/clock.ts';
import { createSiteFetcher } from '../../server/site-fetcher.ts';
import { openStore } from '../../store/open-store.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';

export function registerBackfill(program: Command): void {
  program
    .command('backfill')
    .description('Read the history of a provider on Statuspage back to its beginning.')
    .argument('<provider>', 'id of a provider')
    .action(runBackfill);
}

async function runBackfill(id: string): Promise<void> {
  const environment = readEnvironment(process.env);
  const [providers, { places }] = await Promise.all([
    loadFeeds(environment.feedsConfig, ADAPTERS),
    loadKnowledge(),
  ]);
  const provider = providers.find((one) => one.id === id || one.aliases?.includes(id));
  if (provider === undefined) throw new UsageError(`There is no provider "${id}".`);
  const feed = provider.feeds.find(({ format }) => format === 'statuspage');
  if (feed === undefined) {
    throw new UsageError(`${provider.name} has no feed of the format statuspage to read back.`);
  }
  const store = await openStore(environment.databaseUrl);
  const fetch = createSiteFetcher(environment);
  const say = (line: string) =>
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  try {
    const total = await backfillStatuspage({
      provider,
      feed,
      store,
      fetch,
      clock: systemClock,
      places,
      onProgress: ({ page, listed, done, added, known, failed }) =>
        say(
          `page ${page} ${progressBar(done, listed)}  ${added} added, ${known} known, ${failed} unreadable`,
        ),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    process.stdout.write(
      `${provider.name}: ${total.added} incidents added, ${total.known} were known, ${total.failed} could not be read\n`,
    );
  } finally {
    await fetch.close();
    await store.close();
  }
}
