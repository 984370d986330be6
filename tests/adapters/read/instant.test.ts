import { describe, expect, it } from 'vitest';
import { instantOf, toIso, type WallTime } from '../../../src/adapters/read/instant.ts';

const wall = (over: Partial<WallTime> = {}): WallTime => ({
  year: 2025,
  month: 10,
  day: 20,
  hour: 14,
  minute: 35,
  second: 7,
  millisecond: 250,
  ...over,
});
const utc = (over: Partial<WallTime>) => instantOf(wall(over), null, undefined);

describe('instantOf', () => {
  it.each([
    ['no zone at all is UTC', null, undefined, '2025-10-20T14:35:07.250Z'],
    ['no zone, on a page in Berlin', null, 'Europe/Berlin', '2025-10-20T12:35:07.250Z'],
    ['east of UTC', { kind: 'offset', minutes: 330 }, 'Europe/Berlin', '2025-10-20T09:05:07.250Z'],
    ['west of UTC', { kind: 'offset', minutes: -420 }, undefined, '2025-10-20T21:35:07.250Z'],
    [
      'Pacific time',
      { kind: 'wall-clock', timeZone: 'America/Los_Angeles' },
      'Europe/Berlin',
      '2025-10-20T21:35:07.250Z',
    ],
    ['an ambiguous zone', { kind: 'ambiguous' }, undefined, null],
    [
      'an ambiguous zone in India',
      { kind: 'ambiguous' },
      'Asia/Kolkata',
      '2025-10-20T09:05:07.250Z',
    ],
    ['a zone that does not exist', null, 'Nowhere/Land', null],
  ] as const)('reads %s', (_what, zone, timeZone, iso) => {
    expect(instantOf(wall(), zone, timeZone)).toBe(iso);
  });

  it('follows summer and winter time', () => {
    const winter = instantOf(wall({ month: 1 }), null, 'Europe/Berlin');
    expect(winter).toBe('2025-01-20T13:35:07.250Z');
  });

  it.each([
    [{ year: 1970 }, null],
    [{ year: 1971 }, '1971-10-20T14:35:07.250Z'],
    [{ year: 2199 }, '2199-10-20T14:35:07.250Z'],
    [{ year: 2200 }, null],
    [{ hour: 23, minute: 59, second: 59 }, '2025-10-20T23:59:59.250Z'],
    [{ hour: 24 }, null],
    [{ minute: 60 }, null],
    [{ second: 60 }, null],
    [{ month: 2, day: 29 }, null],
    [{ year: 2024, month: 2, day: 29 }, '2024-02-29T14:35:07.250Z'],
    [{ month: 2, day: 31 }, null],
    [{ month: 4, day: 31 }, null],
    [{ month: 12, day: 31 }, '2025-12-31T14:35:07.250Z'],
    [{ month: 1, day: 1 }, '2025-01-01T14:35:07.250Z'],
    [{ day: 0 }, null],
    [{ month: 0 }, null],
    [{ month: 13 }, null],
  ])('takes %j for %s', (over, iso) => {
    expect(utc(over)).toBe(iso);
  });
});

describe('toIso', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, null],
    [Date.UTC(2200, 11, 31, 23, 59, 59, 999), '2200-12-31T23:59:59.999Z'],
    [Date.UTC(2201, 0, 1), null],
    [Number.NaN, null],
    [1e300, null],
  ])('writes %d as %s', (ms, iso) => {
    expect(toIso(ms)).toBe(iso);
  });
});
