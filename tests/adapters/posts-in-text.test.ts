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

  it('lies near the time of its entry', () => {
    const again = 'Slow.\nEDIT 07:10 UTC: Still slow.\nEDIT 07:50 UTC: Fixed.';
    expect(told(again).slice(1)).toEqual(['11-05T07:10 null', '11-05T07:50 resolved']);
    expect(told('Slow.\nEDIT 23:50 UTC: Fixed.', '2025-11-05T00:30:00.000Z')).toEqual([
      '11-04T23:50 null',
      '11-04T23:50 resolved',
    ]);
    const late = '2025-11-04T23:30:00.000Z';
    expect(told('Slow.\nEDIT 00:20 UTC: Fixed.', late)[1]).toBe('11-05T00:20 resolved');
  });

  it('goes on for days, each time after the one before', () => {
    const nights = ['23:00', '01:00', '23:30', '23:30', '01:10'].map(
      (at) => `EDIT ${at} UTC: Slow.`,
    );
    expect(told(nights.join('\n'), '2025-11-03T22:00:00.000Z')).toEqual([
      '11-03T23:00 null',
      '11-04T01:00 null',
      '11-04T23:30 null',
      '11-04T23:30 null',
      '11-05T01:10 null',
    ]);
    const dated = 'Nov 4, 23:00 UTC - Slow.\n01:00 UTC - Fixed.';
    expect(told(dated, null)).toEqual(['11-04T23:00 null', '11-05T01:00 resolved']);
  });

  it.each([
    ['JST', undefined],
    ['', 'Asia/Tokyo'],
  ])('goes on until the next morning far in the east (%j, %j)', (zone, timeZone) => {
    const text = `Slow.\nEDIT 08:00 ${zone}: Still slow.\nEDIT 07:00 ${zone}: Fixed.`;
    expect(told(text, '2025-11-04T23:00:00.000Z', timeZone)).toEqual([
      '11-04T23:00 null',
      '11-04T23:00 null',
      '11-05T22:00 resolved',
    ]);
  });

  it.each([
    ['the last stamp nearer: newest first', '09:00 23:00 08:00', '05T08:00 05T23:00 06T09:00'],
    ['the first one nearer: oldest first', '08:00 23:00 09:00', '05T08:00 05T23:00 06T09:00'],
    ['both as near: oldest first', '07:30 08:30', '05T07:30 05T08:30'],
    ['neither at its time, the first nearer', '09:00 11:00', '05T09:00 05T11:00'],
  ])('stands, where states do not tell, %s', (_, clocks, times) => {
    const text = clocks.split(' ').map((clock) => `${clock} UTC - Slow.`);
    expect(told(text.join('\n'))).toEqual(times.split(' ').map((time) => `11-${time} null`));
  });

  it.each([
    ['08:00 UTC - We are investigating.\n11:40 UTC - Resolved.'],
    ['11:40 UTC - Resolved.\n08:00 UTC - We are investigating.'],
  ])('goes by states where the entry has the time of its last change: %j', (text) => {
    expect(told(text, '2025-11-05T11:41:00.000Z')).toEqual([
      '11-05T08:00 investigating',
      '11-05T11:40 resolved',
    ]);
  });

  it('is in order of its days, whichever order they stand in', () => {
    const text = 'Slow.\nNov 5, 07:30 UTC: Slow.\nNov 5, 07:00 UTC: Slow.\nNov 5, 07:40 UTC: Slow.';
    expect(told(text)).toEqual([
      '11-05T07:00 null',
      '11-05T07:00 null',
      '11-05T07:30 null',
      '11-05T07:40 null',
    ]);
  });

  it('has its clock right within ten minutes and its year within 200 days', () => {
    const two = (second: string) => told(`Slow.\nNov 6, 11:00 UTC: Slow.\n${second}: Slow.`);
    expect(two('Nov 6, 12:10 UTC')).toHaveLength(3);
    expect(two('Nov 6, 12:11 UTC')).toEqual([]);
    expect(two('2025-04-19 08:00 UTC')).toHaveLength(3);
    expect(two('2025-04-19 07:59 UTC')).toEqual([]);
  });

  it('has at most 200 posts, the last with all the rest', () => {
    const text = Array.from({ length: 202 }, (_, index) => `EDIT 09:12 UTC: no ${index}.`);
    const posts = postsInText(text.join('\n'), PUBLISHED, CONTEXT);
    expect(posts).toHaveLength(200);
    expect(posts.at(-1)?.body).toBe(text.slice(199).join('\n').replace('EDIT 09:12 UTC: ', ''));
  });

  it.each([
    ['one text', 'We are investigating.'],
    ['one stamp', '08:00 UTC: We are investigating.'],
    ['a range', 'Slow.\n08:00 - 09:00 UTC: errors'],
    ['a range of days', 'Move.\nNov 5, 08:00 - Nov 5, 09:00 UTC'],
    ['a day that can only be ahead', 'Move.\nNov 9, 08:00 UTC: begin'],
    ['times without zone, day or mark', 'Slow.\n08:00 - begin\n09:00 - end'],
    ['a timetable', 'Work on the looms.\n2025-11-09 08:00 UTC: begin\n2025-11-09 09:00 UTC: end'],
    ['work that goes on', 'Work.\n2025-11-05 08:00 UTC: begin\n2025-11-09 09:00 UTC: end'],
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
