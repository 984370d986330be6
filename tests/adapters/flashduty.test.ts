import { describe, expect, it } from 'vitest';
import { flashduty } from '../../src/adapters/flashduty.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const ACTIVE = fixture('flashduty/active.json');
const LIST = fixture('flashduty/change-list.json');
const START = 1772359200;
const [T0, T1] = ['2026-03-01T10:00:00.000Z', '2026-03-01T10:30:00.000Z'];
const COMPONENTS = [
  { component_id: 'A', name: 'API' },
  { component_id: 'B', name: 'Chat' },
];
const active = (...active_changes: object[]) =>
  json({ data: { page: { components: COMPONENTS }, active_changes } });
const change = (told: object) => ({ change_id: 1, ...told });
const readChange = (told: object) => parse(flashduty, active(change(told))).incidents[0]!;
const states = (told: object) =>
  parse(flashduty, active(change(told))).components.map(({ status }) => status);
const hit = (status?: unknown) => [{ component_id: 'A', name: 'API', status }];

const C99 = {
  upstreamId: '99',
  kind: 'incident',
  title: 'API slow',
  status: 'identified',
  impact: 'major',
  startedAt: '2026-02-03T08:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-02-03T08:00:00.000Z',
  updates: [
    {
      id: 'u1',
      at: '2026-02-03T08:00:00.000Z',
      status: 'investigating',
      body: '看看\n\nLooking.',
    },
  ],
  components: [{ id: 'A', name: '接口(API)' }],
  regions: [],
  services: [],
  url: 'https://status.example.com',
  marks: ['impact-derived'],
};
const C98 = {
  ...C99,
  upstreamId: '98',
  title: 'Chat gone',
  status: 'resolved',
  impact: 'critical',
  startedAt: '2026-01-31T22:53:20.000Z',
  resolvedAt: '2026-01-31T23:53:20.000Z',
  updatedAt: '2026-01-31T23:53:20.000Z',
  updates: [{ id: 'u0', at: '2026-01-31T22:53:20.000Z', status: 'identified', body: 'Found.' }],
  components: [{ id: 'B', name: 'Chat' }],
};

