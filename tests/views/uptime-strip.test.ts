import { describe, expect, it } from 'vitest';
import { reckonedFrom } from '../../src/views/uptime-strip.ts';

describe('reckonedFrom', () => {
  const one = (startedAt: string, firstSeenAt: string) => {
    return { startedAt, firstSeenAt, origin: 'feed' as const };
  };
  const list = [
    one('2025-03-01T00:00:00.000Z', '2025-03-01T00:10:00.000Z'),
    one('2025-02-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'),
  ];

  it('is the first reading while the list holds everything', () => {
    expect(reckonedFrom(list, [], 3)).toBe('2025-01-01T00:00:00.000Z');
    expect(reckonedFrom([], [], 3)).toBeNull();
  });
  it('is the oldest entry of a list that was cut', () => {
    expect(reckonedFrom(list, [], 2)).toBe('2025-02-01T00:00:00.000Z');
  });
  it('is never before the first reading', () => {
    const late = [one('2024-01-01T00:00:00.000Z', '2025-03-01T00:10:00.000Z')];
    expect(reckonedFrom(late, [], 1)).toBe('2025-03-01T00:10:00.000Z');
  });
});
