import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { readEnvironment } from '../../config/env.ts';
import { openStore } from '../../store/open-store.ts';
import type { PortableStore } from '../../store/portable-store.ts';

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('Write everything the store remembers as JSONL, for the command import.')
    .argument('[file]', 'file to write; - for standard output', '-')
    .option('--with-documents', 'the documents of the last good reads too')
    .action(async (file: string, options: { withDocuments?: boolean }) => {
      const store = await openStore(readEnvironment(process.env).databaseUrl);
      try {
        const lines = await exportTo(store, file, options);
        process.stderr.write(`${lines} records written\n`);
      } finally {
        await store.close();
      }
    });
}

/**
 * Writes an export to a file or, for `-`, to standard output, no faster than it is taken. A file
 * appears under its name only when it is whole.
 * @returns number of lines
 */
export async function exportTo(
  store: PortableStore,
  file: string,
  options: { withDocuments?: boolean } = {},
): Promise<number> {
  const partial = `${file}.part`;
  const stream = file === '-' ? process.stdout : createWriteStream(partial);
  let lines = 0;
  let failure: Error | null = null;
  stream.on('error', (error: Error) => {
    failure ??= error;
  });
  try {
    await store.exportRecords(async (record) => {
      if (failure !== null) throw failure;
      lines += 1;
      if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain');
    }, options);
    if (stream !== process.stdout) {
      stream.end();
      await finished(stream);
      await rename(partial, file);
    }
  } catch (error) {
    if (stream !== process.stdout) {
      stream.destroy();
      await rm(partial, { force: true });
    }
    throw error;
  }
  return lines;
}
