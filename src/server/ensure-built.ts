import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What the built pages depend on, relative to the project. */
const SOURCES = ['astro.config.mjs', 'package.json', 'public', 'src'];

/**
 * Builds the pages where there is no build, or where a source is newer than it.
 * @param root folder of the project
 * @returns path of Astro's server entry
 */
export async function ensureBuilt(root: string, say: (line: string) => void): Promise<string> {
  const entry = path.join(root, 'dist/server/entry.mjs');
  const builtAt = (await stat(entry).catch(() => null))?.mtimeMs ?? 0;
  const newest = Math.max(
    ...(await Promise.all(SOURCES.map((name) => newestIn(path.join(root, name))))),
  );
  if (builtAt >= newest) return entry;
  say(builtAt === 0 ? 'building the pages, once …' : 'sources have changed, building the pages …');
  await run(process.execPath, [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], root);
  return entry;
}

async function newestIn(place: string): Promise<number> {
  const info = await stat(place).catch(() => null);
  if (info === null) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries.map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(info.mtimeMs, ...times);
}

async function run(command: string, args: string[], cwd: string): Promise<void> {
  const output: string[] = [];
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(`The pages could not be built (exit ${code}).\n${output.join('')}`);
}
