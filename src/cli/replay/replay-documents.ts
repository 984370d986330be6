import type { FeedConfig, Provider } from '../../model/provider.ts';
import { awsCurrentEvents } from './aws-wire.ts';
import { azureFeed } from './azure-wire.ts';
import { recordedSummary } from './recorded-pages.ts';
import type { ReplayDay } from './replay-day.ts';
import { storyAt } from './replay-story.ts';
import type { ServedDocument } from './served-document.ts';
import { statuspageDocuments } from './statuspage-wire.ts';

export type ReplayFormat = 'aws-currentevents' | 'azure-rss' | 'incident-io' | 'statuspage';

/** In which of its formats a provider is replayed: its own where we write it, else Statuspage's. */
export function replayFormat(provider: Provider, day: ReplayDay): ReplayFormat {
  if (day.recordings.has(provider.id)) return 'statuspage';
  if (provider.id === 'aws') return 'aws-currentevents';
  if (provider.id === 'azure') return 'azure-rss';
  const isIncidentIo = provider.feeds.some(({ format }) => format.startsWith('incident-io'));
  return isIncidentIo ? 'incident-io' : 'statuspage';
}

/** The feed of a replayed provider at its address on the replay's server. */
export function replayFeed(provider: Provider, day: ReplayDay, origin: string): FeedConfig {
  const format = replayFormat(provider, day);
  return {
    format,
    url: `${origin}/${provider.id}`,
    evidence: day.recordings.has(provider.id) ? 'recorded' : 'documented',
    ...(format === 'azure-rss' ? { expectTitle: 'Azure Status' } : {}),
  };
}

/**
 * What a provider's feed answers at a simulated moment.
 * @param path behind the provider's address. @example '/api/v2/summary.json'
 */
export function replayDocument(
  provider: Provider,
  path: string,
  at: string,
  day: ReplayDay,
): ServedDocument | undefined {
  const recorded = day.recordings.get(provider.id);
  if (recorded !== undefined) {
    return path === '/api/v2/summary.json' ? recordedSummary(recorded, at, day.overAt) : undefined;
  }
  const told = (day.stories.get(provider.id) ?? []).flatMap((story) => storyAt(story, at) ?? []);
  const format = replayFormat(provider, day);
  if (format === 'aws-currentevents') return path === '' ? awsCurrentEvents(told) : undefined;
  if (format === 'azure-rss') return path === '' ? azureFeed(told, at) : undefined;
  const documents = statuspageDocuments(provider, told, at, format);
  return Object.hasOwn(documents, path) ? documents[path] : undefined;
}
