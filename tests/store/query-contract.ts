import { describe, expect, it } from 'vitest';
import type {
  IncidentDetail,
  IncidentQuery,
  OngoingOptions,
} from '../../src/store/store-queries.ts';
import { at, change, ended, ids, incident, NOW, read, save } from './sample-incident.ts';
import type { StoreUnderTest } from './store-contract.ts';

export function queryContract(subject: StoreUnderTest): void {
  const find = async (query: IncidentQuery) =>
    ids((await subject.store.incidents(query)).incidents);
  const walk = async (query: IncidentQuery) => {
    const all: string[] = [];
    let before: string | null | undefined;
    while (before !== null) {
      const page = await subject.store.incidents(before ? { ...query, before } : query);
      all.push(...ids(page.incidents));
      before = page.next;
    }
    return all;
  };

  describe('pages', () => {
    it('hold every incident once, whatever starts at the same moment', async () => {
      const names = Array.from({ length: 30 }, (_, i) => `aws/${String(i).padStart(2, '0')}`);
      await save(
        subject.store,
        ...names.map((id, i) => incident(id, { startedAt: at(-Math.floor(i / 12)) })),
      );
      const expected = [...names.slice(0, 12).reverse(), ...names.slice(12, 24).reverse()];
      expected.push(...names.slice(24).reverse());
      for (const limit of [1, 5, 12, 29, 30, 200]) {
        expect(await walk({ limit })).toEqual(expected);
        expect(await walk({ limit, providers: ['aws', 'github'] })).toEqual(expected);
        expect(await walk({ limit, text: 'trouble' })).toEqual(expected);
        expect(await walk({ limit, from: at(-30) })).toEqual(expected);
      }
    });

    it('stay in place when something new begins', async () => {
      const { store } = subject;
      await save(store, incident('aws/1', { startedAt: at(-1) }), incident('aws/2'));
      const first = await store.incidents({ limit: 1 });
      await save(store, incident('aws/3', { startedAt: at(1) }));
      const second = await store.incidents({ limit: 1, before: first.next! });
      expect(ids(second.incidents)).toEqual(['aws/1']);
      expect(second.next).toBeNull();
    });

    it('refuse a cursor that is none', async () => {
      const forged = [
        '',
        'x',
        '%00',
        "' OR 1=1",
        Buffer.from('2025 aws/1').toString('base64url'),
        'A'.repeat(5000),
      ];
      for (const before of forged) {
        await expect(subject.store.incidents({ before })).rejects.toMatchObject({
          name: 'StoreError',
          kind: 'bad-cursor',
        });
      }
    });

    it('keep the limit within bounds', async () => {
      await save(subject.store, ...Array.from({ length: 60 }, (_, i) => incident(`aws/${i}`)));
      expect(await find({})).toHaveLength(50);
      expect(await find({ limit: 1000 })).toHaveLength(60);
      expect(await find({ limit: -3 })).toHaveLength(1);
      expect(await find({ limit: Number.NaN })).toHaveLength(50);
    });
  });

  describe('filters', () => {
    const fill = () =>
      save(
        subject.store,
        incident('aws/1', {
          impact: 'critical',
          regions: ['aws:a', 'global'],
          services: ['aws:s3'],
        }),
        incident('aws/2', { impact: 'unknown', kind: 'notice', startedAt: at(-1) }),
        ended('github/1', at(-60), at(-30)),
        incident('github/2', {
          kind: 'maintenance',
          impact: 'none',
          status: 'scheduled',
          startedAt: at(120),
          regions: ['global'],
        }),
        incident('azure/1', { withdrawnAt: at(-5), startedAt: at(-10), impact: 'major' }),
      );

    it('cut by every property, together and alone', async () => {
      await fill();
      expect(await find({})).toEqual(['github/2', 'aws/1', 'aws/2', 'azure/1', 'github/1']);
      expect(await find({ providers: ['github', 'azure'] })).toEqual([
        'github/2',
        'azure/1',
        'github/1',
      ]);
      expect(await find({ kinds: ['maintenance', 'notice'] })).toEqual(['github/2', 'aws/2']);
      expect(await find({ statuses: ['resolved'] })).toEqual(['github/1']);
      expect(await find({ impact: 'major' })).toEqual(['aws/1', 'azure/1']);
      expect(await find({ impact: 'none' })).toHaveLength(5);
      expect(await find({ impact: 'minor' })).toEqual(['aws/1', 'azure/1', 'github/1']);
      expect(await find({ regions: ['global', 'aws:a'] })).toEqual(['github/2', 'aws/1']);
      expect(await find({ services: ['aws:s3'], regions: ['global'] })).toEqual(['aws/1']);
      expect(await find({ services: ['aws:s3'], providers: ['github'] })).toEqual([]);
      expect(await find({ isOpen: true })).toEqual(['aws/1', 'aws/2']);
      expect(await find({ isOpen: false })).toEqual(['github/2', 'azure/1', 'github/1']);
      expect(await find({ origin: 'archive' })).toEqual([]);
      expect(await find({ providers: ['aws'], kinds: ['incident'], isOpen: true })).toEqual([
        'aws/1',
      ]);
    });

    it('let nothing through where a list is empty', async () => {
      await fill();
      for (const key of ['providers', 'kinds', 'statuses', 'regions', 'services'] as const) {
        expect(await find({ [key]: [] })).toEqual([]);
      }
      expect(await subject.store.ongoing(at(-99), at(0), { providers: [] })).toEqual([]);
    });

    it('agree with the lists and counts', async () => {
      await fill();
      const { store } = subject;
      expect(ids(await store.openIncidents())).toEqual(await find({ isOpen: true }));
      expect(await store.countIncidents()).toEqual({ total: 5, open: 2 });
    });
  });

  describe('ranges', () => {
    it('hold what overlaps them: begun before the end, not ended before the start', async () => {
      await save(
        subject.store,
        ended('aws/before', at(-200), at(-101)),
        ended('aws/into', at(-200), at(-100)),
        ended('aws/years', at(-5_000_000), at(-50)),
        ended('aws/within', at(-90), at(-80)),
        ended('aws/across', at(-150), at(50)),
        ended('aws/after', at(0), at(10)),
        incident('aws/open', { startedAt: at(-9_000_000) }),
        incident('aws/wrong', { status: 'resolved', startedAt: at(-300), updatedAt: at(-290) }),
        incident('github/taken-back', { startedAt: at(-300), withdrawnAt: at(-95) }),
      );
      const range = { from: at(-100), to: at(0) };
      const expected = [
        'aws/within',
        'aws/across',
        'aws/into',
        'github/taken-back',
        'aws/years',
        'aws/open',
      ];
      expect(await find(range)).toEqual(expected);
      for (const limit of [1, 2, 5]) expect(await walk({ ...range, limit })).toEqual(expected);
      expect(await walk({ ...range, text: 'trouble', limit: 2 })).toEqual(expected);
      expect(ids(await subject.store.ongoing(range.from, range.to))).toEqual(expected);
      expect(
        ids(await subject.store.ongoing(range.from, range.to, { providers: ['github'] })),
      ).toEqual(['github/taken-back']);
      expect(await find({ ...range, providers: ['github'] })).toEqual(['github/taken-back']);
      expect(await find({ to: at(-200) })).toHaveLength(4);
    });

    it('come as outlines, with or without components, where no more is asked for', async () => {
      const update = (id: string, minutes: number) => {
        return { id, at: at(minutes), status: 'investigating' as const, body: `said ${id}` };
      };
      const told = [update('a', -60), update('b', -40), update('c', -20)];
      const parts = { components: [{ id: 'x', name: 'Push' }, { name: 'Pull' }] };
      await save(
        subject.store,
        incident('aws/many', { updates: told, ...parts, regions: ['aws:us-east-1'] }),
        incident('aws/one', { updates: told.slice(0, 1), marks: ['end-inferred'] }),
        incident('aws/none', { updates: [], services: ['aws:s3'] }),
      );
      const bare = (minutes: number) => {
        return { ...update('', minutes), id: expect.any(String), body: '' };
      };
      const edges: Record<string, unknown> = {
        'aws/many': [bare(-60), bare(-20)],
        'aws/one': [bare(-60)],
        'aws/none': [],
      };
      const range = [at(-99), at(1)] as const;
      const whole = await subject.store.ongoing(...range);
      const read = async (detail: IncidentDetail) => subject.store.ongoing(...range, { detail });
      expect(whole.find(({ id }) => id === 'aws/many')?.updates).toEqual(told);
      expect(await read('whole')).toEqual(whole);
      const withParts = whole.map((one) => {
        return { ...one, updates: edges[one.id], regions: [], services: [] };
      });
      expect(await read('parts')).toEqual(withParts);
      expect(await read('outline')).toEqual(withParts.map((one) => ({ ...one, components: [] })));
    });

    it('tell which incidents a revision touched', async () => {
      const { store } = subject;
      const start = await store.revision();
      await save(store, incident('aws/1'), incident('github/1'));
      const first = await store.revision();
      expect((await store.changedSince(start))?.toSorted()).toEqual(['aws/1', 'github/1']);
      expect(await store.changedSince(first)).toEqual([]);
      await save(store, incident('aws/1', { title: 'Another title' }));
      expect(await store.changedSince(first)).toEqual(['aws/1']);
      const second = await store.revision();
      const unseen = change(incident('aws/1', { lastSeenAt: at(5) }), { isVisible: false });
      await store.saveRead(read('aws'), () => [unseen]);
      expect(await store.revision()).toBe(second);
      expect(await store.changedSince(second)).toEqual([]);
      await store.saveArchive([incident('aws/old', { origin: 'archive' })]);
      expect(await store.changedSince(second)).toEqual(['aws/old']);
      expect(await store.changedSince((await store.revision()) + 1)).toBeNull();
    });

    it('find only those asked for', async () => {
      const { store } = subject;
      await save(
        store,
        incident('aws/1', { startedAt: at(-2) }),
        incident('aws/2', { startedAt: at(-1) }),
        ended('aws/old', at(-90), at(-80)),
        incident('github/1'),
      );
      const among = ['aws/1', 'aws/2', 'aws/old', 'github/1', 'aws/none'];
      const found = async (options: OngoingOptions) =>
        ids(await store.ongoing(at(-60), at(60), options));
      expect(await found({ among })).toEqual(['github/1', 'aws/2', 'aws/1']);
      expect(await found({ among, providers: ['aws'], limit: 1 })).toEqual(['aws/2']);
      expect(await found({ among: [] })).toEqual([]);
    });

    it('list updates by their own time', async () => {
      const update = (id: string, minutes: number) => {
        return { id, at: at(minutes), status: 'investigating' as const, body: id };
      };
      await save(
        subject.store,
        incident('aws/1', { updates: [update('a', -10), update('c', 0)] }),
        incident('github/1', { updates: [update('b', -5), update('d', 5)] }),
      );
      const told = async (...args: Parameters<typeof subject.store.updatesBetween>) =>
        (await subject.store.updatesBetween(...args)).map((row) => [row.incidentId, row.update.id]);
      expect(await told(at(-10), at(5))).toEqual([
        ['aws/1', 'a'],
        ['github/1', 'b'],
        ['aws/1', 'c'],
      ]);
      expect(await told(at(-10), at(6), { providers: ['github'], limit: 1 })).toEqual([
        ['github/1', 'b'],
      ]);
    });

    it('count by UTC day', async () => {
      await save(
        subject.store,
        ended('aws/1', '2025-10-19T23:59:59.999Z', NOW),
        ended('aws/2', '2025-10-20T00:00:00.000Z', NOW),
        ended('github/1', '2025-10-20T05:00:00.000Z', NOW),
        incident('github/2', { startedAt: '2025-10-21T00:00:00.000Z', impact: 'major' }),
      );
      const count = (day: string, counted: number, impact = 'minor') => {
        return { day, kind: 'incident', impact, count: counted };
      };
      const { store } = subject;
      const from = '2025-10-19T00:00:00.000Z';
      const days = [count('2025-10-19', 1), count('2025-10-20', 2)];
      expect(await store.incidentCountsByDay(from, '2025-10-21T00:00:00.000Z')).toEqual(days);
      expect(await store.incidentCountsByDay(from, '2025-10-21T00:00:00.001Z')).toEqual([
        ...days,
        count('2025-10-21', 1, 'major'),
      ]);
      expect(await store.incidentCountsByDay(from, NOW, ['github'])).toEqual([
        count('2025-10-20', 1),
      ]);
      expect(await store.incidentCountsByDay(from, NOW, [])).toEqual([]);
    });
  });
}
