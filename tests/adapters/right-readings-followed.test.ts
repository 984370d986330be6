import { afterEach, describe, expect, it } from 'vitest';
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

/** What shows only over several reads, or between two feeds: from the bytes to the store. */
const RSS = 'https://status.example/history.rss';
const opened: FollowedFeeds[] = [];
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});
const follow = async (id: string, ...feeds: FeedConfig[]) => {
  const followed = await followFeeds(id, null, ...feeds);
  opened.push(followed);
  return followed;
};

describe('a maintenance followed', () => {
  const post = (id: string, status: string, created_at: string) => ({
    id,
    status,
    body: `${status}.`,
    created_at,
  });
  const begun = post('1', 'in_progress', '2025-10-20T01:00:00Z');
  const work = (parts: object = {}) => ({
    id: 'm',
    name: 'Upgrade',
    status: 'in_progress',
    impact: 'maintenance',
    scheduled_for: '2025-10-20T01:00:00Z',
    scheduled_until: '2025-10-20T03:00:00Z',
    components: [{ id: 'db', name: 'Database' }],
    incident_updates: [begun],
    ...parts,
  });
  const page = (parts: object, status = 'under_maintenance') =>
    statuspage({
      components: [{ id: 'db', name: 'Database', status }],
      scheduled_maintenances: [work(parts)],
    });

  it('is extended: it goes on in its new window, and the old one is remembered', async () => {
    const { store, readAt } = await follow('elm', feed('statuspage', PAGE));
    await readAt('2025-10-20T02:00:00.000Z', { [SUMMARY]: page({}) });
    const longer = { scheduled_until: '2025-10-20T05:00:00Z' };
    await readAt('2025-10-20T04:00:00.000Z', { [SUMMARY]: page(longer) });
    expect(await store.incident('elm/m')).toMatchObject({
      status: 'in_progress',
      scheduledFor: '2025-10-20T01:00:00.000Z',
      scheduledUntil: '2025-10-20T05:00:00.000Z',
      resolvedAt: null,
    });
    expect(await store.openIncidents()).toHaveLength(1);
    expect(await store.revisions('elm/m')).toMatchObject([
      { reason: 'edited', before: { scheduledUntil: '2025-10-20T03:00:00.000Z' } },
    ]);

    const done = post('2', 'completed', '2025-10-20T04:40:00Z');
    const over = { ...longer, status: 'completed', incident_updates: [done, begun] };
    await readAt('2025-10-20T05:30:00.000Z', { [SUMMARY]: page(over, 'operational') });
    expect(await store.incident('elm/m')).toMatchObject({
      status: 'completed',
      resolvedAt: '2025-10-20T04:40:00.000Z',
      updates: [{ status: 'in_progress' }, { status: 'completed' }],
    });
    expect(await store.openIncidents()).toEqual([]);
  });

  it('is overdue: it stays open until its source ends it', async () => {
    const { store, readAt } = await follow('elm', feed('statuspage', PAGE));
    await readAt('2025-10-20T02:00:00.000Z', { [SUMMARY]: page({}) });
    await readAt('2025-10-20T09:00:00.000Z', { [SUMMARY]: { ...page({}), time: 'later' } });
    expect(await store.openIncidents()).toMatchObject([
      { id: 'elm/m', kind: 'maintenance', status: 'in_progress', resolvedAt: null },
    ]);
    expect(await store.feedStatements('elm')).toMatchObject([
      { components: [{ name: 'Database', status: 'under_maintenance' }] },
    ]);
    expect(await store.revisions('elm/m')).toEqual([]);
  });

  it('is extended in the words of a feed without fields', async () => {
    const url = 'https://status.example/feed.xml';
    const { store, readAt, incidents } = await follow('elm', feed('rss', url));
    const told = (text: string) =>
      channel(item('Scheduled maintenance', 'm', 'Mon, 20 Oct 2025 00:30:00 GMT', text));
    await readAt('2025-10-20T02:00:00.000Z', {
      [url]: told('From 2025-10-20 01:00 UTC to 2025-10-20 03:00 UTC.'),
    });
    await readAt('2025-10-20T04:00:00.000Z', {
      [url]: told('From 2025-10-20 01:00 UTC to 2025-10-20 06:00 UTC.'),
    });
    expect(await incidents()).toMatchObject([
      { status: 'in_progress', scheduledUntil: '2025-10-20T06:00:00.000Z', resolvedAt: null },
    ]);
    expect(await store.openIncidents()).toHaveLength(1);
  });
});

