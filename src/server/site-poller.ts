import { adapterFor } from '../adapters/registry.ts';
import { createPoller, type Poller } from '../poller/poller.ts';
import type { Site } from './site.ts';
import { createSiteFetcher } from './site-fetcher.ts';

/** The poller of a site, with the real network. */
export function createSitePoller(site: Site): Poller & { close(): Promise<void> } {
  const { environment, log } = site;
  const fetchDocument = createSiteFetcher(environment);
  const poller = createPoller({
    store: site.store,
    providers: site.providers,
    fetchDocument,
    adapterFor,
    places: site.knowledge.places,
    clock: site.clock,
    random: Math.random,
    log,
  });
  return {
    ...poller,
    async close() {
      await poller.stop();
      await fetchDocument.close();
    },
  };
}
