import { describe, expect, it } from 'vitest';
import { instatus } from '../../src/adapters/instatus.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const page = { name: 'Larch', url: 'https://larch.example', status: 'UP' };
const summary = fixture('instatus/open-incident.json');
const list = fixture('instatus/components-nested.json');
const incident = { id: 'i', name: 'Late', status: 'INVESTIGATING', impact: 'MAJOROUTAGE' };
const maintenance = { id: 'm', name: 'Swap', status: 'INPROGRESS' };

const readPage = (status: string, lists: object = {}) =>
  parse(instatus, json({ page: { ...page, status }, ...lists }));
const planned = (raw: object) =>
  readPage('UP', { activeMaintenances: [{ ...maintenance, ...raw }] }).incidents[0];

describe('instatus', () => {
  it('reads summary and components', () => {
    const common = { resolvedAt: null, updates: [], components: [], regions: [], services: [] };
    expect(parse(instatus, list, summary)).toEqual({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [
        { id: 'c1', name: 'API', status: 'major_outage', group: 'Europe' },
        { id: 'c2', name: 'Web', status: 'operational', group: 'Europe' },
        { id: 'c3', name: 'Docs', status: 'operational', group: 'Help' },
      ],
      incidents: [
        {
          ...common,
          upstreamId: 'in1',
          kind: 'incident',
          title: 'Uploads hang',
          status: 'identified',
          impact: 'major',
          startedAt: '2026-02-03T08:00:00.000Z',
          updatedAt: '2026-02-03T08:20:00.000Z',
          url: 'https://larch.example/in1',
          marks: [],
        },
        {
          ...common,
          upstreamId: 'mt1',
          kind: 'maintenance',
          title: 'Disk swap',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-02-05T22:00:00.000Z',
          scheduledFor: '2026-02-05T22:00:00.000Z',
          scheduledUntil: '2026-02-05T23:30:00.000Z',
          updatedAt: null,
          url: 'https://larch.example/mt1',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('takes a component list alone for no word about incidents', () => {
    const alone = parse(instatus, list);
    expect(alone).toEqual({
      coverage: 'part',
      status: null,
      components: parse(instatus, list, summary).components,
      incidents: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each<[string, object, boolean]>([
    ['UP', {}, true],
    ['UP', { activeIncidents: null, activeMaintenances: null }, true],
    ['HASISSUES', { activeIncidents: [incident] }, true],
    ['HASISSUES', { activeIncidents: [] }, true],
    ['HASISSUES', {}, false],
    ['HASISSUES', { activeIncidents: null }, false],
    ['HASISSUES', { activeMaintenances: [maintenance] }, false],
    ['UNDERMAINTENANCE', { activeMaintenances: [maintenance] }, true],
    ['UNDERMAINTENANCE', {}, false],
    ['UNDERMAINTENANCE', { activeIncidents: [incident] }, false],
    ['WOBBLY', { activeIncidents: [], activeMaintenances: [] }, true],
    ['WOBBLY', { activeIncidents: [] }, false],
    ['WOBBLY', { activeMaintenances: [] }, false],
  ])('believes a page that is %s with %j to list all that is open: %s', (status, lists, isAll) => {
    expect(readPage(status, lists)).toMatchObject({
      coverage: isAll ? 'active-only' : 'part',
      provesNothingReported: isAll,
    });
  });

  it.each([
    ['a web page', '<!doctype html><p>Sign in', 'not-a-feed'],
    ['no list', JSON.stringify({ page: { ...page }, activeIncidents: {} }), 'parse'],
    ['a list without ids', JSON.stringify({ page, activeIncidents: [{ name: 'x' }] }), 'parse'],
    ['a page without its state', JSON.stringify({ page: { name: 'Larch' } }), 'parse'],
    ['components that are no list', JSON.stringify({ components: null }), 'parse'],
  ])('refuses %s, and lives without where the other document came', (_, text, kind) => {
    const broken = { ...json(''), body: new TextEncoder().encode(text) };
    expect(() => parse(instatus, broken)).toThrow(
      expect.objectContaining({
        name: 'FeedError',
        kind,
        message: expect.stringMatching(/^instatus: /),
      }),
    );
    const { warnings, provesNothingReported, components } = parse(instatus, broken, list);
    expect(warnings).toHaveLength(1);
    expect(provesNothingReported).toBe(false);
    expect(components).toHaveLength(3);
  });

  it('names the place of every word it does not know', () => {
    const odd = [{ id: 'c', name: 'C', status: 'w4', isParent: false }];
    const lists = {
      activeIncidents: [{ ...incident, status: 'w2', impact: 'w3' }],
      activeMaintenances: [{ ...maintenance, status: 'w5' }],
      components: odd,
    };
    const snapshot = readPage('w1', lists);
    expect(snapshot).toMatchObject({
      status: 'unknown',
      components: [{ status: 'unknown' }],
      incidents: [
        { status: 'unknown', impact: 'unknown' },
        { status: 'unknown', impact: 'none' },
      ],
    });
    expect(
      Object.fromEntries(snapshot.unknownWords.map(({ field, word }) => [word, field])),
    ).toEqual({
      w1: 'page.status',
      w2: 'incident.status',
      w3: 'incident.impact',
      w4: 'component.status',
      w5: 'maintenance.status',
    });
  });

  it.each([
    [90, '2026-02-05T23:30:00.000Z'],
    ['90', '2026-02-05T23:30:00.000Z'],
    [999_999, '2028-01-01T08:39:00.000Z'],
    [1_000_000, undefined],
    [0, undefined],
    [-5, undefined],
    ['soon', undefined],
    [null, undefined],
    [['90'], undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('ends a maintenance %j minutes after its start', (duration, scheduledUntil) => {
    expect(planned({ start: '2026-02-05T22:00:00Z', duration })?.scheduledUntil).toBe(
      scheduledUntil,
    );
    expect(planned({ duration })).not.toHaveProperty('scheduledUntil');
  });

  it('says when a maintenance was told of last', () => {
    expect(planned({ updatedAt: '2026-02-05T22:10:00Z' })?.updatedAt).toBe(
      '2026-02-05T22:10:00.000Z',
    );
  });

  it('links to the page of each, and to nothing unsafe', () => {
    const lists = {
      activeIncidents: [
        { ...incident, url: '/i' },
        { ...incident, id: 'j', url: 'javascript:x' },
        { ...incident, id: 'k' },
      ],
      activeMaintenances: [maintenance],
    };
    expect(readPage('HASISSUES', lists).incidents.map(({ url }) => url)).toEqual([
      `${CONTEXT.statusPage}/i`,
      '',
      '',
      '',
    ]);
  });

  it('tells a component list by what only its own components carry', () => {
    const plain = { id: 'a', name: 'A', status: 'OPERATIONAL' };
    const names = (...components: unknown[]) =>
      parse(instatus, json(components)).components.map(({ name }) => name);
    expect(names({ ...plain, isParent: false })).toEqual(['A']);
    expect(names({ ...plain, children: [] })).toEqual(['A']);
    expect(names(plain, { ...plain, id: 'b', name: 'B', isParent: true })).toEqual(['A', 'B']);
    expect(() => names(plain)).toThrow(/^instatus: /);
    expect(() => names('A')).toThrow(/^instatus: /);
  });

  it('lists leaves of any depth; a parent stands in where none of its children can be read', () => {
    const leaf = (id: string) => ({ id, name: ` ${id} `, status: 'PARTIALOUTAGE' });
    const components = [
      { ...leaf('a'), children: [{ ...leaf('b'), children: [leaf('c')] }, { name: 'no id' }] },
      { ...leaf('d'), children: [{ name: 'no id' }] },
      { ...leaf('e'), group: 'odd', isParent: false },
    ];
    const expected = [
      { id: 'c', name: 'c', status: 'partial_outage', group: 'b' },
      { id: 'd', name: 'd', status: 'partial_outage' },
      { id: 'e', name: 'e', status: 'partial_outage' },
    ];
    expect(readPage('UP', { components }).components).toEqual(expected);
    expect(parse(instatus, json(components)).components).toEqual(expected);
    // An empty list beside a summary that has one: the summary's.
    const empty = parse(instatus, json({ page, components }), json([]));
    expect(empty.components).toEqual(expected);
  });

  it.each([
    ['UP', 'operational'],
    ['HASISSUES', 'degraded_performance'],
    ['UNDERMAINTENANCE', 'under_maintenance'],
  ])('reads the page state %s as %s', (word, status) => {
    expect(readPage(word).status).toBe(status);
  });

  it('is told from its neighbours at the same address', () => {
    const is = (value: unknown) => instatus.recognises(json(value));
    expect(instatus.recognises(summary)).toBe(true);
    expect(is({ page: { url: 'https://x.example', status: 'UP' } })).toBe(true);
    expect(is({ page: { id: 'p', url: 'https://x.example', status: 'UP' } })).toBe(false);
    expect(is({ page: { status: 'UP' } })).toBe(false);
    expect(is({ page: { url: 'https://x.example' } })).toBe(false);
    expect(is({ status: 'UP' })).toBe(false);
    expect(is([])).toBe(false);
  });

  it.each([
    'https://larch.example',
    'https://larch.example//',
    'https://larch.example/summary.json',
    'https://larch.example/components.json',
    'https://larch.example/v2/components.json',
    'https://larch.example/v3/summary.json/',
  ])('asks for both documents of the page, given %s', (url) => {
    expect(instatus.documents(url)).toEqual([
      'https://larch.example/summary.json',
      'https://larch.example/v2/components.json',
    ]);
  });
});