describe('a page of Flashduty', () => {
  it('tells what is open and what was', () => {
    expect(parse(flashduty, ACTIVE, LIST)).toEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: 'A', name: '接口(API)', group: '服务(Services)', status: 'degraded_performance' },
        { id: 'B', name: 'Chat', status: 'operational' },
      ],
      incidents: [C99, C98],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('covers what is open without the list of changes', () => {
    expect(parse(flashduty, ACTIVE)).toMatchObject({
      coverage: 'active-only',
      incidents: [C99],
      provesNothingReported: true,
    });
  });

  it('proves and ends nothing by the list of changes alone', () => {
    expect(parse(flashduty, LIST)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      incidents: [C98],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
    expect(parse(flashduty, json({ data: { items: [] } })).provesNothingReported).toBe(false);
  });

  it('believes the list where a change ended between the two documents', () => {
    const open = change({ status: 'identified', start_at_seconds: START });
    const closed = change({
      status: 'resolved',
      start_at_seconds: START,
      close_at_seconds: START + 1800,
    });
    expect(parse(flashduty, active(open), json({ data: { items: [closed] } }))).toMatchObject({
      incidents: [{ status: 'resolved', startedAt: T0, resolvedAt: T1, updatedAt: T1 }],
    });
  });

  it('reads the rest where one document is broken', () => {
    const broken = { ...LIST, url: 'https://f.example/list', body: LIST.body.slice(0, 40) };
    const { warnings, incidents } = parse(flashduty, ACTIVE, broken);
    expect(incidents).toEqual([C99]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^https:\/\/f\.example\/list: flashduty: broken JSON: /);
  });

  it('is recognised by its page with changes, or by a list of them', () => {
    expect(flashduty.recognises(ACTIVE)).toBe(true);
    expect(flashduty.recognises(LIST)).toBe(true);
    expect(flashduty.recognises(active())).toBe(true);
    for (const data of [
      { page: {} },
      { active_changes: [] },
      { page: [], active_changes: [] },
      { items: [] },
      { items: [{}] },
      { items: ['change_id'] },
      { items: { change_id: 1 } },
    ]) {
      expect(flashduty.recognises(json({ data }))).toBe(false);
    }
  });

  it.each([
    [{ data: {} }, 'data.page: '],
    [{ data: { page: {}, active_changes: [] } }, 'data.page.components: '],
    [{ data: { page: { components: [] } } }, 'data.active_changes: '],
    [{ data: { items: [{ change_id: '' }] } }, 'data.items.0.change_id: '],
    [{ data: { items: [{ id: 1 }] } }, 'data.page: '],
  ])('refuses %j', (value, where) => {
    expect(() => parse(flashduty, json(value))).toThrow(`flashduty: unexpected shape: ${where}`);
  });

  it('reads two documents', () => {
    const base = 'https://f.example/api/status-page/1';
    for (const url of [base, `${base}/`, `${base}//`]) {
      expect(flashduty.documents(url)).toEqual([`${base}/summary/active`, `${base}/change/list`]);
    }
  });
});

describe('components', () => {
  it.each([
    ['degraded', 'degraded_performance', 'minor'],
    ['PARTIAL_OUTAGE', 'partial_outage', 'major'],
    ['full_outage', 'major_outage', 'critical'],
    ['major_outage', 'major_outage', 'critical'],
    ['maintenance', 'under_maintenance', 'none'],
    ['under_maintenance', 'under_maintenance', 'none'],
    // A change is open there: that is not green.
    ['operational', 'degraded_performance', 'none'],
    ['odd', 'unknown', 'unknown'],
  ])('that are %s are in %s, and impact %s', (word, status, impact) => {
    const told = { status: 'identified', affected_components: hit(word) };
    expect(states(told)).toEqual([status, 'operational']);
    expect(readChange(told)).toMatchObject({
      impact,
      marks: impact === 'unknown' ? [] : ['impact-derived'],
    });
  });

  it.each(['resolved', 'COMPLETED', 'scheduled'])('are well beside what is %s', (status) => {
    expect(states({ status, affected_components: hit('full_outage') })).toEqual([
      'operational',
      'operational',
    ]);
  });

  it('are unknown where an open change names none', () => {
    expect(states({ status: 'odd' })).toEqual(['unknown', 'unknown']);
    expect(states({})).toEqual(['unknown', 'unknown']);
  });

  it('stand in the section that is listed, under a clean name', () => {
    const components = [
      { component_id: 1, section_id: 7, name: 'A &amp; B' },
      { component_id: 2, section_id: 8, name: 'C' },
      { component_id: 3, section_id: { toString: 7 }, name: 'D' },
      { component_id: 4, name: 'E' },
    ];
    const page = { components, sections: [{ section_id: '7', name: ' Core ' }] };
    const document = json({ data: { page, active_changes: null } });
    expect(parse(flashduty, document).components).toStrictEqual([
      { id: '1', name: 'A & B', group: 'Core', status: 'operational' },
      { id: '2', name: 'C', status: 'operational' },
      { id: '3', name: 'D', status: 'operational' },
      { id: '4', name: 'E', status: 'operational' },
    ]);
  });
});

describe('a change', () => {
  it.each([
    ['investigating', 'investigating', 'in_progress'],
    ['identified', 'identified', 'in_progress'],
    ['Monitoring', 'monitoring', 'verifying'],
    ['resolved', 'resolved', 'completed'],
    ['scheduled', 'unknown', 'scheduled'],
    ['ongoing', 'investigating', 'in_progress'],
    ['in_progress', 'investigating', 'in_progress'],
    ['completed', 'resolved', 'completed'],
    ['odd', 'unknown', 'unknown'],
  ])('at %s is %s, planned work %s', (word, status, planned) => {
    const updates = [{ status: word }];
    expect(readChange({ status: word, updates })).toMatchObject({
      kind: 'incident',
      status,
      updates: [{ status }],
    });
    expect(readChange({ status: word, type: 'maintenance' })).toMatchObject({
      kind: 'maintenance',
      status: planned,
    });
  });

  it('that is planned has a window, and did not change at its end', () => {
    const window = { start_at_seconds: START, close_at_seconds: START + 1800 };
    const told = { type: 'maintenance', status: 'ongoing', ...window };
    expect(readChange(told)).toMatchObject({
      impact: 'none',
      startedAt: T0,
      resolvedAt: null,
      updatedAt: null,
      scheduledFor: T0,
      scheduledUntil: T1,
    });
    expect(readChange({ ...told, status: 'completed' })).toMatchObject({
      resolvedAt: T1,
      updatedAt: T1,
    });
  });

  it('names what its posts touched, the worst of it counting', () => {
    const component_changes = [
      { component_id: 'B', component_name: 'Chat', status: 'full_outage' },
      { component_id: 'X', status: 'operational' },
    ];
    const updates = [{ component_changes }, { component_changes: null }];
    const affected_components = [{ component_id: 'A', status: 'degraded' }];
    expect(readChange({ affected_components, updates })).toMatchObject({
      impact: 'critical',
      components: [
        { id: 'A', name: 'A' },
        { id: 'B', name: 'Chat' },
        { id: 'X', name: 'X' },
      ],
    });
  });

  it('gives posts an id: its own, their time, or none', () => {
    const updates = [
      { update_id: 7, at_seconds: START, description: '<p>One</p>' },
      { at_seconds: START + 1800, description: null },
    ];
    const read = (list: object[]) =>
      readChange({ updates: list }).updates.map(({ id, at, body }) => [id, at, body]);
    expect(read(updates)).toEqual([
      ['7', T0, 'One'],
      [T1, T1, ''],
    ]);
    expect(read([{}])).toEqual([['post', null, '']]);
  });

  it('reports words nobody knows', () => {
    const component_changes = [{ component_id: 'B', status: 'new' }];
    const told = { status: 'odd', affected_components: hit('bad') };
    const updates = [{ status: 'off', component_changes }];
    expect(parse(flashduty, active(change({ ...told, updates }))).unknownWords).toEqual([
      { field: 'change.status', word: 'odd' },
      { field: 'affected_component.status', word: 'bad' },
      { field: 'component_change.status', word: 'new' },
      { field: 'component_change.status', word: 'bad' },
      { field: 'update.status', word: 'off' },
    ]);
  });
});
