import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { feedEntry, mostSpecific } from '../../src/cli/feed-entry.ts';
import { checkFeeds } from '../../src/config/check-feeds.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { lines, ROOT, runCli } from './run-cli.ts';

// Each run is a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });

const fixture = (name: string) => readFileSync(path.join(ROOT, 'tests/fixtures', name), 'utf8');
const RSS =
  '<rss version="2.0"><channel><title>Elm</title><item><title>Slow</title></item></channel></rss>';

/** What each page of the server answers, as its platform does; anything else is a page in HTML. */
const ANSWERS: Readonly<Record<string, string>> = {
  '/atlassian/api/v2/summary.json': fixture('statuspage/summary-groups-and-open.json'),
  '/incident/api/v2/summary.json': fixture('incident-io/compatible-summary-nulls.json'),
  '/instatus/summary.json': fixture('instatus/open-incident.json'),
  '/cstate/index.json': fixture('cstate/disrupted.json'),
  '/feed.xml': RSS,
  '/azure.xml': fixture('azure-rss/active.xml'),
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer((request, response) => {
    const body = ANSWERS[request.url ?? ''];
    if (body === undefined)
      response.setHeader('content-type', 'text/html').end('<!doctype html><html></html>');
    else response.end(body);
  });
});
afterAll(() => server.close());

/** The entry as feeds.config.ts would hold it: a JavaScript literal. */
function readEntry(line: string): unknown {
  return new Function(`return ${line.trim().replace(/,$/, '')}`)() as unknown;
}

function problemsOf(feed: unknown) {
  const provider = {
    id: 'elm',
    name: 'Elm',
    homepage: 'https://elm.example',
    statusPage: 'https://status.elm.example',
    category: 'cloud',
    country: 'CH',
    feeds: [feed],
  };
  return checkFeeds([provider], ADAPTERS);
}

describe('detect', () => {
  it.each([
    ['/atlassian', 'statuspage'],
    ['/incident', 'incident-io'],
    ['/instatus', 'instatus'],
    ['/cstate', 'cstate'],
    ['/feed.xml', 'rss'],
    ['/azure.xml', 'azure-rss'],
  ])('of %s says %s, why, and an entry the config takes', async (page, format) => {
    const url = `${server.url}${page}`;
    const { code, stdout } = await runCli(['detect', url], { ALLOW_PRIVATE_FEEDS: 'yes' });
    expect(code).toBe(0);
    const [evidence = '', entry = '', ...more] = lines(stdout);
    expect(more).toEqual([]);
    expect(evidence).toMatch(new RegExp(`^${format}: ${url}.* answers with its signature$`));
    expect(readEntry(entry)).toMatchObject({ format, url, evidence: 'recorded' });
    const feed = { ...(readEntry(entry) as object), url: 'https://status.elm.example' };
    expect(problemsOf(feed)).toEqual([]);
  });

  it('reads a saved body', async () => {
    const file = path.join(ROOT, 'tests/fixtures/statuspage-feed/history.xml');
    const { code, stdout } = await runCli(['detect', file]);
    expect([code, lines(stdout).length]).toEqual([0, 2]);
    expect(stdout).toContain(`statuspage-feed: its signature is in ${file}`);
    expect(problemsOf(readEntry(lines(stdout)[1] ?? ''))).toEqual([]);
  });

  it('fails with 2 and says what was tried where nothing is recognised', async () => {
    const page = await runCli(['detect', `${server.url}/nothing`], { ALLOW_PRIVATE_FEEDS: 'yes' });
    expect([page.code, page.stdout]).toEqual([2, '']);
    expect(page.stderr).toContain('/nothing: no known format recognised. Tried: ');
    const missing = await runCli(['detect', '/nowhere/at-all.json']);
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(lines(missing.stderr)).toEqual([
      'cannot read "/nowhere/at-all.json" (ENOENT); give a file that exists, or -',
    ]);
  });

  it('refuses inner addresses unless they are allowed', async () => {
    const { code, stderr } = await runCli(['detect', `${server.url}/feed.xml`]);
    expect(code).toBe(2);
    expect(stderr).toContain('blocked-address');
  });
});

describe('mostSpecific', () => {
  const of = (...formats: string[]) =>
    mostSpecific(formats.map((format) => ({ format }))).map(({ format }) => format);

  it('names the generic formats only where nothing else is there', () => {
    expect(of('rss', 'slack-feed')).toEqual(['slack-feed']);
    expect(of('rss')).toEqual(['rss']);
    expect(of('atom', 'rss')).toEqual(['atom', 'rss']);
    expect(of('statuscast', 'fastly')).toEqual(['fastly']);
    expect(of('statuscast')).toEqual(['statuscast']);
    expect(of()).toEqual([]);
  });
});

describe('feedEntry', () => {
  it('is a literal whatever stands in the address', () => {
    const url = `https://status.example/it's "\\ here`;
    const document = { url, body: new Uint8Array(), headers: {} };
    expect(readEntry(feedEntry({ format: 'rss', url, document }))).toEqual({
      format: 'rss',
      url,
      evidence: 'recorded',
    });
  });
});

describe("files of a folder of one's own", () => {
  it('are recognised from any place', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'detect-'));
    try {
      const file = path.join(folder, 'saved body.xml');
      await writeFile(file, RSS);
      expect((await runCli(['detect', file])).stdout).toContain("format: 'rss'");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
