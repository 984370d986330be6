import { describe, expect, it } from 'vitest';
import { pageBase } from '../../src/adapters/page-base.ts';

describe('pageBase', () => {
  it.each([
    ['https://s.example', 'https://s.example'],
    ['https://s.example/', 'https://s.example'],
    ['https://s.example:8443/eu//', 'https://s.example:8443/eu'],
    ['https://s.example/eu?x=1#y', 'https://s.example/eu'],
    ['https://s.example/api/v2/summary.json', 'https://s.example'],
    ['https://s.example/eu/api/v1/summary', 'https://s.example/eu'],
    ['https://s.example/api', 'https://s.example/api'],
    ['https://s.example/apis/v2', 'https://s.example/apis/v2'],
    ['https://s.example/proxy/s.example', 'https://s.example'],
    ['https://s.example/eu/history', 'https://s.example/eu'],
    ['https://s.example/history.rss', 'https://s.example'],
    ['https://s.example/eu/history.atom', 'https://s.example/eu'],
    ['https://s.example/history.xml', 'https://s.example/history.xml'],
    ['https://s.example/history/2025', 'https://s.example/history/2025'],
    ['https://s.example/history.rss/more', 'https://s.example/history.rss/more'],
  ])('of %s is %s', (url, base) => {
    expect(pageBase(url)).toBe(base);
  });
});
