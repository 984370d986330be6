import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/store/open-store.ts';
import { generateIncidents } from '../generate-incidents.ts';
import { type Child, ROOT, startSite } from './child.ts';
import { type Row, report, say } from './report.ts';
import { touch } from './touch.ts';

/**
 * What an outage does to the site, with 100,000 incidents stored. 200 clients ask for the pages while
 * one revision changes: each page is to be rendered once, and nobody is to fail or wait longer than
 * 250 ms. Then 5,000 pages stay open on the event stream: 60 MB at most, and a change reaches them all.
 */
const COUNT = Number(process.env.BENCH_COUNT ?? 100_000);
const CLIENTS = 200;
const SECONDS = 10;
const SLOWEST_MS = 250;
const STREAMS = 5_000;
const STREAMS_MB = 60;
const TOUCHED = 'github';
const PAGES = [
  '/',
  '/de',
  '/timeline',
  '/providers',
  '/providers/github',
  '/incidents/aws/aws-us-east-1-2025-10-20',
  '/history/2025-10',
  '/history/2025-10-20',
  '/feed.xml',
  '/atom.xml',
  '/api/v1/incidents',
  '/api/v2/summary.json',
  '/badge/github.svg',
];

const folder = await mkdtemp(path.join(tmpdir(), 'downstream-bench-'));
const url = `sqlite:${path.join(folder, 'crowd.sqlite')}`;
const port = Number(process.env.BENCH_PORT ?? 4391);
const base = `http://127.0.0.1:${port}`;
const start = () => startSite({ PORT: String(port), DATABASE_URL: url, POLLER: 'off' });

// The first start brings the feeds of the configuration, which the incidents then belong to.
await (await start()).stop();
const store = await openStore(url);
const providers = [...new Set((await store.feedHealth()).map((feed) => feed.providerId))];
say(`generating ${COUNT} incidents …`);
await generateIncidents(store, {
  count: COUNT,
  seed: 1,
  providers: [TOUCHED, ...providers.filter((id) => id !== TOUCHED)].slice(0, 80),
  now: new Date().toISOString(),
});
const site = await start();
const rows: Row[] = [];
try {
  rows.push(...(await revisionUnderCrowd()));
  rows.push(...(await idleStreams(site)));
} finally {
  await site.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
report('crowd', rows);

async function revisionUnderCrowd(): Promise<Row[]> {
  for (const page of PAGES) await fetch(base + page).then((answer) => answer.arrayBuffer());
  // The densest brotli of each page is made behind the first answers.
  await delay(5_000);
  const args = [base, String(CLIENTS), String(SECONDS), ...PAGES];
  const crowd = spawn(
    process.execPath,
    [path.join(ROOT, 'scripts/bench/crowd-clients.ts'), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: crowd.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await delay(2_000);
  const before = await metric('renders_total');
  await touch(store, TOUCHED, new Date().toISOString());
  const met = JSON.parse((await lines.next()).value ?? '{}') as {
    requests: number;
    errors: number;
    p99Ms: number;
    maxMs: number;
  };
  const renders = (await metric('renders_total')) - before;
  say(`${JSON.stringify(met)}, ${renders} renders of ${PAGES.length} pages`);
  return [
    {
      name: `renders per page after a revision, ${CLIENTS} clients`,
      ratio:
        met.errors === 0 && renders === PAGES.length
          ? 1
          : PAGES.length / (renders + met.errors * PAGES.length),
      pages: PAGES.length,
      renders,
      errors: met.errors,
    },
    { name: 'slowest answer', ratio: SLOWEST_MS / met.maxMs, ...met },
  ];
}

async function idleStreams(running: Child): Promise<Row[]> {
  const before = await residentMb(running);
  const sockets: Socket[] = [];
  let told = 0;
  for (let at = 0; at < STREAMS; at++) {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /api/v1/stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    sockets.push(socket);
  }
  await delay(3_000);
  const open = await residentMb(running);
  for (const socket of sockets) socket.once('data', () => told++);
  await touch(store, TOUCHED, new Date().toISOString());
  const touchedAt = performance.now();
  while (told < STREAMS && performance.now() - touchedAt < 10_000) await delay(10);
  const toldMs = performance.now() - touchedAt;
  for (const socket of sockets) socket.destroy();
  const mb = open - before;
  say(`${STREAMS} streams: ${mb.toFixed(1)} MB, ${told} told within ${toldMs.toFixed(0)} ms`);
  return [
    {
      name: `${STREAMS} idle event streams`,
      ratio: told === STREAMS ? STREAMS_MB / Math.max(mb, 1) : 0,
      residentMb: mb,
      told,
      toldMs,
    },
  ];
}

async function metric(name: string): Promise<number> {
  const text = await fetch(`${base}/metrics`).then((answer) => answer.text());
  return Number(new RegExp(`^downstream_${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

async function residentMb({ process: { pid } }: Child): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
