import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Adapter,
  AdapterContext,
  FeedDocument,
  Snapshot,
} from '../../src/adapters/adapter.ts';

export const CONTEXT: AdapterContext = {
  providerId: 'example',
  statusPage: 'https://status.example.com',
  fetchedAt: '2026-03-02T12:00:00.000Z',
};

/** A document of tests/fixtures, as if fetched from `url`. */
export function fixture(name: string, url = 'https://status.example.com/feed.json'): FeedDocument {
  const file = path.resolve(import.meta.dirname, '../fixtures', name);
  return { url, body: new Uint8Array(readFileSync(file)), headers: {} };
}

/** A document that holds `value` as JSON. */
export function json(value: unknown, url = 'https://status.example.com/feed.json'): FeedDocument {
  return { url, body: new TextEncoder().encode(JSON.stringify(value)), headers: {} };
}

export function parse(adapter: Adapter, ...documents: FeedDocument[]): Snapshot {
  return adapter.parse(documents, CONTEXT);
}

/** The one incident with this id; fails loudly where there is none. */
export function incidentOf(snapshot: Snapshot, upstreamId: string) {
  const found = snapshot.incidents.find((incident) => incident.upstreamId === upstreamId);
  if (found === undefined) throw new Error(`no incident ${upstreamId}`);
  return found;
}
