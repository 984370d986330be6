import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { hund } from '../../src/adapters/hund.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';
const PAGE = { state: 'operational', issues: [], groups: [] };
const text = (body: string): FeedDocument => ({
  url: 'https://status.example.com/live/v2/status_page',
  body: new TextEncoder().encode(body),
  headers: {},
});
const readIssue = (issue: object) =>
  parse(hund, json({ ...PAGE, issues: [{ id: 'h', ...issue }] })).incidents[0]!;

const SNAPSHOT = {
  coverage: 'active-only',
  status: 'degraded_performance',
  components: [
    { id: 'c1', name: 'Worker', group: 'Core', status: 'degraded_performance' },
    { id: 'c2', name: 'Site', group: 'Core', status: 'operational' },
  ],
  incidents: [
    {
      upstreamId: 'h1',
      kind: 'incident',
      title: 'Heavy queue',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-02-03T08:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-02-03T08:20:00.000Z',
      updates: [
        {
          id: 'opening',
          at: '2026-02-03T08:00:00.000Z',
          status: 'investigating',
          body: 'On it.',
        },
        { id: 'u1', at: '2026-02-03T08:20:00.000Z', status: 'identified', body: 'Found.' },
      ],
      components: [{ id: 'c1', name: 'Worker' }],
      regions: [],
      services: [],
      url: 'https://status.example.com/issues/h1',
      marks: ['impact-derived'],
    },
  ],
  provesNothingReported: true,
  unknownWords: [],
  warnings: [],
};

describe('the event stream of a Hund page', () => {
  it.each(['stream.txt', 'init-event.json'])('tells what stands now: %s', (name) => {
    const document = fixture(`hund/${name}`);
    expect(hund.recognises(document)).toBe(true);
    expect(parse(hund, document)).toEqual(SNAPSHOT);
  });

  it.each([
    ['a comment first', ': hello\n\nevent: init_event\ndata: {JSON}\n\n'],
    ['a comment among its lines', 'event: init_event\n: data: {}\ndata: {JSON}\n\n'],
    ['an id first', 'id: 1\nevent: init_event\ndata: {JSON}\n\n'],
    ['data first', 'data: {JSON}\nevent: init_event\n\n'],
    ['no spaces and a line feed first', '\nevent:init_event\ndata:{JSON}\n\n'],
    ['spaces around the name', 'event:   init_event  \ndata: {JSON}\n\n'],
    ['carriage returns', 'retry: 5\r\n\r\nevent: init_event\r\ndata: {JSON}\r\n\r\n'],
    ['another event first', 'event: ping\ndata: {}\n\nevent: init_event\ndata: {JSON}\n\n'],
    ['no end yet', 'event: init_event\ndata: {JSON}'],
  ])('may have %s', (_what, stream) => {
    const document = text(stream.replace('{JSON}', JSON.stringify({ ...PAGE, state: 'outage' })));
    expect(hund.recognises(document)).toBe(true);
    expect(parse(hund, document)).toMatchObject({ status: 'major_outage', incidents: [] });
  });

  it('ends a line of data where the stream does, not at a separator inside a string', () => {
    const page = { ...PAGE, groups: [{ name: 'A\u2028B', components: [{ id: 'c', name: 'C' }] }] };
    const stream = `event: init_event\ndata: ${JSON.stringify(page)}\n\n`;
    expect(parse(hund, text(stream)).components).toMatchObject([{ name: 'C', group: 'A B' }]);
  });

  it('may spread its data over lines', () => {
    const lines = 'data: {"state": "outage", "issues": [],\ndata:  "groups": []}';
    expect(parse(hund, text(`event: init_event\n${lines}\n\n`)).status).toBe('major_outage');
    // A line break inside a string is none of JSON's: the lines are joined as they came.
    const torn = 'data: {"state": "out\ndata: age", "issues": []}';
    expect(() => parse(hund, text(`event: init_event\n${torn}\n\n`))).toThrow('hund: broken JSON');
  });

  it.each([
    'event: ping\ndata: {"state": "operational", "issues": []}\n\n',
    'event: init_event2\ndata: {"state": "operational", "issues": []}\n\n',
    'data: event: init_event\ndata: {}\n\n',
  ])('says so where it has no first event: %j', (stream) => {
    expect(hund.recognises(text(stream))).toBe(false);
    expect(() => parse(hund, text(stream))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'hund: the stream holds no init_event.',
        url: 'https://status.example.com/live/v2/status_page',
      }),
    );
  });

  it.each([
    [{ state: 'operational' }, 'issues: '],
    [{ issues: [] }, 'state: '],
    [{ state: 7, issues: [] }, 'state: '],
    [{ state: 'operational', issues: null }, 'issues: '],
  ])('refuses %j', (value, where) => {
    expect(() => parse(hund, json(value))).toThrow(`hund: unexpected shape: ${where}`);
  });

  it('is recognised by its two keys, and found among other documents', () => {
    expect(hund.recognises(json({ state: 'x' }))).toBe(false);
    expect(hund.recognises(json({ issues: [] }))).toBe(false);
    expect(hund.recognises(text(' '))).toBe(false);
    expect(parse(hund, json({ other: 1 }), json(PAGE)).status).toBe('operational');
  });

  it('has one address', () => {
    const address = 'https://h.example/live/v2/status_page';
    const urls = ['https://h.example', 'https://h.example//', 'https://h.example/live', address];
    for (const url of [...urls, `${address}/`]) expect(hund.documents(url)).toEqual([address]);
    expect(hund.documents('https://h.example/live/x')).toEqual([
      'https://h.example/live/x/live/v2/status_page',
    ]);
  });
});

