import { describe, expect, it } from 'vitest';
import {
  INCIDENT_MARKS,
  INCIDENT_STATUSES,
  isEndedStatus,
  isEndOurs,
  isOpen,
} from '../../src/model/incident.ts';

describe('an incident', () => {
  it('has ended in three states and no other', () => {
    expect(INCIDENT_STATUSES.filter(isEndedStatus)).toEqual([
      'resolved',
      'postmortem',
      'completed',
    ]);
    expect(isEndedStatus(null)).toBe(false);
  });

  it('has an end of ours by two marks and no other', () => {
    expect(INCIDENT_MARKS.filter((mark) => isEndOurs({ marks: [mark] }))).toEqual([
      'end-approximate',
      'end-inferred',
    ]);
    expect(isEndOurs({ marks: [] })).toBe(false);
  });

  it('is open while it goes on, neither planned, ended nor withdrawn', () => {
    const base = { status: 'investigating', resolvedAt: null, withdrawnAt: null } as const;
    expect(isOpen(base)).toBe(true);
    expect(isOpen({ ...base, status: 'unknown' })).toBe(true);
    expect(isOpen({ ...base, status: 'in_progress' })).toBe(true);
    expect(isOpen({ ...base, status: 'scheduled' })).toBe(false);
    expect(isOpen({ ...base, status: 'resolved' })).toBe(false);
    expect(isOpen({ ...base, resolvedAt: '2026-01-01T00:00:00.000Z' })).toBe(false);
    expect(isOpen({ ...base, withdrawnAt: '2026-01-01T00:00:00.000Z' })).toBe(false);
  });
});
