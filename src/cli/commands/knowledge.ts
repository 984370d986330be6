import type { Command } from 'commander';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import { checkKnowledge, type KnowledgeReport } from '../../knowledge/check-knowledge.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';

export function registerKnowledge(program: Command): void {
  program
    .command('knowledge')
    .description('Look after the curated facts.')
    .command('check')
    .description(
      'Count dependencies and alternatives and name mistakes; exit 1 when there are any.',
    )
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const report = await check();
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : asText(report));
      if (report.mistakes.length > 0) process.exitCode = 1;
    });
}

async function check(): Promise<KnowledgeReport> {
  const { feedsConfig } = readEnvironment(process.env);
  const [knowledge, feeds] = await Promise.all([loadKnowledge(), loadFeeds(feedsConfig, ADAPTERS)]);
  const today = new Date().toISOString().slice(0, 10);
  return checkKnowledge(knowledge, new Set(feeds.map(({ id }) => id)), today);
}

function asText({ dependencies, alternatives, mistakes }: KnowledgeReport): string {
  const lines = [
    `${dependencies.total} dependencies: ${list(dependencies.byStrength)}`,
    `${dependencies.checked} of them with a source that was read and may be shown`,
    `by number of sources: ${list(dependencies.bySources)}`,
    `${alternatives.total} alternatives; independent of US big tech: ${list(alternatives.byIndependence)}`,
    mistakes.length === 0 ? 'no mistakes' : `${mistakes.length} mistakes:`,
    ...mistakes.map(({ file, path, message }) => `- ${file}, ${path}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([word, number]) => `${word} ${number}`)
    .join(', ');
}
