import { describe, expect, it } from 'vitest';
import { postsInText } from '../../src/adapters/posts-in-text.ts';

const PUBLISHED = '2025-11-05T08:00:00.000Z';
const CONTEXT = { fetchedAt: '2025-11-06T12:00:00.000Z' };

/** Time and state of each post, short. */
function told(text: string, published: string | null = PUBLISHED, timeZone?: string): string[] {
  return postsInText(text, published, {
    ...CONTEXT,
    ...(timeZone !== undefined && { timeZone }),
  }).map(({ at, status }) => `${at?.slice(5, 16)} ${status}`);
}

describe('a log kept in the text of an entry', () => {
  it('reads additions below the first text', () => {
    const text = 'Looms are slow.\nEDIT 09:12 UTC: We have identified it.\nEDIT 9:40 UTC - fixed.';
    expect(postsInText(text, PUBLISHED, CONTEXT)).toEqual([
      { at: PUBLISHED, status: null, body: 'Looms are slow.' },
      { at: '2025-11-05T09:12:00.000Z', status: 'identified', body: 'We have identified it.' },
      { at: '2025-11-05T09:40:00.000Z', status: 'resolved', body: 'fixed.' },
    ]);
  });

  it.each([
    ['08:00 UTC - We are investigating.\n11:40 UTC - Resolved.', 'oldest first'],
    ['11:40 UTC - Resolved.\n08:00 UTC - We are investigating.', 'newest first'],
    ['Nov 5, 11:40 UTC\nResolved.\nNov 5, 08:00 UTC\nWe are investigating.', 'days in lines'],
    ['2025-11-05 08:00 UTC\nWe are investigating.\n2025-11-05 11:40 UTC: Fixed.', 'ISO days'],
    ['[8:00 AM UTC] We are investigating.\n[11:40 AM UTC] Fixed.', 'brackets'],
    ['08:00:00 UTC: We are investigating.\nUpdate 1 (11:40 UTC): Fixed.', 'numbered'],
    ['08:00 UTC on 5 November: We are investigating.\n11:40 UTC on 5 November: Fixed.', 'behind'],
  ])('%j (%s)', (text) => {
    expect(told(text)).toEqual(['11-05T08:00 investigating', '11-05T11:40 resolved']);
  });

  it.each([
    ['Wir untersuchen den Ausfall.\nUpdate 13:10 Uhr: Die Störung ist behoben.'],
    ['05.11.2025 09:00 Uhr - Wir untersuchen den Ausfall.\n05.11.2025, 13:10 Uhr - Behoben.'],
    ['Nous enquêtons sur la panne.\nMAJ 13h10 : Le problème est résolu.'],
  ])('reads %j in the zone of the feed', (text) => {
    expect(told(text, PUBLISHED, 'Europe/Berlin')).toEqual([
      '11-05T08:00 investigating',
      '11-05T12:10 resolved',
    ]);
  });

  it('goes on after midnight, and before the time an entry was last changed', () => {
    const text = 'Slow.\nEDIT 11:30pm (UTC): Still slow.\nEDIT 12:20am (UTC): We are monitoring.';
    expect(told(text, '2025-11-05T23:00:00.000Z')).toEqual([
      '11-05T23:00 null',
      '11-05T23:30 null',
      '11-06T00:20 monitoring',
    ]);
    expect(told('Slow.\nEDIT 07:10 UTC: Fixed.')).toEqual([
      '11-05T07:10 null',
      '11-05T07:10 resolved',
    ]);
  });

  it.each([
    ['one text', 'We are investigating.'],
    ['one stamp', '08:00 UTC: We are investigating.'],
    ['a range', 'Slow.\n08:00 - 09:00 UTC: errors'],
    ['a range of days', 'Move.\nNov 5, 08:00 - Nov 5, 09:00 UTC'],
    ['a day that can only be ahead', 'Move.\nNov 9, 08:00 UTC: begin'],
    ['times without zone, day or mark', 'Slow.\n08:00 - begin\n09:00 - end'],
    ['a timetable', 'Work on the looms.\n2025-11-09 08:00 UTC: begin\n2025-11-09 09:00 UTC: end'],
    ['a time inside a sentence', 'Slow since 08:00 UTC: all looms.'],
    ['an impossible time', 'Slow.\nEDIT 27:00 UTC: Fixed.'],
  ])('takes %s for no log', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('has no times without the time of the entry', () => {
    expect(told('Slow.\nEDIT 09:12 UTC: Fixed.', null)).toEqual([]);
    expect(told('Slow.\nEDIT Nov 5, 09:12 UTC: Fixed.', null)).toEqual([
      '11-05T09:12 null',
      '11-05T09:12 resolved',
    ]);
  });
});
