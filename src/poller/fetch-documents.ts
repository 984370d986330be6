import { createHash } from 'node:crypto';
import type { FetchDocument, FetchOutcome } from '../fetcher/fetch-outcome.ts';
import { FeedError } from '../model/feed-error.ts';
import type { HeldDocument, StoredDocument } from '../store/store.ts';

/** Headers an adapter may need to read the body. */
const KEPT_HEADERS = ['content-type', 'content-language', 'date', 'last-modified'];
/** A part of a feed gone for this many reads in a row is gone for good. */
const GONE_AFTER_FAILURES = 3;
const MISSING = new Set([404, 410]);

export interface FetchedDocuments {
  /** Of one the server did not send again, what we hold of it. */
  documents: (StoredDocument | HeldDocument)[];
  /** Every document is the one we held. */
  isUnchanged: boolean;
  /** Where the first document's address led, if elsewhere. */
  redirectedTo: string | null;
  freshForSeconds: number | null;
}

/**
 * Reads the documents of one feed, each with the validators of its last reading. The first must be
 * there; of the others those that never were may be missing. One that vanishes is a failed read at
 * first, because what only it listed would look ended.
 * @throws FeedError
 */
export async function fetchDocuments(
  urls: readonly string[],
  held: readonly HeldDocument[],
  failures: number,
  fetchDocument: FetchDocument,
  signal?: AbortSignal,
): Promise<FetchedDocuments> {
  const byUrl = new Map(held.map((document) => [document.url, document]));
  const fetchOne = async (url: string, position: number) => {
    const old = byUrl.get(url);
    const validators =
      old === undefined ? null : { etag: old.etag, lastModified: old.lastModified };
    try {
      return { url, old, outcome: await fetchDocument(url, validators, signal) };
    } catch (error) {
      const mayBeMissing =
        position > 0 && (old === undefined || failures >= GONE_AFTER_FAILURES) && isMissing(error);
      if (mayBeMissing) return null;
      throw error;
    }
  };
  const [firstUrl, ...otherUrls] = urls;
  if (firstUrl === undefined) throw new FeedError('parse', 'The format names no document to read');
  // The others are asked only when the first is there: a host in trouble gets one request.
  const first = await fetchOne(firstUrl, 0);
  const others = await Promise.all(otherUrls.map((url, index) => fetchOne(url, index + 1)));
  const results = [first, ...others].filter((result) => result !== null);
  const documents = results.map(({ url, old, outcome }) => toDocument(url, old, outcome));
  const isUnchanged =
    documents.length === held.length &&
    documents.every((document) => byUrl.get(document.url)?.hash === document.hash);
  const fresh = results.flatMap(({ outcome }) => outcome.freshForSeconds ?? []);
  return {
    documents,
    isUnchanged,
    redirectedTo:
      first !== null && first.outcome.url !== new URL(firstUrl).href ? first.outcome.url : null,
    freshForSeconds: fresh.length > 0 ? Math.max(...fresh) : null,
  };
}

/** Fills in the bodies the server did not send again, from what `stored` loads of the last reading. */
export async function withBodies(
  documents: readonly (StoredDocument | HeldDocument)[],
  stored: () => Promise<StoredDocument[]>,
): Promise<StoredDocument[]> {
  const hasBody = (document: StoredDocument | HeldDocument) => 'body' in document;
  const kept = documents.every(hasBody) ? [] : await stored();
  return documents.map((document) => {
    if ('body' in document) return document;
    const found = kept.find(({ url, hash }) => url === document.url && hash === document.hash);
    if (found !== undefined) return found;
    throw new FeedError('parse', 'What the server calls unchanged is not stored any more', {
      url: document.url,
    });
  });
}

function toDocument(
  url: string,
  old: HeldDocument | undefined,
  outcome: FetchOutcome,
): StoredDocument | HeldDocument {
  if (outcome.kind === 'not-modified') {
    if (old !== undefined) return old;
    throw new FeedError('http-status', 'The server answered HTTP 304 to an unconditional request', {
      url,
      httpStatus: 304,
    });
  }
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = outcome.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  return {
    url,
    etag: outcome.etag,
    lastModified: outcome.lastModified,
    headers,
    body: outcome.body,
    hash: createHash('sha256').update(outcome.body).digest('hex'),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof FeedError && MISSING.has(error.httpStatus ?? 0);
}
