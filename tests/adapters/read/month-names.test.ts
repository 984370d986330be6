import { describe, expect, it } from 'vitest';
import { MONTH_PATTERN, monthNumber } from '../../../src/adapters/read/month-names.ts';

describe('monthNumber', () => {
  it.each([
    [1, 'January Jan. Januar Jänner janvier janv.'],
    [2, 'February Feb Februar février févr.'],
    [3, 'March Mar März Mrz mars'],
    [4, 'April Apr. avril avr.'],
    [5, 'May Mai mai'],
    [6, 'June Jun Juni juin'],
    [7, 'July Jul Juli juillet juil.'],
    [8, 'August Aug. août'],
    [9, 'September Sep Sept. septembre'],
    [10, 'October Oct Oktober Okt. octobre'],
    [11, 'November Nov. novembre'],
    [12, 'December Dec Dezember Dez. décembre déc.'],
  ])('is %i for %s', (number, words) => {
    for (const word of words.split(' ')) {
      expect([word, monthNumber(word)]).toEqual([word, number]);
      expect(monthNumber(word.toUpperCase())).toBe(number);
    }
  });

  it.each(['', '.', 'Ja', 'Jan.uary', 'Jan..', 'Monday', 'constructor'])(
    'is null for %j',
    (word) => {
      expect(monthNumber(word)).toBeNull();
    },
  );

  it('finds the longest name in a text', () => {
    const month = new RegExp(MONTH_PATTERN, 'iu');
    expect(month.exec('3. Januar')?.[0]).toBe('Januar');
    expect(month.exec('le 3 juillet')?.[0]).toBe('juillet');
    expect(month.exec('Sept. 3')?.[0]).toBe('Sept');
  });
});
