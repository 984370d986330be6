import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longerBeginnings } from '../../src/store/migrations/0005-longer-beginnings.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore, sqliteFile } from '../../src/store/open-store.ts';
import { migrate, versionOf } from '../../src/store/sqlite/migrate.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { incident, save } from './sample-incident.ts';
import { describeStore } from './store-contract.ts';

let folder = '';
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downstream-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFile = () => path.join(folder, `new/${files++}.db`);

describeStore('SQLite', async () => {
  const file = newFile();
  return { open: () => openStore(`sqlite:${file}`), drop: async () => {} };
});

describe('openStore', () => {
  it('reads all ways of naming a file', () => {
    expect(sqliteFile('sqlite:data/a.db')).toBe('data/a.db');
    expect(sqliteFile('sqlite:///var/a.db')).toBe('/var/a.db');
    expect(sqliteFile('sqlite:/var/a.db')).toBe('/var/a.db');
    expect(sqliteFile(' ./a.db ')).toBe('./a.db');
    expect(sqliteFile('C:\\data\\a.db')).toBe('C:\\data\\a.db');
    expect(sqliteFile('sqlite::memory:')).toBe(':memory:');
  });

  it('keeps a memory database to itself, shared by its reader and writer', async () => {
    const [first, second] = [await openStore('sqlite::memory:'), await openStore(':memory:')];
    await save(first, incident('aws/1'));
    expect(await first.countIncidents()).toEqual({ total: 1, open: 1 });
    expect(await second.countIncidents()).toEqual({ total: 0, open: 0 });
    await Promise.all([first.close(), first.close(), second.close()]);
  });

  it('names what it cannot open, without passwords', async () => {
    const postgres = openStore('postgres://user:secret@host/db');
    await expect(postgres).rejects.toMatchObject({ kind: 'unsupported-database' });
    await expect(postgres).rejects.not.toThrow(/secret/);
    await expect(openStore('sqlite:')).rejects.toMatchObject({ kind: 'cannot-open' });
    await expect(openStore(path.join(folder))).rejects.toMatchObject({ kind: 'cannot-open' });
    const text = path.join(folder, 'text.db');
    writeFileSync(text, 'not a database, but long enough to have a header of its own '.repeat(9));
    await expect(openStore(text)).rejects.toMatchObject({ kind: 'foreign-database' });
    const other = path.join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE theirs (a)');
    database.close();
    await expect(openStore(other)).rejects.toMatchObject({ kind: 'foreign-database' });
  });
});

describe('the dialect', () => {
  it('survives row ids beyond the safe integers, as full-text search has them', async () => {
    const { reader, writer, dispose } = openSqlite(':memory:');
    await sql`CREATE TABLE big (id INTEGER PRIMARY KEY)`.execute(writer);
    const inserted = await sql`INSERT INTO big VALUES (${2n ** 60n})`.execute(writer);
    expect(inserted).toMatchObject({ numAffectedRows: 1n, insertId: 2n ** 60n });
    await expect(sql`DELETE FROM big WHERE id = 1`.execute(writer)).resolves.toMatchObject({
      numAffectedRows: 0n,
    });
    await Promise.all([reader.destroy(), writer.destroy()]);
    dispose();
  });

  it('reads on while a transaction is open, and refuses to write as a reader', async () => {
    const { reader, writer, dispose } = openSqlite(':memory:');
    await writer.transaction().execute(async (trx) => {
      await trx.updateTable('meta').set({ revision: 7 }).execute();
      const seen = await reader.selectFrom('meta').select('revision').executeTakeFirst();
      expect(seen?.revision).toBe(0);
    });
    expect(await reader.selectFrom('meta').select('revision').executeTakeFirst()).toMatchObject({
      revision: 7,
    });
    await expect(reader.updateTable('meta').set({ revision: 1 }).execute()).rejects.toThrow();
    await Promise.all([reader.destroy(), writer.destroy()]);
    dispose();
  });
});

describe('migrations', () => {
  it('lead from nothing to the newest version, and only once', async () => {
    const file = path.join(folder, 'migrated.db');
    await (await openStore(file)).close();
    const database = new DatabaseSync(file);
    expect(versionOf(database)).toBe(MIGRATIONS.length);
    migrate(database, file);
    const added = { name: 'more', sqlite: ['CREATE TABLE more (a)'] };
    migrate(database, file, [...MIGRATIONS, added]);
    expect(versionOf(database)).toBe(MIGRATIONS.length + 1);
    database.close();
    await expect(openStore(file)).rejects.toMatchObject({
      kind: 'newer-database',
      message: expect.stringContaining(file),
    });
  });

  it('search what was saved before the index was made anew', async () => {
    const file = path.join(folder, 'indexed.db');
    const words = ['Störung', 'authenti', 'zweiter', 'dashboard', 'nichts'];
    const store = await openStore(file);
    await save(
      store,
      incident('aws/1', {
        title: 'Störung der Anmeldung',
        updates: [
          {
            id: 'u1',
            at: '2025-10-20T12:00:00.000Z',
            status: 'investigating',
            body: 'Authentication',
          },
          {
            id: 'u2',
            at: '2025-10-20T12:05:00.000Z',
            status: 'investigating',
            body: 'Zweiter Satz',
          },
        ],
      }),
      incident('github/1', { components: [{ name: 'Dashboard' }], updates: [] }),
    );
    const find = (from: typeof store) =>
      Promise.all(
        words.flatMap((text) =>
          [undefined, ['aws']].map(async (providers) => {
            const { incidents } = await from.incidents({ text, ...(providers && { providers }) });
            return incidents.map(({ id }) => id);
          }),
        ),
      );
    const before = await find(store);
    expect(before.map((ids) => ids.length)).toEqual([1, 1, 1, 1, 1, 1, 2, 1, 0, 0]);
    await store.close();
    const database = new DatabaseSync(file);
    for (const statement of longerBeginnings.sqlite) database.exec(statement);
    database.close();
    const again = await openStore(file);
    expect(await find(again)).toEqual(before);
    await again.close();
  });

  it('leave nothing of one that fails', () => {
    const database = new DatabaseSync(':memory:');
    const broken = { name: 'broken', sqlite: ['CREATE TABLE half (a)', 'CREATE NONSENSE'] };
    expect(() => migrate(database, 'm', [...MIGRATIONS, broken])).toThrow(/broken/);
    expect(versionOf(database)).toBe(MIGRATIONS.length);
    expect(
      database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get(),
    ).toBeUndefined();
    database.close();
  });
});
