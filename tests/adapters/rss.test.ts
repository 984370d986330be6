import { describe, expect, it } from 'vitest';
import { rss } from '../../src/adapters/rss.ts';
import { feedDocument, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const LANGUAGES = feedFixture('rss/several-languages.xml');
const CONTEXT = { timeZone: 'Europe/Berlin' };

describe('rss', () => {
  const { incidents, ...snapshot } = readFeed(rss, LANGUAGES, CONTEXT);

  it('is a window that proves nothing', () => {
    expect(snapshot).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
    expect(readFeed(rss, rssDocument('')).provesNothingReported).toBe(false);
  });

  it('recognises RSS of any kind, and no Atom', () => {
    expect(rss.format).toBe('rss');
    expect(rss.recognises(LANGUAGES)).toBe(true);
    expect(rss.recognises(feedFixture('atom/rewritten-in-place.xml'))).toBe(false);
    expect(rss.recognises(feedDocument('{}'))).toBe(false);
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

  it('calls an entry over that said nothing for a week, and marks that', () => {
    expect(incidents[3]).toMatchObject({
      resolvedAt: '2025-09-01T09:00:00.000Z',
      marks: ['end-inferred', 'impact-derived'],
    });
    expect(incidents[4]?.resolvedAt).toBeNull();
  });

  it.each([
    ['2025-10-21T12:00:00.000Z', 'scheduled', null],
    ['2025-10-22T01:00:00.000Z', 'in_progress', null],
    ['2025-10-22T03:00:00.000Z', 'completed', '2025-10-22T02:00:00.000Z'],
  ])('tells at %s that a maintenance is %s', (fetchedAt, status, resolvedAt) => {
    expect(readFeed(rss, LANGUAGES, { ...CONTEXT, fetchedAt }).incidents[2]).toMatchObject({
      status,
      resolvedAt,
      scheduledFor: '2025-10-22T00:00:00.000Z',
      scheduledUntil: '2025-10-22T02:00:00.000Z',
    });
  });

  it('takes an id used again after an end for another incident', () => {
    const reused = readFeed(rss, feedFixture('rss/reused-guid.xml')).incidents;
    expect(reused.map(({ upstreamId, status }) => [upstreamId, status])).toEqual([
      ['42', 'resolved'],
      ['42-2025-10-20', 'investigating'],
    ]);
  });

  it('keeps the id of a post while only its date changes', () => {
    const post = (clock: string) => {
      const item = rssItem({
        title: 'Identified - Exports fail',
        guid: '9',
        pubDate: `Mon, 20 Oct 2025 ${clock} GMT`,
        description: 'Identified - bad deploy.',
      });
      return readFeed(rss, rssDocument(item)).incidents[0];
    };
    const [first, second] = [post('10:00:29'), post('10:05:29')];
    expect(second?.upstreamId).toBe(first?.upstreamId);
    expect(second?.updates[0]?.id).toBe(first?.updates[0]?.id);
  });

  it('keeps entries apart that have nothing but a title, and names one without even that', () => {
    const { incidents: bare } = readFeed(
      rss,
      rssDocument(
        rssItem({ title: 'A is slow' }) +
          rssItem({ title: 'B is slow' }) +
          rssItem({ description: 'words only' }),
      ),
    );
    expect(new Set(bare.map(({ upstreamId }) => upstreamId)).size).toBe(3);
    expect(bare[2]?.title).toBe('words only');
    expect(bare[0]).toMatchObject({ startedAt: null, updatedAt: null });
  });
});
