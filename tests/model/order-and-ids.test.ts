import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/model/feed-error.ts';
import type { Incident } from '../../src/model/incident.ts';
import { incidentId, incidentSlug, stableHash } from '../../src/model/incident-id.ts';
import { compareNewestFirst, compareWorstFirst, sortUpdates } from '../../src/model/order.ts';

describe('order', () => {
  const a = { id: 'x/a', startedAt: '2026-01-01T00:00:00.000Z', impact: 'minor' } as Incident;
  const b = { ...a, id: 'x/b' };
  const later = { ...a, id: 'x/c', startedAt: '2026-01-02T00:00:00.000Z' };
  const worse = {
    ...a,
    id: 'x/d',
    startedAt: '2025-01-01T00:00:00.000Z',
    impact: 'major' as const,
  };

  it('puts the newest first, ties by id, whatever order they come in', () => {
    for (const list of [
      [a, b, later],
      [later, b, a],
      [b, later, a],
    ]) {
      expect(list.toSorted(compareNewestFirst)).toEqual([later, b, a]);
    }
    expect(compareNewestFirst(a, { ...a })).toBe(0);
  });

  it('puts the worst first, then the newest', () => {
    expect([a, later, worse, b].toSorted(compareWorstFirst)).toEqual([worse, later, b, a]);
  });

  it('sorts updates oldest first and keeps ties as they are', () => {
    const at = (time: string, id: string) => ({ at: time, id });
    const listed = [at('3', 'x'), at('1', 'y'), at('1', 'z'), at('2', 'w')];
    expect(sortUpdates(listed).map(({ id }) => id)).toEqual(['y', 'z', 'w', 'x']);
    expect(listed[0]?.id).toBe('x');
  });
});

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

describe('FeedError', () => {
  it('keeps kind, message, address and cause', () => {
    const cause = new Error('below');
    const error = new FeedError('parse', 'broken', { url: 'https://x.example', cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'FeedError', kind: 'parse', message: 'broken' });
    expect(error.url).toBe('https://x.example');
    expect(error.cause).toBe(cause);
  });
});
