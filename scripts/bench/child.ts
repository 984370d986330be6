import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Child {
  /** Rest of the line it announced itself with, e.g. its address. */
  ready: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a Node program, given with its arguments, and waits for its line `ready …`. */
export async function startChild(
  program: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Child> {
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${program.join(' ')} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice(6));
    });
  });
  return {
    ready,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Starts the site as `npm start` does, flags included. */
export function startSite(env: Readonly<Record<string, string>>): Promise<Child> {
  const file = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(file));
  const [, ...program] = scripts.start.split(' ');
  return startChild(program, env);
}
