import { describe, expect, it } from 'vitest';
import { statusio } from '../../src/adapters/statusio.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const PAGE_ID = '5f0a1b2c3d4e5f0a1b2c3d4e';
const API = `https://api.status.io/1.0/status/${PAGE_ID}`;
const PAGE = fixture('statusio/open-and-planned.json', API);

const page = (more: object = {}, url = API) =>
  json(
    { result: { status_overall: { status_code: 100 }, status: [], incidents: [], ...more } },
    url,
  );
/** A message of 2026-03-02, `time` as 09:30. */
const message = (state: unknown, time: string, more: object = {}) => ({
  state,
  status: 300,
  datetime: `2026-03-02T${time}:00.000Z`,
  details: '',
  ...more,
});
const incidents = (...list: object[]) => parse(statusio, page({ incidents: list })).incidents;
const planned = (more: object) => ({ maintenance: { active: [{ _id: 'm1', ...more }] } });

describe('recognises', () => {
  it.each([
    ['a page', PAGE, true],
    ['a page without a state', json({ result: { status: [], incidents: [] } }), false],
    ['a state outside of a result', json({ status_overall: {} }), false],
    ['nothing', json(null), false],
  ])('%s: %#', (_, document, expected) => {
    expect(statusio.recognises(document)).toBe(expected);
  });

  it('reads the address as it is', () => {
    expect(statusio.documents(API)).toEqual([API]);
  });
});

