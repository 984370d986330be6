import packageJson from '../../package.json' with { type: 'json' };
import type { Environment } from '../config/env.ts';
import { createFetchDocument } from '../fetcher/fetch-document.ts';

/** The fetcher as the environment asks for it: on the real network, with our name and address. */
export function createSiteFetcher(
  environment: Environment,
): ReturnType<typeof createFetchDocument> {
  return createFetchDocument({
    version: packageJson.version,
    contactUrl: environment.contactUrl,
    allowPrivate: environment.allowPrivateFeeds,
    now: () => new Date().toISOString(),
    random: Math.random,
  });
}
