import path from 'node:path';
import { readEnvironment } from '../config/env.ts';
import { openSite } from './open-site.ts';
import { createSitePoller } from './site-poller.ts';
import { startServer } from './start-server.ts';

/**
 * The entry of the site: store, poller and web server in one process (`POLLER=off` for web only).
 * SIGTERM and SIGINT finish running requests and the running merge, then close the store.
 */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const site = await openSite(environment);
  const poller = environment.poller === 'inline' ? createSitePoller(site) : null;
  const server = await startServer(site, path.resolve(import.meta.dirname, '../..'), (line) =>
    process.stderr.write(`${line}\n`),
  );
  poller?.start();
  process.stdout.write(`ready ${server.address}\n`);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await Promise.all([server.stop(), poller?.close()]);
    site.revision.stop();
    await site.store.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          site.log.error({ error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  // Configuration, knowledge and store errors carry their remedy; a stack helps nobody there.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
