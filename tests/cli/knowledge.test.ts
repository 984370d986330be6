import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function knowledgeCheck(env: Record<string, string>, ...options: string[]) {
  const args = [path.join(ROOT, 'src/cli/main.ts'), 'knowledge', 'check', ...options];
  return await promisify(execFile)(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    maxBuffer: 16e6,
  }).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => ({ stdout: error.stdout, code: error.code }),
  );
}

describe('knowledge check', () => {
  it('prints the counts of the shipped knowledge and ends well', async () => {
    const { stdout, code } = await knowledgeCheck({});
    expect(stdout).toMatch(/^\d+ dependencies: documented \d+, reported \d+, inferred \d+$/m);
    expect(stdout).toMatch(/^by number of sources: 1 \d+, 2 \d+/m);
    expect(stdout).toContain('no mistakes');
    expect(code).toBe(0);
  }, 60_000);

  it('names mistakes and fails: here every provider but one is missing', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'knowledge-check-'));
    folders.push(folder);
    const config = path.join(folder, 'feeds.json');
    await writeFile(
      config,
      JSON.stringify([
        {
          id: 'aws',
          name: 'Amazon Web Services',
          homepage: 'https://aws.amazon.com',
          statusPage: 'https://health.aws.amazon.com',
          category: 'cloud',
          country: 'US',
          feeds: [],
          noFeedReason: { en: 'A test.', de: 'Ein Test.' },
        },
      ]),
    );
    const { stdout, code } = await knowledgeCheck({ FEEDS_CONFIG: config }, '--json');
    const report: { mistakes: { path: string; message: string }[] } = JSON.parse(stdout);
    expect(report.mistakes).toContainEqual({
      file: 'dependencies.yaml',
      path: 'slack-on-aws',
      message: expect.stringContaining('dependent names the provider "slack"'),
    });
    expect(code).toBe(1);
  }, 60_000);
});
