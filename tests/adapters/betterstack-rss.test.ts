import { describe, expect, it } from 'vitest';
import { betterstackRss } from '../../src/adapters/betterstack-rss.ts';
import { feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('betterstack-rss/down-and-up.xml');
const post = (link: string, guid = `${link}#a`) => rssItem({ title: 'A', link, guid });
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);

describe('betterstack-rss', () => {
  it('groups the posts under one address', () => {
    expect(readFeed(betterstackRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: '77',
          kind: 'incident',
          title: 'Crane API went down',
          status: 'resolved',
          impact: 'major',
          startedAt: '2025-10-20T08:00:00.000Z',
          resolvedAt: '2025-10-20T08:30:00.000Z',
          updatedAt: '2025-10-20T08:30:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T08:00:00.000Z',
              status: 'investigating',
              body: 'Crane API went down',
            },
            {
              id: ID,
              at: '2025-10-20T08:30:00.000Z',
              status: 'resolved',
              body: 'Crane API recovered',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: 'https://status.example/incident/77',
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'https://status.example/maintenance/9',
          kind: 'maintenance',
          title: 'Dock maintenance',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2025-10-23T02:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-20T09:00:00.000Z',
          scheduledFor: '2025-10-23T02:00:00.000Z',
          scheduledUntil: '2025-10-23T02:30:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T09:00:00.000Z',
              status: 'scheduled',
              body: 'Planned maintenance from October 23, 2025 02:00 to October 23, 2025 02:30 UTC.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: 'https://status.example/maintenance/9',
          marks: [],
        },
      ],
    });
  });

  it.each([
    ['posts of incidents and maintenances', FIXTURE, true],
    [
      'a post beside them',
      rssDocument(post('https://s.example/incident/1') + post('https://s.example/blog/1')),
      false,
    ],
    [
      'guids of another address',
      rssDocument(post('https://s.example/incident/1', 'https://s.example/incident/12#a')),
      false,
    ],
    [
      'guids without a post',
      rssDocument(post('https://s.example/incident/1', 'https://s.example/incident/1')),
      false,
    ],
    ['no posts', rssDocument(''), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(betterstackRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its entries', () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>https://s.example/incident/1#a</id><link href="https://s.example/incident/1"/><title>A</title></entry></feed>';
    const body = new TextEncoder().encode(text);
    expect(betterstackRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});
