import { describe, expect, it } from 'vitest';
import { hetznerAtom } from '../../src/adapters/hetzner-atom.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedDocument, feedFixture, readFeed } from './read-feed.ts';

const FIXTURE = feedFixture('hetzner-atom/english-and-german.xml');
const hash = (text: string) => stableHash(text).slice(0, 14);

interface Told {
  title?: string;
  id?: string;
  link?: string;
  published?: string;
  updated?: string;
  text?: string;
}
const document = ({
  title = 'A',
  id = '',
  link = '',
  published = '',
  updated = '',
  text = '',
}: Told) =>
  feedDocument(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>${title}</title><id>${id}</id><link href="${link}"/><published>${published}</published><updated>${updated}</updated><content type="html"><![CDATA[${text}]]></content></entry></feed>`,
  );
const only = (told: Told, context = {}) => {
  const [incident] = readFeed(hetznerAtom, document(told), context).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};

describe('hetzner-atom', () => {
  it('reads state, kind, times and places out of the words of two languages', () => {
    const { incidents, ...snapshot } = readFeed(hetznerAtom, FIXTURE);
    expect(snapshot).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
    const url = (id: string) => `https://status.hetzner.example/incident/${id}`;
    const none = { regions: [], services: [] };
    expect(incidents).toEqual([
      {
        ...none,
        upstreamId: '11111111-aaaa',
        kind: 'incident',
        title: 'Network fault at FSN1-DC8',
        status: 'investigating',
        impact: 'minor',
        startedAt: '2025-10-21T07:30:00.000Z',
        resolvedAt: null,
        updatedAt: '2025-10-21T08:00:00.000Z',
        updates: [
          {
            id: hash(
              'investigating Start: 2025-10-21 09:30 CEST\nWe are investigating packet loss in Falkenstein.',
            ),
            at: '2025-10-21T08:00:00.000Z',
            status: 'investigating',
            body: 'Start: 2025-10-21 09:30 CEST\nWe are investigating packet loss in Falkenstein.',
          },
        ],
        components: [{ name: 'FSN1-DC8' }, { name: 'Falkenstein' }],
        url: url('11111111-aaaa'),
        marks: ['impact-derived'],
      },
      {
        ...none,
        upstreamId: '22222222-bbbb',
        kind: 'incident',
        title: 'Störung Nameserver',
        status: 'resolved',
        impact: 'minor',
        startedAt: '2025-10-20T08:00:00.000Z',
        resolvedAt: '2025-10-20T08:00:00.000Z',
        updatedAt: '2025-10-20T08:00:00.000Z',
        updates: [
          {
            id: hash('resolved Die Störung in Nürnberg wurde behoben.'),
            at: '2025-10-20T08:00:00.000Z',
            status: 'resolved',
            body: 'Die Störung in Nürnberg wurde behoben.',
          },
        ],
        components: [{ name: 'Nürnberg' }],
        url: url('22222222-bbbb'),
        marks: ['impact-derived'],
      },
      {
        ...none,
        upstreamId: '33333333-cccc',
        kind: 'incident',
        title: 'Slow volumes',
        status: 'resolved',
        impact: 'minor',
        startedAt: '2025-10-01T08:00:00.000Z',
        resolvedAt: '2025-10-01T08:00:00.000Z',
        updatedAt: '2025-10-01T08:00:00.000Z',
        updates: [
          {
            id: hash(' Volumes in hel1 answer slowly.'),
            at: '2025-10-01T08:00:00.000Z',
            status: 'unknown',
            body: 'Volumes in hel1 answer slowly.',
          },
        ],
        components: [{ name: 'hel1' }],
        url: url('33333333-cccc'),
        // Seven days of silence: this is our guess, and says so.
        marks: ['end-inferred', 'impact-derived'],
      },
      {
        ...none,
        upstreamId: '44444444-dddd',
        kind: 'maintenance',
        title: 'Wartung NBG1-DC3',
        status: 'scheduled',
        impact: 'none',
        startedAt: '2025-10-23T02:00:00.000Z',
        resolvedAt: null,
        updatedAt: '2025-10-20T08:00:00.000Z',
        scheduledFor: '2025-10-23T02:00:00.000Z',
        scheduledUntil: '2025-10-23T04:00:00.000Z',
        updates: [
          {
            id: hash(
              ' Beginn: 23. Oktober 2025, 04:00 Uhr\nEnde: 23. Oktober 2025, 06:00 Uhr\nWir tauschen Router.',
            ),
            at: '2025-10-20T08:00:00.000Z',
            status: 'scheduled',
            body: 'Beginn: 23. Oktober 2025, 04:00 Uhr\nEnde: 23. Oktober 2025, 06:00 Uhr\nWir tauschen Router.',
          },
        ],
        components: [{ name: 'NBG1-DC3' }],
        url: url('44444444-dddd'),
        marks: [],
      },
    ]);
  });

  it('leaves an entry open for seven days, and ends a maintenance with its window', () => {
    const at = (fetchedAt: string) => readFeed(hetznerAtom, FIXTURE, { fetchedAt }).incidents;
    expect(at('2025-10-05T00:00:00.000Z')[2]).toMatchObject({
      status: 'unknown',
      resolvedAt: null,
    });
    expect(at('2025-10-23T05:00:00.000Z')[3]).toMatchObject({
      status: 'completed',
      resolvedAt: '2025-10-23T04:00:00.000Z',
    });
  });

  it.each([
    ['its link', FIXTURE, true],
    ['a link of an entry', document({ link: 'https://status.hetzner.example/incident/1' }), true],
    [
      'a link of one of several entries',
      feedDocument(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title></entry><entry><title>B</title><link href="https://status.hetzner.example/incident/1"/></entry></feed>',
      ),
      true,
    ],
    ['another entry', document({ link: 'https://status.example/incident/1' }), false],
    ['the name further on', document({ link: 'https://hetzner.example/x/incident/1' }), false],
    ['RSS', feedFixture('rss/reused-guid.xml'), false],
  ])('recognises %s: %s', (_name, feed, isRecognised) => {
    expect(hetznerAtom.recognises(feed)).toBe(isRecognised);
  });

  it('is no RSS feed, whatever its link', () => {
    const text =
      '<rss version="2.0"><channel><title>T</title><link>https://status.hetzner.example/</link></channel></rss>';
    expect(hetznerAtom.recognises(feedDocument(text))).toBe(false);
  });
});

