import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRead } from '../../scripts/bare-read.ts';
import { GENERATED_UNTIL, generateIncidents } from '../../scripts/generate-incidents.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { IncidentQuery } from '../../src/store/store-queries.ts';

/** Every page must read a stretch of an index, however many incidents there are. */

const range = { from: '2025-11-01T00:00:00.000Z', to: '2025-12-01T00:00:00.000Z' };
const provider = 'provider-07';

const QUERIES: Record<string, IncidentQuery> = {
  timeline: {},
  provider: { providers: [provider] },
  stack: { providers: [provider, 'provider-08'] },
  'history range': range,
  'history range of a provider': { ...range, providers: [provider] },
  open: { isOpen: true },
  closed: { isOpen: false },
  archive: { origin: 'archive' },
  impact: { impact: 'major' },
  kind: { kinds: ['notice'] },
  status: { statuses: ['monitoring'] },
  region: { regions: [`${provider}:eu-west-1`] },
  service: { services: [`${provider}:api`], ...range },
  text: { text: 'outage', ...range },
};

const READS: Record<string, (store: Store, id: string) => Promise<unknown>> = {
  home: (store) => store.openIncidents(),
  'incident by id': (store, id) => store.incident(id),
  'incident by former id': (store) => store.incident('aws/none'),
  'sources of an incident': (store, id) => store.incidentSources(id),
  'revisions of an incident': (store, id) => store.revisions(id),
  'edits of incidents': (store, id) => store.revisionMarks([id, 'aws/none']),
  count: (store) => store.countIncidents(),
  'due feeds': (store) => store.dueFeeds('2027-01-01T00:00:00.000Z', 10),
  ongoing: (store) => store.ongoing(range.from, range.to),
  'bars of a provider': (store) =>
    store.ongoing(range.from, range.to, { providers: [provider], detail: 'parts' }),
  'bars of a month': (store) => store.ongoing(range.from, range.to, { detail: 'outline' }),
  'what changed of a month': (store, id) =>
    store.ongoing(range.from, range.to, { detail: 'outline', among: [id] }),
  'changes of a revision': (store) => store.changedSince(0),
  'impact changes of a provider': (store) => store.impactChanges(provider),
  'updates of a day': (store) => store.updatesBetween(range.from, range.to),
  'feed of everything': (store) => store.published({ moment: 'seen' }),
  'ends for a feed': (store) => store.published({ moment: 'ended', kinds: ['incident'] }),
  'posts for a feed': (store) => store.published({ moment: 'post' }),
  'feed of a provider': (store) => store.published({ moment: 'ended', providers: [provider] }),
  'feed of a region': (store) =>
    store.published({ moment: 'seen', regions: [`${provider}:eu-west-1`] }),
  calendar: (store) => store.incidentCountsByDay(range.from, range.to),
  'calendar of a provider': (store) => store.incidentCountsByDay(range.from, range.to, [provider]),
};

describe('query plans', () => {
  let folder = '';
  let store: Store;
  let plans: DatabaseSync;
  let queries: { sql: string; parameters: readonly unknown[] }[] = [];
  let id = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'downstream-test-'));
    const file = path.join(folder, 'plans.db');
    store = new SqliteStore(
      openSqlite(file, (sql, parameters) => queries.push({ sql, parameters })),
    );
    await generateIncidents(store, { count: 3000, seed: 7 });
    id = (await store.incidents({ limit: 1 })).incidents[0]!.id;
    plans = new DatabaseSync(file);
  });
  afterAll(async () => {
    plans.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Steps of all statements that `work` ran which read a whole table of incidents. */
  async function fullScans(work: () => Promise<unknown>): Promise<string[]> {
    queries = [];
    await work();
    expect(queries).not.toEqual([]);
    return queries.flatMap(({ sql, parameters }) =>
      plans
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...(parameters as SQLInputValue[]))
        .map((step) => String(step.detail))
        .filter((detail) => /^SCAN (?!CONSTANT)/.test(detail))
        // Walking an index that holds only what is wanted, or the timeline from its end, is no full
        // scan; nor is full text, which is driven by MATCH, nor a list given as JSON.
        .filter(
          (detail) =>
            !/USING (COVERING )?INDEX incidents_(open|archive|timeline|published|told_end)|INDEX incident_updates_at/.test(
              detail,
            ),
        )
        .filter((detail) => !/VIRTUAL TABLE|^SCAN (meta|p$|posts$|\(subquery)/.test(detail)),
    );
  }

  it.each(Object.entries(QUERIES))('%s', async (_name, query) => {
    expect(await fullScans(() => store.incidents(query))).toEqual([]);
    const { next } = await store.incidents({ ...query, limit: 1 });
    if (next === null) return;
    expect(await fullScans(() => store.incidents({ ...query, before: next }))).toEqual([]);
  });

  it.each(Object.entries(READS))('%s', async (_name, work) => {
    expect(await fullScans(() => work(store, id))).toEqual([]);
  });

  it('the merge of a provider with a long history', async () => {
    const [feed] = await store.dueFeeds('2027-01-01T00:00:00.000Z', 1);
    const read = bareRead(
      { feedKey: feed!.key, providerId: feed!.providerId, at: GENERATED_UNTIL },
      { upstreamIds: ['inc000001'] },
    );
    expect(await fullScans(() => store.saveRead(read, () => []))).toEqual([]);
  });

  it('a page in the middle starts where its cursor stands', async () => {
    const { next } = await store.incidents({ limit: 200 });
    queries = [];
    await store.incidents({ before: next! });
    const { sql, parameters } = queries[0]!;
    const steps = plans
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(parameters as SQLInputValue[]));
    expect(steps.map((step) => step.detail)).toEqual([
      expect.stringContaining('SEARCH i USING COVERING INDEX incidents_timeline'),
    ]);
  });
});

describe('generated incidents', () => {
  it('are the same for the same seed', async () => {
    const { inventIncidents } = await import('../../scripts/invent-incidents.ts');
    const options = { count: 50, seed: 3, providers: ['aws'], now: GENERATED_UNTIL };
    expect(inventIncidents(options)).toEqual(inventIncidents(options));
    expect(inventIncidents({ ...options, seed: 4 })).not.toEqual(inventIncidents(options));
  });
});
