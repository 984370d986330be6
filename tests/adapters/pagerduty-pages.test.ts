import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { pagerdutyPages } from '../../src/adapters/pagerduty-pages.ts';
import { fixture, parse } from './read-json-fixture.ts';

const PAGE = fixture('pagerduty-pages/page.html');

const html = (text: string): FeedDocument => ({
  url: 'https://status.pine.example/',
  body: new TextEncoder().encode(text),
  headers: { 'content-type': 'text/html' },
});
const page = (data: unknown, tag = 'script id="data"') =>
  html(`<!doctype html><${tag}>${JSON.stringify(data)}</script><script>go()</script>`);
const service = (business_service_id: string, severity: string, name: unknown = 'Voice') => ({
  id: 'x',
  business_service_id,
  name,
  severity,
});
/** A post of 2026-03-02, `time` as 09:30. */
const post = (id: string, time: string, status: string, more: object = {}) => ({
  id,
  reported_at: `2026-03-02T${time}:00.000Z`,
  created_at: '2026-03-02T11:59:00.000Z',
  message: '',
  severity: 'minor',
  status,
  impacted_business_services: [service('B1', 'minor')],
  ...more,
});
const summary = (open: object[], resolved: object[] = []) => ({
  open_incidents: open,
  resolved_incidents: resolved,
});
const layout = (...business_services: unknown[]) => ({ layout_settings: { business_services } });
const SERVICES = layout({ id: 'B1', name: 'Voice' }, { id: 'B2', name: 'Chat' });
const read = (updates: unknown, more: object = {}) => {
  const open = [{ id: 'P1', title: 'Calls late', updates, ...more }];
  return parse(pagerdutyPages, page({ summary: summary(open), layout: SERVICES }));
};
const one = (...updates: object[]) => read(updates).incidents[0]!;

describe('the script of the page', () => {
  const data = { summary: summary([]) };

  it.each([
    ['the fixture', PAGE, true],
    ['single quotes', page(data, "script id='data'"), true],
    ['attributes around', page(data, 'SCRIPT type="application/json" id="data" data-x="1"'), true],
    ['white space around', html(`<script id="data">\n ${JSON.stringify(data)}\n</script>`), true],
    ['another script before', html(`<script>a = 1</script>${JSON.stringify(data)}`), false],
    ['another id', page(data, 'script id="other"'), false],
    ['another element', page(data, 'div id="data"'), false],
    ['no summary', page({ open_incidents: [] }), false],
    ['no list', page({ summary: { open_incidents: {} } }), false],
    ['no JSON', html('<script id="data">go()</script>'), false],
    ['no page', html(' '), false],
  ])('is recognised: %s', (_, document, expected) => {
    expect(pagerdutyPages.recognises(document)).toBe(expected);
    if (expected) expect(parse(pagerdutyPages, document).provesNothingReported).toBe(true);
  });

  it('stands on the page itself', () => {
    expect(pagerdutyPages.documents('https://status.pine.example/')).toEqual([
      'https://status.pine.example/',
    ]);
  });

  it.each([
    [[], 'empty-response', 'There is no document to read.'],
    [[html('<p>Hello')], 'parse', 'pagerduty-pages: the page carries no data of its script.'],
    [[page({})], 'parse', expect.stringMatching(/^pagerduty-pages: unexpected shape: summary: /)],
    [
      [page({ summary: {} })],
      'parse',
      expect.stringMatching(/^pagerduty-pages: unexpected shape: summary\.open_incidents: /),
    ],
  ])('is needed: %#', (documents, kind, message) => {
    expect(() => parse(pagerdutyPages, ...documents)).toThrow(
      expect.objectContaining({
        kind,
        message,
        ...(documents.length > 0 && { url: 'https://status.pine.example/' }),
      }),
    );
  });
});

