import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Provider } from '../model/provider.ts';
import { eventDay } from './history-events.ts';
import { NAVIGATION } from './navigation.ts';

const OTHERS = ['/about', '/alternatives', '/data', '/search', '/stack'];

/**
 * Paths, without language, of the pages worth finding by a search engine and lasting: the main
 * pages, every provider, the archive's events with their days and months.
 */
export function sitePaths(
  providers: readonly Pick<Provider, 'id'>[],
  knowledge: Pick<Knowledge, 'events'>,
): string[] {
  const days = knowledge.events.map(eventDay);
  const periods = days.flatMap((day) => [day.slice(0, 4), day.slice(0, 7), day]);
  return [
    ...NAVIGATION.map(({ path }) => path),
    ...OTHERS,
    ...knowledge.events.map(({ id }) => `/events/${id}`),
    ...[...new Set(periods)].toSorted().map((period) => `/history/${period}`),
    ...providers.map(({ id }) => `/providers/${id}`),
  ];
}
