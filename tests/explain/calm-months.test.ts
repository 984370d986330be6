import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { aheadTable } from '../../src/explain/ahead-table.ts';
import { createDependencyGraph, type DependencyGraph } from '../../src/explain/dependency-graph.ts';
import { createLexicon, type Lexicon } from '../../src/explain/lexicon.ts';
import { createSuspicionCourse } from '../../src/explain/suspicion-course.ts';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Incident } from '../../src/model/incident.ts';
import { RECORDINGS, recordedIncidents } from '../support/recorded-incidents.ts';

let knowledge: Knowledge;
let graph: DependencyGraph;
let lexicon: Lexicon;

beforeAll(async () => {
  knowledge = await loadKnowledge();
  const config = path.resolve(import.meta.dirname, '../../feeds.config.ts');
  const providers = await loadFeeds(config, ADAPTERS);
  const { services, regions, places } = knowledge;
  graph = createDependencyGraph(knowledge);
  lexicon = createLexicon({ providers, services, regions, places });
}, 60_000);

/** Months of years followed in which no outage of the archive began or ended. */
function calmMonths(incidents: readonly Incident[]): Set<string> {
  const all = new Set(incidents.map(({ startedAt }) => startedAt.slice(0, 7)));
  for (const { startedAt, endedAt } of knowledge.events) {
    all.delete(startedAt.slice(0, 7));
    if (endedAt !== null) all.delete(endedAt.slice(0, 7));
  }
  return all;
}

function suspectedIn(incidents: readonly Incident[], months: ReadonlySet<string>): string[] {
  const course = createSuspicionCourse({ graph, lexicon, from: '2017-01-01T00:00:00.000Z' });
  return course
    .advance(incidents, '2026-11-25T00:00:00.000Z')
    .map(({ id, suspicion }) => [id, suspicion.formedAt.slice(0, 7)] as const)
    .filter(([, month]) => months.has(month))
    .map(([id]) => id);
}

describe('calm months', () => {
  it('of the archive raise no suspicion', () => {
    const incidents = knowledge.events.flatMap(archiveIncidents);
    const months = new Set(
      Array.from({ length: 120 }, (_, n) =>
        new Date(Date.UTC(2017, n, 1)).toISOString().slice(0, 7),
      ),
    );
    const calm = new Set([...months].filter((month) => !busyMonths().has(month)));
    expect(calm.size).toBeGreaterThan(80);
    expect(suspectedIn(incidents, calm)).toEqual([]);
  });

  it('are not proven by silence: five of one region within minutes do raise one', () => {
    const [edges] = [graph.edges.filter(({ upstream }) => upstream.region === 'aws:us-east-1')];
    const ids = [...new Set(edges.map(({ dependent }) => dependent.provider))].slice(0, 5);
    const at = '2019-03-05T10:00:00.000Z';
    const [model] = knowledge.events.flatMap(archiveIncidents);
    const fallen = ids.flatMap((id) =>
      model === undefined
        ? []
        : [
            {
              ...model,
              id: `${id}/x`,
              providerId: id,
              startedAt: at,
              updates: [],
              firstSeenAt: at,
            },
          ],
    );
    const incidents = [...knowledge.events.flatMap(archiveIncidents), ...fallen];
    expect(suspectedIn(incidents, new Set(['2019-03']))).toHaveLength(1);
  });
});

describe.skipIf(!existsSync(RECORDINGS))('calm months of the recordings', () => {
  it('raise no suspicion', { timeout: 240_000 }, async () => {
    const incidents = await recordedIncidents(knowledge.places);
    const calm = calmMonths(incidents);
    const within = incidents.filter(({ startedAt }) => calm.has(startedAt.slice(0, 7)));
    expect(calm.size).toBeGreaterThan(60);
    expect(within.length).toBeGreaterThan(1_000);
    expect(suspectedIn(incidents, calm)).toEqual([]);
  });
});

describe('minutes ahead', () => {
  it('are told of each archived outage with two dependents’ posts, and only of those', () => {
    const rows = aheadTable(knowledge.events, { graph, lexicon });
    expect(rows.map(({ event }) => event)).toContain('aws-us-east-1-2025-10-20');
    for (const { posts, firstPostAt, suspectedAt, minutesGained } of rows) {
      expect(posts.length).toBeGreaterThanOrEqual(2);
      expect(minutesGained === null).toBe(firstPostAt === null || suspectedAt === null);
      for (const { at, minutesAhead } of posts) {
        if (firstPostAt === null) expect(minutesAhead).toBeNull();
        else
          expect(Math.sign(minutesAhead ?? 0)).toBe(
            Math.sign(Date.parse(firstPostAt) - Date.parse(at)),
          );
      }
    }
  });
});

function busyMonths(): Set<string> {
  return new Set(
    knowledge.events.flatMap(({ startedAt, endedAt }) =>
      [startedAt, endedAt ?? startedAt].map((at) => at.slice(0, 7)),
    ),
  );
}
