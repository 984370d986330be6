import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { FeedError } from '../../../src/model/feed-error.ts';
import {
  CONTEXT,
  documentOf,
  fixtureNames,
  fixtureText,
  HOSTED_FORMATS,
} from './hosted-fixture.ts';

/** Fixtures that are a feed of their own, not one more document of the others'. */
const FEED_OF_ITS_OWN: readonly string[] = [
  'statuspal/every-list.json',
  'uptime-kuma/version-2.json',
];

/** Replaces a random leaf or branch of a JSON value. */
function mutate(value: unknown, pick: () => number, replacement: unknown): unknown {
  if (pick() % 5 === 0) return replacement;
  if (Array.isArray(value) && value.length > 0) {
    const at = pick() % value.length;
    return value
      .map((item, index) => (index === at ? mutate(item, pick, replacement) : item))
      .toReversed();
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const entries = Object.entries(value);
    const at = pick() % entries.length;
    return Object.fromEntries(
      entries
        .toReversed()
        .map(([key, item], index) => [key, index === at ? mutate(item, pick, replacement) : item]),
    );
  }
  return replacement;
}

function snapshotOrFeedError(format: string, texts: string[]) {
  const adapter = adapterFor(format)!;
  const documents = texts.map((text) => documentOf(text));
  expect(() => documents.map((document) => adapter.recognises(document))).not.toThrow();
  try {
    const snapshot = adapter.parse(documents, CONTEXT);
    expect(Array.isArray(snapshot.incidents)).toBe(true);
    for (const incident of snapshot.incidents) expect(incident.title).not.toBe('');
  } catch (error) {
    expect(error).toBeInstanceOf(FeedError);
  }
}

describe.each(HOSTED_FORMATS)('%s', (format) => {
  const texts = fixtureNames(format).map((name) => fixtureText(format, name));

  it('answers truncated documents with a snapshot or a FeedError', () => {
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (index, share) => {
          const text = texts[index]!;
          snapshotOrFeedError(format, [text.slice(0, Math.floor(text.length * share))]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers wrong types and shuffled keys with a snapshot or a FeedError', () => {
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.infiniteStream(fc.nat(1000)),
        fc.jsonValue(),
        (index, numbers, replacement) => {
          const text = texts[index]!;
          const pick = () => numbers.next().value;
          const json = /\{[\s\S]*\}|\[[\s\S]*\]/.exec(text)?.[0] ?? '';
          const isPlain = json.length > text.trim().length - 2;
          const mutated = isPlain
            ? JSON.stringify(mutate(JSON.parse(text), pick, replacement))
            : text.replace(
                /"(?:id|title|status)"/,
                JSON.stringify(JSON.stringify(replacement) ?? ''),
              );
          snapshotOrFeedError(format, [
            mutated ?? 'null',
            ...texts.filter((_, other) => other !== index),
          ]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('takes any one document, in any order', () => {
    for (const text of texts) snapshotOrFeedError(format, [text]);
    const adapter = adapterFor(format)!;
    const together = fixtureNames(format)
      .filter((name) => !FEED_OF_ITS_OWN.includes(`${format}/${name}`))
      .map((name) => documentOf(fixtureText(format, name)));
    const there = adapter.parse(together, CONTEXT);
    const back = adapter.parse(together.toReversed(), CONTEXT);
    const ids = (snapshot: typeof there) =>
      snapshot.incidents.map(({ upstreamId }) => upstreamId).sort();
    expect(ids(back)).toEqual(ids(there));
  });

  it.each(['{}', '[]', 'null', '<!doctype html><html><body>Sign in</body></html>', '', ' '])(
    'refuses %j',
    (text) => {
      const adapter = adapterFor(format)!;
      expect(adapter.recognises(documentOf(text))).toBe(false);
      expect(() => adapter.parse([documentOf(text)], CONTEXT)).toThrow(FeedError);
    },
  );

  it('is recognised by no other hosted format', () => {
    for (const text of texts) {
      const others = HOSTED_FORMATS.filter(
        (other) => other !== format && adapterFor(other)?.recognises(documentOf(text)),
      );
      expect(others).toEqual([]);
    }
  });
});
