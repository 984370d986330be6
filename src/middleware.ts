import { defineMiddleware } from 'astro:middleware';
import type { Site } from './server/site.ts';

/**
 * The server entry hands every render its locals. Under `astro dev` there is no such entry, so the
 * site is opened here, without a poller, on the first request; nothing of this is part of the build.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  if (import.meta.env.DEV && context.locals.store === undefined) {
    const { providers, knowledge, explained, store, clock } = await openOnce();
    Object.assign(context.locals, {
      providers,
      knowledge,
      explained,
      store,
      now: clock.now(),
      siteUrl: context.url.origin,
      revision: await store.revision(),
    });
  }
  return next();
});

// Kept on the process, not in this module: the dev server loads modules anew after each edit, and a
// database must not be opened twice.
declare global {
  var downstreamDevSite: Promise<Site> | undefined;
}

function openOnce(): Promise<Site> {
  globalThis.downstreamDevSite ??= (async () => {
    const [{ openSite }, { readEnvironment }] = await Promise.all([
      import('./server/open-site.ts'),
      import('./config/env.ts'),
    ]);
    return openSite(readEnvironment(process.env));
  })();
  return globalThis.downstreamDevSite;
}
