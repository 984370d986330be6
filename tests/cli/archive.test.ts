import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function archiveCheck(...options: string[]) {
  const args = [path.join(ROOT, 'src/cli/main.ts'), 'archive', 'check', ...options];
  return await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 16e6 }).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => ({ stdout: error.stdout, code: error.code }),
  );
}

describe('archive check', () => {
  it('prints the counts of the shipped archive and ends well', async () => {
    const { stdout, code } = await archiveCheck();
    expect(stdout).toMatch(/^\d+ events from 2017-02-28 to \d{4}-\d{2}-\d{2}: /m);
    expect(stdout).toMatch(/^\d+ official posts, \d+ milestones/m);
    expect(stdout).toContain('no mistakes');
    expect(code).toBe(0);
  }, 60_000);

  it('names what is wrong with a file and fails', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'archive-check-'));
    folders.push(folder);
    await mkdir(path.join(folder, 'events'));
    await writeFile(
      path.join(folder, 'events/half.yaml'),
      'id: half\ntitle: { en: Only English }\n',
    );
    const { stdout, code } = await archiveCheck(folder, '--json');
    const report: { events: number; mistakes: { file: string; path: string }[] } =
      JSON.parse(stdout);
    expect(report.events).toBe(0);
    expect(report.mistakes).toContainEqual(
      expect.objectContaining({ file: 'events/half.yaml', path: 'title.de' }),
    );
    expect(code).toBe(1);
  }, 60_000);
});
