import { describe, expect, it } from 'vitest';
import { feedCondition, isStale } from '../../src/model/feed-health.ts';
import {
  compareImpactWorstFirst,
  isImpactAtLeast,
  STATUS_OF_IMPACT,
  worstImpact,
} from '../../src/model/impact.ts';
import {
  IMPACTS,
  INCIDENT_MARKS,
  INCIDENT_STATUSES,
  isEndedStatus,
  isEndOurs,
  isOpen,
} from '../../src/model/incident.ts';
import { providerStatus } from '../../src/model/provider-status.ts';
import {
  COMPONENT_STATUSES,
  type ComponentStatus,
  compareStatusWorstFirst,
  worstStatus,
} from '../../src/model/status.ts';

describe('worstStatus', () => {
  it.each<[ComponentStatus[], ComponentStatus]>([
    [[], 'unknown'],
    [['operational'], 'operational'],
    [['unknown'], 'unknown'],
    [['operational', 'unknown'], 'unknown'],
    [['unknown', 'under_maintenance'], 'under_maintenance'],
    [['operational', 'under_maintenance'], 'under_maintenance'],
    [['degraded_performance', 'under_maintenance'], 'degraded_performance'],
    [['partial_outage', 'degraded_performance'], 'partial_outage'],
    [['partial_outage', 'major_outage', 'unknown'], 'major_outage'],
    [['major_outage', 'operational'], 'major_outage'],
  ])('of %j is %s', (statuses, worst) => {
    expect(worstStatus(statuses)).toBe(worst);
    expect(worstStatus(statuses.toReversed())).toBe(worst);
  });

  it('sorts what is wrong first, unknown before green', () => {
    expect(COMPONENT_STATUSES.toSorted(compareStatusWorstFirst)).toEqual([
      'major_outage',
      'partial_outage',
      'degraded_performance',
      'under_maintenance',
      'unknown',
      'operational',
    ]);
  });
});

describe('impact', () => {
  it('has a worst, unknown only where nothing is known', () => {
    expect(worstImpact([])).toBe('unknown');
    expect(worstImpact(['unknown'])).toBe('unknown');
    expect(worstImpact(['unknown', 'none'])).toBe('none');
    expect(worstImpact(['minor', 'critical', 'major'])).toBe('critical');
    expect(worstImpact(['major', 'minor'])).toBe('major');
  });

  it('sorts the worst first, unknown between none and minor', () => {
    expect(IMPACTS.toSorted(compareImpactWorstFirst)).toEqual([
      'critical',
      'major',
      'minor',
      'unknown',
      'none',
    ]);
  });

  it('passes a floor it reaches', () => {
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'major'))).toEqual([
      'major',
      'critical',
    ]);
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'minor'))).toHaveLength(3);
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'none'))).toEqual([...IMPACTS]);
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'unknown'))).toEqual([...IMPACTS]);
  });

  it.each([
    ['none', 'degraded_performance'],
    ['unknown', 'degraded_performance'],
    ['minor', 'degraded_performance'],
    ['major', 'partial_outage'],
    ['critical', 'major_outage'],
  ] as const)('of an open incident, %s, makes its provider %s', (impact, status) => {
    expect(STATUS_OF_IMPACT[impact]).toBe(status);
  });
});

describe('an incident', () => {
  it('has ended in three states and no other', () => {
    expect(INCIDENT_STATUSES.filter(isEndedStatus)).toEqual([
      'resolved',
      'postmortem',
      'completed',
    ]);
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

describe('providerStatus', () => {
  const facts = (over: Partial<Parameters<typeof providerStatus>[0]>) =>
    providerStatus({
      stated: null,
      components: [],
      incidents: [],
      provesNothingReported: false,
      ...over,
    });
  const open = {
    kind: 'incident',
    status: 'investigating',
    impact: 'minor',
    resolvedAt: null,
    withdrawnAt: null,
  } as const;
  const green = [{ status: 'operational' }] as const;

  it('is unknown where nothing speaks, green where its feed proves that nothing is reported', () => {
    expect(facts({})).toBe('unknown');
    expect(facts({ provesNothingReported: true })).toBe('operational');
  });

  it('is not green with an open incident, however green the rest', () => {
    const incidents = [open];
    expect(facts({ incidents, components: green, stated: 'operational' })).toBe(
      'degraded_performance',
    );
    expect(facts({ incidents, provesNothingReported: true })).toBe('degraded_performance');
    expect(facts({ incidents: [{ ...open, impact: 'critical' }] })).toBe('major_outage');
  });

  it('is in maintenance by a running one, and unmoved by a notice, an end or a plan', () => {
    const running = { ...open, kind: 'maintenance', status: 'in_progress' } as const;
    expect(facts({ incidents: [running], components: green })).toBe('under_maintenance');
    for (const other of [
      { ...open, kind: 'notice' } as const,
      { ...open, status: 'resolved', resolvedAt: '2026-01-01T00:00:00.000Z' } as const,
      { ...running, status: 'scheduled' } as const,
      { ...open, withdrawnAt: '2026-01-01T00:00:00.000Z' },
    ]) {
      expect(facts({ incidents: [other], components: green })).toBe('operational');
    }
  });

  it('counts the worst of page, components and incidents', () => {
    expect(facts({ components: [{ status: 'major_outage' }], stated: 'operational' })).toBe(
      'major_outage',
    );
    expect(facts({ components: green, stated: 'partial_outage' })).toBe('partial_outage');
  });

  it('lets the word of the page outweigh components we cannot read, and nothing else', () => {
    const components = [{ status: 'operational' }, { status: 'unknown' }] as const;
    expect(facts({ components })).toBe('unknown');
    expect(facts({ components, stated: 'operational' })).toBe('operational');
    expect(facts({ components, stated: 'unknown' })).toBe('unknown');
    expect(facts({ components: [], stated: 'unknown', provesNothingReported: true })).toBe(
      'unknown',
    );
  });
});

describe('feed health', () => {
  const now = '2026-01-01T12:00:00.000Z';

  it('is stale after a quarter of an hour, and when there was never a reading', () => {
    expect(isStale(null, now)).toBe(true);
    expect(isStale('2026-01-01T11:45:00.000Z', now)).toBe(false);
    expect(isStale('2026-01-01T11:44:59.999Z', now)).toBe(true);
  });

  it('is never read, failing or healthy', () => {
    const lastGoodAt = '2026-01-01T11:50:00.000Z';
    expect(feedCondition({ lastGoodAt: null, failures: 3 }, now)).toBe('never');
    expect(feedCondition({ lastGoodAt, failures: 0 }, now)).toBe('healthy');
    expect(feedCondition({ lastGoodAt, failures: 1 }, now)).toBe('failing');
    expect(feedCondition({ lastGoodAt: '2026-01-01T11:00:00.000Z', failures: 0 }, now)).toBe(
      'failing',
    );
  });
});
