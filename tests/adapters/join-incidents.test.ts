import { describe, expect, it } from 'vitest';
import type { SnapshotIncident, SnapshotUpdate } from '../../src/adapters/adapter.ts';
import { joinIncidents, unionOfComponents } from '../../src/adapters/join-incidents.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const posts = (...statuses: IncidentStatus[]): SnapshotUpdate[] =>
  statuses.map((status, hour) => ({ id: `${hour}`, at: at(hour), status, body: '' }));
const incident = (fields: Partial<SnapshotIncident>): SnapshotIncident => ({
  upstreamId: 'i1',
  kind: 'incident',
  title: 'Trouble',
  status: 'investigating',
  impact: 'unknown',
  startedAt: at(2),
  resolvedAt: null,
  updatedAt: at(2),
  updates: [],
  components: [],
  regions: [],
  services: [],
  url: '',
  marks: [],
  ...fields,
});
const only = (...tellings: Partial<SnapshotIncident>[]) => joinIncidents(tellings.map(incident))[0];

describe('joinIncidents', () => {
  const open = incident({
    title: 'Old title',
    impact: 'minor',
    marks: ['start-approximate', 'impact-derived'],
    components: [{ name: 'A' }],
    regions: ['example:north', 'global'],
    services: ['example:mail', 'example:web'],
    scheduledFor: at(1),
    url: 'https://status.example.com/old',
  });
  const ended = incident({
    title: 'New title',
    status: 'resolved',
    resolvedAt: at(5),
    updatedAt: at(5),
    startedAt: at(1),
    updates: posts('investigating', 'resolved'),
    components: [{ id: 'b', name: 'B' }],
    regions: ['global', 'example:south'],
    services: ['example:web', 'example:dns'],
    url: 'https://status.example.com/1',
    marks: ['end-stated'],
  });

  it.each([[[open, ended]], [[ended, open]]])('believes the fresher telling', (tellings) => {
    expect(joinIncidents(tellings)).toEqual([
      {
        ...ended,
        scheduledFor: at(1),
        impact: 'minor',
        marks: ['end-stated', 'start-approximate', 'impact-derived'],
        components: [{ id: 'b', name: 'B' }, { name: 'A' }],
        regions: ['global', 'example:south', 'example:north'],
        services: ['example:web', 'example:dns', 'example:mail'],
      },
    ]);
  });

  it('keeps others apart, in their order', () => {
    const [a, b] = [incident({ upstreamId: 'a' }), incident({ upstreamId: 'b' })];
    expect(joinIncidents([b, a, b]).map(({ upstreamId }) => upstreamId)).toEqual(['b', 'a']);
    expect(joinIncidents([])).toEqual([]);
    expect(joinIncidents([a])[0]).toBe(a);
  });

  it('keeps the address and the start that only the older one tells', () => {
    const older = { url: 'https://status.example.com/1', startedAt: at(1), updatedAt: at(2) };
    expect(only(older, { updatedAt: at(3), startedAt: null })).toMatchObject({
      url: 'https://status.example.com/1',
      startedAt: at(1),
      updatedAt: at(3),
    });
  });

  it('takes back an end the fresher one does not tell any more', () => {
    expect(
      only(
        { status: 'resolved', resolvedAt: at(3), updatedAt: at(3) },
        { status: 'identified', updatedAt: at(4) },
      ),
    ).toMatchObject({ status: 'identified', resolvedAt: null });
  });

  it('keeps the longer list of posts, the fresher one of two that are equally long', () => {
    const [short, long] = [posts('identified'), posts('investigating', 'identified')];
    const updates = (older: SnapshotUpdate[], fresher: SnapshotUpdate[]) =>
      only({ updates: older }, { updates: fresher, updatedAt: at(3) })?.updates;
    expect(updates(long, short)).toBe(long);
    expect(updates(short, long)).toBe(long);
    const fresh = posts('monitoring');
    expect(updates(short, fresh)).toBe(fresh);
  });

  it('takes the telling with more posts for the fresher one of a time', () => {
    const more = { title: 'More', updates: posts('investigating', 'identified') };
    const less = { title: 'Less', updates: posts('investigating') };
    expect(only(less, more)?.title).toBe('More');
    expect(only(more, less)?.title).toBe('More');
    expect(only(less, { ...less, title: 'Second' })?.title).toBe('Less');
    expect(only({ ...more, updatedAt: null }, less)?.title).toBe('Less');
    expect(only(less, { ...more, updatedAt: null })?.title).toBe('Less');
  });

  describe('of the impact', () => {
    const derived = (impact: SnapshotIncident['impact'], hour: number) => ({
      impact,
      marks: ['impact-derived' as const],
      updatedAt: at(hour),
    });
    const stated = (impact: SnapshotIncident['impact'], hour: number) => ({
      impact,
      updatedAt: at(hour),
    });

    it.each([
      [
        'a stated one outweighs a derived one',
        stated('critical', 0),
        derived('minor', 3),
        'critical',
        [],
      ],
      ['the fresher of two stated ones', stated('critical', 0), stated('none', 3), 'none', []],
      [
        'the fresher of two derived ones',
        derived('major', 0),
        derived('minor', 3),
        'minor',
        ['impact-derived'],
      ],
      [
        'a derived one outweighs none',
        derived('major', 0),
        stated('unknown', 3),
        'major',
        ['impact-derived'],
      ],
      ['nothing is known', stated('unknown', 0), stated('unknown', 3), 'unknown', []],
    ] as const)('believes: %s', (_name, older, fresher, impact, marks) => {
      expect(only(older, { ...fresher })).toMatchObject({ impact, marks });
      expect(only({ ...fresher }, older)).toMatchObject({ impact, marks });
    });
  });
});

describe('unionOfComponents', () => {
  it('lists each once, by id, and by name where there is none', () => {
    const first = { id: 'a', name: 'API' };
    expect(
      unionOfComponents([
        first,
        { name: 'API' },
        { id: 'a', name: 'API (EU)' },
        { id: 'b', name: 'API' },
        { name: 'API' },
        { name: 'a' },
      ]),
    ).toEqual([first, { name: 'API' }, { id: 'b', name: 'API' }, { name: 'a' }]);
    expect(unionOfComponents([])).toEqual([]);
  });

  it('takes no id for a name', () => {
    expect(unionOfComponents([{ id: 'API', name: 'x' }, { name: 'API' }])).toHaveLength(2);
  });
});
