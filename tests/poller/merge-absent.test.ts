import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotIncident } from '../../src/adapters/adapter.ts';
import { createWorld, snapshot, told } from '../support/merge-world.ts';

const at = (time: string) => `2024-06-20T${time}:00.000Z`;
const ended = (upstreamId: string, startedAt: string) =>
  told({
    upstreamId,
    title: upstreamId,
    url: '',
    startedAt,
    status: 'resolved',
    resolvedAt: startedAt,
    updates: [],
  });

describe('absence from an active-only feed', () => {
  const active = (incidents: SnapshotIncident[], part: Partial<Snapshot> = {}) =>
    snapshot(incidents, { coverage: 'active-only', ...part });

  it('ends an incident, marked as inferred, in plain words', () => {
    const world = createWorld();
    world.read(at('08:05'), active([told()]));
    const [change] = world.read(at('09:00'), active([]));
    expect(change?.replaced).toBeUndefined();
    expect(world.only()).toMatchObject({
      status: 'resolved',
      resolvedAt: at('09:00'),
      lastSeenAt: at('08:05'),
      withdrawnAt: null,
      marks: ['end-inferred'],
    });
    expect(world.only().updates.at(-1)).toMatchObject({ id: 'inferred-end', status: 'resolved' });
    expect(world.read(at('09:01'), active([]))).toEqual([]);
  });

  it('reopens it when it is listed again, without the end we had inferred', () => {
    const world = createWorld();
    world.read(at('08:05'), active([told()]));
    world.read(at('09:00'), active([]));
    const [change] = world.read(at('09:05'), active([told()]));
    expect(change?.replaced).toMatchObject({ reason: 'reopened', before: { status: 'resolved' } });
    expect(world.only()).toMatchObject({ status: 'investigating', resolvedAt: null, marks: [] });
    expect(world.only().updates).toHaveLength(1);
  });

  it('completes a running maintenance and withdraws one that had not begun', () => {
    const world = createWorld();
    const scheduledFor = '2024-06-25T10:00:00.000Z';
    world.read(
      at('08:05'),
      active([
        told({ upstreamId: 'm1', kind: 'maintenance', status: 'in_progress', url: '' }),
        told({
          upstreamId: 'm2',
          kind: 'maintenance',
          status: 'scheduled',
          url: '',
          startedAt: scheduledFor,
          scheduledFor,
        }),
      ]),
    );
    world.read(at('09:00'), active([]));
    expect(world.incidents()).toMatchObject([
      { status: 'completed', withdrawnAt: null, marks: ['end-inferred'] },
      { status: 'completed', withdrawnAt: at('09:00') },
    ]);
  });

  it.each([
    ['a read that proves nothing', active([], { provesNothingReported: false }), {}],
    ['the first read of a feed', active([]), { isFirstRead: true }],
    ['a feed that never listed it', active([]), { feedKey: 'northwind:rss:2' }],
  ])('says nothing for %s', (_name, read, options) => {
    const world = createWorld();
    world.read(at('08:05'), active([told()]));
    expect(world.read(at('09:00'), read, options)).toEqual([]);
  });

  it('says nothing while another feed lists it', () => {
    const world = createWorld();
    const other = 'northwind:rss:2';
    world.read(at('08:05'), active([told()]));
    world.read(at('08:06'), snapshot([told({ upstreamId: 'g' })]), { feedKey: other });
    const lists = { key: other, lastGoodAt: at('09:59'), lastChangeAt: at('08:06') };
    expect(world.read(at('10:00'), active([]), { otherFeeds: [lists] })).toEqual([]);
    const changed = { ...lists, lastChangeAt: at('09:30') };
    expect(world.read(at('10:01'), active([]), { otherFeeds: [changed] })).toHaveLength(1);
  });
});

