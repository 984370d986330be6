import type { Command } from 'commander';
import { readEnvironment } from '../../config/env.ts';
import { type EdgeSuggestion, suggestEdges } from '../../explain/suggest-edges.ts';
import type { Incident } from '../../model/incident.ts';
import { openStore } from '../../store/open-store.ts';
import { readIncidents } from '../read-incidents.ts';
import { explainTools } from './explain.ts';

export function registerSuggest(program: Command): void {
  program
    .command('suggest')
    .description('List upstreams that posts name as the cause and the knowledge has no edge for.')
    .option('--json', 'one line of JSON per suggestion')
    .argument('[incidents.jsonl]', 'one incident per line, or -; by default all of the store')
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const incidents = file === undefined ? await storedIncidents() : await readIncidents(file);
      const { graph, lexicon } = await explainTools();
      for (const suggestion of suggestEdges(incidents, graph, lexicon)) {
        process.stdout.write(options.json ? `${JSON.stringify(suggestion)}\n` : asText(suggestion));
      }
    });
}

function asText({ dependent, upstream, services, regions, said }: EdgeSuggestion): string {
  const places = [...services, ...regions].join(', ');
  const head = `${dependent} -> ${upstream}${places === '' ? '' : ` (${places})`}: ${said.length}`;
  const lines = said.map(({ at, incidentId, url, quote }) =>
    [`  ${at.slice(0, 16)}Z ${incidentId} ${url}`.trimEnd(), `    ${quote.sentence}`].join('\n'),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

async function storedIncidents(): Promise<Incident[]> {
  const store = await openStore(readEnvironment(process.env).databaseUrl);
  try {
    const incidents: Incident[] = [];
    let before: string | undefined;
    do {
      const page = await store.incidents({ limit: 200, ...(before ? { before } : {}) });
      incidents.push(...page.incidents);
      before = page.next ?? undefined;
    } while (before !== undefined);
    return incidents;
  } finally {
    await store.close();
  }
}
