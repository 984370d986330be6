import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADAPTERS, adapterFor } from '../../src/adapters/registry.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import {
  damageContext,
  documentOf,
  greenness,
  placesIn,
  putAt,
  reversedKeys,
  type Specimen,
  specimen,
  specimensOf,
} from './damage-document.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';

const SEED = { seed: 20251020 };
/** One core shared with others: generous, but a hang or an exponential expression shows. */
const PATIENCE_MS = 4000;
const KINDS = ['parse', 'not-a-feed', 'empty-response', 'forbidden-doctype'];

/**
 * Places whose damage may leave more green, and why: a component is matched by its id or shown by a
 * flag, a state is told by another field as well, or items of a type we do not read are skipped.
 */
const MAY_LOSE: Readonly<Record<string, RegExp>> = {
  betterstack: /^included\.#\.type$/,
  'incident-io': /component_id$|\.hidden$/,
  statuspage: /\.(group|only_show_if_degraded|name)$|^incidents\.#\.incident_updates/,
  statusio: /^result\.maintenance$/,
};
const NEVER = /(?!)/;

/** What stands where something else was meant: no word of any table, no time, no list, no object. */
const GARBAGE: readonly unknown[] = ['zzz qqq', -7, { q: 1 }, [['q']], ''];
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a\u0000b\u0007c\u001b[31m',
  '\ud800 lone',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  ']]><x>&xxe;',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
] as const;
const HUGE = [
  ' '.repeat(60_000),
  '<'.repeat(60_000),
  '<p>'.repeat(20_000),
  '&'.repeat(60_000),
  'from 1:00 to 2:00 am '.repeat(3000),
  '1'.repeat(60_000),
  '<small>Oct 1</small><strong>'.repeat(3000),
  '**'.repeat(30_000),
  '[('.repeat(20_000),
] as const;

/** A snapshot, or null for the one typed error; anything else fails, and so does slowness. */
function readOrRefuse(format: string, text: string, { url, text: whole }: Specimen) {
  const begun = performance.now();
  const adapter = adapterFor(format)!;
  const document = documentOf(text, url);
  try {
    expect(typeof adapter.recognises(document)).toBe('boolean');
    const snapshot = adapter.parse([document], damageContext(whole));
    expectSoundSnapshot(snapshot);
    return snapshot;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    expect(KINDS).toContain(error.kind);
    return null;
  } finally {
    expect(performance.now() - begun).toBeLessThan(PATIENCE_MS);
  }
}

function expectNotGreener(format: string, text: string, whole: Specimen): void {
  const snapshot = readOrRefuse(format, text, whole);
  const before = readOrRefuse(format, whole.text, whole);
  if (snapshot === null || before === null) return;
  const [now, then] = [greenness(snapshot), greenness(before)];
  if (!then.isGreen) expect(now.isGreen).toBe(false);
  if (!then.proves) expect(now.proves).toBe(false);
  if (now.proves) expect(now.open).toBeGreaterThanOrEqual(then.open);
  expect(now.greenComponents).toBeLessThanOrEqual(then.greenComponents);
}

const expectClean = (text: string) => {
  expect(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)).toBe(false);
  expect(text.isWellFormed()).toBe(true);
};

