import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild, startSite } from './child.ts';
import { type Load, load } from './load.ts';
import { startNginx } from './nginx.ts';
import { median, type Row, report, say } from './report.ts';

/**
 * Cached answers against a bare `node:http` server writing the same bytes, both loaded from a third
 * process in turn. Ratio: share of the baseline's requests per second ÷ 0.85, or twice the baseline's
 * p99 ÷ ours, whichever is smaller.
 */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const ROUNDS = 3;
const SHARE = 0.85;
/** Below this a percentile in whole milliseconds says nothing about a ratio. */
const P99_FLOOR_MS = 4;

const ADDRESSES = [
  '/',
  '/de',
  '/timeline',
  '/incidents/aws/aws-us-east-1-2025-10-20',
  '/providers/aws',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/history/2025-10',
  '/api/v1/incidents',
  '/api/v2/summary.json',
  '/badge/aws.svg',
  '/embed.js',
];

const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
const port = await freePort();
const site = await startSite({
  PORT: String(port),
  DATABASE_URL: `sqlite:${path.join(folder, 'bench.sqlite')}`,
  POLLER: 'off',
});
const rows: Row[] = [];
try {
  for (const address of ADDRESSES) {
    const url = `http://127.0.0.1:${port}${address}`;
    const first = await fetchRaw(url, {});
    if (first.status !== 200) {
      say(`${address}: ${first.status}, left out`);
      continue;
    }
    for (const [form, headers] of formsOf(address, first.headers))
      rows.push(await measure(address, form, url, headers));
  }
  rows.push(...(await againstNginx(`http://127.0.0.1:${port}/`)));
} finally {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
}
report('serve', rows);

/** The home page as bytes, not compressed: ours against one worker of nginx on a file. */
async function againstNginx(url: string): Promise<Row[]> {
  const { body } = await fetchRaw(url, {});
  const nginx = await startNginx(folder, await freePort(), body);
  if (nginx === null) {
    say('nginx is not installed or did not start, left out');
    return [];
  }
  const shares: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await load(url, SECONDS, {});
    const other = await load(nginx.address, SECONDS, {});
    shares.push(own.requestsPerSecond / other.requestsPerSecond);
    theirs.push(other.requestsPerSecond);
  }
  nginx.stop();
  const share = median(shares);
  say(`/ identity: ${share.toFixed(2)} of nginx, which serves ${Math.round(median(theirs))}/s`);
  const nginxRequestsPerSecond = median(theirs);
  return [{ name: '/ identity, nginx', ratio: share / SHARE, share, nginxRequestsPerSecond }];
}

/** The home page in every form, the others as browsers ask for them. */
function formsOf(address: string, headers: readonly string[]): [string, Record<string, string>][] {
  const br: [string, Record<string, string>] = ['br', { 'accept-encoding': 'br' }];
  if (address !== '/') return [br];
  const etag = headers[headers.findIndex((name) => name.toLowerCase() === 'etag') + 1] ?? '';
  return [
    br,
    ['gzip', { 'accept-encoding': 'gzip' }],
    ['identity', {}],
    ['304', { 'if-none-match': etag }],
  ];
}

async function measure(
  address: string,
  form: string,
  url: string,
  headers: Record<string, string>,
): Promise<Row> {
  // The densest brotli replaces the fast one behind the first answers: wait for what will be served.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = await fetchRaw(url, headers);
  const file = path.join(folder, 'answer.json');
  await writeFile(file, JSON.stringify({ ...answer, body: answer.body.toString('base64') }));
  const bare = await startChild(['scripts/bench/bare-server.ts', file], {});
  const ours: Load[] = [];
  const theirs: Load[] = [];
  await load(url, 1, headers);
  await load(bare.ready, 1, headers);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load(url, SECONDS, headers));
    theirs.push(await load(bare.ready, SECONDS, headers));
  }
  await bare.stop();
  const share = median(
    ours.map((one, at) => one.requestsPerSecond / (theirs[at]?.requestsPerSecond ?? 1)),
  );
  const p99 = median(ours.map((one) => one.p99Ms));
  const bareP99 = median(theirs.map((one) => one.p99Ms));
  const row: Row = {
    name: `${address} ${form}`,
    ratio: Math.min(
      share / SHARE,
      (2 * Math.max(bareP99, P99_FLOOR_MS)) / Math.max(p99, P99_FLOOR_MS),
    ),
    requestsPerSecond: median(ours.map((one) => one.requestsPerSecond)),
    bareRequestsPerSecond: median(theirs.map((one) => one.requestsPerSecond)),
    share,
    p99Ms: p99,
    bareP99Ms: bareP99,
    errors: ours.reduce((sum, one) => sum + one.errors, 0),
    bytes: answer.body.length,
  };
  say(`${row.name}: ${Math.round(Number(row.requestsPerSecond))}/s, ${share.toFixed(2)} of bare`);
  return row;
}

/** The answer as it goes over the wire, not decoded, without what a server adds itself. */
async function fetchRaw(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: string[]; body: Buffer }>((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const own = new Set(['date', 'connection', 'keep-alive']);
        const raw = response.rawHeaders;
        const kept: string[] = [];
        for (let at = 0; at < raw.length; at += 2) {
          if (!own.has(raw[at]?.toLowerCase() ?? '')) kept.push(raw[at] ?? '', raw[at + 1] ?? '');
        }
        resolve({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}
