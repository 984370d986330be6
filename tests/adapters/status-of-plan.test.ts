import { describe, expect, it } from 'vitest';
import { statusOfPlan } from '../../src/adapters/status-of-plan.ts';

const START = '2026-03-02T10:00:00.000Z';
const END = '2026-03-02T12:00:00.000Z';
const BEFORE = '2026-03-02T09:00:00.000Z';
const WITHIN = '2026-03-02T11:00:00.000Z';
const AFTER = '2026-03-02T13:00:00.000Z';

describe('statusOfPlan', () => {
  it.each([
    [null, BEFORE, 'scheduled'],
    [undefined, WITHIN, 'in_progress'],
    ['unknown', WITHIN, 'in_progress'],
    ['scheduled', WITHIN, 'in_progress'],
    ['scheduled', AFTER, 'completed'],
  ] as const)('lets the window decide where %s is told: %s', (stated, now, expected) => {
    expect(statusOfPlan(stated, START, END, now)).toBe(expected);
  });

  it.each([
    ['in_progress', AFTER, 'overdue'],
    ['verifying', AFTER, 'overdue'],
    ['in_progress', BEFORE, 'begun early'],
    ['completed', WITHIN, 'ended early'],
    ['resolved', WITHIN, 'ended early, in the words of an incident'],
  ] as const)('takes %s as told at %s: %s', (stated, now, _why) => {
    expect(statusOfPlan(stated, START, END, now)).toBe(stated);
  });

  it('keeps unknown what has neither state nor window', () => {
    expect(statusOfPlan('unknown', null, null, WITHIN)).toBe('unknown');
  });
});