describe.each(ADAPTERS.map(({ format }) => format))('%s, damaged', (format) => {
  const specimens = specimensOf(format);
  const anySpecimen = fc.constantFrom(...specimens);
  const withJson = specimens.filter(({ json }) => json !== undefined);
  const places = withJson.flatMap((one) => placesIn(one.json).map((place) => ({ one, place })));
  const texts = places.filter(({ one, place }) => typeof at(one.json, place) === 'string');

  it('is a snapshot or one typed error wherever it is cut off, and never greener', () => {
    fc.assert(
      fc.property(anySpecimen, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        expectNotGreener(format, one.text.slice(0, Math.floor(one.text.length * share)), one);
      }),
      { ...SEED, numRuns: 20 },
    );
  });

  it('survives a hole, a doubled piece and noise in the middle', () => {
    fc.assert(
      fc.property(
        anySpecimen,
        fc.nat(),
        fc.nat(200),
        fc.string({ maxLength: 20 }),
        (one, at, length, noise) => {
          const start = at % one.text.length;
          const [before, after] = [one.text.slice(0, start), one.text.slice(start + length)];
          readOrRefuse(format, before + after, one);
          readOrRefuse(format, one.text.slice(0, start + length) + one.text.slice(start), one);
          readOrRefuse(format, before + noise + after, one);
        },
      ),
      { ...SEED, numRuns: 8 },
    );
  });

  if (places.length > 0)
    it('never grows greener by a wrong type or word in any place', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...places),
          fc.constantFrom(...GARBAGE),
          ({ one, place }, thing) => {
            const name = place.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
            const text = JSON.stringify(putAt(one.json, place, thing));
            if ((MAY_LOSE[format] ?? NEVER).test(name)) readOrRefuse(format, text, one);
            else expectNotGreener(format, text, one);
          },
        ),
        { ...SEED, numRuns: 60 },
      );
    });

  if (places.length > 0)
    it('survives in any place an object that cannot be made a text', () => {
      for (const { one, place } of places) {
        readOrRefuse(format, JSON.stringify(putAt(one.json, place, { toString: 1 })), one);
      }
    });

  if (places.length > 0)
    it('says the same whatever the order of its fields', () => {
      for (const one of withJson) {
        const text = JSON.stringify(reversedKeys(one.json));
        const [there, back] = [one.text, text].map((body) => readOrRefuse(format, body, one));
        expect(back && greenness(back)).toEqual(there && greenness(there));
      }
    });

  it('lets no hostile text through, wherever it stands', () => {
    const inText = (text: string, hostile: string, start: number) => {
      const gap = text.indexOf('>', start % text.length) + 1;
      return text.slice(0, gap) + hostile + text.slice(gap);
    };
    fc.assert(
      fc.property(
        texts.length > 0 ? fc.constantFrom(...texts) : fc.constant(null),
        anySpecimen,
        fc.constantFrom(...HOSTILE),
        fc.nat(),
        (place, other, hostile, start) => {
          const one = place?.one ?? other;
          const body =
            place === null
              ? inText(one.text, hostile, start)
              : JSON.stringify(putAt(one.json, place.place, hostile));
          const snapshot = readOrRefuse(format, body, one);
          for (const { title, upstreamId, updates, components } of snapshot?.incidents ?? []) {
            for (const text of [title, upstreamId, ...components.map(({ name }) => name)])
              expectClean(text);
            for (const { body: post } of updates) expectClean(post);
          }
          for (const { name } of snapshot?.components ?? []) expectClean(name);
          expect(Object.hasOwn(Object.prototype, 'q')).toBe(false);
        },
      ),
      { ...SEED, numRuns: 12 },
    );
  });

  it('reads huge texts and deep nesting in bounded time', () => {
    const one = specimens[0]!;
    fc.assert(
      fc.property(
        texts.length > 0 ? fc.constantFrom(...texts) : fc.constant(null),
        fc.constantFrom(...HUGE),
        (place, huge) => {
          const gap = one.text.lastIndexOf('</');
          if (place !== null)
            readOrRefuse(
              format,
              JSON.stringify(putAt(place.one.json, place.place, huge)),
              place.one,
            );
          else readOrRefuse(format, one.text.slice(0, gap) + huge + one.text.slice(gap), one);
        },
      ),
      { ...SEED, numRuns: 4 },
    );
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['<a>', '</a>'],
    ] as const) {
      readOrRefuse(format, `${open.repeat(5000)}1${close.repeat(5000)}`, one);
    }
  });
});

const RECORDINGS = path.resolve(import.meta.dirname, '../../../shared/recordings');
/** Larger recordings are read as they are elsewhere; cutting them up takes too long here. */
const MAX_BYTES = 60_000;

describe.skipIf(!existsSync(RECORDINGS))('recordings, damaged (needs ../shared/recordings)', () => {
  const manifest = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../support/recordings.manifest.json'), 'utf8'),
  ) as {
    providers: { feeds: { format: string; documents: { file: string }[] }[] }[];
    more: { format: string; files: string[]; notRead?: string }[];
  };
  const files = [
    ...manifest.providers.flatMap(({ feeds }) =>
      feeds.flatMap(({ format, documents }) =>
        documents.map(({ file }) => [format, file] as const),
      ),
    ),
    ...manifest.more.flatMap(({ format, files: list }) =>
      list.map((file) => [format, file] as const),
    ),
  ].filter(
    ([format, file]) => adapterFor(format) !== undefined && existsSync(path.join(RECORDINGS, file)),
  );
  const byFormat = Object.entries(Object.groupBy(files, ([format]) => format));

  it.each(byFormat)('%s', (format, rows = []) => {
    const bodies = rows
      .map(([, file]) => [file, readFileSync(path.join(RECORDINGS, file))] as const)
      .filter(([, bytes]) => bytes.length <= MAX_BYTES)
      .map(([file, bytes]) => specimen(file, bytes));
    if (bodies.length === 0) return;
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        fc.constantFrom(...GARBAGE),
        (one, share, position, thing) => {
          readOrRefuse(format, one.text.slice(0, Math.floor(one.text.length * share)), one);
          if (one.json === undefined) return;
          const places = placesIn(one.json);
          const place = places[position % places.length] ?? [];
          readOrRefuse(format, JSON.stringify(putAt(one.json, place, thing)), one);
        },
      ),
      { ...SEED, numRuns: 6 },
    );
  });
});

function at(value: unknown, place: readonly (string | number)[]): unknown {
  return place.reduce<unknown>(
    (node, step) => (node as Record<string | number, unknown> | null)?.[step],
    value,
  );
}
