import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { createDependencyGraph } from '../../src/explain/dependency-graph.ts';
import { createLexicon } from '../../src/explain/lexicon.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { type LabelledResult, measureLabelled } from './measure-labelled.ts';
import { readLabelled } from './read-labelled.ts';

describe('labelled set', () => {
  let result: LabelledResult;

  beforeAll(async () => {
    const knowledge = await loadKnowledge();
    const config = path.resolve(import.meta.dirname, '../../feeds.config.ts');
    const providers = await loadFeeds(config, ADAPTERS);
    const { services, regions, places } = knowledge;
    const lexicon = createLexicon({ providers, services, regions, places });
    result = measureLabelled(readLabelled(), createDependencyGraph(knowledge), lexicon);
  });

  it('is large enough', () => {
    expect(result.truePairs).toBeGreaterThanOrEqual(30);
    expect(result.nonPairs).toBeGreaterThanOrEqual(40);
  });

  it('never confirms what is wrong', () => {
    expect(result.byGrade.confirmed.precision).toBe(1);
  });

  it('is right where it says likely', () => {
    expect(result.byGrade.likely.precision).toBeGreaterThanOrEqual(0.95);
  });

  it('finds most', () => {
    expect(result.recall).toBeGreaterThanOrEqual(0.8);
  });

  it('never crosses regions', () => {
    expect(result.acrossRegions).toBe(0);
  });
});
