import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { createDependencyGraph, type DependencyGraph } from '../../src/explain/dependency-graph.ts';
import { createLexicon, type Lexicon } from '../../src/explain/lexicon.ts';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { RECORDINGS, recordedIncidents } from '../support/recorded-incidents.ts';
import { type LabelledResult, measureLabelled } from './measure-labelled.ts';
import { heldOutRecordings, readHeldOut } from './read-labelled.ts';

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

function expectLimits(result: LabelledResult, recall: number): void {
  const { confirmed, likely } = result.byGrade;
  expect(confirmed.wrong, result.wrong.join(', ')).toBe(0);
  expect(likely.precision ?? 0, result.wrong.join(', ')).toBeGreaterThanOrEqual(0.95);
  expect(result.recall, result.missed.join(', ')).toBeGreaterThanOrEqual(recall);
  expect(result.acrossRegions).toBe(0);
}

describe('held-out days in our own words', () => {
  it('keep the limits of the set the rules were made on', () => {
    const result = measureLabelled(readHeldOut(), graph, lexicon);
    expect([result.truePairs, result.nonPairs]).toEqual([12, 8]);
    expectLimits(result, 0.8);
  });
});

describe.skipIf(!existsSync(RECORDINGS))('held-out incidents of the recordings', () => {
  it('are right where they say likely; four of eighteen give no text to find them by', async () => {
    const incidents = [
      ...(await recordedIncidents(knowledge.places)),
      ...knowledge.events.flatMap(archiveIncidents),
    ];
    const result = measureLabelled([heldOutRecordings(incidents)], graph, lexicon);
    expect([result.truePairs, result.nonPairs]).toEqual([18, 26]);
    expectLimits(result, 0.77);
  }, 240_000);
});
