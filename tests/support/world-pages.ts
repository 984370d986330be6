import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { builtSite } from './built-site.ts';
import { type PageServer, startPages } from './page-server.ts';
import { fillStore, type World } from './world.ts';

/** The built pages over a world of their own, with the real archive where asked for. */
export async function startWorld(
  world: World,
  options: { withArchive?: boolean } = {},
): Promise<PageServer> {
  const root = await builtSite();
  const knowledge = await loadKnowledge();
  const store = await openStore('sqlite::memory:');
  await fillStore(store, world);
  if (options.withArchive) await store.saveArchive(knowledge.events.flatMap(archiveIncidents));
  const revision = await store.revision();
  const providers = world.providers.map(({ provider }) => provider);
  const explained = createExplainedWorld({ store, knowledge, providers, now: () => world.now });
  const pages = await startPages(root, (siteUrl) => ({
    store,
    providers,
    knowledge,
    explained,
    now: world.now,
    siteUrl,
    revision,
  }));
  return {
    url: pages.url,
    close: async () => {
      await pages.close();
      await store.close();
    },
  };
}
