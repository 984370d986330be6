import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT_PARAMETERS } from '../../src/model/cut.ts';
import { cacheKey } from '../../src/server/cache-key.ts';

describe('cacheKey', () => {
  it.each([
    ['/', '/'],
    ['/timeline/', '/timeline'],
    ['/timeline?', '/timeline'],
    ['/timeline?utm_source=x', '/timeline'],
    ['/timeline?impact=major&provider=aws', '/timeline?provider=aws&impact=major'],
    ['/timeline?provider=aws&provider=github', '/timeline?provider=aws%2Cgithub'],
    ['/timeline?provider=&q=', '/timeline'],
    ['/a/../b', '/b'],
    ['/.//evil.example', null],
  ])('%s → %s', (target, key) => {
    expect(cacheKey(target)).toBe(key);
  });

  it.each([
    '//evil.example/',
    'http://evil.example/',
    '/a\\b',
    '/a\0b',
    `/x?q=${'a'.repeat(3_000)}`,
  ])('refuses %j', (target) => {
    expect(cacheKey(target)).toBeNull();
  });

  it('makes no entries of unknown parameters, whatever their names', () => {
    const known = new Set<string>(CUT_PARAMETERS);
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string(), { maxKeys: 5 }),
        (parameters) => {
          const strange = Object.entries(parameters).filter(([name]) => !known.has(name));
          const query = new URLSearchParams(strange).toString();
          expect(cacheKey(`/timeline?${query}`)).toBe('/timeline');
        },
      ),
    );
  });

  it('is the same for its own result', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const key = cacheKey(`/${path.replace(/^\/+/, '')}?${query}`);
        if (key !== null) expect(cacheKey(key)).toBe(key);
      }),
    );
  });
});
