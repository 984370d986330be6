import { ADAPTERS } from '../../src/adapters/registry.ts';
import { readEnvironment } from '../../src/config/env.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import { createDependencyGraph, type DependencyGraph } from '../../src/explain/dependency-graph.ts';
import { createEventBook } from '../../src/explain/event-book.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import { createLexicon, type Lexicon } from '../../src/explain/lexicon.ts';
import { withUpstreams } from '../../src/explain/provider-names.ts';
import { createSuspicionCourse } from '../../src/explain/suspicion-course.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Incident } from '../../src/model/incident.ts';
import { measureLabelled } from '../../tests/explain/measure-labelled.ts';
import { readHeldOut, readLabelled } from '../../tests/explain/read-labelled.ts';
import { independentIncidents } from '../independent-incidents.ts';
import { type Row, report } from './report.ts';

/**
 * Measures the explanations and prints one line of JSON: right and wrong on the labelled set, time
 * per incident and for all at 100,000 stored, suspicions raised by chance. Ratio: how far a value is
 * on the right side of its limit; below 1 a limit is broken, and the exit code says so.
 * @example node scripts/bench/explain.ts
 */

interface Limited {
  name: string;
  value: number;
  limit: number;
  /** `most`: the value must not exceed the limit; `least`: not fall below it. */
  kind: 'most' | 'least';
  note?: string;
}

const STORED = 100_000;
const YEARS = 2;
const SEEDS = [11, 23, 37, 41, 59] as const;

function labelledRows(graph: DependencyGraph, lexicon: Lexicon): Limited[] {
  const result = measureLabelled(readLabelled(), graph, lexicon);
  const heldOut = measureLabelled(readHeldOut(), graph, lexicon);
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
      name: 'recall on held-out days',
      value: heldOut.recall,
      limit: 0.8,
      kind: 'least',
      note:
        `${heldOut.truePairs} true pairs, ${heldOut.nonPairs} others; ` +
        `wrong: ${heldOut.wrong.join(', ') || 'none'}; missed: ${heldOut.missed.join(', ') || 'none'}`,
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

function timeRows(
  graph: DependencyGraph,
  lexicon: Lexicon,
  providers: readonly string[],
): Limited[] {
  const incidents = independentIncidents(providers, { count: STORED, years: YEARS * 4, seed: 7 });
  const begin = performance.now();
  const explanations = explainAll(incidents, graph, { lexicon });
  const wholeS = (performance.now() - begin) / 1000;
  const startEvents = performance.now();
  const events = createEventBook(explanations);
  const count = events.all().length;
  const eventsS = (performance.now() - startEvents) / 1000;
  const times: number[] = [];
  for (let n = 0; n < 300; n++) {
    const incident = incidents[Math.floor((n * incidents.length) / 300)];
    if (incident === undefined) continue;
    const start = performance.now();
    const changed = explanations.update([{ ...incident, updatedAt: incident.startedAt }]);
    events.update([incident.id, ...changed]);
    events.all();
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
      note: `p95 ${at(0.95).toFixed(2)} ms, with everything it touches and all events`,
    },
    {
      name: 's for 100k anew',
      value: wholeS + eventsS,
      limit: 30,
      kind: 'most',
      note: `${eventsS.toFixed(2)} s of it for ${count} events`,
    },
  ];
}

/** Upstreams speak of their own outages; here they are silent, which is the harder case. */
function suspicionRows(
  graph: DependencyGraph,
  lexicon: Lexicon,
  providers: readonly string[],
): Limited[] {
  const upstreams = new Set(graph.edges.map((edge) => edge.upstream.provider));
  const dependents = new Set(graph.edges.map((edge) => edge.dependent.provider));
  const counts = SEEDS.map((seed) => {
    const incidents = independentIncidents(providers, {
      count: providers.length * 40 * YEARS,
      years: YEARS,
      seed,
    }).filter(({ providerId }) => dependents.has(providerId) && !upstreams.has(providerId));
    const from = incidents.map(({ startedAt }) => startedAt).toSorted()[0] ?? '';
    const course = createSuspicionCourse({ graph, lexicon, from });
    return course.advance(incidents, '2027-01-01T00:00:00.000Z').length;
  });
  const years = YEARS * SEEDS.length;
  return [
    {
      name: 'false suspicions per year',
      value: counts.reduce((sum, count) => sum + count, 0) / years,
      limit: 1,
      kind: 'most',
      note: `${years} years of independent incidents from ${SEEDS.length} seeds: ${counts.join(', ')}`,
    },
  ];
}

/** A value of nothing where little is wanted is as good as a thousandth of the limit. */
const BEST = 1_000;

function ratioOf({ value, limit, kind }: Limited): number {
  if (kind === 'least') return value / limit;
  if (limit === 0) return value === 0 ? 1 : 0;
  return Math.min(BEST, limit / value);
}

const knowledge = await loadKnowledge();
const configured = await loadFeeds(readEnvironment(process.env).feedsConfig, ADAPTERS);
const graph = createDependencyGraph(knowledge);
const { services, regions, places } = knowledge;
const names = withUpstreams(configured, graph);
const lexicon = createLexicon({ providers: names, services, regions, places });
const ids: string[] = configured.map(({ id }: Pick<Incident, 'id'>) => id);
const rows = [
  ...labelledRows(graph, lexicon),
  ...timeRows(graph, lexicon, ids),
  ...suspicionRows(graph, lexicon, ids),
].map((row): Row => {
  const { name, value, limit, note } = row;
  return { name, ratio: ratioOf(row), value, limit, ...(note === undefined ? {} : { note }) };
});
report('explain', rows);
if (rows.some(({ ratio }) => ratio < 1)) process.exitCode = 1;
