import { expect, it } from 'vitest';
import feeds from '../../feeds.config.ts';
import { loadEvents } from '../../src/knowledge/load-events.ts';

it('names only providers that feeds.config.ts has, so that every archived incident has its page', async () => {
  const { events } = await loadEvents(new URL('../../src/knowledge/', import.meta.url));
  const known = new Set(feeds.map((provider) => provider.id));
  const named = events.flatMap((event) => [
    event.provider,
    ...event.downstream.map((hit) => hit.provider),
    ...event.stood.map((one) => one.provider),
  ]);
  expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
});

it('places each event in regions and services of providers that exist', async () => {
  const { events } = await loadEvents(new URL('../../src/knowledge/', import.meta.url));
  const known = new Set(feeds.map((provider) => provider.id));
  const places = events
    .flatMap((event) => [...event.regions, ...event.services])
    .filter((place) => place !== 'global' && !known.has(place.slice(0, place.indexOf(':'))));
  expect(places).toEqual([]);
});
