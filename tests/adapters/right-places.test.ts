import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { PlaceFinder } from '../../src/model/place.ts';
import type { FeedConfig } from '../../src/model/provider.ts';
import {
  channel,
  type FollowedFeeds,
  feed,
  followFeeds,
  item,
  PAGE,
  SUMMARY,
  statuspage,
} from '../support/follow-feeds.ts';

/** Regions and services, whatever tells of them: from the bytes to the store, by the curated names. */
let places: PlaceFinder;
beforeAll(async () => {
  places = (await loadKnowledge()).places;
});
const opened: FollowedFeeds[] = [];
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});
const follow = async (id: string, ...feeds: FeedConfig[]) => {
  const followed = await followFeeds(id, places, ...feeds);
  opened.push(followed);
  return followed;
};

describe('places', () => {
  const FEED = 'https://status.example/feed.xml';
  const placesOf = async (provider: string, title: string, text: string) => {
    const { readAt, incidents } = await follow(provider, feed('rss', FEED));
    const entry = item(title, 'a', 'Mon, 20 Oct 2025 10:00:00 GMT', text);
    await readAt('2025-10-20T11:00:00.000Z', { [FEED]: channel(entry) });
    const [incident] = await incidents();
    return { regions: incident?.regions, services: incident?.services };
  };

  it.each([
    ['aws', 'Errors in N. Virginia', 'Slow.', ['aws:us-east-1'], []],
    ['aws', 'Errors', 'Amazon DynamoDB fails in US-EAST-1.', ['aws:us-east-1'], ['aws:dynamodb']],
    ['aws', 'Errors in Frankfurt', 'Also in Zürich.', ['aws:eu-central-1', 'aws:eu-central-2'], []],
    ['exoscale', 'Slow disks in Frankfurt', 'Slow.', ['exoscale:de-fra-1'], []],
    ['google-cloud', 'Errors in Frankfurt', 'Slow.', ['google-cloud:europe-west3'], []],
    ['azure', 'Azure Front Door', 'Errors in West US 2.', ['azure:westus2'], ['azure:front-door']],
    ['azure', 'Errors', 'Customers are hit globally.', ['global'], []],
    ['azure', 'Errors', 'Customers are hit.', [], []],
    ['github', 'Errors', 'Our cloud fails in us-east-1.', ['aws:us-east-1'], []],
    ['github', 'Errors', 'Our office in Frankfurt is closed, globally.', [], []],
  ])('%s: %s, %s', async (provider, title, text, regions, services) => {
    const found = await placesOf(provider, title, text);
    expect(found.regions?.toSorted()).toEqual(regions);
    expect(found.services?.toSorted()).toEqual(services);
  });

  it('stand in an ARN, and a service of AWS without a region is global', async () => {
    const url = 'https://health.example/public/currentevents';
    const { readAt, incidents } = await follow('aws', feed('aws-currentevents', url));
    const event = (region: string, service: string) => ({
      date: '1760944260',
      arn: `arn:aws:health:${region}::event/X/AWS_X_ISSUE/AWS_X_ISSUE_${service}`,
      status: '2',
      service,
      service_name: 'Parts',
      summary: 'Errors',
      event_log: [],
      impacted_services: null,
    });
    await readAt('2025-10-20T08:00:00.000Z', {
      [url]: [event('eu-central-1', 'multipleservices'), event('global', 'iam')],
    });
    const told = (await incidents()).map(({ regions, services }) => [regions, services]);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        [['aws:eu-central-1'], []],
        [['global'], ['aws:iam']],
      ]),
    );
  });

  it('stand in the names of components, and on the components themselves', async () => {
    const { store, readAt, incidents } = await follow('exoscale', feed('statuspage', PAGE));
    const frankfurt = { id: 'f', name: 'DE-FRA-1', status: 'partial_outage' };
    await readAt('2025-10-20T11:00:00.000Z', {
      [SUMMARY]: statuspage({
        components: [frankfurt, { id: 'g', name: 'Geneva', status: 'operational' }],
        incidents: [
          {
            id: 'i',
            name: 'Slow disks',
            status: 'investigating',
            impact: 'major',
            created_at: '2025-10-20T10:00:00Z',
            components: [frankfurt],
          },
        ],
      }),
    });
    expect(await incidents()).toMatchObject([{ regions: ['exoscale:de-fra-1'] }]);
    expect(await store.feedStatements('exoscale')).toMatchObject([
      {
        components: [
          { name: 'DE-FRA-1', regions: ['exoscale:de-fra-1'] },
          { name: 'Geneva', regions: ['exoscale:ch-gva-2'] },
        ],
      },
    ]);
  });
});
