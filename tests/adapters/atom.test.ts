import { describe, expect, it } from 'vitest';
import { atom } from '../../src/adapters/atom.ts';
import { feedFixture, readFeed } from './read-feed.ts';

const FIXTURE = feedFixture('atom/rewritten-in-place.xml');

describe('atom', () => {
  it('reads an entry rewritten in place: start from its publication, state from its text', () => {
    expect(readFeed(atom, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'tag:status.example,2025:inc/9',
          aliases: ['9'],
          kind: 'incident',
          title: 'Search is slow',
          status: 'monitoring',
          impact: 'minor',
          startedAt: '2025-10-20T09:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-20T10:15:00.000Z',
          updates: [
            {
              id: expect.stringMatching(/^[a-z0-9]{14}$/),
              at: '2025-10-20T10:15:00.000Z',
              status: 'monitoring',
              body: 'Status: Monitoring\nA fix is out.\nAffected components\n- Search (Degraded)\n- Index & Co',
            },
          ],
          components: [{ name: 'Search' }, { name: 'Index & Co' }],
          regions: [],
          services: [],
          url: 'https://status.example/incidents/9',
          marks: ['impact-derived'],
        },
      ],
    });
  });

  it('recognises Atom, and no RSS', () => {
    expect(atom.format).toBe('atom');
    expect(atom.recognises(FIXTURE)).toBe(true);
    expect(atom.recognises(feedFixture('rss/reused-guid.xml'))).toBe(false);
  });

  it('is cut down to the components asked for', () => {
    const scoped = (name: string) => readFeed(atom, FIXTURE, { scopeComponents: [name] }).incidents;
    expect(scoped('search')[0]?.components).toEqual([{ name: 'Search' }]);
    expect(scoped('Mail')).toEqual([]);
  });
});
