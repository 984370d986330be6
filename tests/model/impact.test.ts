import { describe, expect, it } from 'vitest';
import {
  compareImpactWorstFirst,
  isImpactAtLeast,
  STATUS_OF_IMPACT,
  worstImpact,
} from '../../src/model/impact.ts';
import { IMPACTS } from '../../src/model/incident.ts';

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
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'minor'))).toEqual([
      'minor',
      'major',
      'critical',
    ]);
    expect(IMPACTS.filter((impact) => isImpactAtLeast(impact, 'critical'))).toEqual(['critical']);
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
