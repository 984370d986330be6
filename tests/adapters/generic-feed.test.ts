import { describe, expect, it } from 'vitest';
import { readAs, xmlDocument, xmlFixture } from './read-xml-fixture.ts';

const channel = (items: string) =>
  xmlDocument(
    `<rss version="2.0"><channel><title>T</title><link>https://status.example/</link>${items}</channel></rss>`,
  );

describe('rss', () => {
  const { incidents, ...snapshot } = readAs('rss', xmlFixture('rss/several-languages.xml'), {
    timeZone: 'Europe/Berlin',
  });

  it('is a window that proves nothing', () => {
    expect(snapshot).toMatchObject({
      coverage: 'window',
      provesNothingReported: false,
      status: null,
    });
    expect(readAs('rss', channel('')).provesNothingReported).toBe(false);
  });

  it('reads German, French and English', () => {
    expect(
      incidents.map(({ upstreamId, kind, status, impact }) => [upstreamId, kind, status, impact]),
    ).toEqual([
      ['web-1', 'incident', 'investigating', 'minor'],
      ['net-2', 'incident', 'resolved', 'major'],
      ['m-3', 'maintenance', 'scheduled', 'none'],
      ['old-4', 'incident', 'resolved', 'minor'],
      ['new-5', 'incident', 'unknown', 'minor'],
    ]);
  });

  it('reads the window of a maintenance out of its text', () => {
    expect(incidents[2]).toMatchObject({
      scheduledFor: '2025-10-22T00:00:00.000Z',
      scheduledUntil: '2025-10-22T02:00:00.000Z',
    });
  });

  it('calls an entry over that said nothing for a week, and marks that', () => {
    expect(incidents[3]).toMatchObject({
      resolvedAt: '2025-09-01T09:00:00.000Z',
      marks: ['end-inferred', 'impact-derived'],
    });
    expect(incidents[4]?.resolvedAt).toBeNull();
  });

  it('tells a maintenance whose window has begun or passed', () => {
    const at = (fetchedAt: string) =>
      readAs('rss', xmlFixture('rss/several-languages.xml'), {
        fetchedAt,
        timeZone: 'Europe/Berlin',
      }).incidents[2];
    expect(at('2025-10-22T01:00:00.000Z')).toMatchObject({
      status: 'in_progress',
      resolvedAt: null,
    });
    expect(at('2025-10-22T03:00:00.000Z')).toMatchObject({
      status: 'completed',
      resolvedAt: '2025-10-22T02:00:00.000Z',
    });
  });

  it('takes an id used again after an end for another incident', () => {
    const reused = readAs('rss', xmlFixture('rss/reused-guid.xml')).incidents;
    expect(reused.map(({ upstreamId, status }) => [upstreamId, status])).toEqual([
      ['42', 'resolved'],
      ['42-2025-10-20', 'investigating'],
    ]);
  });

  it('keeps the id of a post while only its date changes', () => {
    const item = (date: string) =>
      channel(
        `<item><title>Identified - Exports fail</title><guid>9</guid><pubDate>${date}</pubDate><description>Identified - bad deploy.</description></item>`,
      );
    const [first, second] = ['Mon, 20 Oct 2025 10:00:29 GMT', 'Mon, 20 Oct 2025 10:05:29 GMT'].map(
      (date) => readAs('rss', item(date)).incidents[0],
    );
    expect(second?.upstreamId).toBe(first?.upstreamId);
    expect(second?.updates[0]?.id).toBe(first?.updates[0]?.id);
  });

  it('keeps two entries apart that have nothing but a title, and names one that has not even that', () => {
    const { incidents: bare } = readAs(
      'rss',
      channel(
        '<item><title>A is slow</title></item><item><title>B is slow</title></item><item><description>words only</description></item>',
      ),
    );
    expect(new Set(bare.map(({ upstreamId }) => upstreamId)).size).toBe(3);
    expect(bare[2]?.title).toBe('words only');
    expect(bare[0]).toMatchObject({ startedAt: null, updatedAt: null });
  });

  it('reads a day-first feed day first throughout', () => {
    const item = (id: string, date: string) =>
      `<item><title>x</title><guid>${id}</guid><pubDate>${date}</pubDate></item>`;
    const { incidents: dated } = readAs(
      'rss',
      channel(item('a', '09/07/2025 21:30 +0400') + item('b', '23/03/2025 08:15 +0400')),
    );
    expect(dated.map(({ startedAt }) => startedAt)).toEqual([
      '2025-07-09T17:30:00.000Z',
      '2025-03-23T04:15:00.000Z',
    ]);
  });

  it('cuts a shared feed down to the components asked for', () => {
    const scoped = (name: string) =>
      readAs('atom', xmlFixture('atom/rewritten-in-place.xml'), { scopeComponents: [name] })
        .incidents;
    expect(scoped('search')[0]?.components).toEqual([{ name: 'Search' }]);
    expect(scoped('Mail')).toEqual([]);
  });
});

describe('atom', () => {
  it('reads an entry rewritten in place: start from its publication, state from its text', () => {
    expect(readAs('atom', xmlFixture('atom/rewritten-in-place.xml')).incidents).toEqual([
      expect.objectContaining({
        upstreamId: 'tag:status.example,2025:inc/9',
        aliases: ['9'],
        title: 'Search is slow',
        status: 'monitoring',
        startedAt: '2025-10-20T09:00:00.000Z',
        updatedAt: '2025-10-20T10:15:00.000Z',
        components: [{ name: 'Search' }, { name: 'Index & Co' }],
        url: 'https://status.example/incidents/9',
      }),
    ]);
  });
});

describe('betterstack-rss', () => {
  it('groups the posts under one address', () => {
    const { incidents } = readAs('betterstack-rss', xmlFixture('betterstack-rss/down-and-up.xml'));
    expect(incidents).toHaveLength(2);
    expect(incidents[0]).toMatchObject({
      upstreamId: '77',
      status: 'resolved',
      impact: 'major',
      startedAt: '2025-10-20T08:00:00.000Z',
      resolvedAt: '2025-10-20T08:30:00.000Z',
    });
    expect(incidents[0]?.updates.map(({ status }) => status)).toEqual([
      'investigating',
      'resolved',
    ]);
    expect(incidents[1]).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledUntil: '2025-10-23T02:30:00.000Z',
    });
  });
});
