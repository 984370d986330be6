import { describe, expect, it } from 'vitest';
import { type CheckFacts, nextCheckAt } from '../../src/fetcher/next-check.ts';

const NOW = '2024-06-20T10:00:00.000Z';

function seconds(facts: Partial<CheckFacts>): number {
  const next = nextCheckAt({
    now: NOW,
    hasOpenIncident: false,
    failures: 0,
    random: 0.5,
    ...facts,
  });
  return (Date.parse(next) - Date.parse(NOW)) / 1000;
}

describe('nextCheckAt', () => {
  it.each<[string, Partial<CheckFacts>, number]>([
    ['two minutes by default', {}, 120],
    ['one minute while something is open', { hasOpenIncident: true }, 60],
    ['the interval of the config', { intervalSeconds: 300 }, 300],
    ['never under half a minute', { intervalSeconds: 5 }, 30],
    [
      'a short interval stays short while something is open',
      { intervalSeconds: 30, hasOpenIncident: true },
      30,
    ],
    ['a tenth less', { random: 0 }, 108],
    ['a tenth more', { random: 1 }, 132],
    ['max-age as the floor', { freshForSeconds: 600 }, 600],
    ['max-age never shortens', { freshForSeconds: 5 }, 120],
    ['max-age of a year is nonsense', { freshForSeconds: 31_536_000 }, 3600],
    ['Retry-After as the floor', { failures: 1, retryAfterSeconds: 1800 }, 1800],
    ['Retry-After up to six hours', { failures: 1, retryAfterSeconds: 1e9 }, 21_600],
    ['the first failure changes nothing', { failures: 1 }, 120],
    ['the second doubles', { failures: 2 }, 240],
    ['the fourth', { failures: 4 }, 960],
    ['back-off ends at half an hour', { failures: 40 }, 1800],
    ['a long interval is not shortened by back-off', { failures: 3, intervalSeconds: 7200 }, 7200],
  ])('%s', (_name, facts, expected) => {
    expect(seconds(facts)).toBe(expected);
  });
});