describe('absence from a window or a history', () => {
  it('withdraws an open incident and keeps what it had been', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const [change] = world.read(at('09:00'), snapshot([]));
    expect(change?.replaced).toMatchObject({
      reason: 'withdrawn',
      before: { status: 'investigating' },
    });
    expect(world.only()).toMatchObject({
      status: 'resolved',
      resolvedAt: at('09:00'),
      withdrawnAt: at('09:00'),
    });
    expect(world.only().updates.at(-1)?.id).toBe('withdrawn');
    expect(world.read(at('09:05'), snapshot([]))).toEqual([]);
  });

  it('takes it back in when it returns', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    world.read(at('09:00'), snapshot([]));
    const [change] = world.read(at('09:05'), snapshot([told()]));
    expect(change?.replaced?.reason).toBe('returned');
    expect(world.only()).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
      withdrawnAt: null,
    });
  });

  it.each<[string, Snapshot, boolean]>([
    ['newer than the oldest listed', snapshot([ended('old', '2024-06-19T00:00:00.000Z')]), true],
    [
      'older, and the list is as long as before',
      snapshot([ended('new', at('08:30')), ended('old', at('08:20'))]),
      false,
    ],
    ['older, and the list is shorter', snapshot([ended('new', at('08:30'))]), true],
    [
      'anything, from a complete history',
      snapshot([ended('new', at('08:30')), ended('b', at('08:31'))], { coverage: 'history' }),
      true,
    ],
    [
      'anything, from an empty list that proves nothing',
      snapshot([], { provesNothingReported: false }),
      false,
    ],
  ])('%s', (_name, next, isWithdrawn) => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told(), ended('old', '2024-06-19T00:00:00.000Z')]));
    world.read(at('09:00'), next);
    const incident = world.incidents().find(({ id }) => id === 'northwind/i1');
    expect(incident?.withdrawnAt).toBe(isWithdrawn ? at('09:00') : null);
  });

  it('leaves alone what scrolled out of a full list', () => {
    const world = createWorld();
    const list = (from: number, length: number) =>
      Array.from({ length }, (_, index) =>
        ended(`n${from + index}`, new Date(Date.UTC(2024, 5, 21, from + index)).toISOString()),
      );
    world.read(at('08:05'), snapshot([...list(0, 30), told()]));
    expect(world.read('2024-06-24T00:00:00.000Z', snapshot(list(6, 25)))).toHaveLength(25);
    expect(world.incidents().find(({ id }) => id === 'northwind/i1')?.withdrawnAt).toBeNull();
  });

  describe('that lists maintenances too', () => {
    const maintenance = (part: Partial<SnapshotIncident>) =>
      told({ upstreamId: 'm', kind: 'maintenance', url: '', ...part });
    const planned = (from: string, until?: string) =>
      maintenance({
        status: 'scheduled',
        startedAt: from,
        scheduledFor: from,
        ...(until !== undefined && { scheduledUntil: until }),
      });
    const onlyMaintenance = (world: ReturnType<typeof createWorld>) =>
      world.incidents().find(({ kind }) => kind === 'maintenance');

    it('ends one whose planned end has passed, and does not call it taken back', () => {
      const world = createWorld();
      const list = [ended('a', at('07:30')), ended('b', at('08:10'))];
      world.read(at('08:05'), snapshot([planned(at('06:00'), at('08:30')), ...list.slice(1)]));
      world.read(at('08:20'), snapshot(list));
      expect(onlyMaintenance(world)?.resolvedAt).toBeNull();
      world.read(at('08:30'), snapshot(list));
      expect(onlyMaintenance(world)).toMatchObject({
        status: 'completed',
        resolvedAt: at('08:30'),
        withdrawnAt: null,
        marks: ['end-inferred'],
      });
    });

    it('concludes nothing from a part of the feed', () => {
      const world = createWorld();
      const recent = ended('a', at('05:00'));
      const over = planned(at('06:00'), at('08:30'));
      world.read(at('08:05'), snapshot([told({ startedAt: at('08:00') }), over, recent]));
      world.read(at('09:00'), snapshot([recent], { coverage: 'part' }));
      const ofId = (id: string) => world.incidents().find((one) => one.id === id)?.resolvedAt;
      expect([ofId('northwind/i1'), onlyMaintenance(world)?.resolvedAt]).toEqual([null, null]);
      world.read(at('09:05'), snapshot([recent]));
      expect([ofId('northwind/i1'), onlyMaintenance(world)?.resolvedAt]).toEqual([
        at('09:05'),
        at('09:05'),
      ]);
    });

    it('ends one that was running, where nothing else can have pushed it out', () => {
      const world = createWorld();
      const old = ended('a', at('05:30'));
      const running = maintenance({ status: 'in_progress', startedAt: at('06:00') });
      world.read(at('08:05'), snapshot([running, old]));
      world.read(at('08:20'), snapshot([old]));
      expect(onlyMaintenance(world)).toMatchObject({
        status: 'completed',
        withdrawnAt: null,
        marks: ['end-inferred'],
      });
    });

    it('calls one taken back that left before it began', () => {
      const world = createWorld();
      const old = ended('a', at('05:30'));
      world.read(at('08:05'), snapshot([planned(at('20:00')), old]));
      world.read(at('08:20'), snapshot([old]));
      expect(onlyMaintenance(world)).toMatchObject({
        status: 'completed',
        withdrawnAt: at('08:20'),
      });
    });

    it('leaves alone one that newer incidents pushed out', () => {
      const world = createWorld();
      const list = [ended('a', at('07:10')), ended('b', at('07:20'))];
      const running = maintenance({ status: 'in_progress', startedAt: at('06:00') });
      world.read(at('08:05'), snapshot([running, ...list]));
      world.read(at('09:00'), snapshot([...list, ended('c', at('08:30'))]));
      expect(onlyMaintenance(world)).toMatchObject({ status: 'in_progress', resolvedAt: null });
    });

    it('leaves alone an open incident that a new maintenance pushed out', () => {
      const world = createWorld();
      const open = told({ startedAt: at('06:00') });
      const list = [ended('a', at('07:10')), ended('b', at('07:20'))];
      world.read(at('08:05'), snapshot([open, ...list]));
      world.read(at('09:00'), snapshot([...list, planned(at('20:00'))]));
      expect(world.incidents().find(({ id }) => id === 'northwind/i1')).toMatchObject({
        resolvedAt: null,
        withdrawnAt: null,
      });
    });
  });

  it('never touches what had ended', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([ended('a', at('07:00'))]));
    expect(world.read(at('09:00'), snapshot([]))).toEqual([]);
  });
});
