import { describe, expect, it } from 'vitest';
import { xaiRss } from '../../src/adapters/xai-rss.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('xai-rss/feed.xml');
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);
const only = (fields: Record<string, string>) => {
  const [incident] = readFeed(xaiRss, rssDocument(rssItem(fields))).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};
const update = (time: string, state: string, text: string) =>
  `<div><p><strong>${time}</strong></p><h3>${state}</h3><p>${text}</p></div>`;
const NINE = 'Mon, 20 Oct 2025 09:00:00 GMT';

describe('xai-rss', () => {
  it('reads status, updates and product', () => {
    expect(readFeed(xaiRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'INC01',
          kind: 'incident',
          title: 'Answers stall',
          status: 'monitoring',
          impact: 'unknown',
          startedAt: '2025-10-20T01:58:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-20T03:00:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T02:29:34.000Z',
              status: 'investigating',
              body: 'We look at stalls.',
            },
            {
              id: ID,
              at: '2025-10-20T03:00:00.000Z',
              status: 'monitoring',
              body: 'A fix has been deployed.',
            },
          ],
          components: [{ name: 'API' }],
          regions: [],
          services: [],
          url: 'https://status.example/api/INC01',
          marks: [],
        },
      ],
    });
  });

  it('lets the status in front outweigh the updates', () => {
    const description = `<h3>Status: RESOLVED</h3>${update(NINE, 'Updated', 'We are investigating.')}`;
    expect(only({ title: 'A', guid: 'a', description })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2025-10-20T09:00:00.000Z',
      updates: [{ status: 'investigating' }],
    });
    expect(only({ title: 'A', description: update(NINE, 'Identified', 'Text.') }).status).toBe(
      'identified',
    );
  });

  it('reads updates with whatever space between their parts, to the end of each', () => {
    const description = `<p>\n<strong>${NINE}</strong>\n</p>\n<h3></h3>\n<p>A.</p><p>B.</p><p> <strong>${NINE}</strong></p><h3>Resolved</h3>C.`;
    expect(
      only({ title: 'A', description }).updates.map(({ status, body }) => [status, body]),
    ).toEqual([
      ['unknown', 'A.\nB.'],
      ['resolved', 'C.'],
    ]);
  });

  it('is one post where it lists no updates', () => {
    const incident = only({ title: 'A', pubDate: NINE, description: '<p>Words.</p>' });
    expect(incident.updates).toEqual([
      {
        id: stableHash('Words.').slice(0, 14),
        at: '2025-10-20T09:00:00.000Z',
        status: 'unknown',
        body: 'Words.',
      },
    ]);
  });

  it.each([
    ['[API] Slow', 'Slow', ['API']],
    ['[API] [EU] Slow', '[EU] Slow', ['API']],
    ['[API]', '[API]', ['API']],
    ['Slow [API]', 'Slow [API]', []],
    [`[${'x'.repeat(81)}] Slow`, `[${'x'.repeat(81)}] Slow`, []],
  ])('reads the title %j', (full, title, names) => {
    const incident = only({ title: full });
    expect([incident.title, incident.components.map(({ name }) => name)]).toEqual([title, names]);
  });

  it('names what has no guid by its title, and knows a maintenance', () => {
    expect(only({ title: '[API] Maintenance' })).toMatchObject({
      upstreamId: stableHash('[API] Maintenance'),
      kind: 'maintenance',
      url: FEED_CONTEXT.statusPage,
    });
    expect(only({ title: 'Slow', description: 'Planned maintenance.' }).kind).toBe('incident');
  });

  const known = (description: string) => rssDocument(rssItem({ title: 'A', description }));
  it.each([
    ['its items', FIXTURE, true],
    [
      'one of its items',
      rssDocument(
        rssItem({ title: 'A' }) + rssItem({ description: '<h3>Status: X</h3><h4>Updates:</h4>' }),
      ),
      true,
    ],
    ['its headings on lines of their own', known('<h3>\nStatus: X</h3><h4>\nUpdates:</h4>'), true],
    ['no updates', known('<h3>Status: X</h3>'), false],
    ['no status', known('<h4>Updates:</h4>'), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(xaiRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its entries', () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id><title>A</title><content type="html">&lt;h3&gt;Status: X&lt;/h3&gt;&lt;h4&gt;Updates:&lt;/h4&gt;</content></entry></feed>';
    const body = new TextEncoder().encode(text);
    expect(xaiRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});
