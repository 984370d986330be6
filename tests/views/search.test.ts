import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { openStore } from '../../src/store/open-store.ts';
import { foldedText, foldLetters, holdsWord, searchWords } from '../../src/views/match-words.ts';
import { findKnown, namedProvider } from '../../src/views/search.ts';
import { searchExcerpt } from '../../src/views/search-excerpt.ts';
import { readSearch } from '../../src/views/search-store.ts';
import { incident, save } from '../store/sample-incident.ts';
import { worldProvider } from '../support/world.ts';

const providers = [
  worldProvider('aws', 'Amazon Web Services (AWS)', 'cloud'),
  worldProvider('github', 'GitHub', 'developer'),
  worldProvider('hetzner', 'Hetzner', 'cloud'),
  worldProvider('google-cloud', 'Google Cloud', 'cloud'),
];
const knowledge = await loadKnowledge();
const known = { providers, knowledge };

describe('words', () => {
  it('are compared without marks and case, place by place', () => {
    expect(foldLetters('Zürich, ÉCOLE')).toBe('zurich, ecole');
    expect(foldLetters('Straße İ')).toHaveLength('Straße İ'.length);
    expect(searchWords('Zürich us-east-1')).toEqual(['zurich', 'us', 'east', '1']);
  });

  it('match by their beginnings, one letter only itself', () => {
    const text = foldedText(['Störung in Zürich', 'Rack 11']);
    expect(holdsWord(text, 'stor')).toBe(true);
    expect(holdsWord(text, 'stoerung')).toBe(true);
    expect(holdsWord(text, 'orung')).toBe(false);
    expect(holdsWord(text, '1')).toBe(false);
  });
});

describe('findKnown', () => {
  it('finds providers by name, places by any of their names, and nothing without words', () => {
    expect(findKnown({ text: 'git' }, 'en', known).providers.map(({ id }) => id)).toEqual([
      'github',
    ]);
    expect(findKnown({ text: 'sao paulo' }, 'de', known).places[0]?.id).toBe('aws:sa-east-1');
    expect(findKnown({ text: 'dynamodb' }, 'en', known).places[0]).toMatchObject({
      id: 'aws:dynamodb',
      kind: 'service',
    });
    expect(findKnown({ text: '--' }, 'en', known)).toEqual({
      providers: [],
      places: [],
      events: [],
    });
  });

  it('puts events with the word in their title first', () => {
    const { events } = findKnown({ text: 'dynamodb' }, 'en', known);
    expect(events[0]?.id).toBe('aws-us-east-1-2025-10-20');
    expect(findKnown({ text: 'falkenstein' }, 'de', known).events[0]?.provider).toBe('hetzner');
  });

  it('keeps to the filters', () => {
    const hetzner = findKnown({ text: 'us east', providers: ['hetzner'] }, 'en', known);
    expect(hetzner.places).toEqual([]);
    const late = findKnown({ text: 'dynamodb', from: '2026-06-01T00:00:00.000Z' }, 'en', known);
    expect(late.events).toEqual([]);
    expect(findKnown({ text: 'dynamodb', kinds: ['maintenance'] }, 'en', known).events).toEqual([]);
  });
});

describe('namedProvider', () => {
  it('takes the longest name out of the words', () => {
    expect(namedProvider('pages GitHub slow', providers)).toMatchObject({
      provider: { id: 'github' },
      rest: 'pages slow',
    });
    expect(namedProvider('Google Cloud', providers)).toMatchObject({ rest: '' });
    expect(namedProvider('gith', providers)).toBeNull();
  });
});

describe('searchExcerpt', () => {
  const found = incident('hetzner/1', {
    title: 'Störung',
    updates: [
      {
        id: 'u',
        at: '2025-10-20T12:00:00.000Z',
        status: 'identified',
        body: `${'Vorher geschah vieles. '.repeat(9)}Der Router in Zürich startet neu. ${'Danach auch. '.repeat(30)}`,
      },
    ],
  });

  it('shows the stretch that holds the word, and marks it', () => {
    const parts = searchExcerpt(found, searchWords('zürich router'));
    const text = parts?.map((part) => part.text).join('') ?? '';
    expect(text).toMatch(/^… .*Router in Zürich startet neu\..* …$/);
    expect(text.length).toBeLessThan(260);
    expect(parts?.filter((part) => part.isHit).map((part) => part.text)).toEqual([
      'Router',
      'Zurich'.replace('u', 'ü'),
    ]);
  });

  it('says nothing where the title says all, or nothing is found', () => {
    expect(searchExcerpt(found, searchWords('stoerung'))).toBeNull();
    expect(searchExcerpt(found, searchWords('zebra'))).toBeNull();
  });
});

describe('readSearch', () => {
  it('tells the incidents of a named provider apart from those that mention it', async () => {
    const store = await openStore('sqlite::memory:');
    await save(
      store,
      incident('github/1', { title: 'Pages are slow' }),
      incident('github/2', { title: 'Pushes fail' }),
      incident('hetzner/1', { title: 'Builds wait for GitHub pages' }),
    );
    const result = await readSearch(store, { text: 'github pages' }, 'en', known);
    expect(result.own).toMatchObject({ provider: { id: 'github' }, rest: 'pages' });
    expect(result.own?.incidents.map(({ id }) => id)).toEqual(['github/1']);
    expect(result.incidents.map(({ id }) => id)).toEqual(['hetzner/1']);
    const none = await readSearch(store, {}, 'en', known);
    expect(none).toEqual({
      providers: [],
      places: [],
      events: [],
      own: null,
      incidents: [],
      next: null,
    });
    const nobody = await readSearch(store, { text: 'pages', providers: ['nobody'] }, 'en', known);
    expect(nobody.incidents).toEqual([]);
    await store.close();
  });
});
