import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotComponent, SnapshotIncident } from '../../src/adapters/adapter.ts';
import { scopeSnapshot } from '../../src/adapters/scope.ts';

const incident = (
  upstreamId: string,
  components: SnapshotIncident['components'],
): SnapshotIncident => ({
  upstreamId,
  kind: 'incident',
  title: upstreamId,
  status: 'identified',
  impact: 'major',
  startedAt: null,
  resolvedAt: null,
  updatedAt: null,
  updates: [],
  components,
  regions: [],
  services: [],
  url: '',
  marks: [],
});
const agent: SnapshotComponent = { id: 'c1', name: 'Agent', status: 'operational' };
const north: SnapshotComponent = {
  id: 'c2',
  name: 'North',
  status: 'partial_outage',
  group: 'Storage',
};
const south: SnapshotComponent = { ...north, id: 'c3', name: 'South', status: 'operational' };
const snapshot: Snapshot = {
  coverage: 'window',
  status: 'major_outage',
  components: [agent, north, south],
  incidents: [
    incident('both', [
      { id: 'c1', name: 'Agent' },
      { id: 'c2', name: 'North' },
    ]),
    incident('theirs', [{ id: 'c9', name: 'Billing' }, { name: 'Mail' }]),
    incident('nobody', []),
  ],
  provesNothingReported: true,
  unknownWords: [{ field: 'component.status', word: 'odd' }],
  warnings: ['odd'],
};
/** A page whose feed lists no components, only incidents that name some. */
const list: Snapshot = { ...snapshot, status: null, components: [] };

describe('scopeSnapshot', () => {
  it('keeps our components, and the incidents that name ours or none', () => {
    expect(scopeSnapshot(snapshot, [' agent '])).toEqual({
      ...snapshot,
      status: 'operational',
      components: [agent],
      incidents: [incident('both', [{ id: 'c1', name: 'Agent' }]), incident('nobody', [])],
    });
  });

  it.each([
    ['an id', 'C3', [south]],
    ['a name', 'NORTH', [north]],
    ['a group', 'storage', [north, south]],
  ])('finds components by %s', (_name, word, components) => {
    expect(scopeSnapshot(snapshot, [word]).components).toEqual(components);
  });

  it('speaks of our components alone, the worst of them', () => {
    expect(scopeSnapshot(snapshot, ['storage']).status).toBe('partial_outage');
    expect(scopeSnapshot(snapshot, ['south']).status).toBe('operational');
  });

  it('knows an incident by the id of a component asked for by its group', () => {
    const [both] = scopeSnapshot(snapshot, ['storage']).incidents;
    expect(both?.components).toEqual([{ id: 'c2', name: 'North' }]);
  });

  it('reads incidents where the feed lists no components', () => {
    const scoped = scopeSnapshot(list, ['mail', 'c1']);
    expect(scoped.incidents.map(({ upstreamId, components }) => [upstreamId, components])).toEqual([
      ['both', [{ id: 'c1', name: 'Agent' }]],
      ['theirs', [{ name: 'Mail' }]],
      ['nobody', []],
    ]);
    expect(scoped).toMatchObject({
      status: null,
      provesNothingReported: true,
      warnings: ['odd'],
    });
  });

  it('says so when the page has none of ours', () => {
    expect(scopeSnapshot(snapshot, ['Bitbucket', 'Jira'])).toMatchObject({
      status: 'unknown',
      components: [],
      provesNothingReported: false,
      warnings: ['odd', 'No component of the page is named Bitbucket, Jira.'],
    });
  });

  it('proves nothing that the page does not prove', () => {
    const unproved = { ...snapshot, provesNothingReported: false };
    expect(scopeSnapshot(unproved, ['agent']).provesNothingReported).toBe(false);
  });

  it('knows nothing of a page without components that states no state of its own', () => {
    expect(scopeSnapshot({ ...list, status: 'unknown' }, ['agent']).status).toBe('unknown');
    expect(scopeSnapshot({ ...list, status: 'operational' }, ['agent']).status).toBeNull();
  });

  it('may be applied twice', () => {
    for (const names of [['storage'], ['Bitbucket'], ['c1']]) {
      const once = scopeSnapshot(snapshot, names);
      expect(scopeSnapshot(once, names)).toEqual(once);
    }
  });

  it('changes nothing without names', () => {
    expect(scopeSnapshot(snapshot, [])).toBe(snapshot);
  });
});
