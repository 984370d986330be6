import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { PortableStore } from '../../src/store/portable-store.ts';
import { parseRecord, type StoreRecord } from '../../src/store/store-record.ts';
import { at, change, ended, ids, incident, NOW, read, save, seed } from './sample-incident.ts';

/** The export as lines. */
export async function linesOf(store: PortableStore, withDocuments = false): Promise<string[]> {
  const lines: string[] = [];
  await store.exportRecords((record) => void lines.push(JSON.stringify(record)), { withDocuments });
  return lines;
}

export async function* recordsOf(lines: readonly string[]): AsyncGenerator<StoreRecord> {
  for (const [index, line] of lines.entries()) yield parseRecord(line, index + 1);
}

/** Something of everything a store can hold. */
export async function fillPortable(store: PortableStore): Promise<void> {
  await save(
    store,
    incident('aws/1', {
      title: 'Störung «eu»',
      regions: ['aws:us-east-1', 'global'],
      services: ['aws:dynamodb'],
      scheduledFor: at(-60),
      scheduledUntil: at(60),
    }),
    ended('aws/2', at(-500), at(-400)),
    ended('aws/3', at(-500), at(-300)),
    incident('github/1', { startedAt: at(-2), withdrawnAt: at(-1) }),
  );
  const before = incident('github/1', { title: 'As it was' });
  const body = new TextEncoder().encode('{"page":{}}');
  const documents = [
    {
      url: 'https://a.example/1',
      etag: '"1"',
      lastModified: null,
      headers: { a: 'b' },
      body,
      hash: 'ab',
    },
    { url: 'https://a.example/2', etag: null, lastModified: 'x', headers: {}, body, hash: 'cd' },
  ];
  await store.saveRead(
    read('github', {
      at: at(5),
      documents,
      status: 'major_outage',
      components: [{ id: 'c', name: 'API', status: 'major_outage' }],
      unknownWords: [{ field: 'status', word: 'wobbly' }],
      warnings: ['odd'],
    }),
    () => [
      change(incident('github/1', { title: 'As it is', startedAt: at(-3), lastSeenAt: at(5) }), {
        upstreamIds: ['1', 'https://a.example/guid 1'],
        replaced: { reason: 'edited', before },
      }),
    ],
  );
  await store.saveFailure({
    feedKey: seed('aws').key,
    at: at(6),
    nextCheckAt: at(9),
    kind: 'timeout',
    message: 'too slow',
  });
  await store.saveArchive([
    { ...ended('slack/old', '2020-01-01T00:00:00.000Z', NOW), origin: 'archive' },
  ]);
  await store.syncFeeds([seed('github')], at(7));
}

export function portableContract(subject: { readonly store: PortableStore }): void {
  const fresh = () => openStore('sqlite::memory:');

  describe('moving', () => {
    it('gives identical records after a round trip, with and without documents', async () => {
      await fillPortable(subject.store);
      for (const withDocuments of [true, false]) {
        const lines = await linesOf(subject.store, withDocuments);
        const other = await fresh();
        const added = await other.importRecords(recordsOf(lines));
        expect(added).toMatchObject({ feeds: 2, incidents: 5, revisions: 1 });
        expect(added.documents).toBe(withDocuments ? 2 : 0);
        expect(await linesOf(other, withDocuments)).toEqual(lines);
        expect(await other.revision()).toBe(await subject.store.revision());
        expect(ids((await other.incidents({ text: 'storung' })).incidents)).toEqual(['aws/1']);
        expect((await other.incident('github/https:/nowhere')) ?? null).toBeNull();
        expect(await other.countIncidents()).toEqual(await subject.store.countIncidents());
        await other.close();
      }
    });

    it('refuses a store that holds something, and leaves it alone', async () => {
      await fillPortable(subject.store);
      const lines = await linesOf(subject.store);
      await expect(subject.store.importRecords(recordsOf(lines))).rejects.toMatchObject({
        kind: 'not-empty',
      });
      expect(await linesOf(subject.store)).toEqual(lines);
    });

    it('merges what is unknown, keeps what is known, and can be repeated', async () => {
      await fillPortable(subject.store);
      const lines = await linesOf(subject.store, true);
      const other = await fresh();
      await save(other, incident('aws/1', { title: 'Mine' }));
      const first = await other.importRecords(recordsOf(lines), { merge: true });
      expect(first).toEqual({ feeds: 1, documents: 2, incidents: 4, revisions: 1 });
      expect((await other.incident('aws/1'))?.title).toBe('Mine');
      const revision = await other.revision();
      const second = await other.importRecords(recordsOf(lines), { merge: true });
      expect(second).toEqual({ feeds: 0, documents: 0, incidents: 0, revisions: 0 });
      expect(await other.revision()).toBe(revision);
      await other.close();
    });

    it('says what is wrong with a file', async () => {
      const take = (lines: string[]) => subject.store.importRecords(recordsOf(lines));
      const header = { type: 'downstream-store', version: 1, revision: 0 };
      await expect(take([])).rejects.toMatchObject({ kind: 'bad-import' });
      await expect(take(['{'])).rejects.toThrow('Line 1 is no JSON');
      await expect(take([JSON.stringify({ ...header, version: 99 })])).rejects.toThrow('format 99');
      await expect(
        take([JSON.stringify(header), JSON.stringify({ type: 'incident', incident: {} })]),
      ).rejects.toMatchObject({ kind: 'bad-import' });
    });
  });
}
