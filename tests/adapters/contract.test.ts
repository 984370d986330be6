import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { ADAPTERS, adapterFor } from '../../src/adapters/registry.ts';
import { FeedError } from '../../src/model/feed-error.ts';

const TESTS = path.resolve(import.meta.dirname, '..');
const FIXTURES = path.join(TESTS, 'fixtures');
const DOCS = readFileSync(path.resolve(TESTS, '../docs/adapters.md'), 'utf8');
const PARTS = ['Used by', 'Documents', 'Recognised by', 'Words', 'Coverage', 'Quirks', 'Evidence'];
const FORMATS = ADAPTERS.map(({ format }) => format);

/** Documents that say too little of themselves: they are read beside another one of their feed. */
const NOT_RECOGNISED_ALONE: Readonly<Record<string, string>> = {
  'aws-currentevents/nothing.json': 'an empty list',
  'checkly/unresolved-incidents.json': 'a bare list of incidents',
  'instatus/components-nested.json': 'a bare list of components',
  'oci/status.json': 'the status.json of any Statuspage look-alike',
  'sorry/components.json': 'a bare list of components',
};
/** Formats that truly share their wire shape, and why. The generic two read what others read, too. */
const OVERLAPS: Readonly<Record<string, readonly string[]>> = {
  // The same platform, an older form of its payload.
  backblaze: ['firehydrant'],
  firehydrant: ['backblaze'],
  // StatusCast's summary with a domain of its own.
  fastly: ['statuscast'],
};
const GENERIC = ['rss', 'atom'];

const sectionOf = (format: string) =>
  DOCS.split(/^## /m).find((text) => text.startsWith(`${format}\n`)) ?? '';

const filesBelow = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));

/** Test files apart from the walks over all formats, which prove nothing about one of them. */
const TEST_TEXTS = filesBelow(path.join(TESTS, 'adapters'), '.ts')
  .filter((file) => !/\/(contract|damage)\.test\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

function fixturesOf(format: string): [string, FeedDocument][] {
  const folder = path.join(FIXTURES, format);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => [
    `${format}/${name}`,
    {
      url: 'https://status.example/feed',
      body: new Uint8Array(readFileSync(path.join(folder, name))),
      headers: {},
    },
  ]);
}

const recordedFormats = (): Set<string> => {
  const file = path.join(TESTS, 'support/recordings.manifest.json');
  const text = readFileSync(file, 'utf8');
  return new Set([...text.matchAll(/"format":\s*"([^"]+)"/g)].map((match) => match[1] ?? ''));
};

describe('the registry', () => {
  it('names formats in kebab case, each once, in alphabetical order', () => {
    for (const format of FORMATS) expect(format).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(new Set(FORMATS).size).toBe(FORMATS.length);
    expect(FORMATS).toEqual(FORMATS.toSorted());
  });

  it('finds an adapter by its format, and none for what is no format', () => {
    for (const adapter of ADAPTERS) expect(adapterFor(adapter.format)).toBe(adapter);
    for (const name of ['', 'Statuspage', 'constructor', '__proto__']) {
      expect(adapterFor(name)).toBeUndefined();
    }
  });

  it('has a fixture folder for nothing that is not a format', () => {
    const shared = ['demo', 'feed-xml'];
    const folders = readdirSync(FIXTURES).filter((name) => !shared.includes(name));
    expect(folders.filter((name) => !FORMATS.includes(name))).toEqual([]);
  });

  it('documents no format that is not there', () => {
    const sections = [...DOCS.matchAll(/^## ([a-z0-9-]+)$/gm)].map((match) => match[1]);
    expect(sections.filter((name) => !FORMATS.includes(name ?? ''))).toEqual([]);
    expect(sections).toEqual(sections.toSorted());
  });
});

describe.each(FORMATS)('%s', (format) => {
  const adapter = adapterFor(format)!;
  const fixtures = fixturesOf(format);

  it('has a section in docs/adapters.md with every part', () => {
    const section = sectionOf(format);
    expect(PARTS.filter((part) => !section.includes(`**${part}**`))).toEqual([]);
  });

  it('is tested by name', () => {
    expect(
      TEST_TEXTS.some((text) => text.includes(`'${format}'`) || text.includes(`'${format}/`)),
    ).toBe(true);
  });

  it('has fixtures of its own', () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it('was checked against recordings, or says why not', () => {
    const says = /not recorded|derived from|documented by/i.test(
      sectionOf(format).split('**Evidence**')[1] ?? '',
    );
    expect(recordedFormats().has(format) || says).toBe(true);
  });

  it('asks for at least one address, all of them absolute, and takes them back', () => {
    const urls = adapter.documents('https://status.example/page');
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(URL.canParse(url)).toBe(true);
    // Someone may paste the address of the document instead of the page.
    expect(adapter.documents(urls[0] ?? '')).toHaveLength(urls.length);
  });

  it.each(fixtures.map(([name, document]) => [name, document] as const))(
    'is recognised in %s, and nothing else is',
    (name, document) => {
      const recognised = ADAPTERS.filter((one) => one.recognises(document)).map(
        (one) => one.format,
      );
      const specific = recognised.filter((one) => one === format || !GENERIC.includes(one));
      const allowed = [format, ...(OVERLAPS[format] ?? [])];
      expect(specific.filter((one) => !allowed.includes(one))).toEqual([]);
      expect(specific.includes(format)).toBe(!Object.hasOwn(NOT_RECOGNISED_ALONE, name));
    },
  );

  it('refuses a web page, nothing and noise with one typed error', () => {
    for (const text of ['<!doctype html><html><body>Sign in</body></html>', '', ' ', '\u0000']) {
      const document = {
        url: 'https://status.example',
        body: new TextEncoder().encode(text),
        headers: {},
      };
      expect(adapter.recognises(document)).toBe(false);
      expect(() =>
        adapter.parse([document], {
          providerId: 'example',
          statusPage: 'https://status.example',
          fetchedAt: '2026-02-03T12:00:00.000Z',
        }),
      ).toThrow(FeedError);
    }
  });
});
