import { describe, expect, it } from 'vitest';
import type { Adapter, FeedDocument, Snapshot } from '../../src/adapters/adapter.ts';
import { tolerateBroken } from '../../src/adapters/tolerate-broken.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import { FEED_CONTEXT } from './read-feed.ts';

const document = (url: string): FeedDocument => ({ url, body: new Uint8Array(), headers: {} });

/** Reads addresses as components; any that says "broken" breaks the whole. */
function setUp(coverage: Snapshot['coverage'] = 'window') {
  const calls: string[][] = [];
  const parse: Adapter['parse'] = (documents, { providerId }): Snapshot => {
    const urls = documents.map(({ url }) => url);
    calls.push(urls);
    const bad = urls.find((url) => url.startsWith('broken'));
    if (bad !== undefined) throw new FeedError('parse', 'No list.', { url: bad });
    return {
      coverage,
      status: null,
      components: urls.map((id) => ({ id, name: providerId, status: 'operational' })),
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: ['odd'],
    };
  };
  const read = (...urls: string[]) => tolerateBroken(parse)(urls.map(document), FEED_CONTEXT);
  return { calls, read };
}

describe('tolerateBroken', () => {
  it('reads the others without the broken one, and warns of it', () => {
    const { components, warnings } = setUp().read('a', 'broken', 'b');
    expect(components.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'example'],
      ['b', 'example'],
    ]);
    expect(warnings).toEqual(['broken: No list.', 'odd']);
  });

  it.each([
    ['history', 'part'],
    ['window', 'part'],
    ['active-only', 'active-only'],
  ] as const)('leaves of a %s with a hole a %s', (whole, left) => {
    expect(setUp(whole).read('a', 'broken').coverage).toBe(left);
    expect(setUp(whole).read('a', 'b').coverage).toBe(whole);
  });

  it('fails with the error of the first when all are broken', () => {
    expect(() => setUp().read('broken-1', 'broken-2')).toThrow(
      expect.objectContaining({ kind: 'parse', url: 'broken-1' }),
    );
    expect(() => setUp().read('broken')).toThrow(expect.objectContaining({ kind: 'parse' }));
  });

  it('fails where there is none', () => {
    const { calls, read } = setUp();
    expect(() => read()).toThrow(expect.objectContaining({ kind: 'empty-response' }));
    expect(calls).toEqual([]);
  });

  it('reads a single document once', () => {
    const { calls, read } = setUp();
    expect(read('a').warnings).toEqual(['odd']);
    expect(calls).toEqual([['a']]);
  });

  it('tries two documents each by itself', () => {
    const { calls, read } = setUp();
    read('a', 'b');
    expect(calls).toEqual([['a'], ['b'], ['a', 'b']]);
  });
});
