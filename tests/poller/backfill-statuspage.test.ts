import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetchDocument } from '../../src/fetcher/fetch-document.ts';
import { backfillStatuspage } from '../../src/poller/backfill-statuspage.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { PortableStore } from '../../src/store/portable-store.ts';
import { ids, incident, save } from '../store/sample-incident.ts';
import { testProvider } from '../support/temporary-site.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const NOW = '2026-02-01T12:00:00.000Z';
let server: TestServer;
let store: PortableStore;
let answers: Record<string, unknown>;
let status: Record<string, number>;

function detail(code: string, day: string) {
  return {
    id: code,
    name: `Trouble ${code}`,
    status: 'resolved',
    impact: 'major',
    created_at: `${day}T08:00:00.000Z`,
    updated_at: `${day}T10:00:00.000Z`,
    resolved_at: `${day}T09:30:00.000Z`,
    shortlink: 'https://stspg.example/x',
    components: [{ id: 'c1', name: 'API' }],
    incident_updates: [
      { id: `${code}-2`, status: 'resolved', body: 'Done.', created_at: `${day}T09:30:00.000Z` },
      {
        id: `${code}-1`,
        status: 'investigating',
        body: 'Looking.',
        created_at: `${day}T08:00:00.000Z`,
      },
    ],
  };
}
const history = (...codes: string[]) => ({
  months: [{ name: 'May', year: 2020, incidents: codes.map((code) => ({ code, name: 'x' })) }],
});

beforeEach(async () => {
  status = {};
  answers = {
    '/history.json?page=1': history('aaa', 'bbb'),
    '/history.json?page=2': history(),
    '/history.json?page=3': history('ccc', 'gone'),
    '/incidents/aaa.json': detail('aaa', '2025-12-01'),
    '/incidents/bbb.json': detail('bbb', '2025-11-01'),
    '/incidents/ccc.json': detail('ccc', '2020-05-01'),
  };
  server = await startTestServer((request, response) => {
    const path = request.url ?? '';
    const found = answers[path] ?? (path.startsWith('/history') ? history() : undefined);
    response.writeHead(status[path] ?? (found === undefined ? 404 : 200), {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(found ?? {}));
  });
  store = await openStore('sqlite::memory:');
});
afterEach(async () => {
  await server.close();
  await store.close();
});

async function run() {
  const pauses: number[] = [];
  const feed = { format: 'statuspage', url: server.url, evidence: 'recorded' as const };
  const fetch = createFetchDocument({
    version: '0',
    contactUrl: 'https://downstream.example',
    allowPrivate: true,
    now: () => NOW,
    random: () => 0,
  });
  const clock = { now: () => NOW, sleep: async (ms: number) => void pauses.push(ms) };
  const provider = testProvider('acme', { feeds: [feed] });
  try {
    const total = await backfillStatuspage({ provider, feed, store, fetch, clock, places: null });
    return { total, pauses };
  } finally {
    await fetch.close();
  }
}

describe('backfillStatuspage', () => {
  it('reads back to the beginning, over quiet quarters, with a pause before every request', async () => {
    const { total, pauses } = await run();
    expect(total).toMatchObject({ added: 3, known: 0, failed: 1 });
    const { incidents } = await store.incidents({});
    expect(ids(incidents)).toEqual(['acme/aaa', 'acme/bbb', 'acme/ccc']);
    expect(incidents[2]).toMatchObject({
      title: 'Trouble ccc',
      status: 'resolved',
      impact: 'major',
      startedAt: '2020-05-01T08:00:00.000Z',
      resolvedAt: '2020-05-01T09:30:00.000Z',
      firstSeenAt: NOW,
      origin: 'feed',
    });
    expect(incidents[2]?.updates.map(({ body }) => body)).toEqual(['Looking.', 'Done.']);
    expect(pauses).toHaveLength(server.requests.length - 1);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
  });

  it('goes on where it stood, and changes nothing a feed has told', async () => {
    await save(store, incident('acme/aaa', { title: 'As the feed told it' }));
    status['/incidents/bbb.json'] = 429;
    await expect(run()).rejects.toMatchObject({ kind: 'rate-limited' });
    status = {};
    const { total } = await run();
    expect(total).toMatchObject({ added: 2, known: 1 });
    expect((await store.incident('acme/aaa'))?.title).toBe('As the feed told it');
    const before = server.requests.length;
    expect((await run()).total).toMatchObject({ added: 0, known: 3 });
    const asked = server.requests.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => path.startsWith('/incidents/'))).toEqual([
      '/incidents/gone.json',
    ]);
  });

  it('says so where the page has no such history', async () => {
    answers['/history.json?page=1'] = { nothing: true };
    await expect(run()).rejects.toMatchObject({ kind: 'not-a-feed' });
  });
});
