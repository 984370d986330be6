import { describe, expect, it } from 'vitest';
import { heroku } from '../../src/adapters/heroku.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const CURRENT = fixture('heroku/v4-current.json');
const LIST = fixture('heroku/v4-incidents.json');
const V3 = fixture('heroku/v3-current.json');

const I71 = {
  upstreamId: '71',
  kind: 'incident',
  title: 'Slow routing in Europe',
  status: 'monitoring',
  impact: 'minor',
  startedAt: '2026-03-02T09:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-03-02T09:40:00.000Z',
  updates: [
    {
      id: '1',
      at: '2026-03-02T09:00:00.000Z',
      status: 'investigating',
      body: 'Requests are slow.',
    },
    {
      id: '2',
      at: '2026-03-02T09:40:00.000Z',
      status: 'monitoring',
      body: 'A fix is in place and we are monitoring the results.',
    },
  ],
  components: [{ id: 'Apps', name: 'Apps' }],
  regions: [],
  services: [],
  url: 'https://status.example.com/incidents/71',
  marks: ['impact-derived'],
};
const I72 = {
  ...I71,
  upstreamId: '72',
  kind: 'maintenance',
  title: 'Database upgrade',
  // It stays upcoming for months; its last post says that it is done.
  status: 'completed',
  impact: 'none',
  startedAt: '2026-02-27T09:00:00.000Z',
  resolvedAt: '2026-02-28T12:00:00.000Z',
  updatedAt: '2026-02-28T12:00:00.000Z',
  updates: [
    {
      id: '3',
      at: '2026-02-27T09:00:00.000Z',
      status: 'scheduled',
      body: 'On Saturday we will upgrade.',
    },
    {
      id: '4',
      at: '2026-02-28T12:00:00.000Z',
      status: 'completed',
      body: 'Maintenance is complete.',
    },
  ],
  components: [{ id: 'Data', name: 'Data' }],
  url: 'https://status.example.com/incidents/72',
  marks: [],
};
const I70 = {
  ...I71,
  upstreamId: '70',
  title: 'Builds failed',
  status: 'resolved',
  impact: 'critical',
  startedAt: '2026-02-20T10:00:00.000Z',
  resolvedAt: '2026-02-20T12:00:00.000Z',
  updatedAt: '2026-02-20T12:00:00.000Z',
  updates: [
    {
      id: '11',
      at: '2026-02-20T10:00:00.000Z',
      status: 'investigating',
      body: 'No build succeeds.',
    },
    { id: '12', at: '2026-02-20T12:00:00.000Z', status: 'resolved', body: 'Builds work again.' },
  ],
  components: [{ id: 'Tools', name: 'Tools' }],
  url: 'https://status.example.com/incidents/70',
};
const SYSTEMS = [
  { id: 'Apps', name: 'Apps', status: 'degraded_performance' },
  { id: 'Data', name: 'Data', status: 'operational' },
  { id: 'Tools', name: 'Tools', status: 'operational' },
];

