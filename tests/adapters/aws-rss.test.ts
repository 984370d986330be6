import { describe, expect, it } from 'vitest';
import { AWS_TITLE_IMPACT, awsRss } from '../../src/adapters/aws-rss.ts';
import { AWS_HEAD, type AwsTold, awsItem, readAwsTold } from './aws-told.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('aws-rss/all-services.xml');
const GUID = 'https://status.example/#ec2-us-east-1_';

const only = (...posts: AwsTold[]) => {
  const [incident, ...others] = readAwsTold(...posts).incidents;
  if (incident === undefined || others.length > 0) throw new Error('not one incident');
  return incident;
};

describe('aws-rss', () => {
  it('joins the posts of one service and region into one incident', () => {
    expect(readFeed(awsRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [{ field: 'item.title', word: 'service hiccup' }],
      warnings: [],
      incidents: [
        {
          upstreamId: 'edgenet_1751389200',
          kind: 'incident',
          title: 'Edge Latency',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2025-07-01T17:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-07-01T17:00:00.000Z',
          updates: [
            {
              id: 'edgenet_1751389200',
              at: '2025-07-01T17:00:00.000Z',
              status: 'investigating',
              body: 'Some requests are slow.',
            },
          ],
          components: [],
          regions: [],
          services: ['aws:edgenet'],
          url: FEED_CONTEXT.statusPage,
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'multipleservices-me-central-1_1751389200',
          aliases: ['multipleservices-me-central-1_1756746000'],
          kind: 'incident',
          title: 'Power Loss',
          status: 'investigating',
          impact: 'major',
          startedAt: '2025-07-01T17:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-09-01T17:00:00.000Z',
          updates: [
            {
              id: 'multipleservices-me-central-1_1751389200',
              at: '2025-07-01T17:00:00.000Z',
              status: 'investigating',
              body: 'A zone has lost power.',
            },
            {
              id: 'multipleservices-me-central-1_1756746000',
              at: '2025-09-01T17:00:00.000Z',
              status: 'investigating',
              body: 'Work continues.',
            },
          ],
          components: [],
          regions: ['aws:me-central-1'],
          services: [],
          url: FEED_CONTEXT.statusPage,
          marks: [],
        },
        {
          upstreamId: 'table-us-east-1_1760944260',
          aliases: ['table-us-east-1_1760950860', 'table-us-east-1_1760956500'],
          kind: 'incident',
          title: 'Increased Error Rates',
          status: 'resolved',
          impact: 'critical',
          // Both are told in the newest post.
          startedAt: '2025-10-20T06:49:00.000Z',
          resolvedAt: '2025-10-20T09:24:00.000Z',
          updatedAt: '2025-10-20T10:35:00.000Z',
          updates: [
            {
              id: 'table-us-east-1_1760944260',
              at: '2025-10-20T07:11:00.000Z',
              status: 'investigating',
              body: 'We are investigating increased error rates.',
            },
            {
              id: 'table-us-east-1_1760950860',
              at: '2025-10-20T09:01:00.000Z',
              // Its title says [RESOLVED], as those of all posts do afterwards.
              status: 'identified',
              body: 'We have identified a potential cause.',
            },
            {
              id: 'table-us-east-1_1760956500',
              at: '2025-10-20T10:35:00.000Z',
              status: 'resolved',
              body: 'Between 11:49 PM PDT on October 19 and 2:24 AM PDT on October 20, requests failed. The issue has been resolved.',
            },
          ],
          components: [],
          regions: ['aws:us-east-1'],
          services: ['aws:table'],
          url: FEED_CONTEXT.statusPage,
          marks: ['start-stated', 'end-stated'],
        },
      ],
    });
  });

  it.each([
    ['one with posts', FIXTURE, true],
    ['an empty one', rssDocument('', AWS_HEAD), true],
    ['one with other guids', rssDocument(rssItem({ title: 'A', guid: 'a' }), AWS_HEAD), false],
    [
      'one of which one post has its guid',
      rssDocument(rssItem({ guid: 'a' }) + awsItem({}), AWS_HEAD),
      true,
    ],
    ['another title', rssDocument(awsItem({}), '<title>Cloud Service Status EU</title>'), false],
    ['a title that ends alike', rssDocument(awsItem({}), '<title>MyService Status</title>'), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(awsRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its title', () => {
    const text = '<feed xmlns="http://www.w3.org/2005/Atom"><title>A Service Status</title></feed>';
    const body = new TextEncoder().encode(text);
    expect(awsRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});

describe('what a post says', () => {
  it.each(Object.entries(AWS_TITLE_IMPACT))('"%s" in front is impact %s', (prefix, impact) => {
    const { incidents, unknownWords } = readAwsTold({ title: `${prefix.toUpperCase()}: Xyz` });
    expect(incidents[0]).toMatchObject({
      title: 'Xyz',
      impact: impact === 'none' ? 'unknown' : impact,
      status: impact === 'none' ? 'resolved' : 'investigating',
      marks: [],
    });
    expect(unknownWords).toEqual([]);
  });

  it.each([
    ['Service trouble: A: B', 'A: B', ['service trouble']],
    ['Odd issues: A', 'A', ['odd issues']],
    ['Grave message: A', 'A', ['grave message']],
    ['Performance issues : A', 'A', []],
    ['My service trouble: A', 'My service trouble: A', []],
    ['Messages of DNS: A', 'Messages of DNS: A', []],
    ['DNS: A', 'DNS: A', []],
    ['Issues of DNS: A', 'Issues of DNS: A', []],
    ['My service : A', 'My service : A', []],
    ['[RESOLVED] Service trouble: A', 'Service trouble: A', []],
    [`Service ${'x'.repeat(33)}: A`, `Service ${'x'.repeat(33)}: A`, []],
    ['Service disruption: [RESOLVED] <b>A</b>', 'A', []],
    ['Service disruption: [Resolved]', 'Service disruption: [Resolved]', []],
  ])('takes the title %j for %j', (title, bare, prefixes) => {
    const { incidents, unknownWords } = readAwsTold({ title });
    expect(incidents[0]?.title).toBe(bare);
    expect(unknownWords).toEqual(prefixes.map((word) => ({ field: 'item.title', word })));
  });

  it('has the impact its words sound like where no word stands in front', () => {
    expect(only({ title: 'Errors' })).toMatchObject({ impact: 'minor', marks: ['impact-derived'] });
    expect(only({ title: 'Xyz' })).toMatchObject({ impact: 'unknown', marks: [] });
  });

  it('is named by what its guid ends in', () => {
    expect(only({ guid: 'tag:a#b#c_1' }).upstreamId).toBe('c_1');
    expect(only({ guid: 'post-7' }).upstreamId).toBe('post-7');
  });

  it('is its title where it has no text, and named by it where it has no guid', () => {
    expect(only({ title: 'Service impact: Slow', guid: '', text: '' })).toMatchObject({
      upstreamId: 'Slow',
      updates: [{ id: 'Slow', body: 'Slow' }],
    });
  });

  it.each([
    ['The issue has been resolved and the service is operating normally.', 'resolved'],
    ['The issue is resolved. We operate as normal; all is operating as normal.', 'resolved'],
    ['It is not operating normally.', 'investigating'],
    ['Networking has been restored for the other zones; we work on the rest.', 'investigating'],
    ['Launches have recovered. Volumes have not.', 'investigating'],
    ['We have identified the cause.', 'identified'],
    ['We continue to monitor.', 'monitoring'],
  ])('puts the incident where its text does: %s', (text, status) => {
    const incident = only({ at: '20 01:00' }, { at: '20 02:00', text });
    expect(incident.status).toBe(status);
    expect(incident.updates[0]?.status).toBe('investigating');
  });

  it('ends it with the mark of the newest title', () => {
    const [marked, bare] = [{ title: '[RESOLVED] Errors' }, { title: 'Errors' }];
    expect(only({ ...bare, at: '20 01:00' }, { ...marked, at: '20 02:00' }).status).toBe(
      'resolved',
    );
    expect(only({ ...marked, at: '20 01:00' }, { ...bare, at: '20 02:00' }).status).toBe(
      'investigating',
    );
  });

  it('reads dates without a zone, and ranges, in the zone of the feed', () => {
    const text = 'Between 1:00 AM and 2:00 AM we saw errors. [RESOLVED]';
    const document = (pubDate: string) =>
      rssDocument(rssItem({ title: '[RESOLVED] A', guid: `${GUID}1`, pubDate, description: text }));
    const times = (pubDate: string, timeZone?: string) => {
      const context = timeZone === undefined ? {} : { timeZone };
      const [one] = readFeed(awsRss, document(pubDate), context).incidents;
      return [one?.startedAt, one?.resolvedAt, one?.updatedAt];
    };
    expect(times('20 Oct 2025 03:00', 'Europe/Berlin')).toEqual([
      '2025-10-19T23:00:00.000Z',
      '2025-10-20T00:00:00.000Z',
      '2025-10-20T01:00:00.000Z',
    ]);
    expect(times('20 Oct 2025 10:00')).toEqual([
      '2025-10-20T08:00:00.000Z',
      '2025-10-20T09:00:00.000Z',
      '2025-10-20T10:00:00.000Z',
    ]);
    // Today's last range, where the post has no date.
    expect(times('')).toEqual(['2025-10-21T08:00:00.000Z', '2025-10-21T09:00:00.000Z', null]);
  });

  it.each([
    ['#ec2-us-east-1_1760979600', ['aws:us-east-1'], ['aws:ec2']],
    ['#EC2-US-East-1_176097960', ['aws:us-east-1'], ['aws:ec2']],
    ['#ec2-eusc-de-east-1_17609796000', ['aws:eusc-de-east-1'], ['aws:ec2']],
    ['#acm-pca-us-gov-west-1_1760979600', ['aws:us-gov-west-1'], ['aws:acm-pca']],
    ['#multipleservices-us-east-1_1760979600', ['aws:us-east-1'], []],
    ['#route53_1760979600', [], ['aws:route53']],
    ['#global_1760979600', [], []],
    ['#ec2-us-east-1_17609796', [], []],
    ['#ec2-us-east-1_1760979600x', [], []],
    ['ec2-us-east-1_1760979600', [], []],
  ])('names places in the guid %s', (guid, regions, services) => {
    expect(only({ guid: `https://status.example/${guid}` })).toMatchObject({ regions, services });
  });
});
