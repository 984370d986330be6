import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/config/nearest-word.ts';

describe('nearestWord', () => {
  it.each([
    ['statupage', 'statuspage'],
    ['STATUSPAGE', 'statuspage'],
    ['incident.io', 'incident-io'],
    ['rs', 'rss'],
    ['xyz', undefined],
    ['', undefined],
  ])('%j → %j', (word, nearest) => {
    expect(nearestWord(word, ['statuspage', 'incident-io', 'rss'])).toBe(nearest);
  });
});
