import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AdapterContext, FeedDocument, Snapshot } from '../../src/adapters/adapter.ts';
import { adapterFor } from '../../src/adapters/registry.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** A document of the repository's own fixtures. */
export function xmlFixture(name: string): FeedDocument {
  return {
    url: 'https://status.example/feed.xml',
    body: new Uint8Array(readFileSync(path.join(FIXTURES, name))),
    headers: {},
  };
}

export function xmlDocument(text: string): FeedDocument {
  return {
    url: 'https://status.example/feed.xml',
    body: new TextEncoder().encode(text),
    headers: {},
  };
}

/** Reads a document as `format` on 21 October 2025, unless told otherwise. */
export function readAs(
  format: string,
  document: FeedDocument,
  context: Partial<AdapterContext> = {},
): Snapshot {
  const adapter = adapterFor(format);
  if (adapter === undefined) throw new Error(`No adapter for ${format}`);
  return adapter.parse([document], {
    providerId: 'example',
    statusPage: 'https://status.example/',
    fetchedAt: '2025-10-21T12:00:00.000Z',
    ...context,
  });
}
