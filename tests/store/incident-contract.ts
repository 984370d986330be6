import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/model/incident.ts';
import type { KnownIncident } from '../../src/store/store.ts';
import { at, change, ended, ids, incident, NOW, read, save, seed } from './sample-incident.ts';
import type { StoreUnderTest } from './store-contract.ts';

export function incidentContract(subject: StoreUnderTest): void {
  describe('incidents', () => {
    it('come back exactly as they were saved, after reopening too', async () => {
      const full = incident('aws/1', {
        kind: 'maintenance',
        status: 'scheduled',
        scheduledFor: at(60),
        scheduledUntil: at(120),
        regions: ['aws:us-east-1', 'global'],
        services: ['aws:s3'],
        title: 'Ärger "quoted" 🚀 \u0000 end',
        updates: [
          { id: 'b', at: at(0), status: 'scheduled', body: 'line\nline' },
          { id: 'a', at: at(0), status: 'in_progress', body: '' },
        ],
      });
      await save(subject.store, full, incident('aws/2', { updates: [], components: [] }));
      expect(await subject.store.incident('aws/1')).toEqual(full);
      const store = await subject.reopen();
      expect(await store.incident('aws/1')).toEqual(full);
      expect((await store.incident('aws/2'))?.updates).toEqual([]);
      expect(await store.incident('aws/3')).toBeNull();
      expect(await store.incidentSources('aws/1')).toEqual([seed('aws').key]);
    });

    it('replace all their parts, and move when their start does', async () => {
      const { store } = subject;
      await save(store, incident('aws/1', { regions: ['aws:a'] }), incident('aws/2'));
      const later = incident('aws/1', {
        startedAt: at(-90),
        title: 'Renamed',
        regions: ['aws:b'],
        updates: [
          { id: 'u1', at: NOW, status: 'investigating', body: 'reworded' },
          { id: 'u2', at: at(1), status: 'identified', body: 'zebra' },
        ],
      });
      await store.saveRead(read('aws', { at: at(1) }), () => [change(later)]);
      expect(await store.incident('aws/1')).toEqual(later);
      expect(ids((await store.incidents({})).incidents)).toEqual(['aws/2', 'aws/1']);
      expect(ids((await store.incidents({ text: 'zebra' })).incidents)).toEqual(['aws/1']);
      expect(ids((await store.incidents({ text: 'Trouble' })).incidents)).toEqual(['aws/2']);
      expect((await store.incidents({ regions: ['aws:a'] })).incidents).toEqual([]);
      expect(ids((await store.incidents({ regions: ['aws:b'] })).incidents)).toEqual(['aws/1']);
      expect(await store.incidentCountsByDay(NOW, at(1))).toEqual([
        { day: '2025-10-20', kind: 'incident', impact: 'minor', count: 2 },
      ]);
    });

    it('are found under former ids', async () => {
      const { store } = subject;
      await store.syncFeeds([seed('aws')], NOW);
      const upstreamIds = ['1', 'old-1', 'arn:aws:health/x y'];
      await store.saveRead(read('aws'), () => [change(incident('aws/1'), { upstreamIds })]);
      expect((await store.incident('aws/old-1'))?.id).toBe('aws/1');
      expect(await store.incidentSources('aws/old-1')).toEqual([seed('aws').key]);
      let known: readonly KnownIncident[] = [];
      await store.saveRead(read('aws', { at: at(1) }), (given) => {
        known = given;
        return [];
      });
      expect(known).toEqual([
        { incident: incident('aws/1'), upstreamIds, sources: { [seed('aws').key]: NOW } },
      ]);
    });

    it('keep who listed them last; one that vanished was not listed', async () => {
      const { store } = subject;
      await save(store, incident('aws/1'), incident('aws/2'));
      const gone = incident('aws/1', { withdrawnAt: at(1) });
      const seen = incident('aws/2', { lastSeenAt: at(1) });
      await store.saveRead(read('aws', { at: at(1) }), () => [change(gone), change(seen)]);
      let sources: unknown[] = [];
      await store.saveRead(read('aws', { at: at(2) }), (known) => {
        sources = known.map((value) => [value.incident.id, Object.values(value.sources)]);
        return [];
      });
      expect(sources).toEqual([
        ['aws/2', [at(1)]],
        ['aws/1', [NOW]],
      ]);
    });

    it('keep earlier versions, oldest first', async () => {
      const { store } = subject;
      const first = incident('aws/1');
      const second = { ...first, title: 'Edited' };
      const third = { ...second, withdrawnAt: at(2) };
      await save(store, first);
      await store.saveRead(read('aws', { at: at(1) }), () => [
        change(second, { replaced: { reason: 'edited', before: first } }),
      ]);
      await store.saveRead(read('aws', { at: at(2) }), () => [
        change(third, { replaced: { reason: 'withdrawn', before: second } }),
      ]);
      expect(await store.revisions('aws/1')).toEqual([
        { at: at(1), reason: 'edited', before: first },
        { at: at(2), reason: 'withdrawn', before: second },
      ]);
      expect(await store.revisions('aws/none')).toEqual([]);
      expect(await store.revisionMarks(['aws/1', 'aws/none'])).toEqual(
        new Map([['aws/1', { count: 2, lastAt: at(2) }]]),
      );
      expect(await store.revisionMarks([])).toEqual(new Map());
    });

    it('tell when the impact of each last changed', async () => {
      const { store } = subject;
      await store.syncFeeds([seed('aws')], NOW);
      const post = { id: 'a', at: at(-5), status: 'investigating' as const, body: 'Looking.' };
      const minor = incident('aws/1', { impact: 'minor', updates: [post] });
      const steps = [minor, { ...minor, impact: 'major' as const }, { ...minor, title: 'Worded' }];
      steps.push(
        { ...minor, impact: 'critical' },
        { ...minor, impact: 'critical', title: 'Again' },
      );
      let before: Incident | undefined;
      for (const [minute, next] of steps.entries()) {
        const replaced =
          before === undefined ? {} : { replaced: { reason: 'edited' as const, before } };
        await store.saveRead(read('aws', { at: at(minute) }), () => [
          { ...change(next), ...replaced },
        ]);
        before = next;
      }
      expect(await store.impactChanges('aws')).toEqual([
        { incidentId: 'aws/1', firstPostAt: at(-5), changedAt: at(3) },
      ]);
      expect(await store.impactChanges('github')).toEqual([]);
    });

    it('stay untouched, with everything else, when the merge throws', async () => {
      const { store } = subject;
      await save(store, incident('aws/1'));
      const before = [await store.revision(), await store.feedHealth(), await store.incidents({})];
      const bad = read('aws', { at: at(1), status: 'major_outage' });
      const merge = () => {
        throw new RangeError('merge');
      };
      await expect(store.saveRead(bad, merge)).rejects.toThrow(RangeError);
      const broken = incident('aws/2', { title: undefined as unknown as string });
      const half = () => [change(incident('aws/9')), change(broken)];
      await expect(store.saveRead(bad, half)).rejects.toMatchObject({ name: 'StoreError' });
      expect([await store.revision(), await store.feedHealth(), await store.incidents({})]).toEqual(
        before,
      );
    });

    it('are saved one read after the other, however many come at once', async () => {
      const { store } = subject;
      await store.syncFeeds([seed('aws')], NOW);
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.saveRead(read('aws'), (known) => [change(incident(`aws/${known.length}-${i}`))]),
        ),
      );
      const { incidents } = await store.incidents({});
      const counted = ids(incidents).map((id) => Number(/\/(\d+)-/.exec(id)?.[1]));
      expect(counted.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });
  });

  describe('archive', () => {
    it('is never handed to a merge, and keeps its incidents', async () => {
      const { store } = subject;
      await save(store, incident('aws/1'));
      const archived = incident('aws/1', { origin: 'archive', title: 'As it was' });
      const result = await store.saveArchive([archived, incident('aws/2', { origin: 'archive' })]);
      expect(result.changedIncidentIds.toSorted()).toEqual(['aws/1', 'aws/2']);
      expect(await store.revisions('aws/1')).toMatchObject([{ before: { origin: 'feed' } }]);
      let known = -1;
      const saved = await store.saveRead(read('aws', { at: at(1) }), (given) => {
        known = given.length;
        return [change(incident('aws/1', { title: 'As the feed has it' }))];
      });
      expect(known).toBe(0);
      expect(saved.changedIncidentIds).toEqual([]);
      expect(await store.incident('aws/1')).toEqual(archived);
      expect(ids((await store.incidents({ origin: 'feed' })).incidents)).toEqual([]);
    });
  });

  describe('a closed store', () => {
    it('finishes what runs, and then refuses', async () => {
      const { store } = subject;
      await store.syncFeeds([seed('aws')], NOW);
      const running = store.saveRead(read('aws'), () => [change(ended('aws/1', NOW, at(1)))]);
      await store.close();
      await expect(running).resolves.toMatchObject({ changedIncidentIds: ['aws/1'] });
      await expect(store.revision()).rejects.toMatchObject({ kind: 'closed' });
      const again = await subject.reopen();
      expect(await again.countIncidents()).toEqual({ total: 1, open: 0 });
    });
  });
}
