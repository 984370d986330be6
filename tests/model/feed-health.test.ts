import { describe, expect, it } from 'vitest';
import { feedCondition, isStale } from '../../src/model/feed-health.ts';

describe('feed health', () => {
  const now = '2026-01-01T12:00:00.000Z';

  it('is stale after a quarter of an hour, and when there was never a reading', () => {
    expect(isStale(null, now)).toBe(true);
    expect(isStale('2026-01-01T11:45:00.000Z', now)).toBe(false);
    expect(isStale('2026-01-01T11:44:59.999Z', now)).toBe(true);
  });

  it('is never read, failing or healthy', () => {
    const lastGoodAt = '2026-01-01T11:50:00.000Z';
    expect(feedCondition({ lastGoodAt: null, failures: 3 }, now)).toBe('never');
    expect(feedCondition({ lastGoodAt, failures: 0 }, now)).toBe('healthy');
    expect(feedCondition({ lastGoodAt, failures: 1 }, now)).toBe('failing');
    expect(feedCondition({ lastGoodAt: '2026-01-01T11:00:00.000Z', failures: 0 }, now)).toBe(
      'failing',
    );
  });
});