describe('a page', () => {
  it('tells its state, its components, what is open and what is planned', () => {
    expect(parse(statusio, PAGE)).toStrictEqual({
      coverage: 'active-only',
      status: 'partial_outage',
      components: [{ id: 'a', name: 'Mail', status: 'partial_outage' }],
      incidents: [
        {
          upstreamId: 'i1',
          kind: 'incident',
          title: 'Mail stuck',
          status: 'identified',
          impact: 'major',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [
            {
              id: '2026-02-03T08:00:00.000Z',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: 'Looking.',
            },
            {
              id: '2026-02-03T08:20:00.000Z',
              at: '2026-02-03T08:20:00.000Z',
              status: 'identified',
              body: 'Found.',
            },
          ],
          components: [{ id: 'a', name: 'Mail' }],
          regions: [],
          services: [],
          url: `https://status.example.com/pages/incident/${PAGE_ID}/i1`,
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'm1',
          kind: 'maintenance',
          title: 'Router swap',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-02-09T20:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:00:00.000Z',
          scheduledFor: '2026-02-09T20:00:00.000Z',
          scheduledUntil: '2026-02-09T21:00:00.000Z',
          updates: [
            {
              id: '2026-02-03T08:00:00.000Z',
              at: '2026-02-03T08:00:00.000Z',
              status: 'scheduled',
              body: 'Planned.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: `https://status.example.com/pages/maintenance/${PAGE_ID}/m1`,
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    [{}, []],
    [{ maintenance: null }, []],
    [{ maintenance: {} }, []],
    [{ maintenance: { active: [{ _id: 'm1' }], upcoming: null } }, ['m1']],
    [
      {
        incidents: [{ _id: 'i1' }],
        maintenance: { active: [{ _id: 'm1' }], upcoming: [{ _id: 'm2' }] },
      },
      ['i1', 'm1', 'm2'],
    ],
  ])('with %j', (more, ids) => {
    const read = parse(statusio, page(more)).incidents;
    expect(read.map(({ upstreamId }) => upstreamId)).toEqual(ids);
  });

  it('is found among other documents', () => {
    expect(parse(statusio, json({}), page()).status).toBe('operational');
  });

  it.each([
    [[], 'empty-response', /^There is no document to read\.$/],
    [[json({})], 'parse', /^statusio: unexpected shape: result: /],
    [[json({ result: {} })], 'parse', /: result\.status_overall: .*; result\.incidents: /],
    [[page({ incidents: undefined })], 'parse', /^statusio: unexpected shape: result\.incidents: /],
    [[page({ status: [{}] })], 'parse', /: result\.status\.0\.id: .*; result\.status\.0\.name: /],
    [[page({ incidents: [{}] })], 'parse', /: result\.incidents\.0\._id: /],
    [
      [page({ incidents: [{ _id: 'i', components_affected: [{}] }] })],
      'parse',
      /: result\.incidents\.0\.components_affected\.0\._id: .*\.0\.name: /,
    ],
    [
      [page({ maintenance: { upcoming: [{}] } })],
      'parse',
      /: result\.maintenance\.upcoming\.0\._id: /,
    ],
  ])('is refused in another shape: %#', (documents, kind, text) => {
    expect(() => parse(statusio, ...documents)).toThrow(
      expect.objectContaining({ kind, message: expect.stringMatching(text) }),
    );
  });
});

describe('codes', () => {
  it.each([
    [100, 'operational', 'none'],
    [200, 'under_maintenance', 'none'],
    [300, 'degraded_performance', 'minor'],
    [400, 'partial_outage', 'major'],
    [500, 'major_outage', 'critical'],
    [600, 'partial_outage', 'major'],
    [700, 'unknown', 'unknown'],
  ])('%i is %s, in an incident of impact %s', (code, status, impact) => {
    const snapshot = parse(
      statusio,
      page({
        status_overall: { status_code: code },
        status: [{ id: 'a', name: '<b>Mail</b>', status_code: code }],
        incidents: [{ _id: 'i1', messages: [message(100, '09:00', { status: code })] }],
      }),
    );
    expect(snapshot.status).toBe(status);
    expect(snapshot.components).toEqual([{ id: 'a', name: 'Mail', status }]);
    expect(snapshot.incidents[0]?.impact).toBe(impact);
    const fields = ['status_overall.status_code', 'component.status_code', 'message.status'];
    expect(snapshot.unknownWords.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual(
      status === 'unknown' ? fields.toSorted().map((field) => ({ field, word: '700' })) : [],
    );
  });

  it.each([
    [100, 'investigating', 'scheduled'],
    [200, 'identified', 'in_progress'],
    [300, 'monitoring', 'verifying'],
    [400, 'resolved', 'completed'],
    [500, 'unknown', 'unknown'],
  ])('state %i is %s, of a maintenance %s', (state, incident, maintenance) => {
    const messages = [message(state, '09:00')];
    const snapshot = parse(
      statusio,
      page({ incidents: [{ _id: 'i1', messages }], ...planned({ messages }) }),
    );
    expect(snapshot.incidents).toMatchObject([
      { kind: 'incident', status: incident, updates: [{ status: incident }] },
      { kind: 'maintenance', status: maintenance, updates: [{ status: maintenance }] },
    ]);
    expect(snapshot.unknownWords).toEqual(
      state === 500
        ? [
            { field: 'incident.state', word: '500' },
            { field: 'maintenance.state', word: '500' },
          ]
        : [],
    );
  });
});

describe('an incident', () => {
  it('is where its newest message is, and as bad as it ever was', () => {
    const [incident] = incidents({
      _id: 'i1',
      messages: [
        message(300, '10:00', { status: 100 }),
        message(100, '09:00', { status: 500 }),
        message(200, '09:30'),
      ],
    });
    expect(incident).toMatchObject({ status: 'monitoring', impact: 'critical' });
    expect(incident?.updates.map(({ status }) => status)).toEqual([
      'investigating',
      'identified',
      'monitoring',
    ]);
  });

  it('takes the last of two messages of one minute, and one without a time in its place', () => {
    const twice = [message(100, '09:00'), message(200, '09:00')];
    expect(incidents({ _id: 'i1', messages: twice })[0]).toMatchObject({
      status: 'identified',
      updates: [{ id: '2026-03-02T09:00:00.000Z' }, { id: '2026-03-02T09:00:00.000Z-2' }],
    });
    const undated = [
      message(100, '09:00', { details: null }),
      { state: 300, details: '<p>It <b>works</b>.</p>' },
    ];
    expect(incidents({ _id: 'i1', messages: undated })[0]).toMatchObject({
      status: 'monitoring',
      updates: [{ body: '' }, { id: 'message-1', at: null, body: 'It works.' }],
    });
  });

  it('has a page only where the address of the feed tells the id of the site', () => {
    const of = (url: string) =>
      parse(statusio, page({ incidents: [{ _id: 'a/b' }] }, url)).incidents[0]?.url;
    const found = `https://status.example.com/pages/incident/${PAGE_ID}/a%2Fb`;
    expect(of(API)).toBe(found);
    expect(of(`${API}/?x=1`)).toBe(found);
    for (const url of [`${API}0`, API.slice(0, -1), API.replace('/5f', '5f')]) {
      expect(of(url)).toBe('');
    }
  });

  it('may lack everything but an id', () => {
    const odd = { _id: 7, name: 7, messages: null, components_affected: null };
    expect(incidents(odd)).toStrictEqual([
      {
        upstreamId: '7',
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
        url: `https://status.example.com/pages/incident/${PAGE_ID}/7`,
        marks: [],
      },
    ]);
  });
});
