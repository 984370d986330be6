import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/model/incident.ts';
import { compareNewestFirst, compareWorstFirst, sortUpdates } from '../../src/model/order.ts';

const a = { id: 'x/a', startedAt: '2026-01-02T00:00:00.000Z', impact: 'minor' } as Incident;
const b = { ...a, id: 'x/b' };
/** Older than both, though its id comes last. */
const older = { ...a, id: 'x/z', startedAt: '2026-01-01T00:00:00.000Z' };

describe('compareNewestFirst', () => {
  it.each([
    ['the newer start first, whatever its id', a, older, -1],
    ['the older start last', older, a, 1],
    ['of one moment the higher id first', b, a, -1],
    ['of one moment the lower id last', a, b, 1],
    ['the same nowhere', a, { ...a }, 0],
  ] as const)('puts %s', (_what, one, other, order) => {
    expect(compareNewestFirst(one, other)).toBe(order);
  });

  it('gives one order, whatever order they come in', () => {
    for (const list of [
      [a, b, older],
      [older, b, a],
      [b, older, a],
    ]) {
      expect(list.toSorted(compareNewestFirst)).toEqual([b, a, older]);
    }
  });
});

describe('compareWorstFirst', () => {
  it('puts the worst first, then the newest', () => {
    const worse = { ...older, id: 'x/d', impact: 'major' as const };
    expect([a, older, worse, b].toSorted(compareWorstFirst)).toEqual([worse, b, a, older]);
  });
});

describe('sortUpdates', () => {
  it('puts the oldest first and keeps ties as they are', () => {
    const at = (time: string, id: string) => ({ at: time, id });
    const listed = [at('3', 'x'), at('1', 'z'), at('1', 'y'), at('2', 'w')];
    expect(sortUpdates(listed).map(({ id }) => id)).toEqual(['z', 'y', 'w', 'x']);
    expect(sortUpdates(listed.toReversed()).map(({ id }) => id)).toEqual(['y', 'z', 'w', 'x']);
    expect(listed.map(({ id }) => id)).toEqual(['x', 'z', 'y', 'w']);
  });
});
