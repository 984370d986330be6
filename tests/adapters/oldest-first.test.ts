import { describe, expect, it } from 'vitest';
import { oldestFirst } from '../../src/adapters/oldest-first.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';

type Listed = [name: string, at: string | null, status: IncidentStatus | null];
const order = (...list: Listed[]) =>
  oldestFirst(list.map(([name, at, status]) => ({ name, at, status }))).map(({ name }) => name);

describe('oldestFirst', () => {
  it('turns a list round whose first time is after its last', () => {
    expect(order(['b', '09:00', null], ['x', null, null], ['a', '08:00', null])).toEqual([
      'a',
      'x',
      'b',
    ]);
    expect(order(['a', '08:00', null], ['b', '09:00', null])).toEqual(['a', 'b']);
  });

  it('goes by the first and the last post that have one', () => {
    const list: Listed[] = [
      ['x', null, null],
      ['c', '09:00', 'investigating'],
      ['b', '09:00', null],
      ['a', '08:00', 'investigating'],
      ['y', null, null],
    ];
    expect(order(...list)).toEqual(['y', 'a', 'b', 'c', 'x']);
  });

  it('lets times decide before states', () => {
    expect(order(['a', '08:00', 'resolved'], ['b', '09:00', 'investigating'])).toEqual(['a', 'b']);
    expect(order(['b', '09:00', 'investigating'], ['a', '08:00', 'resolved'])).toEqual(['a', 'b']);
  });

  it.each([
    ['identified', 'investigating'],
    ['in_progress', 'scheduled'],
    ['monitoring', 'identified'],
    ['verifying', 'in_progress'],
    ['resolved', 'monitoring'],
    ['completed', 'verifying'],
    ['postmortem', 'resolved'],
  ] as const)('turns a list round that begins %s and ends %s', (later, earlier) => {
    expect(order(['b', '09:00', later], ['a', '09:00', earlier])).toEqual(['a', 'b']);
    expect(order(['a', '09:00', earlier], ['b', '09:00', later])).toEqual(['a', 'b']);
    expect(order(['b', null, later], ['a', null, earlier])).toEqual(['a', 'b']);
  });

  it.each([
    ['investigating', 'scheduled'],
    ['in_progress', 'identified'],
    ['verifying', 'monitoring'],
    ['completed', 'resolved'],
  ] as const)('leaves a list alone whose states %s and %s stand equally far', (one, other) => {
    expect(order(['a', null, one], ['b', null, other])).toEqual(['a', 'b']);
    expect(order(['a', null, other], ['b', null, one])).toEqual(['a', 'b']);
  });

  it('passes over posts without a state, and leaves alone what tells nothing', () => {
    const list: Listed[] = [
      ['d', null, null],
      ['c', null, 'resolved'],
      ['b', null, 'unknown'],
      ['a', null, 'investigating'],
      ['z', null, null],
    ];
    expect(order(...list)).toEqual(['z', 'a', 'b', 'c', 'd']);
    expect(order(['a', null, null], ['b', null, 'unknown'])).toEqual(['a', 'b']);
    expect(order(['a', null, 'resolved'], ['b', null, null])).toEqual(['a', 'b']);
    expect(order()).toEqual([]);
  });

  it('gives a new list', () => {
    const list = [{ at: '08:00', status: null }];
    expect(oldestFirst(list)).not.toBe(list);
  });
});
