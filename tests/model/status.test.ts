import { describe, expect, it } from 'vitest';
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