describe('the times of an incident', () => {
  const entry = { published: '2025-10-20T09:00:00Z', updated: '2025-10-20T12:00:00Z' };
  const times = (text: string, context = {}) => {
    const { startedAt, resolvedAt, status } = only({ ...entry, text }, context);
    return [startedAt?.slice(0, 16), resolvedAt?.slice(0, 16) ?? null, status];
  };

  it.each([
    ['Start: 2025-10-20 08:00 UTC', '2025-10-20T08:00'],
    ['Beginn: 20.10.2025 10:00', '2025-10-20T08:00'],
    ['begin :  20.10.2025 10:00 CEST', '2025-10-20T08:00'],
    ['Text.<br>Start time: 20.10.2025 10:00', '2025-10-20T08:00'],
    ['Startzeit: 20. Oktober 2025, 10:00 Uhr', '2025-10-20T08:00'],
    ['Beginn: 20 Oct, 10:00', '2025-10-20T08:00'],
    ['Restart: 2025-10-20 08:00 UTC', '2025-10-20T09:00'],
    ['Text. Start: 2025-10-20 08:00 UTC', '2025-10-20T09:00'],
    ['Start: soon enough', '2025-10-20T09:00'],
  ])('%s: it began at %s', (text, startedAt) => {
    expect(times(text)).toEqual([startedAt, null, 'unknown']);
  });

  it.each([
    ['End: 2025-10-20 11:00 UTC'],
    ['Ende: 20.10.2025 13:00'],
    ['End time: 20.10.2025 13:00'],
    ['Endzeit: 20.10.2025 13:00'],
    ['Estimated end: 20.10.2025 13:00'],
    ['Voraussichtliches Ende: 20.10.2025 13:00'],
  ])('%s: it ended', (text) => {
    expect(times(text)).toEqual(['2025-10-20T09:00', '2025-10-20T11:00', 'resolved']);
  });

  it('an end still to come is none', () => {
    const text = 'Start: 2025-10-20 08:00 UTC<br>End: 2025-10-21 12:00 UTC';
    expect(times(text, { fetchedAt: '2025-10-21T11:59:59.000Z' })).toEqual([
      '2025-10-20T08:00',
      null,
      'unknown',
    ]);
    expect(times(text, { fetchedAt: '2025-10-21T12:00:00.000Z' })).toEqual([
      '2025-10-20T08:00',
      '2025-10-21T12:00',
      'resolved',
    ]);
  });

  it('of a maintenance lie ahead where they carry no year', () => {
    const window = (text: string, told: Told = { published: '2025-10-20T08:00:00Z' }) => {
      const incident = only({ ...told, title: 'Wartung', text });
      return [incident.scheduledFor, incident.scheduledUntil];
    };
    const lines = 'Beginn: 23. Oktober, 04:00 Uhr<br>Ende: 23. Oktober, 06:00 Uhr';
    const expected = ['2025-10-23T02:00:00.000Z', '2025-10-23T04:00:00.000Z'];
    expect(window(lines)).toEqual(expected);
    expect(window(lines, { updated: '2025-10-24T08:00:00Z' })).toEqual(expected);
    expect(window('Zwischen 04:00 Uhr und 06:00 Uhr am 23. Oktober.')).toEqual(expected);
  });

  it('are told in sentences where no line tells them, in German time or that of the feed', () => {
    const text = 'Zwischen 10:00 Uhr und 11:30 Uhr am 20. Oktober gab es Fehler.';
    expect(times(text)).toEqual(['2025-10-20T08:00', '2025-10-20T09:30', 'resolved']);
    expect(times(text, { timeZone: 'UTC' })).toEqual([
      '2025-10-20T10:00',
      '2025-10-20T11:30',
      'resolved',
    ]);
    expect(times('Start: 2025-10-20 08:00', { timeZone: 'UTC' })[0]).toBe('2025-10-20T08:00');
  });

  it('are those of the entry where the text tells none', () => {
    expect(only({ ...entry, text: 'Text.' })).toMatchObject({
      startedAt: '2025-10-20T09:00:00.000Z',
      updatedAt: '2025-10-20T12:00:00.000Z',
    });
    expect(only({ published: entry.published }).startedAt).toBe('2025-10-20T09:00:00.000Z');
    expect(only({ updated: '2025-10-20 14:00' }).startedAt).toBe('2025-10-20T12:00:00.000Z');
    const late = { published: entry.updated, updated: entry.published };
    expect(only(late).startedAt).toBe('2025-10-20T09:00:00.000Z');
    expect(only({ text: 'Errors since 10:00.' })).toMatchObject({
      startedAt: '2025-10-21T08:00:00.000Z',
      updatedAt: null,
    });
  });
});

describe('an entry', () => {
  it('is named by its address, else its id, else its title', () => {
    const link = 'https://status.hetzner.example/incident/a-1?x=1';
    expect(only({ link, id: 'b' })).toMatchObject({ upstreamId: 'a-1', url: link });
    expect(only({ id: 'b' })).toMatchObject({ upstreamId: 'b', url: FEED_CONTEXT.statusPage });
    expect(only({ title: 'Resolved: A' }).upstreamId).toBe(stableHash('Resolved: A'));
  });

  it('is its title where it has no text, the title without its state', () => {
    expect(only({ title: 'Resolved: A' })).toMatchObject({
      title: 'A',
      status: 'resolved',
      updates: [{ body: 'Resolved: A' }],
    });
  });

  it('names places by their codes and names, in title and text', () => {
    const incident = only({
      title: 'Fault in ASH',
      text: 'In hil-dc1, Singapore and Singapur, not in FSN12 or xhel1.',
    });
    expect(incident.components.map(({ name }) => name)).toEqual([
      'ASH',
      'hil-dc1',
      'Singapore',
      'Singapur',
    ]);
    expect(only({ title: 'Fault', text: 'Somewhere.' }).components).toEqual([]);
  });
});
