import type { Command } from 'commander';
import { ADAPTERS, adapterFor } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import { createSiteFetcher } from '../../server/site-fetcher.ts';
import { type LiveReading, readLiveFeed } from '../read-live-feed.ts';
import { UsageError } from '../usage-error.ts';

export function registerFeedsCheck(program: Command): void {
  program
    .command('feeds-check')
    .description('Fetch every configured feed once and report rot; exits 1 where there is any.')
    .option('--only <ids>', 'comma-separated provider ids')
    .option('--json', 'one JSON line per feed')
    .action(async (options: { only?: string; json?: boolean }) => {
      const readings = await checkAll(options.only?.split(','));
      if (readings.length === 0) {
        throw new UsageError(`no feed to check: --only names no provider with feeds`);
      }
      for (const reading of readings) {
        process.stdout.write(
          options.json ? `${JSON.stringify(toLine(reading))}\n` : describe(reading),
        );
      }
      const rotten = readings.filter(isRotten).length;
      process.stderr.write(`${readings.length} feeds, ${rotten} need a look\n`);
      if (rotten > 0) process.exitCode = 1;
    });
}

async function checkAll(only: readonly string[] | undefined): Promise<LiveReading[]> {
  const environment = readEnvironment(process.env);
  const providers = await loadFeeds(environment.feedsConfig, ADAPTERS);
  const fetchDocument = createSiteFetcher(environment);
  const now = new Date().toISOString();
  try {
    return await Promise.all(
      providers
        .filter((provider) => only === undefined || only.includes(provider.id))
        .flatMap((provider) =>
          provider.feeds.flatMap((feed) => {
            const adapter = adapterFor(feed.format);
            return adapter === undefined
              ? []
              : [readLiveFeed(provider, feed, adapter, fetchDocument, now)];
          }),
        ),
    );
  } finally {
    await fetchDocument.close();
  }
}

/** Rot: unreadable, moved, of another format, or with words we do not know. */
function isRotten(reading: LiveReading): boolean {
  return (
    reading.error !== null ||
    reading.redirectedTo !== null ||
    reading.looksLike !== null ||
    (reading.snapshot?.unknownWords.length ?? 0) > 0
  );
}

function toLine({ snapshot, ...reading }: LiveReading) {
  return {
    ...reading,
    status: snapshot?.status ?? null,
    incidents: snapshot?.incidents.length ?? 0,
    components: snapshot?.components.length ?? 0,
    unknownWords: snapshot?.unknownWords ?? [],
    warnings: snapshot?.warnings ?? [],
    isRotten: isRotten({ snapshot, ...reading }),
  };
}

function describe(reading: LiveReading): string {
  const { snapshot, error } = reading;
  const what =
    error === null
      ? `${snapshot?.incidents.length ?? 0} incidents, newest ${reading.newestAt ?? 'none'}`
      : `${error.kind}: ${error.message}`;
  const words = snapshot?.unknownWords.map(({ field, word }) => `${field}=${word}`) ?? [];
  const notes = [
    reading.redirectedTo === null ? '' : `moved to ${reading.redirectedTo}`,
    reading.looksLike === null ? '' : `looks like ${reading.looksLike}`,
    words.length === 0 ? '' : `words not known: ${words.join(', ')}`,
  ].filter(Boolean);
  const mark = isRotten(reading) ? 'LOOK' : 'ok  ';
  return `${mark} ${reading.provider} (${reading.format}) ${what}${notes.map((note) => `; ${note}`).join('')}\n`;
}
