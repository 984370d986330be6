import { describe, expect, it } from 'vitest';
import { publishedAt } from '../../src/model/published-at.ts';

const POST = '2026-03-01T08:00:00.000Z';
const DAY_LATER = '2026-03-02T08:00:00.000Z';
const incident = {
  origin: 'feed' as const,
  startedAt: '2026-03-01T06:00:00.000Z',
  firstSeenAt: '2026-03-01T08:05:00.000Z',
  updates: [
    { id: 'a', at: POST, status: 'investigating' as const, body: '' },
    { id: 'b', at: '2026-03-01T09:00:00.000Z', status: 'resolved' as const, body: '' },
  ],
};

describe('publishedAt', () => {
  it('is when we first saw it: what is back-dated is new all the same', () => {
    expect(publishedAt(incident)).toBe('2026-03-01T08:05:00.000Z');
    expect(publishedAt({ ...incident, firstSeenAt: DAY_LATER })).toBe(DAY_LATER);
  });

  it('is the first post of what was there more than a day before we read its feed', () => {
    expect(publishedAt({ ...incident, firstSeenAt: '2026-03-02T08:00:00.001Z' })).toBe(POST);
  });

  it('is the start of what was there and has no posts', () => {
    const bare = { ...incident, updates: [] };
    expect(publishedAt({ ...bare, firstSeenAt: '2026-03-02T06:00:00.000Z' })).toBe(
      '2026-03-02T06:00:00.000Z',
    );
    expect(publishedAt({ ...bare, firstSeenAt: '2026-03-02T06:00:00.001Z' })).toBe(
      incident.startedAt,
    );
  });

  it('is the first post of an archived incident, however soon it was entered', () => {
    expect(publishedAt({ ...incident, origin: 'archive' })).toBe(POST);
  });
});
