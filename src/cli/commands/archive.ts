import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import { type ArchiveReport, checkArchive } from '../../knowledge/check-archive.ts';
import { loadEvents } from '../../knowledge/load-events.ts';

const KNOWLEDGE = path.resolve(import.meta.dirname, '../../knowledge');

export function registerArchive(program: Command): void {
  program
    .command('archive')
    .description('Look after the archive of past events.')
    .command('check')
    .description(
      'Read every file of the archive, count and name mistakes; exit 1 when there are any.',
    )
    .argument('[folder]', 'folder that holds events/', KNOWLEDGE)
    .option('--json', 'as JSON')
    .action(async (folder: string, options: { json?: boolean }) => {
      const report = await check(path.resolve(folder));
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : asText(report));
      if (report.mistakes.length > 0) process.exitCode = 1;
    });
}

async function check(folder: string): Promise<ArchiveReport> {
  const { feedsConfig } = readEnvironment(process.env);
  const [read, providers] = await Promise.all([
    loadEvents(pathToFileURL(`${folder}/`)),
    loadFeeds(feedsConfig, ADAPTERS),
  ]);
  const ids = new Set(providers.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]));
  return checkArchive(read.events, read.problems, ids);
}

function asText(report: ArchiveReport): string {
  const confidence = Object.entries(report.byConfidence)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
  const lines = [
    `${report.events} events from ${report.oldest ?? '-'} to ${report.newest ?? '-'}: ${confidence}`,
    `${report.posts} official posts, ${report.milestones} milestones, ${report.phases} phases, ${report.steps} steps of cause and effect`,
    `${report.downstream} services hit, ${report.downstreamWithOwnPost} of them with a post of their own`,
    `${report.incidents} incidents, ${report.sources} sources, ${report.disagreements} disagreements between them`,
    `${report.needBetterSource} events still need a better source`,
    report.mistakes.length === 0 ? 'no mistakes' : `${report.mistakes.length} mistakes:`,
    ...report.mistakes.map((one) => `- ${one.file}, ${one.path}: ${one.message}`),
  ];
  return `${lines.join('\n')}\n`;
}
