import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateIncidents, inventProviders } from '../../scripts/generate-incidents.ts';
import { exportTo } from '../../src/cli/commands/export.ts';
import { importFrom } from '../../src/cli/commands/import.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fillPortable } from './portable-contract.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downstream-portable-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What makes each table's rows one order, whatever numbers the database gave them. */
const TABLES: Record<string, string> = {
  meta: 'id',
  feeds: 'key',
  feed_documents: 'feed_key, url',
  incidents: 'no',
  incident_updates: 'incident_no, position',
  incident_regions: 'region, started_at, incident_id',
  incident_services: 'service, started_at, incident_id',
  incident_upstream_ids: 'incident_id, provider_id, upstream_id',
  incident_sources: 'incident_id, feed_key',
  incident_revisions: 'id',
  day_counts: 'day, kind, impact',
};
const JSON_COLUMNS = new Set([
  'config',
  'unknown_words',
  'warnings',
  'components',
  'headers',
  'regions',
  'services',
  'marks',
  'before',
]);

/** Counts what this store showed to whom reads it; another store has shown everything at once. */
const OF_THIS_STORE = new Set(['changed_revision']);

/** Every row, JSON read (its keys have no order); days that fell back to zero are no rows. */
function rowsOf(file: string): Record<string, unknown[]> {
  const database = new DatabaseSync(file, { readOnly: true, readBigInts: true });
  const tables = Object.entries(TABLES).map(([table, order]) => {
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all();
    return [
      table,
      rows
        .filter((row) => table !== 'day_counts' || row.count !== 0n)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row)
              .filter(([name]) => !OF_THIS_STORE.has(name))
              .map(([name, value]) => [
                name,
                JSON_COLUMNS.has(name) && typeof value === 'string' ? JSON.parse(value) : value,
              ]),
          ),
        ),
    ];
  });
  const known = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'incident_search%'",
    )
    .all()
    .map((row) => String(row.name));
  expect(known.toSorted()).toEqual(Object.keys(TABLES).toSorted());
  database.close();
  return Object.fromEntries(tables);
}

describe('export and import', () => {
  it.each(['sample', 'generated'])(
    'lose nothing of any table: %s',
    async (name) => {
      const from = path.join(folder, `${name}.db`);
      const to = path.join(folder, `${name}-copy.db`);
      const [first, second] = [
        path.join(folder, `${name}-1.jsonl`),
        path.join(folder, `${name}-2.jsonl`),
      ];
      const source = await openStore(from);
      if (name === 'sample') await fillPortable(source);
      else {
        const providers = inventProviders(9);
        await generateIncidents(source, {
          count: 900,
          seed: 3,
          providers,
          now: '2026-01-01T00:00:00.000Z',
        });
      }
      await exportTo(source, first, { withDocuments: true });
      await source.close();
      const target = await openStore(to);
      await importFrom(target, first);
      await exportTo(target, second, { withDocuments: true });
      await target.close();
      expect(readFileSync(second, 'utf8') === readFileSync(first, 'utf8')).toBe(true);
      expect(rowsOf(to)).toEqual(rowsOf(from));
    },
    60_000,
  );

  it('name a file that is missing, and one that is none of ours', async () => {
    const store = await openStore('sqlite::memory:');
    const none = path.join(folder, 'none.jsonl');
    await expect(importFrom(store, none)).rejects.toThrow('there is no such file');
    writeFileSync(none, '{"type":"something"}\n');
    await expect(importFrom(store, none)).rejects.toThrow('Line 1 is no record of an export');
    await store.close();
  });
});
