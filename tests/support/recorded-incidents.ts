import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { adapterFor } from '../../src/adapters/registry.ts';
import { type Manifest, readManifest } from '../../src/cli/manifest.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { PlaceFinder } from '../../src/model/place.ts';
import { mergeSnapshot } from '../../src/poller/merge-snapshot.ts';
import { readFeed } from '../../src/poller/read-feed.ts';
import type { KnownIncident } from '../../src/store/store.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const RECORDINGS = path.resolve(ROOT, '../shared/recordings');

/**
 * Every incident of every recorded feed, each as its latest recording tells it, as if its page had
 * been followed from its first post on. By provider and time.
 */
export async function recordedIncidents(places: PlaceFinder): Promise<Incident[]> {
  const { manifest, folder } = await readManifest(RECORDINGS, ROOT);
  const known = new Map<string, KnownIncident>();
  for (const row of rowsOf(manifest)) {
    for (const file of row.files) await readInto(known, row, path.join(folder, file), places);
  }
  return [...known.values()]
    .map(({ incident }) => ({
      ...incident,
      // Where the record breaks off, nobody wrote down how long it went on.
      resolvedAt: incident.resolvedAt ?? incident.lastSeenAt,
      firstSeenAt: incident.updates[0]?.at ?? incident.startedAt,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

interface Row {
  provider: string;
  format: string;
  files: string[];
  at: string;
  timeZone?: string | undefined;
}

/** In order of recording, so that what was said later wins. */
function rowsOf(manifest: Manifest): Row[] {
  const served = manifest.providers.flatMap(({ id, feeds }) =>
    feeds.map(({ documents, format, at, timeZone }) => ({
      provider: id,
      format,
      at,
      timeZone,
      files: documents.map(({ file }) => file),
    })),
  );
  return [...served, ...manifest.more.filter(({ notRead }) => notRead === undefined)]
    .map(({ provider, format, files, at, timeZone }) => ({
      provider,
      format,
      files,
      timeZone,
      at: at ?? '2026-11-24T00:00:00.000Z',
    }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function readInto(
  known: Map<string, KnownIncident>,
  { provider, format, at, timeZone }: Row,
  file: string,
  places: PlaceFinder,
): Promise<void> {
  const adapter = adapterFor(format);
  if (adapter === undefined) return;
  const body = await readFile(file);
  const url = `https://recorded.example/${path.basename(file)}`;
  try {
    const snapshot = readFeed(
      adapter,
      [{ url, body, headers: {} }],
      {
        providerId: provider,
        statusPage: 'https://recorded.example/',
        fetchedAt: at,
        ...(timeZone === undefined ? {} : { timeZone }),
      },
      places,
    );
    const own = [...known.values()].filter(({ incident }) => incident.providerId === provider);
    const context = { providerId: provider, feedKey: format, at, isFirstRead: true };
    for (const change of mergeSnapshot({ ...context, known: own, snapshot })) {
      const { incident, upstreamIds, feedKey } = change;
      known.set(incident.id, { incident, upstreamIds, sources: { [feedKey]: at } });
    }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
}
