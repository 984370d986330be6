import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { expectedAfter } from './kill-plan.ts';
import { ids } from './sample-incident.ts';

/** A life ends at the n-th line its process writes: odd ones within a save, even ones between two. */
const DEATHS = [1, 2, 5, 8, 13, 22, 37, 40];

/** Runs the child until its n-th line, kills it, and tells the last step it had confirmed. */
async function liveAndDie(file: string, lines: number): Promise<number | null> {
  const script = path.join(import.meta.dirname, 'kill-child.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let seen = 0;
  let confirmed: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, step] = line.split(' ');
    if (word === 'saved') confirmed = Number(step);
    // What it still writes before the signal arrives is read too: it had confirmed that.
    if (++seen === lines) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  return confirmed;
}

async function everything(store: Store) {
  const incidents = [];
  let before: string | null | undefined;
  while (before !== null) {
    const page = await store.incidents({ limit: 200, ...(before ? { before } : {}) });
    incidents.push(...page.incidents);
    before = page.next;
  }
  return incidents;
}

describe('a process killed while it saves', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'downstream-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing it had confirmed, doubles nothing, and leaves nothing half done', async () => {
    const file = path.join(folder, 'killed.db');
    let steps = 0;
    for (const lines of DEATHS) {
      const confirmed = await liveAndDie(file, lines);
      const store = await openStore(file);
      const { total } = await store.countIncidents();
      if (confirmed !== null) expect(total).toBeGreaterThanOrEqual(confirmed + 1);
      // At most the one save that was under way when the signal came is there unconfirmed.
      expect(total).toBeLessThanOrEqual(Math.max(steps, (confirmed ?? -1) + 1) + 1);
      steps = total;

      expect(await everything(store)).toEqual(expectedAfter(total));
      expect(await store.revision()).toBe(total + 1);
      const found = await store.incidents({
        text: 'words',
        regions: ['aws:us-east-1'],
        limit: 200,
      });
      expect(ids(found.incidents)).toEqual(ids(expectedAfter(total).slice(0, 200)));
      for (const [i, incident] of expectedAfter(total).entries()) {
        expect(await store.revisions(incident.id)).toHaveLength(i === 0 ? 0 : 1);
      }
      await store.close();

      const database = new DatabaseSync(file);
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      database.close();
    }
    expect(steps).toBeGreaterThan(30);
  }, 120_000);
});
