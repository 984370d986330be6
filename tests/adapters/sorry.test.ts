import { describe, expect, it } from 'vitest';
import { sorry } from '../../src/adapters/sorry.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const PRESENT = 'https://status.elm.example/api/v1/notices?filter[timeline_state_eq]=present';
const FUTURE = 'https://status.elm.example/api/v1/notices?filter[timeline_state_eq]=future';
const NOTICES = fixture('sorry/notices.json');
const COMPONENTS = fixture('sorry/components.json');
const STATUS = fixture('sorry/status.json');

const list = (notices: unknown, url?: string) => json({ notices, meta: { count: 1 } }, url);
const one = (more: object) => parse(sorry, list([{ id: 1, ...more }])).incidents[0]!;

describe('addresses', () => {
  it.each([
    'https://status.elm.example/',
    PRESENT,
    'https://status.elm.example/api/v1/status.json',
  ])('are four for %s: notices of now and to come, components, state', (url) => {
    expect(sorry.documents(url)).toEqual([
      PRESENT,
      FUTURE,
      'https://status.elm.example/api/v1/components',
      'https://status.elm.example/api/v1/status.json',
    ]);
  });
});

describe('recognises', () => {
  const page = { state: 'operational', links: { notices: {} } };

  it.each([
    ['the list of notices', NOTICES, true],
    ['the state of the page', STATUS, true],
    ['components, which many have', COMPONENTS, false],
    ['a list without meta', json({ notices: [] }), false],
    ['a list beside incidents', json({ notices: [], incidents: [], meta: {} }), false],
    ['meta alone', json({ meta: {} }), false],
    ['a page without links', json({ page: { state: 'operational' } }), false],
    ['a page without notices', json({ page: { state: 'operational', links: {} } }), false],
    ['a page without a state', json({ page: { ...page, state: 7 } }), false],
    ['a page as small as it can be', json({ page }), true],
    ['nothing', json(null), false],
  ])('%s: %#', (_, document, expected) => {
    expect(sorry.recognises(document)).toBe(expected);
  });
});

