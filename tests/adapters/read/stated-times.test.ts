import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedRange } from '../../../src/adapters/read/stated-times.ts';

const AT = '2025-11-05T18:00:00.000Z';
const ROWS: [text: string, reference: string, start: string | null, end: string | null][] = [
  [
    'Between 11:49 PM PDT on October 19 and 2:24 AM PDT on October 20, we saw errors.',
    '2025-10-20T10:00:00.000Z',
    '2025-10-20T06:49:00.000Z',
    '2025-10-20T09:24:00.000Z',
  ],
  [
    'Impact: between 06:10 and 06:55 UTC requests failed.',
    '2024-05-15T07:05:09.000Z',
    '2024-05-15T06:10:00.000Z',
    '2024-05-15T06:55:00.000Z',
  ],
  [
    'Pushes failed from 14:02 UTC on 29 Oct 2025 to 00:05 UTC on 30 October 2025.',
    '2025-11-01T00:00:00.000Z',
    '2025-10-29T14:02:00.000Z',
    '2025-10-30T00:05:00.000Z',
  ],
  [
    'Between 1:40 and 3:05 AM PDT messages were late.',
    '2024-06-18T10:20:00.000Z',
    '2024-06-18T08:40:00.000Z',
    '2024-06-18T10:05:00.000Z',
  ],
  [
    'Calls failed between 23:10 and 00:55 UTC.',
    '2024-05-15T07:05:09.000Z',
    '2024-05-14T23:10:00.000Z',
    '2024-05-15T00:55:00.000Z',
  ],
  [
    'On May 28, 2025, from approximately 09:45 UTC to 14:45 UTC, jobs waited.',
    '2025-05-29T22:04:49.000Z',
    '2025-05-28T09:45:00.000Z',
    '2025-05-28T14:45:00.000Z',
  ],
  [
    'Starting at 15:45 UTC on 29 October 2025, customers saw time-outs.',
    '2025-10-29T17:00:00.000Z',
    '2025-10-29T15:45:00.000Z',
    null,
  ],
  [
    'Gestört zwischen 06:10 Uhr und 06:55 Uhr MESZ am 3. Juli 2025.',
    '2025-07-05T00:00:00.000Z',
    '2025-07-03T04:10:00.000Z',
    '2025-07-03T04:55:00.000Z',
  ],
  [
    'Planned maintenance from June 23, 2024 02:00 to June 23, 2024 02:30 UTC.',
    '2024-06-20T09:00:00.000Z',
    '2024-06-23T02:00:00.000Z',
    '2024-06-23T02:30:00.000Z',
  ],
  [
    'Between 2025-10-19 23:49 UTC and 2025-10-20 02:24 UTC it was slow.',
    '2025-10-29T17:00:00.000Z',
    '2025-10-19T23:49:00.000Z',
    '2025-10-20T02:24:00.000Z',
  ],
  [
    'Failed from 14:02 UTC on Wednesday, October 1st, 2025 to 00:05 UTC on Thu 2nd Oct. 2025',
    '2025-10-29T17:00:00.000Z',
    '2025-10-01T14:02:00.000Z',
    '2025-10-02T00:05:00.000Z',
  ],
  [
    'between 06:10\n  and   06:55 UTC on 20 Oct 2025',
    '2025-10-29T17:00:00.000Z',
    '2025-10-20T06:10:00.000Z',
    '2025-10-20T06:55:00.000Z',
  ],
  [
    'from 06:10 CET to 06:55',
    '2025-10-29T17:00:00.000Z',
    '2025-10-29T05:10:00.000Z',
    '2025-10-29T05:55:00.000Z',
  ],
  // Ranges over midnight, and ranges that cannot be
  [
    'between 23:10 and 00:55 UTC on 20 Oct 2025',
    '2025-10-29T17:00:00.000Z',
    '2025-10-19T23:10:00.000Z',
    '2025-10-20T00:55:00.000Z',
  ],
  [
    'on 20 Oct 2025 from 10:00 to 09:00 UTC',
    '2025-10-29T17:00:00.000Z',
    '2025-10-20T10:00:00.000Z',
    '2025-10-21T09:00:00.000Z',
  ],
  [
    'between 10:00 and 10:00 UTC on 20 Oct 2025',
    '2025-10-29T17:00:00.000Z',
    '2025-10-20T10:00:00.000Z',
    '2025-10-20T10:00:00.000Z',
  ],
  [
    'from 10:00 UTC on 21 Oct 2025 to 09:00 UTC on 20 Oct 2025',
    '2025-10-29T17:00:00.000Z',
    null,
    '2025-10-20T09:00:00.000Z',
  ],
  ['on 28 Oct 2025 from 10:00 to 25:00 UTC', '2025-10-29T17:00:00.000Z', null, null],
  [
    'from 25:00 to 10:00 UTC on 20 Oct 2025',
    '2025-10-29T17:00:00.000Z',
    null,
    '2025-10-20T10:00:00.000Z',
  ],
  // A start alone lies on the last day that puts it at most an hour after the post
  ['Since 18:00 UTC it fails', '2025-10-29T17:00:00.000Z', '2025-10-29T18:00:00.000Z', null],
  ['Since 18:01 UTC it fails', '2025-10-29T17:00:00.000Z', '2025-10-28T18:01:00.000Z', null],
  ['Seit 23:00 PST', '2025-10-20T05:00:00.000Z', '2025-10-19T07:00:00.000Z', null],
  ['started at 6:30 AEDT', '2025-10-20T20:00:00.000Z', '2025-10-20T19:30:00.000Z', null],
  ['Since 10:00 UTC', 'no time', null, null],
  [`${'x'.repeat(6000)} since 10:00 UTC`, '2025-10-29T17:00:00.000Z', null, null],
  ['It went from 3 to 4 users.', '2025-10-29T17:00:00.000Z', null, null],
  ['No times here.', '2025-10-29T17:00:00.000Z', null, null],
  // Zones that are no UTC
  ['between 10:00 and 11:30 GMT+1', AT, '2025-11-05T09:00:00.000Z', '2025-11-05T10:30:00.000Z'],
  ['between 10:00 and 11:30 +01:00', AT, '2025-11-05T09:00:00.000Z', '2025-11-05T10:30:00.000Z'],
  ['between 10:00 and 11:30 MSK', AT, '2025-11-05T07:00:00.000Z', '2025-11-05T08:30:00.000Z'],
  ['between 10:00 and 11:30 (SGT)', AT, '2025-11-05T02:00:00.000Z', '2025-11-05T03:30:00.000Z'],
  ['between 10:00 and 11:30 BRT', AT, null, null],
  // Noon, and the same in another zone
  ['Between 11:10 and 1:05 PM UTC', AT, '2025-11-05T11:10:00.000Z', '2025-11-05T13:05:00.000Z'],
  [
    'between 10:00 UTC (02:00 PST) and 11:30 UTC (03:30 PST)',
    AT,
    '2025-11-05T10:00:00.000Z',
    '2025-11-05T11:30:00.000Z',
  ],
  [
    'between 10:00 UTC(02:00 PST) and 11:30 UTC(03:30 PST)',
    AT,
    '2025-11-05T10:00:00.000Z',
    '2025-11-05T11:30:00.000Z',
  ],
  ['Between 10:75 and 1:05 PM UTC', AT, null, '2025-11-05T13:05:00.000Z'],
  // Again, later
  [
    'Between 10:00 and 11:30 UTC on November 4th, and again between 09:00 and 09:30 UTC on November 5th',
    AT,
    '2025-11-04T10:00:00.000Z',
    '2025-11-05T09:30:00.000Z',
  ],
  // Days in figures, and ranges without a word in front
  [
    'between 2025-11-03T10:00:00Z and 2025-11-04T11:30:00Z',
    AT,
    '2025-11-03T10:00:00.000Z',
    '2025-11-04T11:30:00.000Z',
  ],
  [
    'Am 04.11.2025 zwischen 10:00 und 11:30 Uhr',
    AT,
    '2025-11-04T10:00:00.000Z',
    '2025-11-04T11:30:00.000Z',
  ],
  [
    'Vom 04.11.2025, 10 Uhr bis 05.11.2025, 11.30 Uhr',
    AT,
    '2025-11-04T10:00:00.000Z',
    '2025-11-05T11:30:00.000Z',
  ],
  ['Von 9 Uhr bis 10.30Uhr', AT, '2025-11-05T09:00:00.000Z', '2025-11-05T10:30:00.000Z'],
  ['Zwischen 9.15Uhr und 10Uhr', AT, '2025-11-05T09:15:00.000Z', '2025-11-05T10:00:00.000Z'],
  ['Seit 9:15:30 Uhr', AT, '2025-11-05T09:15:30.000Z', null],
  ['Entre 9h et 10 h', AT, '2025-11-05T09:00:00.000Z', '2025-11-05T10:00:00.000Z'],
  [
    'Le 04/11/2025 entre 10h00 et 11h30',
    AT,
    '2025-11-04T10:00:00.000Z',
    '2025-11-04T11:30:00.000Z',
  ],
  [
    'On 11/04/2025 from 10:00 to 11:30 UTC',
    AT,
    '2025-11-04T10:00:00.000Z',
    '2025-11-04T11:30:00.000Z',
  ],
  [
    'Window: 7 Nov 2025, 22:00 - 8 Nov 2025, 02:00 UTC',
    AT,
    '2025-11-07T22:00:00.000Z',
    '2025-11-08T02:00:00.000Z',
  ],
  [
    'From 10:00 UTC on Nov 3, 2025, to 11:30 UTC on Nov 5, 2025',
    AT,
    '2025-11-03T10:00:00.000Z',
    '2025-11-05T11:30:00.000Z',
  ],
];

