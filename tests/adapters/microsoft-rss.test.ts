import { describe, expect, it } from 'vitest';
import { MICROSOFT_STATUS, microsoftRss } from '../../src/adapters/microsoft-rss.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('microsoft-rss/degraded.xml');
const built = (clock: string) =>
  `<title>T</title><lastBuildDate>2025-10-21T${clock}Z</lastBuildDate>`;
const product = (status: string, fields: Record<string, string> = {}) =>
  rssItem({ title: 'Mail', guid: 'm', status, ...fields });
const read = (items: string, head = built('11:59:00')) =>
  readFeed(microsoftRss, rssDocument(items, head));

describe('microsoft-rss', () => {
  it('reads standing items as components, and one in trouble as an incident', () => {
    expect(readFeed(microsoftRss, FIXTURE)).toEqual({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [
        { id: 'p-1', name: 'Admin Portal', status: 'degraded_performance' },
        { id: 'p-2', name: 'Mail Portal', status: 'operational' },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'p-1',
          kind: 'incident',
          title: 'Admin Portal',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2025-10-21T11:30:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-21T11:30:00.000Z',
          updates: [
            {
              id: stableHash(
                'degraded_performance We are investigating why some pages do not load.',
              ).slice(0, 14),
              at: '2025-10-21T11:30:00.000Z',
              status: 'investigating',
              body: 'We are investigating why some pages do not load.',
            },
          ],
          components: [{ id: 'p-1', name: 'Admin Portal' }],
          regions: [],
          services: [],
          url: 'https://status.example/',
          marks: [],
        },
      ],
    });
  });

  it.each(Object.entries(MICROSOFT_STATUS))('reads the status "%s" as %s', (word, status) => {
    const snapshot = read(product(word.toUpperCase()));
    expect([snapshot.status, snapshot.unknownWords]).toEqual([status, []]);
    expect(snapshot.incidents.map(({ impact }) => impact)).toEqual(
      { operational: [], degraded_performance: ['minor'], major_outage: ['major'] }[status],
    );
  });

  it('never reads an unknown word as green, nor as an incident', () => {
    const snapshot = read(product('Side ways') + product('Available', { guid: 'n' }));
    expect(snapshot).toMatchObject({
      status: 'unknown',
      provesNothingReported: false,
      incidents: [],
      unknownWords: [{ field: 'item.status', word: 'Sideways' }],
    });
    expect(read(rssItem({ title: 'Mail' })).unknownWords).toEqual([
      { field: 'item.status', word: '(missing)' },
    ]);
  });

  it('proves nothing where it is empty or older than two hours', () => {
    expect(read('')).toMatchObject({ status: null, provesNothingReported: false });
    const proves = (clock: string) =>
      read(product('Available'), built(clock)).provesNothingReported;
    expect([proves('10:00:00'), proves('09:59:59')]).toEqual([true, false]);
  });

  it('reads state, start and links of an item', () => {
    const text = 'Since 9:00 UTC mail is late. We have identified the cause.';
    const [incident] = read(
      product('Degraded', {
        guid: '',
        title: '<b>Mail</b> ',
        link: 'https://mail.example/x',
        pubDate: '2025-10-21T10:00:00Z',
        description: text,
      }),
    ).incidents;
    expect(incident).toMatchObject({
      upstreamId: 'Mail',
      components: [{ id: 'Mail', name: 'Mail' }],
      status: 'identified',
      startedAt: '2025-10-21T09:00:00.000Z',
      url: 'https://mail.example/x',
      marks: ['start-stated'],
    });
    const [untold] = read(product('Degraded', { description: 'Mail.' })).incidents;
    expect(untold?.status).toBe('investigating');
    const [undated] = read(product('Degraded', { description: text })).incidents;
    expect(undated).toMatchObject({
      startedAt: '2025-10-21T09:00:00.000Z',
      url: FEED_CONTEXT.statusPage,
    });
  });

  it.each([
    ['standing items', FIXTURE, true],
    ['one beside an entry', rssDocument(product('Available') + rssItem({ title: 'A' })), false],
    ['no items', rssDocument(''), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(microsoftRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its entries', () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id><title>A</title><status>Available</status></entry></feed>';
    const body = new TextEncoder().encode(text);
    expect(microsoftRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});
