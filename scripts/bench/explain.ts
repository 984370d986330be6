import { ADAPTERS } from '../../src/adapters/registry.ts';
import { readEnvironment } from '../../src/config/env.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { createDependencyGraph, type DependencyGraph } from '../../src/explain/dependency-graph.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import { createLexicon, type Lexicon } from '../../src/explain/lexicon.ts';
import { suspicionsAt } from '../../src/explain/suspicion.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Incident } from '../../src/model/incident.ts';
import { measureLabelled } from '../../tests/explain/measure-labelled.ts';
import { readLabelled } from '../../tests/explain/read-labelled.ts';
import { independentIncidents } from '../independent-incidents.ts';

/**
 * Measures the explanations and prints one line of JSON: right and wrong on the labelled set, time
 * per incident and for all at 100,000 stored, suspicions raised by chance. `worst` is the highest
 * share of its limit any row takes; above 1 a limit is broken, and the exit code says so.
 * @example node scripts/bench/explain.ts
 */

interface Row {
  name: string;
  value: number;
  limit: number;
  /** `most`: the value must not exceed the limit; `least`: not fall below it. */
  kind: 'most' | 'least';
  note?: string;
}

const STORED = 100_000;
const YEARS = 2;

function labelledRows(graph: DependencyGraph, lexicon: Lexicon): Row[] {
  const result = measureLabelled(readLabelled(), graph, lexicon);
  const { confirmed, likely, possible } = result.byGrade;
  const note = `${result.truePairs} true pairs, ${result.nonPairs} others`;
  return [
    { name: 'precision confirmed', value: confirmed.precision ?? 0, limit: 1, kind: 'least', note },
    { name: 'precision likely', value: likely.precision ?? 0, limit: 0.95, kind: 'least' },
    {
      name: 'recall confirmed and likely',
      value: result.recall,
      limit: 0.8,
      kind: 'least',
      note: `missed: ${result.missed.join(', ') || 'none'}`,
    },
    {
      name: 'across incompatible regions',
      value: result.acrossRegions,
      limit: 0,
      kind: 'most',
      note: `possible: ${possible.right} right, ${possible.wrong} wrong (${result.wrong.join(', ')})`,
    },
  ];
}

function timeRows(graph: DependencyGraph, lexicon: Lexicon, providers: readonly string[]): Row[] {
  const incidents = independentIncidents(providers, { count: STORED, years: YEARS * 4, seed: 7 });
  const begin = performance.now();
  const explanations = explainAll(incidents, graph, { lexicon });
  const wholeS = (performance.now() - begin) / 1000;
  const times: number[] = [];
  for (let n = 0; n < 300; n++) {
    const incident = incidents[Math.floor((n * incidents.length) / 300)];
    if (incident === undefined) continue;
    const start = performance.now();
    explanations.update([{ ...incident, updatedAt: incident.startedAt }]);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return [
    {
      name: 'ms per incident at 100k, median',
      value: at(0.5),
      limit: 5,
      kind: 'most',
      note: `p95 ${at(0.95).toFixed(2)} ms, with everything it touches`,
    },
    { name: 's for 100k anew', value: wholeS, limit: 30, kind: 'most' },
  ];
}

function suspicionRow(graph: DependencyGraph, lexicon: Lexicon, providers: readonly string[]): Row {
  const incidents = independentIncidents(providers, {
    count: providers.length * 40 * YEARS,
    years: YEARS,
    seed: 11,
  }).toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  // Upstreams speak of their own outages; here they are silent, which is the harder case.
  const upstreams = new Set(graph.edges.map((edge) => edge.upstream.provider));
  const dependents = new Set(graph.edges.map((edge) => edge.dependent.provider));
  const relevant = incidents.filter(
    ({ providerId }) => dependents.has(providerId) && !upstreams.has(providerId),
  );
  const explanations = explainAll(relevant, graph, { lexicon });
  const ids = new Set<string>();
  for (const { startedAt } of relevant) {
    for (const { id } of suspicionsAt(explanations, startedAt)) ids.add(id);
  }
  return {
    name: 'false suspicions per year',
    value: ids.size / YEARS,
    limit: 1,
    kind: 'most',
    note: `${relevant.length} independent incidents in ${YEARS} years`,
  };
}

function shareOfLimit({ value, limit, kind }: Row): number {
  if (kind === 'least') return value === 0 ? Number.MAX_VALUE : limit / value;
  return limit === 0 ? (value === 0 ? 0 : Number.MAX_VALUE) : value / limit;
}

const knowledge = await loadKnowledge();
const configured = await loadFeeds(readEnvironment(process.env).feedsConfig, ADAPTERS);
const graph = createDependencyGraph(knowledge);
const { services, regions, places } = knowledge;
const lexicon = createLexicon({ providers: configured, services, regions, places });
const ids: string[] = configured.map(({ id }: Pick<Incident, 'id'>) => id);
const rows = [
  ...labelledRows(graph, lexicon),
  ...timeRows(graph, lexicon, ids),
  suspicionRow(graph, lexicon, ids),
];
const worst = Math.max(...rows.map(shareOfLimit));
console.log(JSON.stringify({ bench: 'explain', rows, worst }));
if (worst > 1) process.exitCode = 1;