describe('statedRange', () => {
  it.each(ROWS)('%s', (text, reference, startedAt, resolvedAt) => {
    expect(statedRange(text, { reference })).toEqual({ startedAt, resolvedAt });
  });

  it.each([
    ['Between 1:40 and 3:05 PM UTC', '05T13:40', '05T15:05'],
    ['from 1:40 p.m. to 3:05 UTC', '05T13:40', '05T15:05'],
    ['From 0:40 to 3:05 AM UTC', '05T00:40', '05T03:05'],
    ['from 3pm to 4:30 P.M. UTC', '05T15:00', '05T16:30'],
    ['From 1:00 AM to 3:00 PM UTC', '05T01:00', '05T15:00'],
    ['From 3:00 PM to 2:00 PM UTC', '04T15:00', '05T14:00'],
    // The half of the end is the start's where that makes a range of at most half a day
    ['Between 11:10 and 1:05 AM UTC', '04T23:10', '05T01:05'],
    ['Between 12:30 and 12:10 PM UTC', '05T00:30', '05T12:10'],
    ['On 4 November 2025 between 11:10 and 1:05 PM UTC', '04T11:10', '04T13:05'],
    ['On 4 November 2025 between 11:10 and 1:05 am UTC', '04T23:10', '05T01:05'],
    ['On 4 November 2025 between 1:05 and 1:05 PM UTC', '04T13:05', '04T13:05'],
    ['Between 11:00 EDT and 3:00 PM UTC', '05T03:00', '05T15:00'],
  ])('reads am and pm, shared or not: %s', (text, start, end) => {
    expect(statedRange(text, { reference: AT })).toEqual({
      startedAt: `2025-11-${start}:00.000Z`,
      resolvedAt: `2025-11-${end}:00.000Z`,
    });
  });

  it('reads times without a zone in the zone it is given', () => {
    const options = { reference: '2025-07-05T12:00:00.000Z', timeZone: 'Europe/Berlin' };
    expect(statedRange('zwischen 06:10 und 06:55', options)).toEqual({
      startedAt: '2025-07-05T04:10:00.000Z',
      resolvedAt: '2025-07-05T04:55:00.000Z',
    });
  });

  it.each([
    ['on November 7th between 22:00 UTC and 02:00 UTC', '2025-11-07T22:00', '2025-11-08T02:00'],
    ['Scheduled for Jan 7, 22:00 - Jan 8, 02:00 UTC', '2026-01-07T22:00', '2026-01-08T02:00'],
    ['between 22:00 and 02:00 UTC tonight', '2025-11-05T22:00', '2025-11-06T02:00'],
    ['from 10:00 to 11:00 UTC', '2025-11-06T10:00', '2025-11-06T11:00'],
    ['on 4 November 2025 from 10:00 to 11:00 UTC', '2025-11-04T10:00', '2025-11-04T11:00'],
  ])('looks ahead in an announcement: %s', (text, start, end) => {
    expect(statedRange(text, { reference: AT, isAhead: true })).toEqual({
      startedAt: `${start}:00.000Z`,
      resolvedAt: `${end}:00.000Z`,
    });
  });

  it('finds the day of an announcement in the zone it prints, behind that of the post', () => {
    const options = { reference: '2025-11-05T03:00:00.000Z', isAhead: true };
    expect(statedRange('from 20:00 to 22:00 PST', options)).toEqual({
      startedAt: '2025-11-05T04:00:00.000Z',
      resolvedAt: '2025-11-05T06:00:00.000Z',
    });
  });

  it('lets what is announced for now begin now', () => {
    expect(statedRange('Starting at 18:00 UTC', { reference: AT, isAhead: true })).toEqual({
      startedAt: AT,
      resolvedAt: null,
    });
  });

  it('never throws', () => {
    const unit = fc.constantFrom(
      'between ',
      'from ',
      '1:40 ',
      'AM ',
      'PDT ',
      'and ',
      'on ',
      'October ',
      '19 ',
      ', ',
      'x',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.string(), (text, reference) => {
        const range = statedRange(text, { reference });
        for (const time of [range.startedAt, range.resolvedAt]) {
          expect(time === null || !Number.isNaN(Date.parse(time))).toBe(true);
        }
      }),
    );
  });
});
