import { describe, expect, it } from 'vitest';
import {
  freshForSeconds,
  maxAgeSeconds,
  retryAfterSeconds,
} from '../../src/fetcher/cache-hints.ts';

const NOW = '2024-06-20T10:00:00.000Z';

describe('retryAfterSeconds', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Thu, 20 Jun 2024 10:00:30 GMT', 30],
    ['Thu, 20 Jun 2024 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    [undefined, null],
  ])('reads %j as %j', (value, expected) => {
    expect(retryAfterSeconds(value, NOW)).toBe(expected);
  });
});

describe('maxAgeSeconds', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=60' }, 60],
    [{ 'cache-control': 'Max-Age=60', age: '20' }, 40],
    [{ 'cache-control': 'max-age=60', age: '90' }, 0],
    [{ 'cache-control': 'max-age="60"' }, 60],
    [{ 'cache-control': 'no-cache, max-age=60' }, null],
    [{ 'cache-control': 's-maxage=60' }, null],
    [{ 'cache-control': 'max-age=x' }, null],
    [{}, null],
  ])('reads %j as %j', (headers, expected) => {
    expect(maxAgeSeconds(headers as Record<string, string>)).toBe(expected);
  });
});

describe('freshForSeconds', () => {
  it('takes the longer of both', () => {
    const headers = { 'cache-control': 'max-age=60', 'retry-after': '90' };
    expect(freshForSeconds(headers, NOW)).toBe(90);
    expect(freshForSeconds({}, NOW)).toBeNull();
  });
});
