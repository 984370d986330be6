import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayStart, daysBetween, shiftDays } from '../../src/views/utc-days.ts';

describe('UTC days', () => {
  it('begins a day at midnight UTC, in whatever zone the tests run', () => {
    expect(dayStart('2025-10-20T23:59:59.999Z')).toBe('2025-10-20T00:00:00.000Z');
    expect(dayStart('2025-10-20T00:00:00.000Z')).toBe('2025-10-20T00:00:00.000Z');
  });

  it('knows no summer time: a day has 24 hours', () => {
    expect(shiftDays('2025-10-25T12:30:00.000Z', 1)).toBe('2025-10-26T12:30:00.000Z');
    expect(shiftDays('2025-04-06T14:00:00.000Z', -1)).toBe('2025-04-05T14:00:00.000Z');
  });

  it('counts what it shifted', () => {
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: -900, max: 900 }), (moment, days) => {
        const iso = moment.toISOString();
        expect(daysBetween(iso, shiftDays(iso, days))).toBe(days);
      }),
    );
  });
});