describe('states', () => {
  it.each([
    ['operational', 'operational'],
    ['Degraded', 'degraded_performance'],
    ['outage', 'major_outage'],
    ['maintenance', 'under_maintenance'],
    ['wobbly', 'unknown'],
  ])('are read of page and component: %s', (state, status) => {
    const components = [{ id: 1, name: 'A &amp; B', state }];
    const snapshot = parse(hund, json({ ...PAGE, state, groups: [{ name: null, components }] }));
    expect(snapshot.status).toBe(status);
    expect(snapshot.components).toEqual([{ id: '1', name: 'A & B', status }]);
    const fields = ['page.state', 'component.state'];
    const words = fields.map((field) => ({ field, word: state }));
    expect(snapshot.unknownWords).toEqual(status === 'unknown' ? words : []);
  });
});

describe('an issue', () => {
  it.each([
    ['Investigating', 'investigating', 'in_progress'],
    ['Problem Identified', 'identified', 'in_progress'],
    ['problem_identified', 'identified', 'in_progress'],
    ['Identified', 'identified', 'in_progress'],
    ['Monitoring', 'monitoring', 'verifying'],
    ['Resolved', 'resolved', 'completed'],
    ['Scheduled', 'unknown', 'scheduled'],
    ['In Progress', 'investigating', 'in_progress'],
    ['in_progress', 'investigating', 'in_progress'],
    ['Completed', 'resolved', 'completed'],
    ['Odd', 'unknown', 'unknown'],
  ])('labelled %s is %s, planned work %s', (label, status, planned) => {
    expect(readIssue({ label })).toMatchObject({ kind: 'incident', status });
    expect(readIssue({ label, scheduled: true })).toMatchObject({
      kind: 'maintenance',
      status: planned,
      impact: 'none',
    });
    expect(readIssue({ label }).updates[0]?.status).toBe(status);
  });

  it('is over where it no longer stands, whatever its label', () => {
    const issue = { label: 'Monitoring', created_at: T0 };
    expect(readIssue({ ...issue, standing: false })).toMatchObject({
      status: 'resolved',
      startedAt: T0,
    });
    expect(readIssue({ ...issue, standing: true }).status).toBe('monitoring');
    expect(readIssue(issue).status).toBe('monitoring');
  });

  it('is as far as the newest post with a label, in whatever order they are listed', () => {
    const updates = [
      { label: null, body: 'Still.', created_at: '2026-03-01T11:00:00Z' },
      { id: 7, label: 'Monitoring', created_at: T1 },
      { label: 'Identified', created_at: '2026-03-01T10:10:00Z' },
    ];
    const issue = readIssue({ label: 'Investigating', created_at: T0, updates });
    expect(issue.status).toBe('monitoring');
    expect(issue.updates.map(({ id, status, body }) => [id, status, body])).toEqual([
      ['opening', 'investigating', ''],
      ['update-3', 'identified', ''],
      ['7', 'monitoring', ''],
      ['update-1', 'unknown', 'Still.'],
    ]);
  });

  it('reports labels nobody knows', () => {
    const issue = { id: 'h', label: 'Odd', updates: [{}] };
    expect(parse(hund, json({ ...PAGE, issues: [issue] })).unknownWords).toEqual([
      { field: 'issue.label', word: 'Odd' },
      { field: 'update.label', word: 'Odd' },
      { field: 'update.label', word: '(missing)' },
    ]);
  });

  it('hits components told by name or whole', () => {
    const components = ['Worker', { id: 'c', name: 'Site', state: 'outage' }];
    expect(readIssue({ components })).toMatchObject({
      impact: 'critical',
      components: [{ name: 'Worker' }, { id: 'c', name: 'Site' }],
    });
    expect(readIssue({ components: ['Worker'] })).toMatchObject({ impact: 'unknown', marks: [] });
    expect(readIssue({ components: [7] }).components).toEqual([]);
    const named = { id: 'h', label: 'Resolved', components: ['Worker'] };
    expect(parse(hund, json({ ...PAGE, issues: [named] })).unknownWords).toEqual([]);
    const odd = { id: 'h', label: 'Resolved', components: [{ id: 'c', name: 'S', state: 'odd' }] };
    expect(parse(hund, json({ ...PAGE, issues: [odd] })).unknownWords).toEqual([
      { field: 'component.state', word: 'odd' },
    ]);
  });

  it('has an address that no id can break', () => {
    expect(readIssue({ id: 'a/b' }).url).toBe('https://status.example.com/issues/a%2Fb');
  });
});
