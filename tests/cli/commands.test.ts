import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { lines, ROOT, runCli } from './run-cli.ts';

// Each run is a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });

const FIXTURES = path.join(ROOT, 'tests/fixtures');
const PAGE = { page: { id: 'elm1', name: 'Elm' }, incidents: [], scheduled_maintenances: [] };

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cli-'));
  server = await startTestServer((request, response) => {
    const json = (indicator: string) =>
      response.end(JSON.stringify({ ...PAGE, status: { indicator }, components: [] }));
    const url = request.url ?? '';
    if (url.startsWith('/well/api/v2/summary')) json('none');
    else if (url.startsWith('/odd/api/v2/summary')) json('sideways');
    else if (url.startsWith('/moved/'))
      response.writeHead(301, { location: url.replace('moved', 'well') }).end();
    else if (url.startsWith('/page/')) response.end('<!doctype html><html><body>Hi</body></html>');
    else if (url === '/other.xml')
      response.end(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>t</id><entry><id>e</id><title>Slow</title></entry></feed>',
      );
    else response.writeHead(404).end();
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function configOf(feeds: Readonly<Record<string, object>>): Promise<Record<string, string>> {
  const providers = Object.entries(feeds).map(([id, feed]) => ({
    id,
    name: id,
    homepage: 'https://elm.example',
    statusPage: 'https://status.elm.example',
    category: 'cloud',
    country: 'CH',
    feeds: [{ evidence: 'recorded', ...feed }],
  }));
  const file = path.join(folder, `${Object.keys(feeds).join('-')}.json`);
  await writeFile(file, JSON.stringify(providers));
  return { FEEDS_CONFIG: file, ALLOW_PRIVATE_FEEDS: 'yes' };
}

describe('parse', () => {
  it('prints the snapshot as JSON', async () => {
    const file = path.join(FIXTURES, 'statuspage/summary-groups-and-open.json');
    const { code, stdout } = await runCli([
      'parse',
      '--format',
      'statuspage',
      '--provider',
      'elm',
      '--at',
      '2026-02-03T12:00Z',
      file,
    ]);
    expect(code).toBe(0);
    const snapshot = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(snapshot).toSorted()).toEqual([
      'components',
      'coverage',
      'incidents',
      'provesNothingReported',
      'status',
      'unknownWords',
      'warnings',
    ]);
  });

  it.each([
    [
      'an unknown format',
      ['--format', 'nope', 'x'],
      /^unknown format "nope"; known are: alibaba-cloud, /,
    ],
    ['a missing file', ['--format', 'rss', '/no/such'], /^cannot read "\/no\/such" \(ENOENT\)/],
    ['a time that is none', ['--format', 'rss', '--at', 'noon', 'x'], /^--at "noon" is not a time/],
    [
      'a body of another kind',
      ['--format', 'rss', path.join(FIXTURES, 'hund/init-event.json')],
      /init-event\.json \(rss\): (parse|not-a-feed): /,
    ],
  ])('ends with 2 and one line for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(['parse', ...args]);
    expect([code, stdout, lines(stderr).length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(message);
  });

  it('ends with 2 where the format or the files are missing', async () => {
    for (const args of [['parse'], ['parse', '--format', 'rss'], ['nonsense']]) {
      const { code, stdout } = await runCli(args);
      expect([code, stdout]).toEqual([2, '']);
    }
  });
});

describe('providers', () => {
  it('lists at least 200 with format and evidence, and every category', async () => {
    const { code, stdout } = await runCli(['providers', '--json']);
    expect(code).toBe(0);
    const providers = JSON.parse(stdout) as {
      id: string;
      category: string;
      feeds: { format: string; url: string; evidence: string }[];
      noFeedReason?: object;
    }[];
    expect(providers.length).toBeGreaterThanOrEqual(200);
    for (const { feeds, noFeedReason } of providers) {
      expect(feeds.length > 0 || noFeedReason !== undefined).toBe(true);
      for (const feed of feeds) {
        expect(feed).toMatchObject({ format: expect.any(String), evidence: expect.any(String) });
      }
    }
  });

  it('lists them for people, one line each', async () => {
    const env = await configOf({ elm: { format: 'rss', url: 'https://elm.example/feed' } });
    const { stdout } = await runCli(['providers'], env);
    expect(stdout).toMatch(/^elm +cloud +CH {2}rss \(recorded\) https:\/\/elm\.example\/feed\n$/);
  });

  it('ends with an error that names the mistakes of the config', async () => {
    const env = await configOf({ elm: { format: 'nope', url: 'https://elm.example/feed' } });
    const { code, stdout, stderr } = await runCli(['providers'], env);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('nope');
  });
});

describe('readings', () => {
  it('reads what a manifest names, and fails where something is not as it says', async () => {
    const rows = [
      {
        format: 'hund',
        provider: 'elm',
        files: ['init-event.json'],
        at: '2026-02-03T12:00:00.000Z',
      },
      { format: 'rss', provider: 'elm', files: ['init-event.json'], expectError: 'it is JSON' },
      { format: 'html', provider: 'elm', files: ['page.html'], notRead: 'HTML only' },
    ];
    const write = (more: object[]) =>
      writeFile(
        path.join(folder, 'manifest.json'),
        JSON.stringify({ folder: path.join(FIXTURES, 'hund'), providers: [], more }),
      );
    await write(rows);
    const good = await runCli(['readings', '--json', folder]);
    expect(good.code).toBe(0);
    expect(lines(good.stdout).map((line) => JSON.parse(line) as object)).toMatchObject([
      { file: 'init-event.json', format: 'hund', incidents: 1, open: 1, isAsExpected: true },
      { format: 'rss', incidents: 0, note: expect.stringContaining('(it is JSON)') },
      { format: 'html', note: 'HTML only', isAsExpected: true },
    ]);
    await write([...rows, { format: 'rss', provider: 'elm', files: ['init-event.json'] }]);
    const bad = await runCli(['readings', folder]);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('4 files, 1 not as expected');
    expect(lines(bad.stdout).filter((line) => line.startsWith('!'))).toHaveLength(1);
  });

  it('ends with 2 and one line for a folder without a manifest', async () => {
    const { code, stdout, stderr } = await runCli(['readings', '/no/such-folder']);
    expect([code, stdout, lines(stderr).length]).toEqual([2, '', 1]);
    expect(stderr).toContain('no manifest for "/no/such-folder"');
  });
});

describe('feeds-check', () => {
  it('ends with 0 while all is well', async () => {
    const env = await configOf({ well: { format: 'statuspage', url: `${server.url}/well` } });
    const { code, stdout, stderr } = await runCli(['feeds-check', '--json'], env);
    expect([code, stderr]).toEqual([0, '1 feeds, 0 need a look\n']);
    expect(JSON.parse(stdout)).toMatchObject({
      provider: 'well',
      format: 'statuspage',
      status: 'operational',
      incidents: 0,
      error: null,
      redirectedTo: null,
      looksLike: null,
      unknownWords: [],
      isRotten: false,
    });
  });

  it('shows each kind of rot and ends with 1', async () => {
    const env = await configOf({
      odd: { format: 'statuspage', url: `${server.url}/odd` },
      moved: { format: 'statuspage', url: `${server.url}/moved` },
      page: { format: 'statuspage', url: `${server.url}/page` },
      gone: { format: 'statuspage', url: `${server.url}/gone` },
      other: { format: 'rss', url: `${server.url}/other.xml` },
    });
    const { code, stdout, stderr } = await runCli(['feeds-check'], env);
    expect([code, stderr]).toEqual([1, '5 feeds, 5 need a look\n']);
    const line = (id: string) => lines(stdout).find((one) => one.includes(` ${id} (`)) ?? '';
    expect(line('odd')).toMatch(/^LOOK .*words not known: status\.indicator=sideways/);
    expect(line('moved')).toMatch(/^LOOK .*moved to .*\/well\/api\/v2\/summary\.json/);
    expect(line('page')).toMatch(/^LOOK .*not-a-feed: /);
    expect(line('gone')).toMatch(/^LOOK .*http-status: /);
    expect(line('other')).toMatch(/^LOOK .*looks like atom/);
  });

  it('checks only the providers asked for, and refuses to check none', async () => {
    const env = await configOf({
      well: { format: 'statuspage', url: `${server.url}/well` },
      gone: { format: 'statuspage', url: `${server.url}/gone` },
    });
    expect((await runCli(['feeds-check', '--only', 'well'], env)).code).toBe(0);
    const none = await runCli(['feeds-check', '--only', 'nobody'], env);
    expect([none.code, none.stdout]).toEqual([2, '']);
  });
});
