import { StoreError } from './store-error.ts';

/** Place of an incident in the order of pages: newest start first, ties by id. */
export interface PageKey {
  startedAt: string;
  id: string;
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const ALPHABET = /^[A-Za-z0-9_-]{1,400}$/;

/** Opaque to callers, so that its content may change; safe in an address. */
export function encodeCursor(key: PageKey): string {
  return Buffer.from(`${key.startedAt} ${key.id}`, 'utf8').toString('base64url');
}

/** @throws StoreError of kind `bad-cursor` */
export function decodeCursor(cursor: string): PageKey {
  if (ALPHABET.test(cursor)) {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const startedAt = text.slice(0, 24);
    const id = text.slice(25);
    const isWhole = text[24] === ' ' && TIME.test(startedAt) && id !== '';
    if (isWhole && encodeCursor({ startedAt, id }) === cursor) return { startedAt, id };
  }
  throw new StoreError('bad-cursor', 'Not a cursor of this site; start again at the first page.');
}
