import { describe, expect, it } from 'vitest';
import {
  IMPACT_OF_STATUS,
  impactOfStatuses,
  statusesFromClaims,
} from '../../src/adapters/derive-status.ts';
import { COMPONENT_STATUSES, type ComponentStatus } from '../../src/model/status.ts';

describe('impactOfStatuses', () => {
  it.each([
    ['operational', 'none'],
    ['under_maintenance', 'none'],
    ['degraded_performance', 'minor'],
    ['partial_outage', 'major'],
    ['major_outage', 'critical'],
    ['unknown', 'unknown'],
  ] as const)('of a component that is %s is %s', (status, impact) => {
    expect(impactOfStatuses([status])).toBe(impact);
  });

  it('knows every state', () => {
    expect(Object.keys(IMPACT_OF_STATUS).toSorted()).toEqual([...COMPONENT_STATUSES].toSorted());
  });

  it('is that of the worst known one', () => {
    expect(impactOfStatuses(['operational', 'partial_outage', 'unknown'])).toBe('major');
    expect(impactOfStatuses(['unknown', 'operational'])).toBe('none');
    expect(impactOfStatuses([])).toBe('unknown');
  });
});

describe('statusesFromClaims', () => {
  const components = [
    { id: 'c1', name: 'API', group: 'Core' },
    { id: 'c2', name: 'Mail' },
  ];
  const read = (...claims: [readonly string[], ComponentStatus][]) =>
    statusesFromClaims(
      components,
      claims.map(([named, status]) => ({ components: named, status })),
    ).map(({ status }) => status);

  it('leaves components as they are and operational where nothing is open', () => {
    expect(statusesFromClaims(components, [])).toEqual([
      { id: 'c1', name: 'API', group: 'Core', status: 'operational' },
      { id: 'c2', name: 'Mail', status: 'operational' },
    ]);
  });

  it('finds them by id and by name', () => {
    expect(read([['c1'], 'major_outage'])).toEqual(['major_outage', 'operational']);
    expect(read([['Mail'], 'under_maintenance'])).toEqual(['operational', 'under_maintenance']);
    expect(read([['c2', 'API'], 'partial_outage'])).toEqual(['partial_outage', 'partial_outage']);
  });

  it('tells the worst of several claims', () => {
    expect(read([['c1'], 'degraded_performance'], [['API'], 'major_outage'])[0]).toBe(
      'major_outage',
    );
  });

  it('believes no open incident that all is well', () => {
    expect(read([['c1'], 'operational'])).toEqual(['degraded_performance', 'operational']);
    expect(read([['c1'], 'unknown'])).toEqual(['unknown', 'operational']);
  });

  it('vouches for nobody while an open incident names none, or nobody we know', () => {
    expect(read([[], 'major_outage'])).toEqual(['unknown', 'unknown']);
    expect(read([['Billing'], 'major_outage'])).toEqual(['unknown', 'unknown']);
    expect(read([['Billing', 'c2'], 'major_outage'])).toEqual(['operational', 'major_outage']);
    expect(read([['c1'], 'partial_outage'], [[], 'major_outage'])).toEqual([
      'partial_outage',
      'unknown',
    ]);
  });
});
