import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { adapterFor } from '../../adapters/registry.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import { FeedError } from '../../model/feed-error.ts';
import type { PlaceFinder } from '../../model/place.ts';
import { readFeed } from '../../poller/read-feed.ts';
import { type Manifest, readManifest } from '../manifest.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** One line of the table: what an adapter read out of one recorded answer. */
export interface Reading {
  file: string;
  format: string;
  incidents: number;
  open: number;
  earliest: string | null;
  latest: string | null;
  regions: string[];
  unknownWords: string[];
  /** Error of the adapter, or why the file is not read; with the manifest's explanation. */
  note: string;
  /** False where the outcome is not what the manifest says it should be. */
  isAsExpected: boolean;
}

export function registerReadings(program: Command): void {
  program
    .command('readings')
    .description('Read every recorded body and print what was found in it.')
    .argument('[folder]', 'folder with a manifest', path.join(ROOT, '../shared/recordings'))
    .option('--json', 'one JSON line per file')
    .action(async (folder: string, options: { json?: boolean }) => {
      const { manifest, folder: files } = await readManifest(path.resolve(folder), ROOT);
      const { places } = await loadKnowledge();
      const readings = await readAll(manifest, files, places);
      for (const reading of readings) {
        process.stdout.write(options.json ? `${JSON.stringify(reading)}\n` : toRow(reading));
      }
      const wrong = readings.filter((reading) => !reading.isAsExpected);
      process.stderr.write(`${readings.length} files, ${wrong.length} not as expected\n`);
      if (wrong.length > 0) process.exitCode = 1;
    });
}

/** Reads all bodies a manifest names, each alone, in its order. */
export async function readAll(
  manifest: Manifest,
  folder: string,
  places: PlaceFinder,
): Promise<Reading[]> {
  const rows = [
    ...manifest.providers.flatMap(({ id, feeds }) =>
      feeds.map(({ documents, ...feed }) => ({
        ...feed,
        provider: id,
        files: documents.map((document) => document.file),
        expectError: undefined,
        notRead: undefined,
      })),
    ),
    ...manifest.more,
  ];
  const readings: Reading[] = [];
  for (const { files, ...row } of rows) {
    for (const file of files) readings.push(await readOne({ ...row, file }, folder, places));
  }
  return readings;
}

interface Row {
  provider: string;
  format: string;
  file: string;
  at?: string | undefined;
  timeZone?: string | undefined;
  expectError?: string | undefined;
  notRead?: string | undefined;
}

async function readOne(row: Row, folder: string, places: PlaceFinder): Promise<Reading> {
  const { file, format } = row;
  const empty = {
    file,
    format,
    incidents: 0,
    open: 0,
    earliest: null,
    latest: null,
    regions: [],
    unknownWords: [],
  };
  if (row.notRead !== undefined) return { ...empty, note: row.notRead, isAsExpected: true };
  const adapter = adapterFor(format);
  if (adapter === undefined) return { ...empty, note: 'no adapter', isAsExpected: false };
  const body = await readFile(path.join(folder, file));
  try {
    const snapshot = readFeed(
      adapter,
      [{ url: `https://recorded.example/${file}`, body, headers: {} }],
      {
        providerId: row.provider,
        statusPage: 'https://recorded.example/',
        fetchedAt: row.at ?? '2026-11-24T00:00:00.000Z',
        ...(row.timeZone === undefined ? {} : { timeZone: row.timeZone }),
      },
      places,
    );
    const times = snapshot.incidents.flatMap((one) => one.startedAt ?? []).toSorted();
    return {
      ...empty,
      incidents: snapshot.incidents.length,
      open: snapshot.incidents.filter((one) => one.resolvedAt === null).length,
      earliest: times.at(0) ?? null,
      latest: times.at(-1) ?? null,
      regions: [...new Set(snapshot.incidents.flatMap((one) => one.regions))].toSorted(),
      unknownWords: snapshot.unknownWords.map(({ field, word }) => `${field}=${word}`),
      note: '',
      isAsExpected: row.expectError === undefined,
    };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const note = `${error.kind}: ${error.message}${row.expectError === undefined ? '' : ` (${row.expectError})`}`;
    return { ...empty, note, isAsExpected: row.expectError !== undefined };
  }
}

function toRow(reading: Reading): string {
  const cells = [
    reading.isAsExpected ? ' ' : '!',
    reading.file,
    reading.format,
    `${reading.incidents} incidents`,
    `${reading.open} open`,
    `${reading.earliest?.slice(0, 16) ?? '-'} … ${reading.latest?.slice(0, 16) ?? '-'}`,
    firstOf(reading.regions) || '-',
    reading.unknownWords.join(' ') || '-',
    reading.note,
  ];
  return `${cells.join(' | ')}\n`;
}

/** The first six, and how many there are besides; `--json` has them all. */
function firstOf(regions: readonly string[]): string {
  const more = regions.length - 6;
  return regions.slice(0, 6).join(' ') + (more > 0 ? ` +${more}` : '');
}
