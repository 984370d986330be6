import { describe, expect, it } from 'vitest';
import { rootly } from '../../src/adapters/rootly.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const STATUS = fixture('rootly/status.json');

const page = (more: object = {}, url?: string) =>
  json({ page: { time_zone: 'UTC' }, incidents: [], ...more }, url);
const read = (more: object) => {
  const { incidents, unknownWords } = parse(rootly, page({ incidents: [more] }));
  return { ...incidents[0]!, words: unknownWords };
};
const one = (more: object) => parse(rootly, page({ incidents: [more] })).incidents[0]!;

describe('recognises', () => {
  it.each([
    ['the state of a page', STATUS, true],
    ['the list of its incidents', page(), true],
    ['a Statuspage, whose page has an id', page({ page: { id: 'x', time_zone: 'UTC' } }), false],
    ['a page without a time zone', page({ page: {} }), false],
    ['a page with components', page({ components: [] }), false],
    ['no list of incidents', page({ incidents: {} }), false],
    ['no page', page({ page: [] }), false],
    ['nothing', json(null), false],
  ])('%s: %#', (_, document, expected) => {
    expect(rootly.recognises(document)).toBe(expected);
  });

  it.each(['https://rowan.example/', 'https://rowan.example/api/v1/status.json'])(
    'reads state and incidents of %s',
    (url) => {
      expect(rootly.documents(url)).toEqual([
        'https://rowan.example/api/v1/status.json',
        'https://rowan.example/api/v1/incidents.json?per_page=100',
      ]);
    },
  );
});

describe('a page', () => {
  const expected = {
    coverage: 'active-only',
    status: 'degraded_performance',
    components: [],
    incidents: [
      {
        upstreamId: 'r1',
        kind: 'incident',
        title: 'Slow replies',
        status: 'investigating',
        impact: 'minor',
        startedAt: '2026-02-03T08:00:00.000Z',
        resolvedAt: null,
        updatedAt: '2026-02-03T08:00:00.000Z',
        updates: [
          {
            id: '2026-02-03T08:00:00.000Z',
            at: '2026-02-03T08:00:00.000Z',
            status: 'investigating',
            body: 'Looking.',
          },
        ],
        components: [],
        regions: [],
        services: [],
        url: 'https://rowan.example/incidents/r1',
        marks: [],
      },
    ],
    provesNothingReported: true,
    unknownWords: [],
    warnings: [],
  };

  it('tells its state and what is open', () => {
    expect(parse(rootly, STATUS)).toStrictEqual(expected);
  });

  it('leaves out what another format tells beside it', () => {
    const other = page({ page: { id: 'x', time_zone: 'UTC' }, incidents: [{ name: 'Other' }] });
    expect(parse(rootly, other, STATUS)).toStrictEqual(expected);
  });

  it('may be two documents, in any order, that tell of the same', () => {
    expect(parse(rootly, page(), STATUS)).toStrictEqual(expected);
    expect(parse(rootly, STATUS, STATUS)).toStrictEqual(expected);
    const list = page({ incidents: [{ name: 'Other' }] });
    expect(parse(rootly, STATUS, list).incidents).toHaveLength(2);
  });

  it('goes on without a document that is broken, and says so', () => {
    const broken = page({ incidents: [7] }, 'https://rowan.example/i');
    expect(parse(rootly, STATUS, broken)).toStrictEqual({
      ...expected,
      warnings: [
        expect.stringMatching(
          /^https:\/\/rowan\.example\/i: rootly: unexpected shape: incidents\.0: /,
        ),
      ],
    });
  });

  it('is read even where it is not recognised, if it has the shape', () => {
    expect(parse(rootly, json({ page: {}, incidents: [] })).provesNothingReported).toBe(true);
  });

  it.each([
    [[], 'empty-response', /^There is no document to read\.$/],
    [[json({})], 'parse', /^rootly: unexpected shape: page: .*; incidents: /],
    [
      [page({ incidents: [{ incident_updates: [7] }] })],
      'parse',
      /: incidents\.0\.incident_updates\.0: /,
    ],
    [[page({ status: 'none' })], 'parse', /^rootly: unexpected shape: status: /],
  ])('is refused in another shape: %#', (documents, kind, message) => {
    expect(() => parse(rootly, ...documents)).toThrow(
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    );
  });
});

