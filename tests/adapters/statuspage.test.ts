import { describe, expect, it } from 'vitest';
import { statuspage } from '../../src/adapters/statuspage.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const summary = fixture('statuspage/summary-groups-and-open.json');
const incidents = fixture('statuspage/incidents-courses.json');
const maintenances = fixture('statuspage/maintenances-ended.json');
const page = { id: 'p1', url: 'https://status.example.com' };
const incident = { id: 'i1', name: 'Trouble', status: 'investigating', impact: 'minor' };

describe('statuspage', () => {
  it('asks for summary, incidents and maintenances of the page, whatever address it is given', () => {
    const expected = [
      'https://www.larkspurstatus.example/api/v2/summary.json',
      'https://www.larkspurstatus.example/api/v2/incidents.json',
      'https://www.larkspurstatus.example/api/v2/scheduled-maintenances.json',
    ];
    for (const path of ['', '/', '/api/v2/summary.json', '/history.atom']) {
      expect(statuspage.documents(`https://www.larkspurstatus.example${path}`)).toEqual(expected);
    }
  });

  it('lists leaves with their group, leaves out what is hidden or a placeholder', () => {
    const { components, unknownWords } = parse(statuspage, summary);
    expect(components).toEqual([
      { id: 'c2', name: 'North', status: 'partial_outage', group: 'Storage' },
      { id: 'c3', name: 'South', status: 'operational', group: 'Storage' },
      { id: 'c4', name: 'North', status: 'operational', group: 'Search' },
      { id: 'c1', name: 'API', status: 'degraded_performance' },
      { id: 'c6', name: 'Old queue', status: 'major_outage' },
      { id: 'c7', name: 'Edge', status: 'unknown' },
    ]);
    expect(unknownWords).toEqual([{ field: 'component.status', word: 'wobbly' }]);
  });

  it('keeps page status, components and incidents as separate facts', () => {
    const snapshot = parse(statuspage, summary);
    expect(snapshot.status).toBe('operational');
    expect(incidentOf(snapshot, 'in1')).toMatchObject({
      kind: 'incident',
      title: 'Uploads stall & time out',
      status: 'monitoring',
      impact: 'major',
      startedAt: '2026-03-02T07:30:00.000Z',
      resolvedAt: null,
      url: 'http://status.larkspur.example/incidents/in1',
    });
  });

  it('reads updates oldest first, with their own time and as plain text', () => {
    expect(incidentOf(parse(statuspage, summary), 'in1').updates).toEqual([
      {
        id: 'u1',
        at: '2026-03-02T07:30:00.000Z',
        status: 'investigating',
        body: 'Uploads stall.\nWe are looking.',
      },
      {
        id: 'u2',
        at: '2026-03-02T08:10:00.000Z',
        status: 'identified',
        body: 'The cause is found.',
      },
      {
        id: 'u3',
        at: '2026-03-02T08:40:00.000Z',
        status: 'monitoring',
        body: 'A fix is out.\nWe keep an eye on it.',
      },
    ]);
  });

  it('unites linked components with those its updates name, told apart by group', () => {
    expect(incidentOf(parse(statuspage, summary), 'in1').components).toEqual([
      { id: 'c1', name: 'API' },
      { id: 'c2', name: 'Storage – North' },
    ]);
  });

  it('starts a maintenance when it is scheduled, without impact', () => {
    expect(incidentOf(parse(statuspage, summary), 'mt1')).toMatchObject({
      kind: 'maintenance',
      impact: 'none',
      status: 'scheduled',
      startedAt: '2026-03-08T22:00:00.000Z',
      scheduledFor: '2026-03-08T22:00:00.000Z',
      scheduledUntil: '2026-03-09T02:00:00.000Z',
      resolvedAt: null,
    });
    expect(incidentOf(parse(statuspage, maintenances), 'mt2')).toMatchObject({
      status: 'completed',
      resolvedAt: '2026-02-15T03:00:00.000Z',
    });
  });

  it.each([
    ['re1', 'investigating', null],
    ['re2', 'resolved', '2026-02-09T14:00:00.000Z'],
    ['pm1', 'postmortem', '2026-02-01T12:00:00.000Z'],
    ['nr1', 'resolved', '2026-01-20T08:30:00.000Z'],
    ['bf1', 'resolved', '2026-01-10T12:20:00.000Z'],
  ])('ends %s as its posts say', (id, status, resolvedAt) => {
    expect(incidentOf(parse(statuspage, incidents), id)).toMatchObject({ status, resolvedAt });
  });

  it('takes the earliest of all starts of a back-filled incident', () => {
    expect(incidentOf(parse(statuspage, incidents), 'bf1').startedAt).toBe(
      '2026-01-10T12:00:00.000Z',
    );
  });

  it('tells by its coverage what it can know of what is missing', () => {
    expect(parse(statuspage, summary)).toMatchObject({
      coverage: 'active-only',
      provesNothingReported: true,
    });
    expect(parse(statuspage, incidents).coverage).toBe('window');
    expect(parse(statuspage, summary, incidents, maintenances).coverage).toBe('window');
    // A maintenance that ends leaves the summary; without their list that must not look withdrawn.
    expect(parse(statuspage, summary, incidents).coverage).toBe('active-only');
    const status = parse(statuspage, json({ page, status: { indicator: 'none' } }));
    expect(status).toMatchObject({ coverage: 'window', provesNothingReported: false });
  });

  it('tells an incident of two documents once, in any order', () => {
    const forth = parse(statuspage, summary, incidents, maintenances);
    const back = parse(statuspage, maintenances, incidents, summary);
    const ids = (snapshot: typeof forth) => snapshot.incidents.map((one) => one.upstreamId).sort();
    expect(ids(forth)).toEqual(['bf1', 'in1', 'mt1', 'mt2', 'nr1', 'pm1', 're1', 're2']);
    expect(ids(back)).toEqual(ids(forth));
  });

  it('survives a broken extra document, but not a broken only one', () => {
    const html = { ...json(''), body: new TextEncoder().encode('<!doctype html><p>Hi') };
    expect(parse(statuspage, summary, html).warnings).toHaveLength(1);
    expect(() => parse(statuspage, html)).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
  });

  it.each([
    [{}, 'page: Invalid input: expected object, received undefined'],
    [
      { page },
      '(top): none of status, components, incidents, scheduled_maintenances, incident is there',
    ],
    [{ page, incidents: 'none' }, 'incidents: Invalid input: expected array, received string'],
    [{ page, incidents: [{ name: 'without id' }] }, 'incidents.0.id: Invalid input'],
    [[], '(top): Invalid input: expected object, received array'],
  ])('refuses %j', (value, reason) => {
    expect(() => parse(statuspage, json(value))).toThrow(
      expect.objectContaining({
        name: 'FeedError',
        kind: 'parse',
        message: `statuspage: unexpected shape: ${reason}`,
      }),
    );
  });

  it.each([
    ['a summary', { page, status: { indicator: 'none' } }, true],
    ['components', { page, components: [{ id: 'c', status: 'operational' }] }, true],
    ['incidents', { page, incidents: [] }, true],
    ['maintenances', { page, scheduled_maintenances: [] }, true],
    ['the body sent to a webhook', { page, incident: { incident_updates: [] } }, true],
    ['a page and nothing else', { page }, false],
    ['lists without a page', { incidents: [] }, false],
    ['a page of incident.io', { page: { id: `01J${'0'.repeat(23)}` }, incidents: [] }, false],
    ['nothing', {}, false],
  ])('tells by its keys whether it is one: %s', (_, value, expected) => {
    expect(statuspage.recognises(json(value))).toBe(expected);
  });

  it('takes a summary without one of its lists for no proof that nothing is open', () => {
    const { incidents: _, ...rest } = JSON.parse(new TextDecoder().decode(summary.body));
    expect(parse(statuspage, json(rest))).toMatchObject({
      coverage: 'window',
      provesNothingReported: false,
    });
    expect(parse(statuspage, incidents).provesNothingReported).toBe(true);
  });

  it('links to the page as configured where the host is the same', () => {
    const document = json({
      page: { ...page, url: 'http://status.example.com/' },
      incidents: [incident],
    });
    expect(parse(statuspage, document).incidents[0]?.url).toBe(
      `${CONTEXT.statusPage}/incidents/i1`,
    );
  });

  it('uses a shortlink that is on the page itself', () => {
    const own = { ...incident, shortlink: 'https://status.example.com/i/short' };
    const document = json({ page, incidents: [own] });
    expect(parse(statuspage, document).incidents[0]?.url).toBe(
      'https://status.example.com/i/short',
    );
  });

  it.each([
    ['none', 'operational'],
    ['minor', 'degraded_performance'],
    ['major', 'partial_outage'],
    ['critical', 'major_outage'],
    ['maintenance', 'under_maintenance'],
    ['sparkling', 'unknown'],
  ])('reads the indicator %s as %s', (indicator, status) => {
    const document = json({ page, status: { indicator }, components: [], incidents: [] });
    expect(parse(statuspage, document).status).toBe(status);
  });

  it.each([
    ['operational', 'operational'],
    ['degraded_performance', 'degraded_performance'],
    ['partial_outage', 'partial_outage'],
    ['major_outage', 'major_outage'],
    ['full_outage', 'major_outage'],
    ['under_maintenance', 'under_maintenance'],
    [null, 'unknown'],
    [3, 'unknown'],
  ])('reads the component status %s as %s', (word, status) => {
    const document = json({ page, components: [{ id: 'c', name: 'C', status: word }] });
    expect(parse(statuspage, document).components[0]?.status).toBe(status);
  });

  it.each([
    ['investigating', 'incident', 'investigating'],
    ['identified', 'incident', 'identified'],
    ['monitoring', 'incident', 'monitoring'],
    ['resolved', 'incident', 'resolved'],
    ['postmortem', 'incident', 'postmortem'],
    ['scheduled', 'maintenance', 'scheduled'],
    ['in_progress', 'maintenance', 'in_progress'],
    ['verifying', 'maintenance', 'verifying'],
    ['completed', 'maintenance', 'completed'],
    ['maintenance_scheduled', 'maintenance', 'scheduled'],
    ['maintenance_in_progress', 'maintenance', 'in_progress'],
    ['maintenance_complete', 'maintenance', 'completed'],
    ['pondering', 'incident', 'unknown'],
  ])('reads the state %s as %s, %s', (word, kind, status) => {
    const document = json({ page, incidents: [{ ...incident, status: word }] });
    expect(parse(statuspage, document).incidents[0]).toMatchObject({ kind, status });
  });

  it.each([
    ['none', 'incident', 'none'],
    ['minor', 'incident', 'minor'],
    ['major', 'incident', 'major'],
    ['critical', 'incident', 'critical'],
    ['maintenance', 'maintenance', 'none'],
    ['dire', 'incident', 'unknown'],
  ])('reads the impact %s as %s, %s', (word, kind, impact) => {
    const document = json({ page, incidents: [{ ...incident, impact: word }] });
    expect(parse(statuspage, document).incidents[0]).toMatchObject({ kind, impact });
  });
});
