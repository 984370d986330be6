import type { Command } from 'commander';
import { readEnvironment } from '../../config/env.ts';
import { openSite } from '../../server/open-site.ts';
import { readiness } from '../../server/readiness.ts';
import { createSitePoller } from '../../server/site-poller.ts';

export function registerPoll(program: Command): void {
  program
    .command('poll')
    .description('Read the feeds without serving: once what is due, or on and on.')
    .option('--once', 'read what is due, then end')
    .action(async (options: { once?: boolean }) => {
      const site = await openSite(readEnvironment(process.env));
      const poller = createSitePoller(site);
      const end = async () => {
        await poller.close();
        site.revision.stop();
        await site.store.close();
      };
      if (options.once) {
        await poller.runOnce();
        await site.revision.refresh();
        process.stdout.write(`${JSON.stringify(await readiness(site))}\n`);
        await end();
        return;
      }
      poller.start();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.once(signal, () => void end().then(() => process.exit(0)));
      }
    });
}
