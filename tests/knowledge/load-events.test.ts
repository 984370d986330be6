import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts';
import { loadEvents } from '../../src/knowledge/load-events.ts';
import { publicSources } from '../../src/knowledge/schemas/source.ts';
import { SOUND_EVENT } from './sound-event.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function folderWith(files: Record<string, string>): Promise<URL> {
  const folder = await mkdtemp(path.join(tmpdir(), 'knowledge-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'events'));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(folder, 'events', name), text);
  }
  return pathToFileURL(`${folder}/`);
}

async function mistakes(files: Record<string, string>): Promise<string> {
  const { problems } = await loadEvents(await folderWith(files));
  return new KnowledgeError(problems).message;
}

function broken(search: string, replacement: string): Record<string, string> {
  expect(SOUND_EVENT).toContain(search);
  return { 'example-2025-03-01.yaml': SOUND_EVENT.replace(search, replacement) };
}

describe('loadEvents', () => {
  it('reads a sound file, times as toISOString gives them, aliases as whole sources', async () => {
    const { events, problems } = await loadEvents(
      await folderWith({ 'example-2025-03-01.yaml': SOUND_EVENT }),
    );
    const [event] = events;
    expect(problems).toEqual([]);
    expect(event?.startedAt).toBe('2025-03-01T08:00:00.000Z');
    expect(event?.posts[0]?.sources[0]?.publisher).toBe('Example Cloud');
    expect(event?.timeNote).toBeNull();
  });

  const cases: [what: string, search: string, replacement: string, message: string][] = [
    [
      'a missing translation',
      ', de: Ein Kabel riss. }',
      ' }',
      'at summary.de: misses its German text: write it',
    ],
    [
      'an empty translation',
      'de: Ein Kabel riss.',
      "de: ' '",
      'at summary.de: is empty: write the text',
    ],
    [
      'an untranslated sentence',
      'de: Ein Kabel riss.',
      'de: A cable broke.',
      'at summary.de: repeats the English text: translate it',
    ],
    [
      'spelling that is not Swiss',
      'de: Ein Kabel riss.',
      'de: Ein großes Kabel.',
      'at summary.de: uses ß: Swiss spelling writes ss',
    ],
    [
      'a time without a zone',
      '2025-03-01T08:20Z',
      '2025-03-01 08:20',
      'at posts.0.at: "2025-03-01 08:20" is no time: write UTC such as 2025-10-20T06:48Z',
    ],
    [
      'a day that does not exist',
      '2025-03-01T08:20Z',
      '2025-02-30T08:20Z',
      'at posts.0.at: "2025-02-30T08:20Z" is no time',
    ],
    [
      'an end before the start',
      'endedAt: 2025-03-01T10:00Z',
      'endedAt: 2025-03-01T07:00Z',
      'at endedAt: lies before its start 2025-03-01T08:00:00.000Z: swap or correct them',
    ],
    [
      'an unknown status word',
      'status: investigating',
      'status: looking',
      'at posts.0.status: must be one of investigating, identified, monitoring',
    ],
    [
      'an unknown category',
      'category: network',
      'category: goblins',
      'at category: must be one of authentication, capacity',
    ],
    [
      'a post long before the start',
      '2025-03-01T08:20Z',
      '2025-02-27T08:20Z',
      'at posts.0.at: lies more than a day before the start',
    ],
    [
      'posts out of order',
      '2025-03-01T10:05Z',
      '2025-03-01T08:10Z',
      'at posts.0.at: is out of order: write the oldest first',
    ],
    [
      'a source without an address',
      'url: https://status.example.com/review',
      'url: the review',
      'at sources.0.url: is no http(s) address',
    ],
    [
      'a source with a script for an address',
      'url: https://blog.example.net/rumour',
      'url: javascript:alert(1)',
      'at sources.1.url: is no http(s) address',
    ],
    [
      'a source nobody published',
      'publisher: A blog',
      "publisher: ''",
      'at sources.1.publisher: is empty: say who published it',
    ],
    [
      'a source with half a date',
      'date: 2025-03-05',
      'date: spring 2025',
      'at sources.0.date: is no date',
    ],
    [
      'an entry without a source',
      'sources: [*rumour]',
      'sources: []',
      'at downstream.0.sources: has no source: name at least one',
    ],
    ['an alias to nothing', 'sources: [*rumour]', 'sources: [*hearsay]', 'hearsay'],
    [
      'a gap in the cascade',
      'step: 1',
      'step: 2',
      'at cascade.0.step: is 2: count from 1 without gaps',
    ],
    [
      'a region that is not canonical',
      '[example:north]',
      '[North]',
      'at regions.0: is no canonical id',
    ],
    ['a missing field', 'severity: major\n', '', 'at severity: '],
    [
      'a misspelt field',
      'severity: major',
      'severity: major\nseverety: minor',
      'has unknown keys severety: check their spelling',
    ],
    [
      'a file named differently',
      'id: example-2025-03-01',
      'id: example-2025',
      'at id: is "example-2025": name the file example-2025.yaml',
    ],
    [
      'a link to no event',
      'provider: shop',
      'provider: shop\n    event: nothing',
      'at downstream.0.event: there is no event "nothing"',
    ],
    [
      'a country that is none',
      '[CH]',
      '[Switzerland]',
      'at downstream.0.countries.0: is no country code',
    ],
    ['broken YAML', 'regions: [example:north]', 'regions: [example:north', 'is no valid YAML'],
  ];
  it.each(cases)('names %s', async (_what, search, replacement, message) => {
    expect(await mistakes(broken(search, replacement))).toContain(message);
  });

  it('names two files with the same id, and a source written twice', async () => {
    const twice = SOUND_EVENT.replace(
      'phases: []',
      `  - url: https://blog.example.net/rumour
    publisher: A blog
    kind: blog
    tier: weak
    foundHere: true
phases: []`,
    );
    const message = await mistakes({
      'example-2025-03-01.yaml': SOUND_EVENT,
      'other.yaml': twice,
    });
    expect(message).toContain(
      'events/other.yaml at id: "example-2025-03-01" is taken by events/example-2025-03-01.yaml',
    );
    expect(message).toContain('events/other.yaml at sources.2: is written twice');
  });

  it('tells every mistake of every file at once', async () => {
    const message = await mistakes({
      'a.yaml': SOUND_EVENT.replace('category: network', 'category: goblins'),
      'example-2025-03-01.yaml': SOUND_EVENT.replace('status: resolved', 'status: done').replace(
        'impact: major',
        'impact: none',
      ),
    });
    expect(message).toMatch(/^3 mistakes in the knowledge:/);
  });
});

describe('publicSources', () => {
  it('drops what is weak or was not read', async () => {
    const { events } = await loadEvents(
      await folderWith({ 'example-2025-03-01.yaml': SOUND_EVENT }),
    );
    const sources = events[0]?.sources ?? [];
    expect(publicSources(sources).map((source) => source.publisher)).toEqual(['Example Cloud']);
    expect(publicSources(sources.map((source) => ({ ...source, foundHere: false })))).toEqual([]);
  });
});
