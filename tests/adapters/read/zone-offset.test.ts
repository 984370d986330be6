import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../src/adapters/read/zone-offset.ts';

describe('zoneOf', () => {
  it.each([
    [0, 'Z UT UTC GMT WET'],
    [-240, 'EDT'],
    [-300, 'EST CDT'],
    [-360, 'MDT'],
    [-420, 'MST PDT'],
    [-480, 'PST AKDT'],
    [-540, 'AKST'],
    [-600, 'HST'],
    [60, 'WEST CET MEZ'],
    [120, 'CEST MESZ EET'],
    [180, 'EEST MSK'],
    [480, 'HKT SGT AWST'],
    [540, 'JST KST'],
    [600, 'AEST'],
    [660, 'AEDT'],
    [720, 'NZST'],
    [780, 'NZDT'],
  ])('is %i minutes east for %s', (minutes, words) => {
    for (const word of words.split(' ')) {
      expect([word, zoneOf(word)]).toEqual([word, { kind: 'offset', minutes }]);
      expect(zoneOf(` ${word.toLowerCase()} `)).toEqual({ kind: 'offset', minutes });
    }
  });

  it.each([
    ['+0530', 330],
    ['+05:30', 330],
    ['-0700', -420],
    ['-7', -420],
    ['+14', 840],
    ['-14:00', -840],
    ['UTC+2', 120],
    ['utc +02:00', 120],
    ['GMT-3', -180],
    ['GMT+0', 0],
    ['-0000', 0],
  ])('reads %s as %i minutes', (printed, minutes) => {
    expect(zoneOf(printed)).toEqual({ kind: 'offset', minutes });
  });

  it.each([
    ['PT', 'America/Los_Angeles'],
    ['mt', 'America/Denver'],
    ['CT', 'America/Chicago'],
    ['ET', 'America/New_York'],
    ['Europe/Berlin', 'Europe/Berlin'],
    [' America/Port_of_Spain ', 'America/Port_of_Spain'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('reads %s as the clock on the wall of %s', (printed, timeZone) => {
    expect(zoneOf(printed)).toEqual({ kind: 'wall-clock', timeZone });
  });

  it('takes CST for Chicago only in a date of RFC 822', () => {
    expect(zoneOf('CST', { isRfc822: true })).toEqual({ kind: 'offset', minutes: -360 });
    expect(zoneOf('CST')).toEqual({ kind: 'ambiguous' });
    expect(zoneOf('CST', { isRfc822: false })).toEqual({ kind: 'ambiguous' });
    expect(zoneOf('IST', { isRfc822: true })).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    'IST',
    'BST',
    'AST',
    '',
    'constructor',
    '+14:01',
    '+15',
    '-1500',
    '+123456',
    '+1:2',
    'x+1',
    '+1x',
    '1',
    'a/b/c/d',
    '1/Berlin',
    'Europe/',
    '/Berlin',
    'Europe/Berlin!',
  ])('guesses nothing from %j', (printed) => {
    expect(zoneOf(printed)).toEqual({ kind: 'ambiguous' });
  });
});
