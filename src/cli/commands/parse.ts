import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import type { FeedDocument } from '../../adapters/adapter.ts';
import { ADAPTERS, adapterFor } from '../../adapters/registry.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import { FeedError } from '../../model/feed-error.ts';
import { readFeed } from '../../poller/read-feed.ts';
import { UsageError } from '../usage-error.ts';

interface ParseOptions {
  format: string;
  provider: string;
  statusPage: string;
  timeZone?: string;
  at?: string;
}

export function registerParse(program: Command): void {
  program
    .command('parse')
    .description('Read one recorded body with an adapter and print the snapshot as JSON.')
    .requiredOption('--format <name>', 'wire format, see docs/adapters.md')
    .option('--provider <id>', 'provider id for canonical regions and services', 'example')
    .option('--status-page <url>', 'official page, for relative links', 'https://status.example')
    .option('--time-zone <zone>', 'IANA zone of times without one')
    .option('--at <time>', 'when it was read, ISO 8601; default now')
    .argument('<files...>', 'documents of one feed, or - for standard input')
    .action(async (files: string[], options: ParseOptions) => {
      const snapshot = await parseFiles(files, options);
      process.stdout.write(`${JSON.stringify(snapshot, null, 2)}\n`);
    });
}

async function parseFiles(files: readonly string[], options: ParseOptions) {
  const adapter = adapterFor(options.format);
  if (adapter === undefined) {
    const known = ADAPTERS.map((one) => one.format).join(', ');
    throw new UsageError(`unknown format "${options.format}"; known are: ${known}`);
  }
  const fetchedAt = readAt(options.at);
  const documents = await Promise.all(files.map(readDocument));
  const { places } = await loadKnowledge();
  try {
    return readFeed(
      adapter,
      documents,
      {
        providerId: options.provider,
        statusPage: options.statusPage,
        fetchedAt,
        ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
      },
      places,
    );
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new UsageError(
      `${files.join(', ')} (${options.format}): ${error.kind}: ${error.message}`,
    );
  }
}

function readAt(at: string | undefined): string {
  const date = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(date.getTime())) {
    throw new UsageError(`--at "${at}" is not a time; write for example 2025-10-20T09:30Z`);
  }
  return date.toISOString();
}

/** A file, or standard input, as a feed document; errors name the file. */
export async function readDocument(file: string): Promise<FeedDocument> {
  try {
    const body = file === '-' ? await readStandardInput() : await readFile(file);
    const url = file === '-' ? 'https://stdin.example/' : pathToFileURL(file).href;
    return { url, body, headers: {} };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`cannot read "${file}" (${reason}); give a file that exists, or -`);
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
