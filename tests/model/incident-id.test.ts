import { describe, expect, it } from 'vitest';
import { incidentId, incidentSlug, stableHash } from '../../src/model/incident-id.ts';

describe('incident ids', () => {
  it.each(['k7fy2hb5kw9p', 'A.b_c-9', '0', 'x'.repeat(64)])('keeps the short and safe %s', (id) => {
    expect(incidentId('elm', id)).toBe(`elm/${id}`);
    expect(incidentSlug(incidentId('elm', id))).toBe(id);
  });

  it.each(['', 'a b', 'https://x.example/1', '-a', '.a', '_a', 'x'.repeat(65), 'ä', 'a/b', 'a\n'])(
    'hashes %j',
    (id) => {
      expect(incidentId('elm', id)).toMatch(/^elm\/[0-9a-z]{24}$/);
      expect(incidentId('elm', id)).toBe(`elm/${stableHash(id)}`);
    },
  );

  it('has a hash that never changes: ids are public for good', () => {
    expect(stableHash('')).toBe(stableHash(''));
    expect(['', 'a', 'elm', 'ü', 'x'.repeat(500)].map(stableHash)).toMatchInlineSnapshot(`
      [
        "0ztntfp009zloz17wdrqx115",
        "1r9wi7g1a26z1l0fcn9aq1ae",
        "0qi8x7v1bnmm1u16wpp0l13i",
        "04vyslm11m5eso0hogf121xy",
        "09hj2mt1khgwcf06jzll51kr",
      ]
    `);
  });

  it('gives 2000 texts 2000 hashes', () => {
    const texts = Array.from({ length: 2000 }, (_, index) => `incident ${index}`);
    expect(new Set(texts.map(stableHash)).size).toBe(2000);
  });
});
