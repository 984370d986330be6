import { withSharedReads } from './shared-reads.ts';
import type { Site } from './site.ts';

/** Makes what each render gets as `Astro.locals`, at the moment it begins. */
export function createPageLocals(site: Site, nowMs: () => number): () => App.Locals {
  const store = withSharedReads(site.store, () => site.revision.current, nowMs);
  return () => ({
    store,
    providers: site.providers,
    knowledge: site.knowledge,
    explained: site.explained,
    now: site.clock.now(),
    siteUrl: site.environment.siteUrl,
    revision: site.revision.current,
  });
}
