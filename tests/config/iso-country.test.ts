import { describe, expect, it } from 'vitest';
import { isIsoCountry } from '../../src/config/iso-country.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('isIsoCountry', () => {
  it('knows the 249 assigned codes', () => {
    const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
    expect(codes.filter(isIsoCountry)).toHaveLength(249);
  });

  it.each(['CH', 'GB', 'US', 'TW'])('knows %s', (code) => {
    expect(isIsoCountry(code)).toBe(true);
  });

  it.each(['UK', 'EU', 'DD', 'XK', 'ZZ', 'ch', 'CHE', ''])('does not know %j', (code) => {
    expect(isIsoCountry(code)).toBe(false);
  });
});
