import { describe, expect, it } from 'vitest';
import { createZonelessDates } from '../../src/adapters/zoneless-dates.ts';

const WARNING = 'Times carry no zone and the feed names none (timeZone): read as UTC.';

describe('createZonelessDates', () => {
  it('reads a time without a zone as UTC, and says so once', () => {
    const dates = createZonelessDates({});
    expect(dates.warnings()).toEqual([]);
    expect(dates.read('2025-10-20 09:00')).toBe('2025-10-20T09:00:00.000Z');
    dates.read('2025-10-20 10:00');
    expect(dates.warnings()).toEqual([WARNING]);
    dates.read('2025-10-20T10:00:00Z');
    expect(dates.warnings()).toEqual([WARNING]);
  });

  it('reads it in the zone of the feed without a warning', () => {
    const dates = createZonelessDates({ timeZone: 'Europe/Berlin' });
    expect(dates.read('2025-10-20 11:00')).toBe('2025-10-20T09:00:00.000Z');
    expect(dates.warnings()).toEqual([]);
  });

  it.each([
    ['2025-10-20T09:00:00Z', '2025-10-20T09:00:00.000Z'],
    ['2025-10-20T09:00:00z ', '2025-10-20T09:00:00.000Z'],
    ['2025-10-20T11:00:00+02:00', '2025-10-20T09:00:00.000Z'],
    ['2025-10-20 07:00 -0200', '2025-10-20T09:00:00.000Z'],
    ['2025-10-20 02:00 PDT', '2025-10-20T09:00:00.000Z'],
    [1760950800, '2025-10-20T09:00:00.000Z'],
    ['soon', null],
    ['31 Feb 2025 10:00', null],
    [null, null],
  ])('has nothing to warn of where it reads %j', (raw, time) => {
    const dates = createZonelessDates({});
    expect(dates.read(raw)).toBe(time);
    expect(dates.warnings()).toEqual([]);
  });

  it.each(['2025-10-20 09:00:00', '20 Oct 2025 09:00', '20 Oct 2025 9:00 AM', '2025-10-20'])(
    'warns where it reads %s',
    (raw) => {
      const dates = createZonelessDates({});
      expect(dates.read(raw)).not.toBeNull();
      expect(dates.warnings()).toEqual([WARNING]);
    },
  );
});
