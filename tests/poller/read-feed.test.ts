import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { PlaceFinder } from '../../src/model/place.ts';
import { adapterContext, readFeed } from '../../src/poller/read-feed.ts';
import { snapshot, told } from '../support/merge-world.ts';

const places: PlaceFinder = {
  regionsIn: (providerId, text) => (/Frankfurt/.test(text) ? [`${providerId}:eu`] : []),
  servicesIn: (providerId, text) => (/Search/.test(text) ? [`${providerId}:search`] : []),
};
const adapter: Adapter = {
  format: 'fake',
  documents: (url) => [url],
  recognises: () => true,
  parse: () =>
    snapshot(
      [
        told({ title: 'Slow', components: [{ name: 'Search' }], regions: ['northwind:eu'] }),
        told({
          upstreamId: 'i2',
          title: 'Mail',
          components: [{ name: 'Mail' }],
          updates: [{ id: 'u', at: null, status: 'unknown', body: 'Only in Frankfurt.' }],
        }),
      ],
      {
        components: [
          { id: 'c1', name: 'Search', status: 'operational', group: 'Frankfurt' },
          { id: 'c2', name: 'Mail', status: 'operational' },
        ],
      },
    ),
};
const provider = { id: 'northwind', statusPage: 'https://status.northwind.example/' };
const at = '2024-06-20T08:00:00.000Z';

describe('readFeed', () => {
  it('adds the regions and services that titles, posts and components name', () => {
    const read = readFeed(adapter, [], adapterContext(provider, {}, at), places);
    expect(read.incidents).toMatchObject([
      { regions: ['northwind:eu'], services: ['northwind:search'] },
      { regions: ['northwind:eu'], services: [] },
    ]);
    expect(read.components).toMatchObject([
      { regions: ['northwind:eu'], services: ['northwind:search'] },
      { id: 'c2' },
    ]);
    expect(read.components[1]).not.toHaveProperty('regions');
  });

  it('cuts a shared page down to the components of the config', () => {
    const context = adapterContext(provider, { scopeComponents: ['mail'] }, at);
    const read = readFeed(adapter, [], context, null);
    expect(read.components.map(({ name }) => name)).toEqual(['Mail']);
    expect(read.incidents.map(({ title }) => title)).toEqual(['Mail']);
  });
});

describe('adapterContext', () => {
  it('hands on what the config says and leaves out what it does not', () => {
    expect(adapterContext(provider, {}, at)).toEqual({
      providerId: 'northwind',
      statusPage: provider.statusPage,
      fetchedAt: at,
    });
    const feed = { timeZone: 'Asia/Kolkata', expectTitle: 'Northwind' };
    expect(adapterContext(provider, feed, at)).toMatchObject(feed);
  });
});
