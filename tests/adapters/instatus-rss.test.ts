import { describe, expect, it } from 'vitest';
import { INSTATUS_TYPE, instatusRss } from '../../src/adapters/instatus-rss.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('instatus-rss/history.xml');
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);
const read = (fields: Record<string, string>) =>
  readFeed(instatusRss, rssDocument(rssItem({ title: 'A', ...fields })));
const only = (fields: Record<string, string>) => {
  const [incident] = read(fields).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};
const post = (time: string, state: string, text: string) =>
  `<p><small>${time}</small><br><strong>${state}</strong> - ${text}</p>`;

describe('instatus-rss', () => {
  it('reads posts that are escaped twice, header lines, and windows of start and duration', () => {
    expect(readFeed(instatusRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'cm1abc',
          kind: 'incident',
          title: 'Slow sign-in',
          status: 'resolved',
          impact: 'minor',
          startedAt: '2025-10-20T15:15:00.000Z',
          resolvedAt: '2025-10-20T16:01:05.000Z',
          updatedAt: '2025-10-20T16:01:05.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T15:15:00.000Z',
              status: 'investigating',
              body: 'We look into it.',
            },
            { id: ID, at: '2025-10-20T16:01:05.000Z', status: 'resolved', body: 'It is fixed.' },
          ],
          components: [{ name: 'Web App' }, { name: 'API' }],
          regions: [],
          services: [],
          url: 'https://status.example/incident/cm1abc',
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'cm2def',
          kind: 'maintenance',
          title: 'Disk swap',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2025-10-23T15:15:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-21T09:00:00.000Z',
          scheduledFor: '2025-10-23T15:15:00.000Z',
          scheduledUntil: '2025-10-23T17:45:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-21T09:00:00.000Z',
              status: 'scheduled',
              body: 'We will swap disks.',
            },
          ],
          components: [{ name: 'Storage' }],
          regions: [],
          services: [],
          url: 'https://status.example/maintenance/cm2def',
          marks: [],
        },
      ],
    });
  });

  it.each(Object.entries(INSTATUS_TYPE))('reads the type "%s" as %s', (word, kind) => {
    const snapshot = read({ description: `type:  ${word} \nDuration: 1 hour` });
    expect([snapshot.incidents[0]?.kind, snapshot.unknownWords]).toEqual([kind, []]);
  });

  it.each([
    ['Type: Party\nMore', 'Party'],
    ['Type: Party<br>More', 'Party'],
    ['Type: ', '(missing)'],
    ['Type: \nDuration: 1 hour', '(missing)'],
    ['', '(missing)'],
  ])('takes %j for an incident, and notes the type', (description, word) => {
    const { incidents, unknownWords } = read({ description });
    expect(incidents[0]?.kind).toBe('incident');
    expect(unknownWords).toEqual([{ field: 'entry.type', word }]);
  });

  it.each([
    ['3 days', '2025-10-26T15:15:00.000Z'],
    ['12days 11hours', '2025-11-05T02:15:00.000Z'],
    ['1 day, 2 hours and 25 minutes', '2025-10-24T17:40:00.000Z'],
    ['1 HOUR', '2025-10-23T16:15:00.000Z'],
    ['90min', '2025-10-23T16:45:00.000Z'],
    ['0 minutes', undefined],
    ['a while', undefined],
    ['', undefined],
  ])('ends a maintenance after %j', (duration, until) => {
    const description = `Type: Maintenance\nDuration: ${duration}`;
    const planned = { description, pubDate: 'Thu, 23 Oct 2025 15:15:00 +0000' };
    expect(only(planned).scheduledUntil).toBe(until);
    expect(only({ description }).scheduledFor).toBeUndefined();
    expect(only({ description }).scheduledUntil).toBeUndefined();
  });

  it('reads the header lines in any order, and an empty one as empty', () => {
    const description = 'Affected Components: \nDuration: 1 hour\nType: Maintenance';
    const planned = only({ description, pubDate: '2025-10-23T15:15:00Z' });
    expect(planned).toMatchObject({
      kind: 'maintenance',
      scheduledUntil: '2025-10-23T16:15:00.000Z',
      components: [],
    });
  });

  it('gives no window to an incident', () => {
    const description = 'Type: Incident\nDuration: 1 hour';
    expect(only({ description, pubDate: '2025-10-20T09:00:00Z' })).not.toHaveProperty(
      'scheduledFor',
    );
  });

  it('reads posts without a year before their entry, in the zone of the feed', () => {
    const html =
      post('Oct 20, 11:00', 'Pondering', 'Who?.') +
      post('Oct 20, 12:00', 'Resolved', 'Up!. Or not..');
    const snapshot = readFeed(
      instatusRss,
      rssDocument(rssItem({ title: 'A', description: html, pubDate: '2024-10-20T12:00:00Z' })),
      { timeZone: 'Europe/Berlin' },
    );
    expect(snapshot.incidents[0]?.updates.map(({ at, body }) => [at, body])).toEqual([
      ['2024-10-20T09:00:00.000Z', 'Pondering - Who?'],
      ['2024-10-20T10:00:00.000Z', 'Up!. Or not.'],
    ]);
    expect(snapshot.unknownWords).toContainEqual({ field: 'entry.status', word: 'pondering' });
  });

  it.each(['small', 'p', 'strong'])('undoes a second escape of <%s>', (tag) => {
    const html = post('Oct 20, 11:00 UTC', 'Resolved', `A &amp;lt;${tag}&amp;gt; B`);
    expect(only({ description: html.replace(/</g, '&lt;').replace(/>/g, '&gt;') }).status).toBe(
      'resolved',
    );
    const once = post('Oct 20, 11:00 UTC', 'Resolved', `A &amp;lt;b&amp;gt; B`);
    expect(only({ description: once }).updates[0]?.body).toBe('A &lt;b&gt; B');
  });

  it('is named by its address, else its guid, else its title', () => {
    const named = (fields: Record<string, string>) => only(fields).upstreamId;
    expect(named({ link: 'https://status.example/incident/c-1?x', guid: 'g' })).toBe('c-1');
    expect(named({ link: 'https://status.example/maintenance/c_2', guid: 'g' })).toBe('c_2');
    expect(named({ guid: 'g' })).toBe('g');
    expect(named({})).toBe('A');
    expect(only({ guid: 'g' }).url).toBe(FEED_CONTEXT.statusPage);
    expect(only({ link: 'https://status.example/x' }).url).toBe('https://status.example/x');
  });

  it('gives the announcement of a maintenance no time of last year', () => {
    const description = `Type: Maintenance
Duration: 2 hours`;
    const small =
      "<p><small>Nov <var data-var='date'>7</var>, <var data-var='time'>22:00</var> UTC</small>";
    const ahead = only({
      link: 'https://status.example/maintenance/m1',
      description,
      pubDate: 'Fri, 07 Nov 2025 22:00:00 GMT',
      'content:encoded': `${small}<br><strong>Not started yet</strong> - Soon.</p>`,
    });
    expect(ahead).toMatchObject({ status: 'scheduled', scheduledFor: '2025-11-07T22:00:00.000Z' });
    expect(ahead.updates).toMatchObject([{ at: null, body: 'Soon.' }]);
    const now = post('Oct 21, 12:00 UTC', 'Not started yet', 'Soon.');
    expect(only({ description: now }).updates[0]?.at).toBe(FEED_CONTEXT.fetchedAt);
  });

  const entry = (description: string, link: string) => rssItem({ description, link });
  it.each([
    ['its entries', FIXTURE, true],
    [
      'one of its entries',
      rssDocument(
        rssItem({ title: 'A' }) + entry('Type: incident', 'https://s.example/incident/1'),
      ),
      true,
    ],
    [
      'a maintenance',
      rssDocument(entry('Type:Maintenance', 'https://s.example/maintenance/1')),
      true,
    ],
    [
      'another address',
      rssDocument(entry('Type: Incident', 'https://s.example/incidents/1')),
      false,
    ],
    ['another type', rssDocument(entry('Type: Party', 'https://s.example/incident/1')), false],
    ['another line', rssDocument(entry('MyType: Incident', 'https://s.example/incident/1')), false],
    ['no entries', rssDocument(''), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(instatusRss.recognises(document)).toBe(isRecognised);
  });
});
