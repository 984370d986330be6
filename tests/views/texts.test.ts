import { describe, expect, it } from 'vitest';
import { parseCut } from '../../src/model/cut.ts';
import { activeFilters } from '../../src/views/filter-links.ts';
import { incidentEdits } from '../../src/views/incident-changes.ts';
import {
  incidentLength,
  incidentPath,
  incidentSign,
  incidentState,
} from '../../src/views/incident-row.ts';
import { safeLink, textParagraphs } from '../../src/views/plain-text.ts';
import { findProviders, providerById } from '../../src/views/provider-links.ts';
import { queryOfCut } from '../../src/views/query-of-cut.ts';
import { timelineDays } from '../../src/views/timeline.ts';
import { worldIncident, worldProvider } from '../support/world.ts';

const AT = '2026-03-12T12:45:00.000Z';
const incident = worldIncident('acme', 'a', { title: 'Slow', startedAt: AT }, [
  [AT, 'investigating', 'Slow.'],
]);
const cutOf = (search: string) => parseCut(new URLSearchParams(search)).cut;

describe('textParagraphs', () => {
  it('makes paragraphs of lines and links of addresses, without the full stop', () => {
    expect(textParagraphs('One.\n\n See https://a.example/x?y=1.\r\n')).toEqual([
      [{ text: 'One.' }],
      [
        { text: 'See ' },
        { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
        { text: '.' },
      ],
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https://user:pw@a.example',
    '',
  ])('follows no %s', (address) => {
    expect(safeLink(address)).toBeNull();
    expect(
      textParagraphs(`x ${address}`)
        .flat()
        .every((piece) => piece.href === undefined),
    ).toBe(true);
  });

  it('keeps markup as text', () => {
    const [[piece] = []] = textParagraphs('<img src=x onerror=alert(1)>');
    expect(piece).toEqual({ text: '<img src=x onerror=alert(1)>' });
  });
});

describe('an incident in a list', () => {
  it('knows where it stands', () => {
    expect(incidentState(incident)).toBe('open');
    expect(incidentState({ ...incident, withdrawnAt: AT })).toBe('withdrawn');
    expect(incidentState({ ...incident, status: 'resolved', resolvedAt: AT })).toBe('ended');
    expect(incidentState({ ...incident, status: 'resolved' })).toBe('ended');
    expect(incidentState({ ...incident, kind: 'maintenance', status: 'scheduled' })).toBe(
      'upcoming',
    );
  });

  it('has a sign that is never green', () => {
    expect(incidentSign({ kind: 'incident', impact: 'critical' })).toBe('major_outage');
    expect(incidentSign({ kind: 'incident', impact: 'none' })).toBe('degraded_performance');
    expect(incidentSign({ kind: 'incident', impact: 'unknown' })).toBe('unknown');
    expect(incidentSign({ kind: 'maintenance', impact: 'none' })).toBe('under_maintenance');
  });

  it('has an address and a length', () => {
    expect(incidentPath(incident)).toBe('/incidents/acme/a');
    expect(incidentLength(incident)).toBeNull();
    expect(incidentLength({ startedAt: AT, resolvedAt: '2026-03-12T13:45:00.000Z' })).toBe(
      3_600_000,
    );
  });
});

describe('incidentEdits', () => {
  it('compares each version with the one that followed, newest first', () => {
    const second = { ...incident, title: 'Slower' };
    const current = { ...second, impact: 'major' as const, updates: [] };
    const edits = incidentEdits(
      [
        { at: '2026-03-12T13:00:00.000Z', reason: 'edited', before: incident },
        { at: '2026-03-12T14:00:00.000Z', reason: 'edited', before: second },
      ],
      current,
    );
    expect(edits.map(({ changes }) => changes)).toEqual([
      [
        { field: 'impact', before: 'minor', after: 'major' },
        { field: 'post', postedAt: AT, before: 'Slow.', after: null },
      ],
      [{ field: 'title', before: 'Slow', after: 'Slower' }],
    ]);
  });
});

describe('timelineDays', () => {
  it('groups by UTC day and keeps the order', () => {
    const late = worldIncident('acme', 'b', { title: 'B', startedAt: '2026-03-12T23:59:00.000Z' });
    const before = worldIncident('acme', 'c', {
      title: 'C',
      startedAt: '2026-03-11T23:59:00.000Z',
    });
    const days = timelineDays([late, incident, before]);
    expect(days.map(({ day, incidents }) => [day, incidents.length])).toEqual([
      ['2026-03-12', 2],
      ['2026-03-11', 1],
    ]);
  });
});

describe('queryOfCut', () => {
  const providers = [
    { ...worldProvider('acme', 'Acme', 'cloud'), aliases: ['old-acme'] },
    worldProvider('mail', 'Mail', 'communication'),
  ];

  it('asks for everything without a cut', () => {
    expect(queryOfCut({}, providers, 50)).toEqual({ limit: 50 });
  });

  it('turns categories and former ids into providers', () => {
    expect(queryOfCut(cutOf('category=communication'), providers, 50)).toEqual({
      providers: ['mail'],
      limit: 50,
    });
    expect(queryOfCut(cutOf('provider=old-acme'), providers, 50)).toEqual({
      providers: ['acme'],
      limit: 50,
    });
  });

  it('is null where no provider is left, so that nothing is shown rather than everything', () => {
    expect(queryOfCut(cutOf('provider=nobody'), providers, 50)).toBeNull();
    expect(queryOfCut(cutOf('provider=acme&category=communication'), providers, 50)).toBeNull();
  });
});

describe('activeFilters', () => {
  it('offers each cut without one of its filters, from the first page on', () => {
    const filters = activeFilters(cutOf('provider=a,b&impact=major&before=x'));
    expect(filters.map(({ key, value, without }) => [key, value, without])).toEqual([
      ['provider', 'a', { providers: ['b'], impact: 'major' }],
      ['provider', 'b', { providers: ['a'], impact: 'major' }],
      ['impact', 'major', { providers: ['a', 'b'] }],
    ]);
  });
});

describe('finding providers', () => {
  const providers = [
    worldProvider('github', 'GitHub', 'developer'),
    worldProvider('gitlab', 'GitLab', 'developer'),
    { ...worldProvider('zrh', 'Zürich Hosting', 'cloud'), aliases: ['turicum'] },
  ];

  it('finds by name, id and former id, without marks, the exact one first', () => {
    expect(findProviders(providers, 'git').map(({ id }) => id)).toEqual(['github', 'gitlab']);
    expect(findProviders(providers, 'gitlab')[0]?.id).toBe('gitlab');
    expect(findProviders(providers, 'zurich').map(({ id }) => id)).toEqual(['zrh']);
    expect(findProviders(providers, 'nothing')).toEqual([]);
  });

  it('resolves former ids', () => {
    expect(providerById(providers, 'turicum')?.id).toBe('zrh');
    expect(providerById(providers, 'nobody')).toBeUndefined();
  });
});
