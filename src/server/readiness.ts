import { feedCondition } from '../model/feed-health.ts';
import type { ProviderStatus } from '../model/status.ts';
import { providerBoard } from '../views/provider-board.ts';
import type { Site } from './site.ts';

/** What `/readyz` answers. */
export interface Readiness {
  ok: boolean;
  revision: number;
  poller: 'inline' | 'off';
  feeds: { total: number; healthy: number; failing: number; never: number };
  providers: { total: number } & Record<ProviderStatus, number>;
  incidents: { total: number; open: number };
}

/** Counts from the store; rejects where it cannot be read, which is "not ready". */
export async function readiness(site: Site): Promise<Readiness> {
  const now = site.clock.now();
  const { store, providers } = site;
  const [health, statements, open, incidents] = await Promise.all([
    store.feedHealth(),
    store.feedStatements(),
    store.openIncidents(),
    store.countIncidents(),
  ]);
  const feeds = { total: health.length, healthy: 0, failing: 0, never: 0 };
  for (const feed of health) feeds[feedCondition(feed, now)]++;
  const board = providerBoard({ providers, health, statements, openIncidents: open, now });
  return {
    ok: true,
    revision: site.revision.current,
    poller: site.environment.poller,
    feeds,
    providers: { total: providers.length, ...board.counts },
    incidents,
  };
}
