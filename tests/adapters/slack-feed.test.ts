import { describe, expect, it } from 'vitest';
import { SLACK_TITLE_KIND, slackFeed } from '../../src/adapters/slack-feed.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import {
  FEED_CONTEXT,
  feedDocument,
  feedFixture,
  readFeed,
  rssDocument,
  rssItem,
} from './read-feed.ts';

const FIXTURE = feedFixture('slack-feed/times-of-day.xml');
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);

interface Told {
  title?: string;
  id?: string;
  link?: string;
  published?: string;
  updated?: string;
  html?: string;
}
const document = ({
  title = 'Incident: A',
  id = '',
  link = '',
  published = '',
  updated = '',
  html = '',
}: Told) =>
  feedDocument(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Slack</title><entry><title>${title}</title><id>${id}</id><link href="${link}"/><published>${published}</published><updated>${updated}</updated><content type="html"><![CDATA[${html}]]></content></entry></feed>`,
  );
const only = (told: Told) => {
  const [incident] = readFeed(slackFeed, document(told)).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};
/** Posts as Slack lists them: a time of day, and words. */
const posts = (...list: [time: string, text: string][]) =>
  list.map(([time, text]) => `<p><small>${time}</small> ${text}</p>`).join('');

describe('slack-feed', () => {
  const none = { components: [], regions: [], services: [] };

  it('finds the day of each time, oldest first, whichever way they are listed', () => {
    expect(readFeed(slackFeed, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      // A title whose prefix it does not know is kept, the prefix noted.
      unknownWords: [{ field: 'entry.title', word: 'Puzzle' }],
      warnings: [],
      incidents: [
        {
          ...none,
          upstreamId: '2025-10-aa11',
          aliases: ['https://slack-status.example/2025-10/aa11'],
          kind: 'incident',
          title: 'Threads do not load',
          status: 'resolved',
          impact: 'minor',
          startedAt: '2025-10-20T22:23:58.000Z',
          resolvedAt: '2025-10-21T16:34:10.000Z',
          updatedAt: '2025-10-21T16:34:10.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T22:23:58.000Z',
              status: 'investigating',
              body: 'We are aware of an issue.',
            },
            {
              id: ID,
              at: '2025-10-21T06:05:00.000Z',
              status: 'identified',
              body: 'We have identified the cause.',
            },
            {
              id: ID,
              at: '2025-10-21T16:34:10.000Z',
              status: 'resolved',
              body: 'We have resolved the issue.',
            },
          ],
          url: 'https://slack-status.example/2025-10/aa11',
          marks: ['impact-derived'],
        },
        {
          ...none,
          upstreamId: '2025-10-bb22',
          aliases: ['https://slack-status.example/2025-10/bb22'],
          kind: 'incident',
          title: 'Calls',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2025-10-19T15:00:10.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-19T17:00:20.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-19T15:00:10.000Z',
              status: 'investigating',
              body: 'Calls are failing.',
            },
            {
              id: ID,
              at: '2025-10-19T17:00:20.000Z',
              status: 'investigating',
              body: 'Still looking into it.',
            },
          ],
          url: 'https://slack-status.example/2025-10/bb22',
          marks: ['impact-derived'],
        },
        {
          ...none,
          upstreamId: 'https://slack-status.example/2025-10/cc33',
          kind: 'incident',
          title: 'Puzzle: What is this',
          status: 'investigating',
          impact: 'unknown',
          startedAt: '2025-10-18T15:00:10.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-18T15:00:10.000Z',
          updates: [
            {
              id: stableHash('Words.').slice(0, 14),
              at: '2025-10-18T15:00:10.000Z',
              status: 'investigating',
              body: 'Words.',
            },
          ],
          url: FEED_CONTEXT.statusPage,
          marks: [],
        },
      ],
    });
  });

  it.each(Object.entries(SLACK_TITLE_KIND))('reads the prefix "%s" as %s', (prefix, kind) => {
    const snapshotOf = readFeed(slackFeed, document({ title: `${prefix.toUpperCase()}: A` }));
    expect([snapshotOf.incidents[0]?.kind, snapshotOf.incidents[0]?.title]).toEqual([kind, 'A']);
    expect(snapshotOf.unknownWords).toEqual([]);
  });

  it('needs no blank behind the colon of a title', () => {
    expect(only({ title: 'Outage:Calls fail' }).title).toBe('Calls fail');
  });

  it.each(['Calls fail', 'Some calls: fail', 'Incident:', 'Störung 2: A'])(
    'takes the title %j for an incident, whole',
    (title) => {
      const { incidents, unknownWords } = readFeed(slackFeed, document({ title }));
      expect(incidents[0]).toMatchObject({ kind: 'incident', title });
      expect(unknownWords).toEqual([]);
    },
  );

  it('is named by month and key in its address, else its id, else its title', () => {
    const named = (told: Told) => only(told).upstreamId;
    expect(named({ link: 'https://slack-status.com/2025-10/a-1?x', id: 'i' })).toBe('2025-10-a-1');
    expect(named({ link: 'https://slack-status.com/calendar', id: 'i' })).toBe('i');
    expect(named({})).toBe('Incident: A');
    expect(only({})).not.toHaveProperty('aliases');
  });

  const linked = (link: string) => rssDocument(rssItem({ title: 'A' }) + rssItem({ link }));
  it.each([
    ['its feed', FIXTURE, true],
    ['its title', rssDocument('', '<title>SLACK Status</title>'), true],
    [
      'its link',
      rssDocument('', '<title>T</title><link>https://status.slack.example/</link>'),
      true,
    ],
    ['a link of an entry', linked('https://slack-status.com/2025-10/a'), true],
    ['another entry', linked('https://slack-status.example/2025-10/a'), false],
    ['no entries', rssDocument(''), false],
  ])('recognises %s: %s', (_name, feed, isRecognised) => {
    expect(slackFeed.recognises(feed)).toBe(isRecognised);
  });
});

describe('the days of posts', () => {
  /** Published at 3:23:58pm PDT on 20 October, which is 22:23:58 UTC. */
  const published = '2025-10-20T22:23:58Z';
  const times = (list: string[], told: Told = { published }) =>
    only({
      ...told,
      html: posts(...list.map((time, index): [string, string] => [time, `P${index}.`])),
    }).updates.map(({ at, body }) => `${at?.slice(5, 19) ?? 'never'} ${body}`);

  it.each([
    [
      'follow each other',
      ['3:23pm PDT', '11:05pm PDT', '9:34am PDT', '9:33am PDT'],
      ['10-20T22:23:58 P0.', '10-21T06:05:00 P1.', '10-21T16:34:00 P2.', '10-22T16:33:00 P3.'],
    ],
    [
      'keep their order within a minute',
      ['3:23pm PDT', '3:23pm PDT', '3:24pm PDT'],
      ['10-20T22:23:58 P0.', '10-20T22:23:58 P1.', '10-20T22:24:00 P2.'],
    ],
    ['begin up to a minute before the entry', ['3:22pm PDT'], ['10-20T22:22:58 P0.']],
    ['begin after it', ['3:25pm PDT'], ['10-20T22:25:00 P0.']],
    ['begin a day later', ['3:21pm PDT'], ['10-21T22:21:00 P0.']],
    [
      'find the next morning far in the east',
      ['10:23pm UTC', '6:00am AEST'],
      ['10-20T22:23:58 P0.', '10-21T20:00:00 P1.'],
    ],
    [
      'pass over what is no time',
      ['3:23pm PDT', 'later', '', '4:00pm PDT'],
      ['10-20T22:23:58 P0.', 'never P1.', 'never P2.', '10-20T23:00:00 P3.'],
    ],
    [
      'stand newest first',
      ['5:00pm PDT', '4:00pm PDT', '3:23pm PDT'],
      ['10-20T22:23:58 P2.', '10-20T23:00:00 P1.', '10-21T00:00:00 P0.'],
    ],
    [
      'read other zones',
      ['10:23pm UTC', '11:00pm UTC', '8:00am CEST'],
      ['10-20T22:23:58 P0.', '10-20T23:00:00 P1.', '10-21T06:00:00 P2.'],
    ],
  ])('%s', (_name, list, expected) => {
    expect(times(list)).toEqual(expected);
  });

  it('begin with the entry only where they print its minute', () => {
    const told = { published: '2025-10-20T22:23:00Z' };
    expect(times(['3:23pm PDT'], told)).toEqual(['10-20T22:23:00 P0.']);
    expect(times(['3:24pm PDT'], told)).toEqual(['10-20T22:24:00 P0.']);
  });

  it('end with the update of the entry, where its minute is printed', () => {
    const told = { published, updated: '2025-10-22T00:30:40Z' };
    expect(times(['3:23pm PDT', '5:30pm PDT'], told)).toEqual([
      '10-20T22:23:58 P0.',
      '10-22T00:30:40 P1.',
    ]);
    expect(times(['3:23pm PDT', '5:32pm PDT'], told)).toEqual([
      '10-20T22:23:58 P0.',
      '10-21T00:32:00 P1.',
    ]);
    expect(times(['5:30pm PDT'], told)).toEqual(['10-21T00:30:00 P0.']);
    expect(times(['3:23pm PDT', '5:30pm PDT', '5:30pm PDT'], told)).toEqual([
      '10-20T22:23:58 P0.',
      '10-21T00:30:00 P1.',
      '10-22T00:30:40 P2.',
    ]);
  });

  it('are unknown where the entry has no date, but for its update', () => {
    const told = { updated: '2025-10-22T00:30:40Z' };
    expect(times(['3:23pm PDT', '5:30pm PDT'], told)).toEqual(['never P0.', '10-22T00:30:40 P1.']);
    expect(times(['3:23pm PDT'], {})).toEqual(['never P0.']);
  });
});

describe('posts without a time', () => {
  const html = ['Investigating', 'Monitoring', 'Resolved']
    .map((state) => `<p><b>${state}</b> - Text.</p>`)
    .join('');
  const times = (told: Told) => only({ ...told, html }).updates.map(({ at }) => at);

  it('are dated by their entry, the first and the last', () => {
    const published = '2025-10-20T22:23:58.000Z';
    const updated = '2025-10-21T00:30:40.000Z';
    expect(times({ published, updated })).toEqual([published, null, updated]);
    expect(times({ published })).toEqual([published, null, published]);
    expect(only({ published, updated, html })).toMatchObject({
      status: 'resolved',
      startedAt: published,
      resolvedAt: updated,
    });
  });
});

describe('states and start', () => {
  const published = '2025-10-20T22:23:58Z';

  it('follow from the words of each post, the first one investigates', () => {
    const html = posts(
      ['3:23pm PDT', 'Hello.'],
      ['3:30pm PDT', '<b>Monitoring</b> - Text.'],
      ['3:40pm PDT', 'Bye.'],
    );
    expect(only({ published, html }).updates.map(({ status }) => status)).toEqual([
      'investigating',
      'monitoring',
      'monitoring',
    ]);
  });

  it('an entry without posts is one post, dated by its update', () => {
    expect(only({ published, html: 'All is resolved.' })).toMatchObject({
      status: 'resolved',
      updatedAt: '2025-10-20T22:23:58.000Z',
    });
    const updated = '2025-10-21T00:00:00Z';
    expect(only({ published, updated, html: 'Text.' })).toMatchObject({
      startedAt: '2025-10-20T22:23:58.000Z',
      updatedAt: '2025-10-21T00:00:00.000Z',
    });
    expect(only({ html: 'Text.' })).toMatchObject({ startedAt: null, updatedAt: null });
  });

  it('of a maintenance are its posts', () => {
    const title = 'Maintenance: A';
    expect(only({ title, published, html: posts(['4:00pm PDT', 'Text.']) })).toMatchObject({
      kind: 'maintenance',
      startedAt: '2025-10-20T23:00:00.000Z',
    });
    expect(
      only({ title: 'Notice: A', published, html: posts(['4:00pm PDT', 'Text.']) }),
    ).toMatchObject({
      kind: 'notice',
      startedAt: '2025-10-20T22:23:58.000Z',
    });
  });
});
