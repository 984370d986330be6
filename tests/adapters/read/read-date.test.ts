import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadDateOptions, readDate } from '../../../src/adapters/read/read-date.ts';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const ROWS: [raw: unknown, iso: string | null, options?: ReadDateOptions][] = [
  // ISO 8601 and its relatives
  ['2025-10-20T06:48:00Z', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20T06:48:00.1Z', '2025-10-20T06:48:00.100Z'],
  ['2025-10-20T06:48:00.123456789Z', '2025-10-20T06:48:00.123Z'],
  ['2025-10-20T06:48:00.1234567+0000', '2025-10-20T06:48:00.123Z'],
  ['2025-10-20T06:48:00-07:00', '2025-10-20T13:48:00.000Z'],
  ['2025-10-20T06:48+05:30', '2025-10-20T01:18:00.000Z'],
  ['2025-10-20T06:48:00', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20 06:48:00', '2025-10-20T04:48:00.000Z', { timeZone: 'Europe/Berlin' }],
  ['2025-10-20 06:48:00 UTC', '2025-10-20T06:48:00.000Z', { timeZone: 'Europe/Berlin' }],
  ['2025-10-20', '2025-10-20T00:00:00.000Z'],
  ['2025-10-20, 06:48 UTC', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20 at 06:48 UTC', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20 - 06:48 UTC', '2025-10-20T06:48:00.000Z'],
  ['Mon,20 Oct 2025 06:48:00 +0200', '2025-10-20T04:48:00.000Z'],
  ['Mon, 20 Oct 2025 06:48:00 +0200 (CEST)', '2025-10-20T04:48:00.000Z'],
  ['Mon, 20 Oct 2025 06:48:00 America/New_York', '2025-10-20T10:48:00.000Z'],
  ['20th October 2025 06:48 UTC', '2025-10-20T06:48:00.000Z'],
  ['1st of October 2025 06:48 UTC', '2025-10-01T06:48:00.000Z'],
  ['1er octobre 2025 à 06h48', '2025-10-01T06:48:00.000Z'],
  ['2025/10/20 06:48', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20T06:48:00.123456789', '2025-10-20T06:48:00.123Z'],
  [' 2025-10-20T06:48:00Z\n', '2025-10-20T06:48:00.000Z'],
  ['2025-10-20 06:48 UTC  +02:00', '2025-10-20T04:48:00.000Z'],
  [`2025-10-20${' '.repeat(90)}`, '2025-10-20T00:00:00.000Z'],
  [`2025-10-20${' '.repeat(91)}`, null],
  [new Date('2025-10-20T06:48:00Z'), '2025-10-20T06:48:00.000Z'],
  [new Date(Number.NaN), null],
  // Epochs
  [100_000_000, '1973-03-03T09:46:40.000Z'],
  [99_999_999, null],
  [100_000_000_000, '1973-03-03T09:46:40.000Z'],
  [99_999_999_999, null],
  ['1718706000.25', '2024-06-18T10:20:00.250Z'],
  ['/Date(0)/', null],
  ['/Date(-1)/', null],
  ['x/Date(1718706000000)/', null],
  ['/Date(1718706000000)/x', null],
  [1718706000, '2024-06-18T10:20:00.000Z'],
  ['1718706000', '2024-06-18T10:20:00.000Z'],
  [1718706000123, '2024-06-18T10:20:00.123Z'],
  ['1718706000123', '2024-06-18T10:20:00.123Z'],
  ['/Date(1718706000000)/', '2024-06-18T10:20:00.000Z'],
  ['/Date(1718706000000+0200)/', '2024-06-18T10:20:00.000Z'],
  [0, null],
  [42, null],
  [Number.NaN, null],
  // RFC 822 and what is sold as it
  ['Wed, 15 May 2024 07:05:09 Z', '2024-05-15T07:05:09.000Z'],
  ['Wed, 15 May 2024 07:05:09 +0000', '2024-05-15T07:05:09.000Z'],
  ['15 May 2024 07:05 GMT', '2024-05-15T07:05:00.000Z'],
  ['Wed, 15 May 24 07:05:09 GMT', '2024-05-15T07:05:09.000Z'],
  ['Thu, 11 Jul 2024 14:30:00 EST', '2024-07-11T19:30:00.000Z'],
  ['Tue, 18 Jun 2024 03:20:00 PDT', '2024-06-18T10:20:00.000Z'],
  ['Wed, 22 Dec 2021 16:22:00 PST', '2021-12-23T00:22:00.000Z'],
  ['Thu, 20 Jun 2024 10:00:00 CST', '2024-06-20T16:00:00.000Z'],
  ['Fri, Feb 9 2024 22:41:10 MST', '2024-02-10T05:41:10.000Z'],
  ['Mon Oct 20 06:48:00 UTC 2025', '2025-10-20T06:48:00.000Z'],
  ['Mon Oct 20 2025 14:35:00 GMT+0200 (Central European Summer Time)', '2025-10-20T12:35:00.000Z'],
  ['Mon Oct 20 2025 14:35:00 GMT+0200(Eastern Europe Time) ', '2025-10-20T12:35:00.000Z'],
  ['2025-10-20 (local time)T06:48', null],
  ['15 May 49 07:05', '2049-05-15T07:05:00.000Z'],
  ['15 May 50 07:05', null],
  ['15 May 71 07:05', '1971-05-15T07:05:00.000Z'],
  ['20 ſep 2025', null],
  ['Fri, 24 Dec 2021 00:46:18 CET', '2021-12-23T23:46:18.000Z'],
  ['Thu, 3 Jul 2025 10:00:00 CEST', '2025-07-03T08:00:00.000Z'],
  ['Thu, 3 Jul 2025 10:00:00 MESZ', '2025-07-03T08:00:00.000Z'],
  ['Fri, 3 Jan 2025 10:00:00 MEZ', '2025-01-03T09:00:00.000Z'],
  // Abbreviations that mean several zones
  ['Tue, 12 Mar 2024 18:00:00 IST', null],
  ['Tue, 12 Mar 2024 18:00:00 IST', '2024-03-12T12:30:00.000Z', { timeZone: 'Asia/Kolkata' }],
  ['Tue, 12 Mar 2024 18:00:00 BST', null],
  ['Tue, 11 Jun 2024 18:00:00 BST', '2024-06-11T17:00:00.000Z', { timeZone: 'Europe/London' }],
  ['2024-06-20 10:00 CST', null],
  ['2024-06-20 10:00 CST', '2024-06-20T02:00:00.000Z', { timeZone: 'Asia/Shanghai' }],
  ['Tue, 12 Mar 2024 18:00:00 XYZ', null],
  // Vendors
  ['10/20/25 3:01 PM PDT', '2025-10-20T22:01:00.000Z'],
  ['10/20/2025 15:01 PDT', '2025-10-20T22:01:00.000Z'],
  ['10/20/2025 1:01 AM PDT', '2025-10-20T08:01:00.000Z'],
  ['10/20/2025 12:01 AM PDT', '2025-10-20T07:01:00.000Z'],
  ['10/20/2025 12:01 PM PDT', '2025-10-20T19:01:00.000Z'],
  ['10/20/2025 15:01 PM PDT', '2025-10-20T22:01:00.000Z'],
  ['10/20/2025 24:01 PM', null],
  ['10/20/2025 0:01 PM', null],
  ['12/10/2025 10:00', '2025-12-10T10:00:00.000Z'],
  ['10/11/2025 10:00', '2025-11-10T10:00:00.000Z', { dayFirst: true }],
  ['20/10/2025 10:00', '2025-10-20T10:00:00.000Z'],
  ['09-07-2024 21:30 +0400', '2024-07-09T17:30:00.000Z'],
  ['20.10.2025 14:35', '2025-10-20T12:35:00.000Z', { timeZone: 'Europe/Berlin' }],
  ['20. Oktober 2025, 14:35 Uhr', '2025-10-20T12:35:00.000Z', { timeZone: 'Europe/Berlin' }],
  ['3. März 2025 um 08:05 Uhr', '2025-03-03T07:05:00.000Z', { timeZone: 'Europe/Berlin' }],
  ['20 octobre 2025 à 14:35', '2025-10-20T14:35:00.000Z'],
  ['October 20, 2025 at 3:01 PM PT', '2025-10-20T22:01:00.000Z'],
  ['Sep 25, 15:15:00 GMT+0', '2026-09-25T15:15:00.000Z', { reference: '2026-10-01T00:00:00.000Z' }],
  ['Oct 20, 2:35 AM UTC', '2025-10-20T02:35:00.000Z', { reference: '2025-10-22T00:00:00.000Z' }],
  ['Oct 29, 23:15 UTC', '2025-10-29T23:15:00.000Z', { reference: '2026-01-02T00:00:00.000Z' }],
  ['Jan 1, 00:05 UTC', '2026-01-01T00:05:00.000Z', { reference: '2025-12-31T23:50:00.000Z' }],
  ['Feb 29, 10:00 UTC', '2024-02-29T10:00:00.000Z', { reference: '2026-10-01T00:00:00.000Z' }],
  ['Feb 29, 10:00 UTC', '2096-02-29T10:00:00.000Z', { reference: '2104-02-01T00:00:00.000Z' }],
  ['Oct 29, 23:15 UTC', null],
  ['Oct 23, 00:00 UTC', '2025-10-23T00:00:00.000Z', { reference: '2025-10-22T00:00:00.000Z' }],
  ['Oct 23, 00:01 UTC', '2024-10-23T00:01:00.000Z', { reference: '2025-10-22T00:00:00.000Z' }],
  // Nothing
  ['0001-01-01T00:00:00', null],
  ['2025-02-31T00:00:00Z', null],
  ['Mon, 31 Feb 2025 00:00:00 GMT', null],
  ['2025-10-20T25:00:00Z', null],
  ['2025-13-01T00:00:00Z', null],
  ['yesterday evening', null],
  ['', null],
  [null, null],
  [undefined, null],
  [{}, null],
];

describe('readDate', () => {
  it.each(ROWS)('reads %j as %j with %j', (raw, iso, options) => {
    expect(readDate(raw, options)).toBe(iso);
  });

  it('reads a time in the hour that a zone repeats or skips', () => {
    expect(readDate('2025-03-30 02:30:00', { timeZone: 'Europe/Berlin' })).toMatch(ISO);
    expect(readDate('2025-10-26 02:30:00', { timeZone: 'Europe/Berlin' })).toMatch(ISO);
  });

  it('gives null for a zone that does not exist', () => {
    expect(readDate('2025-03-30 02:30:00', { timeZone: 'Nowhere/Land' })).toBeNull();
  });

  it('never throws and gives ISO or null, whatever it is given', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789-/:., TZ+JanFebPDTapm'.split('')) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (raw, dayFirst) => {
        const iso = readDate(raw, { reference: '2025-10-20T00:00:00.000Z', dayFirst });
        expect(iso === null || ISO.test(iso)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back what it wrote, and the same moment in other notations', () => {
    const moment = fc.date({
      min: new Date('1975-01-01T00:00:00Z'),
      max: new Date('2190-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = date.toISOString();
        const toTheSecond = `${iso.slice(0, 19)}.000Z`;
        expect(readDate(iso)).toBe(iso);
        expect(readDate(date.getTime())).toBe(iso);
        expect(readDate(date.toUTCString())).toBe(toTheSecond);
        expect(readDate(iso.slice(0, 19).replace('T', ' '))).toBe(toTheSecond);
        expect(readDate(`${iso.slice(0, 19)}+0000`)).toBe(toTheSecond);
      }),
    );
  });

  it('is quick with long and repetitive text', () => {
    const started = performance.now();
    for (const unit of ['1', ' ', '1-', 'Mon, ', 'a', '1:']) readDate(unit.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
