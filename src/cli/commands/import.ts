import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { readEnvironment } from '../../config/env.ts';
import { openStore } from '../../store/open-store.ts';
import type { ImportResult, PortableStore } from '../../store/portable-store.ts';
import { StoreError } from '../../store/store-error.ts';
import { parseRecord, type StoreRecord } from '../../store/store-record.ts';
import { UsageError } from '../usage-error.ts';

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('Read what the command export wrote into an empty store.')
    .argument('<file>', 'file to read; - for standard input')
    .option('--merge', 'into a store that holds something: add what it does not know')
    .action(async (file: string, options: { merge?: boolean }) => {
      const store = await openStore(readEnvironment(process.env).databaseUrl);
      try {
        const added = await importFrom(store, file, options);
        process.stdout.write(
          `${added.incidents} incidents, ${added.revisions} revisions, ${added.feeds} feeds and ${added.documents} documents added\n`,
        );
      } finally {
        await store.close();
      }
    });
}

/** @throws UsageError where the file cannot be read, is no export, or the store is not empty */
export async function importFrom(
  store: PortableStore,
  file: string,
  options: { merge?: boolean } = {},
): Promise<ImportResult> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    return await store.importRecords(recordsOf(input), options);
  } catch (error) {
    if (
      error instanceof StoreError &&
      (error.kind === 'not-empty' || error.kind === 'bad-import')
    ) {
      throw new UsageError(`${file}: ${error.message}`);
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError(`${file}: there is no such file.`);
    }
    throw error;
  }
}

async function* recordsOf(input: NodeJS.ReadableStream): AsyncGenerator<StoreRecord> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield parseRecord(line, number);
  }
}
