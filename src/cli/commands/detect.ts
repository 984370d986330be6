import type { Command } from 'commander';
import type { FeedDocument } from '../../adapters/adapter.ts';
import { ADAPTERS } from '../../adapters/registry.ts';
import { readEnvironment } from '../../config/env.ts';
import type { FetchDocument } from '../../fetcher/fetch-outcome.ts';
import { FeedError } from '../../model/feed-error.ts';
import { createSiteFetcher } from '../../server/site-fetcher.ts';
import { type Candidate, feedEntry, mostSpecific } from '../feed-entry.ts';
import { UsageError } from '../usage-error.ts';
import { readDocument } from './parse.ts';

interface Found extends Candidate {
  /** Why we think so, for people. */
  evidence: string;
}

export function registerDetect(program: Command): void {
  program
    .command('detect')
    .description(
      'Say which format a status page or a saved body speaks, and print the entry to paste.',
    )
    .argument('<url|file>', 'address of a status page or feed, or a saved body')
    .action(async (place: string) => {
      const found = /^https?:\/\//.test(place) ? await probe(place) : await look(place);
      if (found.length === 0) {
        throw new UsageError(
          `${place}: no known format recognised. Tried: ${ADAPTERS.map((one) => one.format).join(', ')}`,
        );
      }
      for (const candidate of mostSpecific(found)) {
        process.stdout.write(`${candidate.format}: ${candidate.evidence}\n`);
        process.stdout.write(`  ${feedEntry(candidate)}\n`);
      }
    });
}

/** A saved body does not say where it came from: its address is for the reader to fill in. */
async function look(file: string): Promise<Found[]> {
  const document = await readDocument(file);
  return ADAPTERS.filter((adapter) => adapter.recognises(document)).map(({ format }) => ({
    format,
    url: 'https://status.example/put-the-address-here',
    document,
    evidence: `its signature is in ${file}`,
  }));
}

/** Tries every address a known format would use below the given one; each address is asked once. */
async function probe(place: string): Promise<Found[]> {
  const environment = readEnvironment(process.env);
  const fetchDocument = createSiteFetcher(environment);
  const tried: string[] = [];
  try {
    const byUrl = new Map<string, Promise<FeedDocument | null>>();
    const get = (url: string) => {
      const known = byUrl.get(url) ?? fetchOrNull(fetchDocument, url, tried);
      byUrl.set(url, known);
      return known;
    };
    const found = await Promise.all(
      ADAPTERS.map(async (adapter): Promise<Found[]> => {
        for (const url of new Set([adapter.documents(place)[0] ?? place, place])) {
          const document = await get(url);
          if (document !== null && adapter.recognises(document)) {
            const evidence = `${document.url} answers with its signature`;
            return [{ format: adapter.format, url: place, document, evidence }];
          }
        }
        return [];
      }),
    );
    if (found.flat().length === 0) for (const line of tried) process.stderr.write(`${line}\n`);
    return found.flat();
  } finally {
    await fetchDocument.close();
  }
}

async function fetchOrNull(
  fetchDocument: FetchDocument,
  url: string,
  tried: string[],
): Promise<FeedDocument | null> {
  try {
    const outcome = await fetchDocument(url, null);
    return outcome.kind === 'fetched'
      ? { url: outcome.url, body: outcome.body, headers: outcome.headers }
      : null;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    tried.push(`${url}: ${error.kind}: ${error.message}`);
    return null;
  }
}
