import pino from 'pino';
import { ADAPTERS } from '../adapters/registry.ts';
import type { Environment } from '../config/env.ts';
import { loadFeeds } from '../config/load-feeds.ts';
import { archiveIncidents } from '../knowledge/archive-incidents.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { type Clock, systemClock } from '../poller/clock.ts';
import { feedSeeds } from '../poller/poller.ts';
import { openStore } from '../store/open-store.ts';
import { createExplainedWorld } from './explained-world.ts';
import { watchRevision } from './revision-watch.ts';
import type { Log, Site } from './site.ts';

/** How often another process's writes are looked for; a change is visible within a second. */
const REVISION_INTERVAL_MS = 500;

/**
 * Opens everything a site needs: configuration, knowledge, store with feeds and archive in it.
 * @throws ConfigError, KnowledgeError or StoreError, each with its remedy
 */
export async function openSite(
  environment: Environment,
  options: { clock?: Clock; log?: Log; knowledge?: Knowledge } = {},
): Promise<Site> {
  const log = options.log ?? pino({ level: environment.logLevel });
  const clock = options.clock ?? systemClock;
  const [providers, knowledge] = await Promise.all([
    loadFeeds(environment.feedsConfig, ADAPTERS),
    options.knowledge ?? loadKnowledge(),
  ]);
  const store = await openStore(environment.databaseUrl);
  await store.syncFeeds(feedSeeds(providers), clock.now());
  await store.saveArchive(knowledge.events.flatMap(archiveIncidents));
  const revision = await watchRevision(store, REVISION_INTERVAL_MS, (error) =>
    log.error({ error }, 'could not read the revision'),
  );
  const explained = createExplainedWorld({ store, knowledge, providers, now: () => clock.now() });
  return { environment, providers, knowledge, explained, store, revision, clock, log };
}