describe('a whole feed', () => {
  it('is state, components and notices', () => {
    expect(parse(sorry, NOTICES, COMPONENTS, STATUS)).toStrictEqual({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [{ id: '2', name: 'Outbound', status: 'degraded_performance', group: 'Mail' }],
      incidents: [
        {
          upstreamId: '11',
          kind: 'incident',
          title: 'Bounces delayed',
          status: 'monitoring',
          impact: 'unknown',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [
            {
              id: '1',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: 'Looking.',
            },
            { id: '2', at: '2026-02-03T08:20:00.000Z', status: 'monitoring', body: 'Better.' },
          ],
          components: [{ id: '2', name: 'Outbound' }],
          regions: [],
          services: [],
          url: 'https://elm.example/notices/11',
          marks: [],
        },
        {
          upstreamId: '12',
          kind: 'maintenance',
          title: 'Certificate change',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-02-08T06:00:00.000Z',
          resolvedAt: null,
          updatedAt: null,
          scheduledFor: '2026-02-08T06:00:00.000Z',
          scheduledUntil: '2026-02-08T07:00:00.000Z',
          updates: [],
          components: [],
          regions: [],
          services: [],
          url: '',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    ['the list of now', [list([], PRESENT)], 'part', true],
    ['the list to come', [list([], FUTURE)], 'part', false],
    ['both lists', [list([], FUTURE), list([], PRESENT)], 'active-only', true],
    [
      'a list of everything',
      [list([], 'https://status.elm.example/api/v1/notices')],
      'active-only',
      true,
    ],
    ['a list by another filter', [list([], `${FUTURE}s`)], 'active-only', true],
    ['no list', [COMPONENTS, STATUS], 'part', false],
  ])('with %s', (_, documents, coverage, provesNothingReported) => {
    expect(parse(sorry, ...documents)).toMatchObject({ coverage, provesNothingReported });
  });

  it('may be one document', () => {
    expect(parse(sorry, COMPONENTS)).toMatchObject({ status: null, incidents: [] });
    expect(parse(sorry, STATUS)).toMatchObject({
      status: 'degraded_performance',
      components: [],
    });
    expect(parse(sorry, NOTICES)).toMatchObject({ status: null, components: [] });
  });

  it('tells a notice that stands in both lists once', () => {
    const notices = [{ id: 1 }, { id: 2 }];
    const { incidents } = parse(sorry, list(notices, PRESENT), list(notices, FUTURE));
    expect(incidents.map(({ upstreamId }) => upstreamId)).toEqual(['1', '2']);
  });

  it('goes on without a document that is broken, and says so', () => {
    const broken = list([{}], FUTURE);
    expect(parse(sorry, broken, list([], PRESENT)).warnings).toEqual([
      expect.stringContaining(`${FUTURE}: sorry: unexpected shape: notices.0.id: `),
    ]);
  });

  it.each([
    [[], 'empty-response', /^There is no document to read\.$/],
    [[json({})], 'parse', /^sorry: unexpected shape: notices: /],
    [[json({ components: [] })], 'parse', /^sorry: unexpected shape: notices: /],
    [
      [json({ components: [], meta: {}, page: {} })],
      'parse',
      /^sorry: unexpected shape: notices: /,
    ],
    [
      [json({ components: [{}], meta: {} })],
      'parse',
      /^sorry: unexpected shape: components\.0\.id: /,
    ],
    [[json({ components: {}, meta: {} })], 'parse', /^sorry: unexpected shape: components: /],
    [[list([{ id: '' }])], 'parse', /^sorry: unexpected shape: notices\.0\.id: the id is empty/],
  ])('is refused in another shape: %#', (documents, kind, message) => {
    expect(() => parse(sorry, ...documents)).toThrow(
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    );
  });
});

describe('states of components and of the page', () => {
  it.each([
    ['operational', 'operational'],
    ['degraded', 'degraded_performance'],
    ['partially-degraded', 'degraded_performance'],
    ['partially_degraded', 'degraded_performance'],
    ['under_maintenance', 'under_maintenance'],
    ['under-maintenance', 'under_maintenance'],
    ['odd', 'unknown'],
  ])('%s is %s', (state, expected) => {
    const components = json({ components: [{ id: 1, name: 'Mail', state }], meta: {} });
    const page = json({ page: { state, links: { notices: {} } } });
    const snapshot = parse(sorry, components, page);
    expect(snapshot.status).toBe(expected);
    expect(snapshot.components[0]?.status).toBe(expected);
    expect(snapshot.unknownWords).toEqual(
      state === 'odd'
        ? [
            { field: 'page.state', word: 'odd' },
            { field: 'component.state', word: 'odd' },
          ]
        : [],
    );
  });

  it('leave out what only holds other components', () => {
    const state = 'operational';
    const components = [
      { id: 'a', name: '<b>Mail</b> &amp; more', state },
      { id: 'b', name: '<i>Out</i>', state, parent_id: 'a' },
      { id: 'c', name: 'Alone', state },
      { id: 'd', name: 'Lost', state, parent_id: 'gone' },
    ];
    expect(parse(sorry, json({ components, meta: {} })).components).toStrictEqual([
      { id: 'b', name: 'Out', status: state, group: 'Mail & more' },
      { id: 'c', name: 'Alone', status: state },
      { id: 'd', name: 'Lost', status: state },
    ]);
  });
});

describe('a notice', () => {
  it.each([
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['recovering', 'monitoring'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
    ['odd', 'unknown'],
  ])('%s is %s', (state, status) => {
    const updates = [{ id: 1, state }];
    const snapshot = parse(sorry, list([{ id: 1, type: 'unplanned', state, updates }]));
    expect(snapshot.incidents[0]).toMatchObject({ status, updates: [{ status }] });
    expect(snapshot.unknownWords).toEqual(
      state === 'odd'
        ? [
            { field: 'notice.state', word: 'odd' },
            { field: 'update.state', word: 'odd' },
          ]
        : [],
    );
  });

  it.each([
    ['scheduled', 'scheduled'],
    ['underway', 'in_progress'],
    ['complete', 'completed'],
    ['completed', 'completed'],
  ])('of planned work %s is %s', (state, status) => {
    expect(one({ type: 'planned', state })).toMatchObject({ kind: 'maintenance', status });
  });

  it.each([
    ['planned', 'maintenance', 'none'],
    ['general', 'notice', 'none'],
    ['unplanned', 'incident', 'unknown'],
    ['odd', 'incident', 'unknown'],
    [7, 'incident', 'unknown'],
  ])('of type %j is a %s', (type, kind, impact) => {
    expect(one({ type })).toMatchObject({ kind, impact });
  });

  it('takes its times from its fields', () => {
    const began_at = '2026-03-01T09:00:00Z';
    const ended_at = '2026-03-01T10:00:00Z';
    const created_at = '2026-03-01T08:00:00Z';
    expect(one({ state: 'resolved', began_at, ended_at, created_at })).toMatchObject({
      startedAt: '2026-03-01T09:00:00.000Z',
      resolvedAt: '2026-03-01T10:00:00.000Z',
    });
    expect(one({ created_at }).startedAt).toBe('2026-03-01T08:00:00.000Z');
    expect(one({ type: 'planned', began_at, created_at })).toMatchObject({
      scheduledFor: '2026-03-01T09:00:00.000Z',
    });
    expect(one({ type: 'planned', began_at, begins_at: ended_at })).toMatchObject({
      scheduledFor: '2026-03-01T10:00:00.000Z',
    });
  });

  it('may have its newest post only', () => {
    const latest_update = { id: 7, state: 'identified', content: 'Found.' };
    const updates = [{ state: 'identified' }, { state: 'resolved', content: 7 }];
    expect(one({ latest_update }).updates).toEqual([
      { id: '7', at: null, status: 'identified', body: 'Found.' },
    ]);
    expect(one({ latest_update, updates }).updates).toEqual([
      { id: 'update-0', at: null, status: 'identified', body: '' },
      { id: 'update-1', at: null, status: 'resolved', body: '' },
    ]);
  });

  it('names components that have a name', () => {
    const components = [{ id: 1, name: 'Mail' }, { id: 2, name: null }, { id: 3 }];
    expect(one({ components }).components).toEqual([{ id: '1', name: 'Mail' }]);
  });

  it('stands on its page, where the address is good', () => {
    expect(one({ url: '/notices/1' }).url).toBe('https://status.example.com/notices/1');
    expect(one({ url: 'javascript:alert(1)' }).url).toBe('');
  });

  it('reads on where something else stands in a field', () => {
    const odd = { subject: 7, url: 7, latest_update: 7, updates: 7, components: 7 };
    expect(one(odd)).toStrictEqual({
      upstreamId: '1',
      kind: 'incident',
      title: 'Untitled incident',
      status: 'unknown',
      impact: 'unknown',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: '',
      marks: [],
    });
  });
});
