import type { Provider } from '../model/provider.ts';
import { checkFeeds } from './check-feeds.ts';
import { ConfigError } from './config-error.ts';

/**
 * Types, completion and a first check for feeds.config.ts. Whether each format has an adapter is
 * checked when the server loads the file.
 * @throws ConfigError listing all mistakes
 * @example
 * export default defineFeeds([
 *   {
 *     id: 'github',
 *     name: 'GitHub',
 *     homepage: 'https://github.com',
 *     statusPage: 'https://www.githubstatus.com',
 *     category: 'developer',
 *     country: 'US',
 *     feeds: [{ format: 'statuspage', url: 'https://www.githubstatus.com', evidence: 'recorded' }],
 *   },
 * ]);
 */
export function defineFeeds(providers: readonly Provider[]): readonly Provider[] {
  const issues = checkFeeds(providers);
  if (issues.length > 0) throw new ConfigError('feeds.config.ts', issues);
  return providers;
}
