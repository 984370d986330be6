import { readFile } from 'node:fs/promises';
import path from 'node:path';
import RssParser from 'rss-parser';
import { decodeText } from '../../src/adapters/read/decode-text.ts';
import { readManifest } from '../../src/cli/manifest.ts';
import { serveRecorded } from '../../src/cli/recorded-server.ts';
import type { Provider } from '../../src/model/provider.ts';
import type { Clock } from '../../src/poller/clock.ts';
import { createSitePoller } from '../../src/server/site-poller.ts';
import { ROOT, startChild } from './child.ts';
import { median, type Row, report, say } from './report.ts';
import { cpuMs, openScratchSite } from './scratch-site.ts';

/**
 * A full poll of recorded feeds (fetch, parse, merge, store), the same once more unchanged, and a
 * cycle of 1,000 feeds that answer 304. The floor is only decoding the same bytes with `JSON.parse`
 * or rss-parser. Ratios: full poll within 25 × the floor; 1,000 feeds within 1.5 s of one core.
 */
const FOLDER = process.argv[2] ?? path.join(ROOT, '../shared/recordings');
const FLOOR_SHARE = 25;
const CYCLE_BUDGET_MS = 1_500;
const CYCLE_FEEDS = 1_000;
/** Beyond every interval, and three of them within the hour after which the same bytes are read anew. */
const CYCLE_EVERY_MS = 15 * 60_000;

const rows = [...(await pollRecorded()), await cycleUnchanged()];
report('ingest', rows);

async function pollRecorded(): Promise<Row[]> {
  const { manifest, folder } = await readManifest(FOLDER, ROOT);
  const bodies = await Promise.all(
    manifest.providers.flatMap(({ feeds }) =>
      feeds.flatMap(({ documents }) =>
        documents.map(({ file }) => readFile(path.join(folder, file))),
      ),
    ),
  );
  const floor = await decodeFloor(bodies);
  const recorded = await serveRecorded(manifest, folder);
  const { site, close } = await openScratchSite(recorded.providers);
  const clock = shiftedClock(site.clock);
  const poller = createSitePoller({ ...site, clock });
  const changed = await timed(() => poller.runOnce());
  clock.shift(3_600_000);
  const unchanged = await timed(() => poller.runOnce());
  await poller.close();
  await close();
  await recorded.close();
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  say(
    `floor ${floor.toFixed(0)} ms, changed ${changed.cpu.toFixed(0)} ms, unchanged ${unchanged.cpu.toFixed(0)} ms`,
  );
  return [
    {
      name: 'recordings, first poll',
      ratio: (FLOOR_SHARE * floor) / changed.cpu,
      cpuMs: changed.cpu,
      wallMs: changed.wall,
      floorMs: floor,
      bytes,
      feeds: recorded.providers.reduce((sum, { feeds }) => sum + feeds.length, 0),
    },
    {
      name: 'recordings, unchanged',
      ratio: changed.cpu / unchanged.cpu,
      cpuMs: unchanged.cpu,
      wallMs: unchanged.wall,
    },
  ];
}

async function decodeFloor(bodies: readonly Buffer[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const startedAt = cpuMs();
    for (const body of bodies) {
      const text = decodeText({ url: 'https://floor.example/', body, headers: {} });
      try {
        if (/^\s*</.test(text)) await new RssParser().parseString(text);
        else JSON.parse(text);
      } catch {
        // A page instead of a feed costs its reading here as well.
      }
    }
    times.push(cpuMs() - startedAt);
  }
  return median(times);
}

async function cycleUnchanged(): Promise<Row> {
  const server = await startChild(['scripts/bench/unchanged-server.ts'], {});
  const providers = Array.from({ length: CYCLE_FEEDS }, (_, number): Provider => {
    // Each on a loopback address of its own: as in life, few feeds share a host.
    const host = `127.0.${Math.floor(number / 250)}.${(number % 250) + 1}`;
    return {
      id: `p${number}`,
      name: `P ${number}`,
      homepage: 'https://x.example',
      statusPage: 'https://x.example',
      category: 'developer',
      country: 'CH',
      feeds: [
        {
          format: 'incident-io-widget',
          url: `http://${host}:${server.ready}/${number}`,
          evidence: 'recorded',
        },
      ],
    };
  });
  const { site, close } = await openScratchSite(providers);
  const clock = shiftedClock(site.clock);
  const poller = createSitePoller({ ...site, clock });
  await poller.runOnce();
  const times: { cpu: number; wall: number }[] = [];
  for (let round = 0; round < 3; round++) {
    clock.shift(CYCLE_EVERY_MS);
    const work = await timed(() => poller.runOnce());
    const unchanged = [...work.result.values()].filter(({ kind }) => kind === 'unchanged').length;
    // A feed that failed costs something else: the figure would say nothing.
    if (unchanged !== CYCLE_FEEDS) throw new Error(`only ${unchanged} feeds were unchanged`);
    times.push(work);
  }
  await poller.close();
  await close();
  await server.stop();
  const cpu = median(times.map((one) => one.cpu));
  say(`1,000 feeds on 304: ${cpu.toFixed(0)} ms of processor time`);
  return {
    name: `${CYCLE_FEEDS} feeds on 304`,
    ratio: CYCLE_BUDGET_MS / cpu,
    cpuMs: cpu,
    wallMs: median(times.map((one) => one.wall)),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ cpu: number; wall: number; result: T }> {
  const [cpu, wall] = [cpuMs(), performance.now()];
  const result = await work();
  return { cpu: cpuMs() - cpu, wall: performance.now() - wall, result };
}

/** The real clock, moved on by hand, so that everything is due again. */
function shiftedClock(clock: Clock): Clock & { shift(ms: number): void } {
  let offset = 0;
  return {
    ...clock,
    now: () => new Date(Date.parse(clock.now()) + offset).toISOString(),
    shift(ms) {
      offset += ms;
    },
  };
}
