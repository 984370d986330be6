import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { HeldDocument, StoredDocument } from '../store.ts';
import type { Schema } from './schema.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const headersSchema = z.record(z.string(), z.string());

/** A document ready to be stored: compressed before the transaction begins, off the main thread. */
export interface PackedDocument {
  document: StoredDocument;
  packed: Uint8Array;
}

export function packDocuments(documents: readonly StoredDocument[]): Promise<PackedDocument[]> {
  return Promise.all(
    documents.map(async (document) => ({ document, packed: await pack(document.body) })),
  );
}

/**
 * Makes these the documents of a feed.
 * @returns true where a body differs from what was there
 */
export async function saveDocuments(
  trx: Transaction<Schema>,
  feedKey: string,
  documents: readonly PackedDocument[],
): Promise<boolean> {
  const stored = await trx
    .selectFrom('feed_documents')
    .select(['url', 'hash'])
    .where('feed_key', '=', feedKey)
    .execute();
  const hashes = new Map(stored.map((row) => [row.url, row.hash]));
  const urls = new Set(documents.map(({ document }) => document.url));
  for (const { url } of stored) {
    if (urls.has(url)) continue;
    await trx
      .deleteFrom('feed_documents')
      .where('feed_key', '=', feedKey)
      .where('url', '=', url)
      .execute();
  }
  for (const [position, { document, packed }] of documents.entries()) {
    const row = {
      position,
      etag: document.etag,
      last_modified: document.lastModified,
      headers: JSON.stringify(document.headers),
      body: packed,
      hash: document.hash,
    };
    await trx
      .insertInto('feed_documents')
      .values({ feed_key: feedKey, url: document.url, ...row })
      .onConflict((conflict) => conflict.doUpdateSet(row))
      .execute();
  }
  const isSame = ({ document }: PackedDocument) => hashes.get(document.url) === document.hash;
  return hashes.size !== urls.size || !documents.every(isSame);
}

/** Without the bodies: a feed that answers 304 needs none of them. */
export async function heldDocuments(db: Kysely<Schema>, feedKey: string): Promise<HeldDocument[]> {
  const rows = await db
    .selectFrom('feed_documents')
    .select(['url', 'etag', 'last_modified', 'hash'])
    .where('feed_key', '=', feedKey)
    .orderBy(sql`position`)
    .execute();
  return rows.map((row) => ({
    url: row.url,
    etag: row.etag,
    lastModified: row.last_modified,
    hash: row.hash,
  }));
}

export async function loadDocuments(
  db: Kysely<Schema>,
  feedKey: string,
): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('feed_documents')
    .selectAll()
    .where('feed_key', '=', feedKey)
    .orderBy(sql`position`)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      url: row.url,
      etag: row.etag,
      lastModified: row.last_modified,
      headers: headersSchema.parse(JSON.parse(row.headers)),
      body: new Uint8Array(await unpack(row.body)),
      hash: row.hash,
    })),
  );
}