describe('Heroku’s documents', () => {
  it('tell the state now and, with the list, the newest incidents', () => {
    expect(parse(heroku, CURRENT, LIST)).toEqual({
      coverage: 'window',
      status: null,
      components: SYSTEMS,
      incidents: [I71, I72, I70],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('cover what is open where only the state is there', () => {
    expect(parse(heroku, CURRENT)).toMatchObject({
      coverage: 'active-only',
      components: SYSTEMS,
      incidents: [I71, I72],
      provesNothingReported: true,
    });
  });

  it('end and prove nothing where only the list is there', () => {
    const broken = { ...CURRENT, url: 'https://h.example/now', body: CURRENT.body.slice(0, 50) };
    const snapshot = parse(heroku, broken, LIST);
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      components: [],
      incidents: [I70],
      provesNothingReported: false,
    });
    expect(snapshot.warnings[0]).toMatch(/^https:\/\/h\.example\/now: heroku: broken JSON: /);
  });

  it('have flags and two colours in version 3', () => {
    expect(parse(heroku, V3)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [
        { id: 'Production', name: 'Production', status: 'major_outage' },
        { id: 'Development', name: 'Development', status: 'operational' },
      ],
      incidents: [
        {
          ...I71,
          upstreamId: '50',
          title: 'Apps do not start',
          status: 'investigating',
          impact: 'critical',
          startedAt: '2026-03-02T08:00:00.000Z',
          updatedAt: '2026-03-02T08:30:00.000Z',
          updates: [
            {
              id: '1',
              at: '2026-03-02T08:00:00.000Z',
              status: 'investigating',
              body: 'Starting takes forever.',
            },
          ],
          components: [{ id: 'Production', name: 'Production' }],
          url: 'https://status.example.com/incidents/50',
        },
        {
          ...I72,
          upstreamId: '49',
          title: 'New racks',
          status: 'scheduled',
          startedAt: '2026-03-01T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-01T09:00:00.000Z',
          updates: [
            { id: '1', at: '2026-03-01T08:00:00.000Z', status: 'scheduled', body: 'Next week.' },
          ],
          components: [],
          url: 'https://status.example.com/incidents/49',
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('may leave the development colour of version 3 out', () => {
    const [only, ...others] = parse(
      heroku,
      json({ status: { Production: 'yellow' }, issues: [] }),
    ).components;
    expect(only).toEqual({ id: 'Production', name: 'Production', status: 'degraded_performance' });
    expect(others).toEqual([]);
  });

  it.each([
    ['green', 'operational'],
    ['yellow', 'degraded_performance'],
    ['red', 'major_outage'],
    ['purple', 'unknown'],
  ])('say %s where a system is %s', (colour, status) => {
    const page = {
      status: [{ system: 'A &amp; B', status: colour }],
      incidents: [],
      scheduled: [],
    };
    const snapshot = parse(heroku, json(page));
    expect(snapshot.components).toEqual([{ id: 'A & B', name: 'A & B', status }]);
    expect(snapshot.unknownWords).toEqual(
      status === 'unknown' ? [{ field: 'status', word: colour }] : [],
    );
  });
});

describe('recognising Heroku', () => {
  const entry = { title: 'T', full_url: '', updates: [], created_at: '' };

  it.each([
    ['version 4', { status: [], incidents: [], scheduled: [] }],
    ['version 3', { status: {}, issues: [] }],
    ['the list', [{ other: 1 }, entry]],
  ])('knows %s', (_what, value) => {
    expect(heroku.recognises(json(value))).toBe(true);
  });

  it.each([
    { status: {}, incidents: [], scheduled: [] },
    { status: [], incidents: [] },
    { status: [], scheduled: [] },
    { incidents: [], scheduled: [] },
    { status: [], issues: [] },
    { issues: [] },
    { status: {} },
    [],
    [{ ...entry, title: undefined }],
    [{ ...entry, full_url: undefined }],
    [{ ...entry, updates: undefined }],
    [{ ...entry, created_at: undefined }],
  ])('does not take %j for it', (value) => {
    expect(heroku.recognises(json(value))).toBe(false);
  });

  it.each([
    [{}, 'status: '],
    [{ status: [], incidents: [], scheduled: [] }, 'status: '],
    [{ status: [{ system: 'A', status: 'green' }], scheduled: [] }, 'incidents: '],
    [{ status: [{ system: 'A', status: 'green' }], incidents: [] }, 'scheduled: '],
    [{ status: { Production: 'red' }, issues: {} }, 'issues: '],
    [{ status: { Development: 'red' }, issues: [] }, 'status.Production: '],
    [[], '(top): '],
    [[{ id: 1 }], '0.title: '],
  ])('refuses %j', (value, where) => {
    expect(() => parse(heroku, json(value))).toThrow(`heroku: unexpected shape: ${where}`);
  });

  it.each([
    ['https://h.example', 'v4', 'incidents'],
    ['https://h.example//', 'v4', 'incidents'],
    ['https://h.example/api/', 'v4', 'incidents'],
    ['https://h.example/api/v4/incidents?limit=5', 'v4', 'incidents'],
    ['https://h.example/api/v3/current-status', 'v3', 'issues'],
    ['https://h.example/api/v12/current-status', 'v12', 'incidents'],
  ])('reads for %s version %s', (url, version, list) => {
    expect(heroku.documents(url)).toEqual([
      `https://h.example/api/${version}/current-status`,
      `https://h.example/api/${version}/${list}?limit=50`,
    ]);
  });
});
