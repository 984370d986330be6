import { describe, expect, it } from 'vitest';
import { statuspageFeed } from '../../src/adapters/statuspage-feed.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('statuspage-feed/history.xml');
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);
const LINK = 'https://status.example/incidents/a1';
const read = (fields: Record<string, string>, context = {}) =>
  readFeed(statuspageFeed, rssDocument(rssItem({ title: 'A', link: LINK, ...fields })), context);
const only = (fields: Record<string, string>, context = {}) => {
  const [incident] = read(fields, context).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};
const line = (time: string, state: string, text = 'Text.') =>
  `<p><small>${time}</small><br><strong>${state}</strong> - ${text}</p>`;

describe('statuspage-feed', () => {
  it('reads posts oldest first, windows out of the text in Atom, years across the new year', () => {
    const none = { components: [], regions: [], services: [] };
    expect(readFeed(statuspageFeed, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [{ field: 'entry.status', word: 'pondering' }],
      warnings: [],
      incidents: [
        {
          ...none,
          upstreamId: 'aa11bb22cc33',
          aliases: ['tag:status.example,2005:Incident/901'],
          kind: 'incident',
          title: 'Delayed builds',
          status: 'identified',
          impact: 'minor',
          startedAt: '2025-10-21T09:55:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-21T10:40:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-21T09:55:00.000Z',
              status: 'investigating',
              body: 'Builds are late.',
            },
            {
              id: ID,
              at: '2025-10-21T10:10:00.000Z',
              status: 'identified',
              body: 'A queue is full.',
            },
            {
              id: ID,
              at: '2025-10-21T10:40:00.000Z',
              status: 'identified',
              body: 'Half of the queue is done.',
            },
          ],
          url: 'https://status.example/incidents/aa11bb22cc33',
          marks: ['impact-derived'],
        },
        {
          ...none,
          upstreamId: 'dd44ee55ff66',
          aliases: ['tag:status.example,2005:Incident/902'],
          kind: 'maintenance',
          title: 'Database upgrade',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2025-10-28T16:30:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-20T15:26:00.000Z',
          scheduledFor: '2025-10-28T16:30:00.000Z',
          scheduledUntil: '2025-10-28T18:00:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T15:26:00.000Z',
              status: 'scheduled',
              body: 'We will upgrade.',
            },
          ],
          url: 'https://status.example/incidents/dd44ee55ff66',
          marks: [],
        },
        {
          ...none,
          upstreamId: 'gg77hh88ii99',
          aliases: ['tag:status.example,2005:Incident/903'],
          kind: 'incident',
          title: 'Over the new year',
          status: 'resolved',
          impact: 'unknown',
          startedAt: '2024-12-31T23:50:00.000Z',
          resolvedAt: '2025-01-01T00:20:00.000Z',
          updatedAt: '2025-01-01T00:20:00.000Z',
          updates: [
            {
              id: ID,
              at: '2024-12-31T23:50:00.000Z',
              status: 'investigating',
              body: 'Pondering - We wonder.',
            },
            { id: ID, at: '2025-01-01T00:20:00.000Z', status: 'resolved', body: 'Done.' },
          ],
          url: 'https://status.example/incidents/gg77hh88ii99',
          marks: [],
        },
      ],
    });
  });

  it('reads a window out of the fields, in RSS, and local abbreviations in the posts', () => {
    const document = feedFixture('statuspage-feed/maintenance-end-date.xml');
    expect(readFeed(statuspageFeed, document).incidents[0]).toMatchObject({
      upstreamId: 'jj00kk11ll22',
      kind: 'maintenance',
      scheduledFor: '2025-10-28T11:00:00.000Z',
      scheduledUntil: '2025-10-28T15:00:00.000Z',
      updates: [{ at: '2025-10-20T14:20:00.000Z' }],
    });
  });

  it('takes the end out of its field where the text tells no window', () => {
    const dates = { pubDate: '2025-10-28T11:00:00Z', maintenanceEndDate: '2025-10-28T15:00:00Z' };
    expect(only({ ...dates, description: line('Oct 20, 15:00 UTC', 'Update') })).toMatchObject({
      kind: 'maintenance',
      scheduledFor: '2025-10-28T11:00:00.000Z',
      scheduledUntil: '2025-10-28T15:00:00.000Z',
    });
  });

  it('keeps posts of one minute in the order of their list', () => {
    const description =
      line('Oct 20, 10:09 UTC', 'Resolved') +
      line('Oct 20, 10:09 UTC', 'Monitoring') +
      line('Oct 20, 09:50 UTC', 'Investigating');
    expect(only({ description })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2025-10-20T10:09:00.000Z',
    });
  });

  it.each(['Scheduled', 'In progress', 'Verifying', 'Completed'])(
    'takes an entry with a post "%s" for a maintenance',
    (state) => {
      expect(only({ description: line('Oct 20, 10:00 UTC', state) }).kind).toBe('maintenance');
    },
  );

  it('takes an entry with other posts for an incident, under way from its first post on', () => {
    const description = line('Oct 20, 10:00 UTC', 'Update');
    expect(only({ title: 'Maintenance', description })).toMatchObject({
      kind: 'incident',
      status: 'investigating',
    });
    const planned = line('Oct 20, 10:00 UTC', 'Update') + line('Oct 20, 11:00 UTC', 'Completed');
    expect(only({ description: planned }).updates.map(({ status }) => status)).toEqual([
      'unknown',
      'completed',
    ]);
  });

  it('reads an entry without posts by its title and as one post', () => {
    const pubDate = '2025-10-20T10:00:00Z';
    expect(only({ title: 'Maintenance', pubDate, description: '<p>Words.</p>' })).toMatchObject({
      kind: 'maintenance',
      status: 'unknown',
      updates: [{ at: '2025-10-20T10:00:00.000Z', status: 'unknown', body: 'Words.' }],
    });
    expect(only({ description: 'Maintenance.' })).toMatchObject({
      kind: 'incident',
      updatedAt: null,
    });
  });

  it('is named by its address, else its id, its link, its title', () => {
    const named = (fields: Record<string, string>) => only(fields).upstreamId;
    expect(named({ guid: 'g' })).toBe('a1');
    expect(named({ guid: 'g', link: 'https://status.example/x' })).toBe('g');
    expect(named({ link: 'https://status.example/x' })).toBe('https://status.example/x');
    expect(named({ link: '' })).toBe('A');
    expect(only({ guid: 'g' })).not.toHaveProperty('aliases');
    expect(only({ guid: 'tag:x' }).aliases).toEqual(['tag:x']);
    expect(only({ guid: 'mytag:x' })).not.toHaveProperty('aliases');
    expect(only({ link: '' }).url).toBe(FEED_CONTEXT.statusPage);
  });

  const posts = "<small>Oct <var data-var='date'>20</var></small>";
  const entry = (description: string, link: string) => rssItem({ description, link });
  it.each([
    ['its entries', FIXTURE, true],
    ['one of its entries', rssDocument(rssItem({ title: 'A' }) + entry(posts, LINK)), true],
    ['posts in capitals', rssDocument(entry(posts.toUpperCase(), LINK)), true],
    [
      'an address of another page',
      rssDocument(entry(posts, 'https://status.example/incident/a1')),
      false,
    ],
    ['no address of an incident', rssDocument(entry(posts, 'https://status.example/')), false],
    ['times without elements', rssDocument(entry('<small>Oct 20</small>', LINK)), false],
    ['no entries', rssDocument(''), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(statuspageFeed.recognises(document)).toBe(isRecognised);
  });
});

