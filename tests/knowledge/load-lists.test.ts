import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts';
import { loadAlternatives } from '../../src/knowledge/load-alternatives.ts';
import { loadDependencies } from '../../src/knowledge/load-dependencies.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function folderWith(name: string, text: string): Promise<URL> {
  const folder = await mkdtemp(path.join(tmpdir(), 'knowledge-'));
  folders.push(folder);
  await writeFile(path.join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

const EDGE = `  - id: shop-on-example
    dependent: { provider: shop }
    upstream: { provider: example, region: global }
    strength: reported
    purpose: hosting
    criticality: hard
    since: "2025"
    checkedAt: "2026-11-24"
    note: { en: Said so., de: Sagte es. }
    sources: [*news]
`;
const SOURCES = `sources:
  - &news
    url: https://news.example/1
    publisher: News
    kind: press
    tier: press
    foundHere: true
`;
const EDGES = `${SOURCES}edges:\n${EDGE}`;

async function edgeMistakes(text: string): Promise<string> {
  const { problems } = await loadDependencies(await folderWith('dependencies.yaml', text));
  return new KnowledgeError(problems).message;
}

describe('loadDependencies', () => {
  it('reads a sound file, aliases as whole sources, in order of ids', async () => {
    const text = EDGES + EDGE.replace('shop-on-example', 'a-first').replace('hosting', 'dns');
    const root = await folderWith('dependencies.yaml', text);
    const { dependencies, problems } = await loadDependencies(root);
    expect(problems).toEqual([]);
    expect(dependencies.map(({ id }) => id)).toEqual(['a-first', 'shop-on-example']);
    expect(dependencies[1]?.sources[0]?.publisher).toBe('News');
    expect(dependencies[1]?.since).toBe('2025');
  });

  const cases: [what: string, search: string, replacement: string, message: string][] = [
    ['an edge without a date', '    checkedAt: "2026-11-24"\n', '', 'at edges.0.checkedAt: '],
    ['a day that is none', '"2026-11-24"', 'yesterday', 'at edges.0.checkedAt: '],
    ['half a date', '"2025"', 'spring 2025', 'at edges.0.since: is no date'],
    ['an unknown strength', 'reported', 'rumoured', 'must be one of documented, reported'],
    ['an untranslated note', 'de: Sagte es.', 'de: Said so.', 'repeats the English text'],
    ['an alias to nothing', '*news', '*hearsay', 'hearsay'],
    ['an id that is none', 'id: shop-on-example', 'id: Shop on Example', 'at edges.0.id: '],
  ];
  it.each(cases)('names %s', async (_what, search, replacement, message) => {
    expect(EDGES).toContain(search);
    expect(await edgeMistakes(EDGES.replace(search, replacement))).toContain(message);
  });

  it('names an id used twice', async () => {
    expect(await edgeMistakes(EDGES + EDGE)).toContain(
      'dependencies.yaml at edges.1.id: "shop-on-example" is taken by edges.0',
    );
  });
});

const ENTRY = `  - id: garden
    name: Garden
    category: cloud
    what: { en: Servers., de: Server. }
    replaces: [example]
    country: null
    owner: { en: Volunteers, de: Freiwillige }
    openSource: true
    selfHostable: true
    homepage: https://garden.example
    base:
      summary: { en: Any server, de: Jeder Server }
      independentOfUsBigTech: depends-on-operator
      evidence: unconfirmed
      sources: []
    statusPage: null
    sources: [*news]
`;

describe('loadAlternatives', () => {
  it('reads a sound file, in order of names', async () => {
    const text = `${SOURCES}alternatives:\n${ENTRY}${ENTRY.replace('garden', 'alm').replace('Garden', 'Älm')}`;
    const root = await folderWith('alternatives.yaml', text);
    const { alternatives, problems } = await loadAlternatives(root);
    expect(problems).toEqual([]);
    expect(alternatives.map(({ name }) => name)).toEqual(['Älm', 'Garden']);
    expect(alternatives[0]?.replacesNames).toEqual([]);
  });

  it('names an entry without a stated base, and an id used twice', async () => {
    const baseless = ENTRY.replace('      summary: { en: Any server, de: Jeder Server }\n', '');
    const root = await folderWith('alternatives.yaml', `${SOURCES}alternatives:\n${baseless}`);
    const { problems } = await loadAlternatives(root);
    expect(problems.map(({ path: place }) => place)).toEqual(['alternatives.0.base.summary']);
    const twice = await folderWith(
      'alternatives.yaml',
      `${SOURCES}alternatives:\n${ENTRY}${ENTRY}`,
    );
    expect((await loadAlternatives(twice)).problems[0]?.message).toContain('is taken by');
  });
});