describe('a page', () => {
  it('tells its services, in their groups, and its incidents', () => {
    expect(parse(pagerdutyPages, PAGE)).toStrictEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: 'B1', name: 'Voice (EU)', status: 'degraded_performance', group: 'Voice' },
        { id: 'B2', name: 'Voice (US)', status: 'operational', group: 'Voice' },
      ],
      incidents: [
        {
          upstreamId: 'P1',
          kind: 'incident',
          title: 'Calls late',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [
            { id: 'U1', at: '2026-02-03T08:00:00.000Z', status: 'investigating', body: 'Maybe.' },
            { id: 'U2', at: '2026-02-03T08:20:00.000Z', status: 'investigating', body: 'Still.' },
          ],
          components: [{ id: 'B1', name: 'Voice (EU)' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incident_details/P1',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([undefined, null, 7, {}, layout('x')])('without services: %j', (odd) => {
    const snapshot = parse(pagerdutyPages, page({ summary: summary([]), layout: odd }));
    expect(snapshot.components).toEqual([]);
  });

  it('lists services by themselves, and groups only where one is named', () => {
    const rows = layout(
      { id: 1, name: '<b>All</b> &amp; more', grouping_element: true },
      { id: 2, name: '<i>Voice</i>', Head_ID: 1 },
      { id: 3, name: 'Chat', grouping_element: 'true', Head_ID: 2 },
    );
    const snapshot = parse(pagerdutyPages, page({ summary: summary([]), layout: rows }));
    expect(snapshot.components).toStrictEqual([
      { id: '2', name: 'Voice', status: 'operational', group: 'All & more' },
      { id: '3', name: 'Chat', status: 'operational' },
    ]);
  });

  it('tells an incident of both lists once, and those resolved too', () => {
    const [open, over] = [
      { id: 'P1', updates: [post('U1', '09:00', 'detected')] },
      { id: 'P0', updates: [post('U0', '08:00', 'resolved')] },
    ];
    const { incidents } = parse(pagerdutyPages, page({ summary: summary([open], [open, over]) }));
    expect(incidents.map(({ upstreamId, resolvedAt }) => [upstreamId, resolvedAt])).toEqual([
      ['P1', null],
      ['P0', '2026-03-02T08:00:00.000Z'],
    ]);
  });
});

describe('the state of services', () => {
  const states = (...updates: object[]) => read(updates).components.map(({ status }) => status);

  it.each([
    ['all_good', 'degraded_performance'],
    ['operational', 'degraded_performance'],
    ['minor', 'degraded_performance'],
    ['major', 'partial_outage'],
    ['Partial Outage', 'partial_outage'],
    ['outage', 'major_outage'],
    ['maintenance', 'under_maintenance'],
    ['odd', 'unknown'],
  ])('%s while an incident is open is %s', (severity, expected) => {
    const impacted_business_services = [service('B1', severity)];
    const snapshot = read([post('U1', '09:00', 'detected', { impacted_business_services })]);
    expect(snapshot.components.map(({ status }) => status)).toEqual([expected, 'operational']);
    expect(snapshot.unknownWords).toEqual(
      severity === 'odd' ? [{ field: 'service.severity', word: 'odd' }] : [],
    );
  });

  it('is the one of the newest post, whatever its place', () => {
    const newest = post('U2', '10:00', 'detected', {
      impacted_business_services: [service('B2', 'outage'), service('B1', 'major')],
    });
    const older = post('U1', '09:00', 'detected');
    const expected = ['partial_outage', 'major_outage'];
    expect(states(newest, older)).toEqual(expected);
    expect(states(older, newest)).toEqual(expected);
  });

  it('is the one of the upper post where two are of one minute', () => {
    const upper = post('U2', '09:00', 'identified', {
      impacted_business_services: [service('B2', 'outage')],
    });
    const lower = post('U1', '09:00', 'detected');
    expect(states(upper, lower)).toEqual(['operational', 'major_outage']);
    expect(one(upper, lower)).toMatchObject({ status: 'identified' });
    expect(one(upper, lower).updates.map(({ id }) => id)).toEqual(['U1', 'U2']);
  });

  it.each([
    ['names none', [post('U1', '09:00', 'detected', { impacted_business_services: null })]],
    ['has no post', []],
    ['has no list of posts', null],
  ])('is unknown where an open incident %s', (_, updates) => {
    const { components, unknownWords } = read(updates);
    expect(components.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(unknownWords).toEqual([]);
  });
});

describe('an incident', () => {
  it.each([
    ['detected', 'incident', 'investigating'],
    ['investigating', 'incident', 'investigating'],
    ['identified', 'incident', 'identified'],
    ['monitoring', 'incident', 'monitoring'],
    ['resolved', 'incident', 'resolved'],
    ['scheduled', 'maintenance', 'scheduled'],
    ['In Progress', 'maintenance', 'in_progress'],
    ['in_progress', 'maintenance', 'in_progress'],
    ['completed', 'maintenance', 'completed'],
    ['odd', 'incident', 'unknown'],
  ])('%s is an %s %s', (word, kind, status) => {
    const snapshot = read([post('U1', '09:00', word)]);
    expect(snapshot.incidents[0]).toMatchObject({ kind, status, updates: [{ status }] });
    expect(snapshot.unknownWords).toEqual(
      word === 'odd' ? [{ field: 'update.status', word: 'odd' }] : [],
    );
  });

  it.each([
    ['all_good', 'none'],
    ['All good', 'none'],
    ['minor', 'minor'],
    ['major', 'major'],
    ['outage', 'critical'],
    ['maintenance', 'none'],
    ['odd', 'unknown'],
  ])('of severity %s has the impact %s', (severity, impact) => {
    const snapshot = read([post('U1', '09:00', 'detected', { severity })]);
    expect(snapshot.incidents[0]?.impact).toBe(impact);
    expect(snapshot.unknownWords).toEqual(
      severity === 'odd' ? [{ field: 'update.severity', word: 'odd' }] : [],
    );
  });

  it('is as bad as it ever was', () => {
    expect(
      one(
        post('U3', '11:00', 'resolved', { severity: 'all_good' }),
        post('U2', '10:00', 'detected', { severity: 'outage' }),
        post('U1', '09:00', 'detected'),
      ),
    ).toMatchObject({ status: 'resolved', impact: 'critical' });
  });

  it('dates a post by its creation where it was not reported', () => {
    const { updates } = one(post('U1', '', 'detected', { reported_at: null }));
    expect(updates[0]?.at).toBe('2026-03-02T11:59:00.000Z');
  });

  it('names the services of all its posts, if they have names', () => {
    const { components } = one(
      post('U2', '10:00', 'detected', {
        impacted_business_services: [service('B2', 'minor', 'Chat'), service('B3', 'minor', null)],
      }),
      post('U1', '09:00', 'detected'),
    );
    expect(components).toEqual([
      { id: 'B2', name: 'Chat' },
      { id: 'B1', name: 'Voice' },
    ]);
  });

  it('may lack everything but an id', () => {
    const updates = [{ id: 'U1' }];
    expect(read(updates, { id: 'a/b', title: 7 }).incidents).toStrictEqual([
      {
        upstreamId: 'a/b',
        kind: 'incident',
        title: 'Untitled incident',
        status: 'unknown',
        impact: 'unknown',
        startedAt: null,
        resolvedAt: null,
        updatedAt: null,
        updates: [{ id: 'U1', at: null, status: 'unknown', body: '' }],
        components: [],
        regions: [],
        services: [],
        url: 'https://status.example.com/incident_details/a%2Fb',
        marks: [],
      },
    ]);
    expect(read(null).incidents[0]).toMatchObject({ status: 'unknown', updates: [] });
  });
});