describe('the banner of a scheduled event', () => {
  const window = (banner: string, context = {}, pubDate = '2025-10-20T15:00:00Z') => {
    const description = `<p><strong>THIS IS A SCHEDULED EVENT ${banner}</strong></p>${line('Oct 20, 15:00 UTC', 'Update')}`;
    const incident = only({ description, pubDate }, context);
    return [incident.kind, incident.scheduledFor, incident.scheduledUntil];
  };
  const day = '2025-10-28T';

  it.each([
    [
      "Oct <var data-var='date'>28</var>, <var data-var='time'>16:30</var> - <var data-var='time'>18:00</var> UTC",
      `${day}16:30:00.000Z`,
      `${day}18:00:00.000Z`,
    ],
    [
      'Oct<VAR data-var="date">28</VAR>,\n<var>16:30</var>  -  <var>18:00</var> UTC',
      `${day}16:30:00.000Z`,
      `${day}18:00:00.000Z`,
    ],
    ['Oct 28, 16:30<br><br>- 18:00 UTC<br>', `${day}16:30:00.000Z`, `${day}18:00:00.000Z`],
    ['Oct 28 16:30 - 18:00 UTC', `${day}16:30:00.000Z`, `${day}18:00:00.000Z`],
    ['Oct 28 , 16:30 - 18:00 UTC', `${day}16:30:00.000Z`, `${day}18:00:00.000Z`],
    ['Oct 28, 16:30 – 18:00 CET', `${day}15:30:00.000Z`, `${day}17:00:00.000Z`],
    ['Oct 28, 16:30 - Oct 29, 02:00 CET', `${day}15:30:00.000Z`, '2025-10-29T01:00:00.000Z'],
    ['Oct 28, 16:30 CET - 18:00 UTC', `${day}15:30:00.000Z`, `${day}18:00:00.000Z`],
    ['Oct 28, 16:30 - 18:00 GMT+2', `${day}14:30:00.000Z`, `${day}16:00:00.000Z`],
    ['Oct 28, 16:30 - 18:00 UTC+05:30', `${day}11:00:00.000Z`, `${day}12:30:00.000Z`],
    ['Oct 28, 16:30 - 18:00 UTC+0530', `${day}11:00:00.000Z`, `${day}12:30:00.000Z`],
    ['Oct 28, 16:30 - 18:00 -03', `${day}19:30:00.000Z`, `${day}21:00:00.000Z`],
    ['Oct 28, 16:30 - 18:00 +0530', `${day}11:00:00.000Z`, `${day}12:30:00.000Z`],
    [
      'Oct 28, 16:30 GMT+2 - Oct 29, 02:00 GMT+1',
      `${day}14:30:00.000Z`,
      '2025-10-29T01:00:00.000Z',
    ],
    ['Oct 28, 16:30 -03 - 18:00 -02', `${day}19:30:00.000Z`, `${day}20:00:00.000Z`],
    ['Jan 5, 16:30 - 18:00 UTC', '2026-01-05T16:30:00.000Z', '2026-01-05T18:00:00.000Z'],
    ['Sep. 28, 16:30 - 18:00 UTC', '2025-09-28T16:30:00.000Z', '2025-09-28T18:00:00.000Z'],
    ['Oct 28, 16:30 UTC', `${day}16:30:00.000Z`, undefined],
    ['soon', undefined, undefined],
  ])('%s', (banner, from, until) => {
    expect(window(banner)).toEqual(['maintenance', from, until]);
  });

  it('is read in the zone of the feed where it prints none, ahead of its entry', () => {
    expect(window('Oct 28, 16:30 - 18:00', { timeZone: 'Europe/Berlin' })).toEqual([
      'maintenance',
      `${day}15:30:00.000Z`,
      `${day}17:00:00.000Z`,
    ]);
    expect(window('Mar 5, 16:30 - 18:00 UTC', {}, '2023-02-01T00:00:00Z')[1]).toBe(
      '2023-03-05T16:30:00.000Z',
    );
  });

  it('is none without its words or its end', () => {
    const description = `<strong>THIS WAS A SCHEDULED EVENT Oct 28, 16:30 - 18:00 UTC</strong>${line('Oct 20, 15:00 UTC', 'Update')}`;
    expect(only({ description }).kind).toBe('incident');
    const open = `<b>this is a scheduled event Oct 28, 16:30 - 18:00 UTC</b>${line('Oct 20, 15:00 UTC', 'Update').replace(/<.?strong>/g, '')}`;
    expect(only({ description: open }).kind).toBe('incident');
  });
});
