import { spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from './child.ts';

export interface Load {
  requestsPerSecond: number;
  p99Ms: number;
  errors: number;
}

const resultSchema = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p99: z.number() }),
  errors: z.number(),
  non2xx: z.number(),
});

/** Loads an address from a process of its own with 32 connections. */
export async function load(
  url: string,
  seconds: number,
  headers: Readonly<Record<string, string>>,
): Promise<Load> {
  const program = path.join(ROOT, 'node_modules/autocannon/autocannon.js');
  const args = ['-j', '-c', '32', '-d', String(seconds), '--renderStatusCodes'];
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
  const child = spawn(process.execPath, [program, ...args, url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => child.once('close', resolve));
  const text = Buffer.concat(chunks).toString();
  const result = resultSchema.parse(JSON.parse(text.slice(text.indexOf('{'))));
  const isConditional = 'if-none-match' in headers;
  return {
    requestsPerSecond: result.requests.average,
    p99Ms: result.latency.p99,
    errors: result.errors + (isConditional ? 0 : result.non2xx),
  };
}
