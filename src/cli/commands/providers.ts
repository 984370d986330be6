import type { Command } from 'commander';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';

export function registerProviders(program: Command): void {
  program
    .command('providers')
    .description('List the configured providers with format and evidence of each feed.')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const environment = readEnvironment(process.env);
      const providers = await loadFeeds(environment.feedsConfig, ADAPTERS);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(providers, null, 2)}\n`);
        return;
      }
      for (const { id, category, country, feeds, noFeedReason } of providers) {
        const what = feeds.map((feed) => `${feed.format} (${feed.evidence}) ${feed.url}`);
        const text =
          what.length > 0 ? what.join(' · ') : `no official feed: ${noFeedReason?.en ?? ''}`;
        process.stdout.write(`${id.padEnd(24)} ${category.padEnd(14)} ${country}  ${text}\n`);
      }
    });
}
