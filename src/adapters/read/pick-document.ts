import { FeedError } from '../../model/feed-error.ts';
import type { FeedDocument } from '../adapter.ts';
import { parseJsonLoosely } from './read-json.ts';

/** A JSON object of unknown content; null and arrays are none. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `path`, or undefined where something else stands there. */
export function objectAt(value: unknown, ...path: string[]): Record<string, unknown> | undefined {
  let current = value;
  for (const key of path) current = isObject(current) ? current[key] : undefined;
  return isObject(current) ? current : undefined;
}

/** True where `value` is an object that carries all these keys. */
export function hasKeys(value: unknown, ...keys: string[]): boolean {
  return isObject(value) && keys.every((key) => Object.hasOwn(value, key));
}

/** The first document whose JSON has the signature. */
export function pickDocument(
  documents: readonly FeedDocument[],
  isIt: (json: unknown, document: FeedDocument) => boolean,
): FeedDocument | undefined {
  return documents.find((document) => isIt(parseJsonLoosely(document), document));
}

/**
 * The document with the signature or, where none has it, the first one: reading that one then says
 * what is wrong with it.
 *
 * @throws FeedError `empty-response` where there is no document at all.
 */
export function pickOrFirst(
  documents: readonly FeedDocument[],
  isIt: (json: unknown, document: FeedDocument) => boolean,
): FeedDocument {
  const document = pickDocument(documents, isIt) ?? documents[0];
  if (document === undefined) {
    throw new FeedError('empty-response', 'There is no document to read.');
  }
  return document;
}
