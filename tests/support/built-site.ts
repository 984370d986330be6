import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from '../../src/server/ensure-built.ts';

const PATIENCE_MS = 100_000;
const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Makes sure that `dist/` is newer than its sources, once, however many test files ask at a time.
 * @returns folder of the project
 */
export async function builtSite(): Promise<string> {
  const lock = path.join(ROOT, 'node_modules/.cache/downstream-build');
  await mkdir(path.dirname(lock), { recursive: true });
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await takes(lock))) {
    // A run that was killed leaves its lock behind.
    if (performance.now() > giveUpAt) await rm(lock, { recursive: true, force: true });
    await wait(200);
  }
  try {
    await ensureBuilt(ROOT, () => undefined);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  await stat(path.join(ROOT, 'dist/server/entry.mjs'));
  return ROOT;
}

async function takes(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}
