import { describe, expect, it } from 'vitest';
import { providerStatus } from '../../src/model/provider-status.ts';

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
    expect(facts({ components: green, stated: 'unknown' })).toBe('unknown');
    expect(facts({ components: green })).toBe('operational');
    expect(facts({ components: [], stated: 'unknown', provesNothingReported: true })).toBe(
      'unknown',
    );
  });
});
