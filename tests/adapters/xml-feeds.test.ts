import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../src/adapters/registry.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';
import { readAs, xmlFixture } from './read-xml-fixture.ts';

const FORMATS = [
  'atom',
  'aws-rss',
  'azure-rss',
  'betterstack-rss',
  'google-atom',
  'hetzner-atom',
  'instatus-rss',
  'microsoft-rss',
  'oci-rss',
  'rss',
  'slack-feed',
  'statuspage-feed',
  'volcengine-rss',
  'xai-rss',
];
const ROOT = path.resolve(import.meta.dirname, '../fixtures');
const FIXTURES = FORMATS.flatMap((format) =>
  readdirSync(path.join(ROOT, format)).map((file) => [format, `${format}/${file}`] as const),
);

describe('every XML adapter', () => {
  it.each(FIXTURES)('%s recognises and soundly reads %s', (format, file) => {
    const document = xmlFixture(file);
    expect(adapterFor(format)?.recognises(document)).toBe(true);
    expectSoundSnapshot(readAs(format, document));
    expect(readAs(format, document)).toEqual(readAs(format, document));
  });

  it.each(FORMATS)('%s reads any feed soundly, its own or not', (format) => {
    for (const [, file] of FIXTURES) expectSoundSnapshot(readAs(format, xmlFixture(file)));
  });

  it.each(FIXTURES)('%s survives any damage to %s', (format, file) => {
    const document = xmlFixture(file);
    const text = new TextDecoder().decode(document.body);
    const damage = fc.tuple(
      fc.nat(text.length),
      fc.nat(200),
      fc.constantFrom('', '<', '&', ']]>', 'x', '9999', '\0'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (cuts) => {
        const damaged = cuts.reduce(
          (kept, [at, length, put]) => kept.slice(0, at) + put + kept.slice(at + length),
          text,
        );
        try {
          expectSoundSnapshot(
            readAs(format, { ...document, body: new TextEncoder().encode(damaged) }),
          );
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(FORMATS)('%s refuses a web page and an empty answer', (format) => {
    const document = (body: string) => ({
      url: 'https://status.example/',
      body: new TextEncoder().encode(body),
      headers: {},
    });
    const page = document('<!doctype html><title>Sign in</title>');
    expect(() => readAs(format, page)).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
    expect(() => readAs(format, document(' '))).toThrow(
      expect.objectContaining({ kind: 'empty-response' }),
    );
    expect(adapterFor(format)?.recognises(page)).toBe(false);
    expect(adapterFor(format)?.documents('https://status.example/x')).toEqual([
      'https://status.example/x',
    ]);
  });
});