describe('words', () => {
  it.each([
    ['none', 'operational'],
    ['minor', 'degraded_performance'],
    ['major', 'major_outage'],
    ['maintenance', 'under_maintenance'],
    ['odd', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('indicator %s is %s', (indicator, status) => {
    const snapshot = parse(rootly, page({ status: { indicator } }));
    expect(snapshot.status).toBe(status);
    expect(snapshot.unknownWords).toEqual(
      status === 'unknown' ? [{ field: 'status.indicator', word: indicator ?? '(missing)' }] : [],
    );
  });

  it.each([undefined, null])('a page with the status %s says nothing of itself', (status) => {
    expect(parse(rootly, page({ status }))).toMatchObject({ status: null, unknownWords: [] });
  });

  it.each([
    ['none', 'incident', 'none'],
    ['minor', 'incident', 'minor'],
    ['major', 'incident', 'major'],
    ['critical', 'incident', 'critical'],
    ['maintenance', 'maintenance', 'none'],
    ['odd', 'incident', 'unknown'],
  ])('impact %s makes an %s of impact %s', (word, kind, impact) => {
    const words = word === 'odd' ? [{ field: 'incident.impact', word }] : [];
    expect(read({ status: 'started', impact: word })).toMatchObject({ kind, impact, words });
  });

  it.each([
    ['in_triage', 'incident', 'investigating'],
    ['started', 'incident', 'investigating'],
    ['detected', 'incident', 'investigating'],
    ['acknowledged', 'incident', 'investigating'],
    ['investigating', 'incident', 'investigating'],
    ['identified', 'incident', 'identified'],
    ['mitigated', 'incident', 'monitoring'],
    ['monitoring', 'incident', 'monitoring'],
    ['resolved', 'incident', 'resolved'],
    ['closed', 'incident', 'resolved'],
    ['cancelled', 'incident', 'resolved'],
    ['scheduled', 'maintenance', 'scheduled'],
    ['in_progress', 'maintenance', 'in_progress'],
    ['verifying', 'maintenance', 'verifying'],
    ['completed', 'maintenance', 'completed'],
    ['odd', 'incident', 'unknown'],
  ])('status %s makes an %s %s', (word, kind, status) => {
    const raw = { status: word, impact: 'minor', incident_updates: [{ status: word }] };
    const words =
      word === 'odd'
        ? [
            { field: 'incident.status', word },
            { field: 'update.status', word },
          ]
        : [];
    expect(read(raw)).toMatchObject({ kind, status, updates: [{ status }], words });
  });
});

describe('an incident', () => {
  it.each([
    ['https://rowan.example/incidents/r-1_a', 'r-1_a'],
    ['https://rowan.example/incidents/r1/?x=/y', 'r1'],
    ['/incidents/r1', 'r1'],
    ['https://rowan.example/incidents/r1/a%20b', 'Slow 2026-03-02T09:00:00.000Z'],
    ['https://rowan.example/', 'Slow 2026-03-02T09:00:00.000Z'],
    ['javascript:x/r1', 'Slow 2026-03-02T09:00:00.000Z'],
    [7, 'Slow 2026-03-02T09:00:00.000Z'],
  ])('at %j has the id %s', (url, upstreamId) => {
    expect(one({ name: 'Slow', started_at: '2026-03-02T09:00:00Z', url }).upstreamId).toBe(
      upstreamId,
    );
  });

  it('without name, start and address still has an id', () => {
    expect(one({ name: 'Slow' })).toMatchObject({ upstreamId: 'Slow', url: '' });
    expect(one({ started_at: '2026-03-02T09:00:00Z' }).upstreamId).toBe('2026-03-02T09:00:00.000Z');
  });

  it('that is planned begins when it is meant to', () => {
    const started_at = '2026-03-05T09:00:00.000Z';
    const incident_updates = [{ status: 'scheduled', created_at: '2026-03-01T09:00:00Z' }];
    expect(one({ status: 'scheduled', started_at, incident_updates })).toMatchObject({
      kind: 'maintenance',
      startedAt: started_at,
      scheduledFor: started_at,
    });
  });

  it('ends when its field says so', () => {
    const incident_updates = [{ status: 'resolved', created_at: '2026-03-02T11:00:00Z' }];
    const resolved_at = '2026-03-02T10:00:00.000Z';
    expect(one({ status: 'resolved', resolved_at, incident_updates }).resolvedAt).toBe(resolved_at);
  });

  it('has its posts as text, oldest first, each with an id', () => {
    const incident_updates = [
      { status: 'monitoring', created_at: '2026-03-02T10:00:00Z', body: 'A <b>fix</b> is out.' },
      { status: 'started', created_at: '2026-03-02T09:00:00Z', body: 7 },
    ];
    expect(one({ incident_updates }).updates).toEqual([
      {
        id: '2026-03-02T09:00:00.000Z',
        at: '2026-03-02T09:00:00.000Z',
        status: 'investigating',
        body: '',
      },
      {
        id: '2026-03-02T10:00:00.000Z',
        at: '2026-03-02T10:00:00.000Z',
        status: 'monitoring',
        body: 'A fix is out.',
      },
    ]);
    expect(one({ incident_updates: [{}, {}] }).updates.map(({ id }) => id)).toEqual([
      'post',
      'post-2',
    ]);
  });
});
