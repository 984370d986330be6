import { describe, expect, it } from 'vitest';
import { scopeSnapshot } from '../../src/adapters/scope.ts';
import { statuspage } from '../../src/adapters/statuspage.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const snapshot = parse(statuspage, fixture('statuspage/summary-groups-and-open.json'));
const page = { id: 'p1', url: 'https://status.example.com' };
const incident = (id: string, ...names: string[]) => ({
  id,
  name: id,
  status: 'identified',
  impact: 'major',
  components: names.map((name) => ({ id: `c-${name}`, name })),
});
const list = parse(
  statuspage,
  json({
    page,
    incidents: [
      incident('ours', 'Agent', 'Grammar'),
      incident('theirs', 'Grammar'),
      incident('nobody'),
    ],
  }),
);

describe('scopeSnapshot', () => {
  it('keeps the incidents that name ours or none', () => {
    const scoped = scopeSnapshot(list, [' agent ']);
    expect(scoped.incidents.map((one) => [one.upstreamId, one.components])).toEqual([
      ['ours', [{ id: 'c-Agent', name: 'Agent' }]],
      ['nobody', []],
    ]);
    expect(scoped.status).toBeNull();
  });

  it('finds components by name, id and group, and speaks of them alone', () => {
    expect(scopeSnapshot(snapshot, ['storage']).components.map(({ id }) => id)).toEqual([
      'c2',
      'c3',
    ]);
    expect(scopeSnapshot(snapshot, ['c4']).status).toBe('operational');
    expect(scopeSnapshot(snapshot, ['API']).status).toBe('degraded_performance');
    expect(scopeSnapshot(snapshot, ['storage']).incidents[0]?.components).toEqual([
      { id: 'c2', name: 'Storage – North' },
    ]);
  });

  it('says so when the page has none of ours', () => {
    const scoped = scopeSnapshot(snapshot, ['Bitbucket']);
    expect(scoped).toMatchObject({ status: 'unknown', provesNothingReported: false });
    expect(scoped.warnings).toHaveLength(1);
  });

  it('may be applied twice', () => {
    for (const names of [['storage'], ['Bitbucket'], ['c4']]) {
      const once = scopeSnapshot(snapshot, names);
      expect(scopeSnapshot(once, names)).toEqual(once);
    }
  });

  it('changes nothing without names', () => {
    expect(scopeSnapshot(snapshot, [])).toBe(snapshot);
  });
});
