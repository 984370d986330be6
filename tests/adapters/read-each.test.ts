import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { readEach } from '../../src/adapters/read-each.ts';
import { FeedError } from '../../src/model/feed-error.ts';

const document = (url: string): FeedDocument => ({ url, body: new Uint8Array(), headers: {} });
const [good, broken, nameless] = ['good', 'broken', 'nameless'].map(document) as [
  FeedDocument,
  FeedDocument,
  FeedDocument,
];

function read({ url }: FeedDocument): string {
  if (url === 'broken') throw new FeedError('parse', 'No list.', { url });
  if (url === 'nameless') throw new FeedError('not-a-feed', 'A page.');
  return url.toUpperCase();
}

describe('readEach', () => {
  it('reads every document', () => {
    expect(readEach([good, good], read)).toEqual({ readings: ['GOOD', 'GOOD'], warnings: [] });
  });

  it('warns of those that cannot be read, naming their address', () => {
    expect(readEach([broken, good, nameless], read)).toEqual({
      readings: ['GOOD'],
      warnings: ['broken: No list.', ': A page.'],
    });
  });

  it('fails with the first error when none can be read', () => {
    expect(() => readEach([nameless, broken], read)).toThrow(
      expect.objectContaining({ kind: 'not-a-feed', message: 'A page.' }),
    );
    expect(() => readEach([], read)).toThrow(
      expect.objectContaining({
        kind: 'empty-response',
        message: 'There is no document to read.',
      }),
    );
  });

  it('hides no fault of the reader', () => {
    const fault = new TypeError('a bug');
    const failing = ({ url }: FeedDocument) => {
      if (url === 'good') return url;
      throw fault;
    };
    expect(() => readEach([good, broken], failing)).toThrow(fault);
  });
});