describe('two feeds of one provider', () => {
  const open = {
    id: 'abc123',
    name: 'Mail is slow',
    status: 'investigating',
    impact: 'critical',
    created_at: '2025-10-20T10:00:00Z',
    shortlink: 'https://status.example/incidents/abc123',
    incident_updates: [
      {
        id: 'u1',
        status: 'investigating',
        body: 'We are looking.',
        created_at: '2025-10-20T10:00:00Z',
      },
    ],
  };
  const small = (time: string, word: string, text: string) =>
    `<p><small>Oct <var data-var='date'>20</var>, <var data-var='time'>${time}</var> UTC</small><br><strong>${word}</strong> - ${text}</p>`;
  const history = (title: string, ...posts: string[]) =>
    channel(
      `<item><title>${title}</title><guid>https://status.example/incidents/abc123</guid><link>https://status.example/incidents/abc123</link><pubDate>Mon, 20 Oct 2025 10:00:00 +0000</pubDate><description><![CDATA[${posts.join('')}]]></description></item>`,
      'Elm Status - Incident History',
    );

  it('tell of one incident: each adds what it knows, JSON leads, both are kept as sources', async () => {
    const { store, readAt, incidents, keys } = await follow(
      'elm',
      feed('statuspage', PAGE),
      feed('statuspage-feed', RSS),
    );
    await readAt('2025-10-20T11:00:00.000Z', {
      [SUMMARY]: statuspage({ status: { indicator: 'critical' }, incidents: [open] }),
      [RSS]: history(
        'Mail',
        small('10:30', 'Identified', 'A disk is full.'),
        small('10:00', 'Investigating', 'We are looking.'),
      ),
    });
    expect(await incidents()).toMatchObject([
      {
        id: 'elm/abc123',
        title: 'Mail is slow',
        status: 'identified',
        impact: 'critical',
        marks: [],
        updates: [
          { at: '2025-10-20T10:00:00.000Z', body: 'We are looking.' },
          { at: '2025-10-20T10:30:00.000Z', body: 'A disk is full.' },
        ],
      },
    ]);
    expect((await store.incidentSources('elm/abc123')).toSorted()).toEqual(keys.toSorted());
  });

  it('are one whichever is read first, and stay one when read again', async () => {
    const { store, readAt, incidents, keys } = await follow(
      'elm',
      feed('statuspage', PAGE),
      feed('statuspage-feed', RSS),
    );
    const rss = history('Mail', small('10:00', 'Investigating', 'We are looking.'));
    await readAt('2025-10-20T10:05:00.000Z', { [SUMMARY]: statuspage({}), [RSS]: rss });
    expect(await incidents()).toMatchObject([{ title: 'Mail', impact: 'unknown' }]);
    const json = statuspage({ incidents: [open] });
    for (const hour of ['11', '12', '13']) {
      await readAt(`2025-10-20T${hour}:00:00.000Z`, { [SUMMARY]: { ...json, hour }, [RSS]: rss });
    }
    expect(await incidents()).toMatchObject([
      { id: 'elm/abc123', title: 'Mail is slow', impact: 'critical', updates: [{}] },
    ]);
    expect((await store.incidentSources('elm/abc123')).toSorted()).toEqual(keys.toSorted());
  });

  it('of AWS know an incident by the ARN and by the service with its second', async () => {
    const events = 'https://health.example/public/currentevents';
    const rss = 'https://status.example/rss/all.rss';
    const { store, readAt, incidents, keys } = await follow(
      'aws',
      feed('aws-currentevents', events),
      feed('aws-rss', rss),
    );
    await readAt('2025-10-20T07:30:00.000Z', {
      [events]: [
        {
          date: '1760944260',
          arn: 'arn:aws:health:us-east-1::event/DYNAMODB/AWS_DYNAMODB_OPERATIONAL_ISSUE/AWS_DYNAMODB_OPERATIONAL_ISSUE_A1_B2',
          region_name: 'N. Virginia',
          status: '3',
          service: 'dynamodb-us-east-1',
          service_name: 'Amazon DynamoDB',
          summary: 'Increased error rates',
          event_log: [
            { summary: 'x', message: 'Requests fail.', status: 3, timestamp: 1760944260 },
          ],
          impacted_services: null,
        },
      ],
      [rss]: channel(
        item(
          'Service disruption: Increased error rates',
          'https://status.aws.amazon.com/#dynamodb-us-east-1_1760944260',
          'Mon, 20 Oct 2025 00:11:00 PDT',
          'Requests fail.',
        ),
        'Amazon Web Services Service Status',
      ),
    });
    expect(await incidents()).toMatchObject([
      {
        id: 'aws/AWS_DYNAMODB_OPERATIONAL_ISSUE_A1_B2',
        impact: 'critical',
        regions: ['aws:us-east-1'],
        services: ['aws:dynamodb'],
        updates: [{ body: 'Requests fail.' }],
      },
    ]);
    expect(
      (await store.incidentSources('aws/AWS_DYNAMODB_OPERATIONAL_ISSUE_A1_B2')).toSorted(),
    ).toEqual(keys.toSorted());
  });

  it('without a common id are one by title and start, and two where the start is another', async () => {
    const [first, second] = ['https://status.example/a.xml', 'https://status.example/b.xml'];
    const told = (guid: string, at: string) =>
      channel(item('Mail is slow', guid, at, 'Investigating - We are looking.'));
    const read = async (at: string) => {
      const { readAt, incidents } = await follow('elm', feed('rss', first), feed('rss', second));
      await readAt('2025-10-20T13:00:00.000Z', {
        [first]: told('urn:one', 'Mon, 20 Oct 2025 10:00:00 GMT'),
        [second]: told('urn:two', at),
      });
      return (await incidents()).length;
    };
    expect(await read('Mon, 20 Oct 2025 10:10:00 GMT')).toBe(1);
    expect(await read('Mon, 20 Oct 2025 12:00:00 GMT')).toBe(2);
  });
});
