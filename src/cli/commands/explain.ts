import type { Command } from 'commander';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import { createDependencyGraph } from '../../explain/dependency-graph.ts';
import { explainAll } from '../../explain/explain-all.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { knownThen } from '../../explain/known-then.ts';
import { createLexicon } from '../../explain/lexicon.ts';
import { withUpstreams } from '../../explain/provider-names.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import { readIncidents } from '../read-incidents.ts';
import { UsageError } from '../usage-error.ts';

export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('Say why each incident probably happened, as one line of JSON per incident.')
    .option('--at <time>', 'only with what had been published by then, ISO 8601')
    .argument('<incidents.jsonl>', 'one incident per line, or - for standard input')
    .action(async (file: string, options: { at?: string }) => {
      const incidents = await readIncidents(file);
      const at = options.at === undefined ? null : readTime(options.at);
      const { graph, lexicon } = await explainTools();
      const known =
        at === null ? incidents : incidents.flatMap((one) => knownThen(one, at, lexicon) ?? []);
      const explanations = explainAll(known, graph, { lexicon });
      for (const { id } of known) {
        const line = {
          incident: id,
          explanations: explanations.explanationsOf(id).map(explanationLine),
        };
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
    });
}

/** Graph and names from the knowledge and the providers of this project; nothing from the store. */
export async function explainTools() {
  const environment = readEnvironment(process.env);
  const [knowledge, providers] = await Promise.all([
    loadKnowledge(),
    loadFeeds(environment.feedsConfig, ADAPTERS),
  ]);
  const graph = createDependencyGraph(knowledge);
  const { services, regions, places } = knowledge;
  const names = withUpstreams(providers, graph);
  const lexicon = createLexicon({ providers: names, services, regions, places });
  return { knowledge, graph, lexicon };
}

/** The keys people see, in a fixed order; `chain` only where there is more than one step. */
function explanationLine(one: Explanation) {
  return {
    because: one.because,
    upstream: one.upstream,
    ...(one.service === undefined ? {} : { service: one.service }),
    ...(one.region === undefined ? {} : { region: one.region }),
    grade: one.grade,
    for: one.for,
    against: one.against,
    quotes: one.quotes,
    ...(one.chain.length > 1 ? { chain: one.chain } : {}),
  };
}

function readTime(text: string): string {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new UsageError(`--at "${text}" is not a time; write for example 2025-10-20T09:30Z`);
}
