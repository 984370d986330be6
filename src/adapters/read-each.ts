import { FeedError } from '../model/feed-error.ts';
import type { FeedDocument } from './adapter.ts';

/**
 * Reads the documents of one feed. One of several that cannot be read is a warning, so that a
 * broken extra does not take the rest away; when none can be read, the first error stands.
 *
 * @throws FeedError
 */
export function readEach<T>(
  documents: readonly FeedDocument[],
  read: (document: FeedDocument) => T,
): { readings: [T, ...T[]]; warnings: string[] } {
  const readings: T[] = [];
  const errors: FeedError[] = [];
  for (const document of documents) {
    try {
      readings.push(read(document));
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = readings;
  if (first === undefined) {
    throw errors[0] ?? new FeedError('empty-response', 'There is no document to read.');
  }
  return {
    readings: [first, ...others],
    warnings: errors.map(({ message, url }) => `${url ?? ''}: ${message}`),
  };
}
