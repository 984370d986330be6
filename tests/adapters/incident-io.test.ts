import { describe, expect, it } from 'vitest';
import { incidentIo } from '../../src/adapters/incident-io.ts';
import { incidentIoWidget } from '../../src/adapters/incident-io-widget.ts';
import { statuspage } from '../../src/adapters/statuspage.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const ulid = (number: number) => `01J${String(number).padStart(23, '0')}`;
const native = fixture('incident-io/native-summary-ongoing.json');
const nativeIncidents = fixture('incident-io/native-incidents.json');
const compatible = fixture('incident-io/compatible-summary-nulls.json');
const compatibleIncidents = fixture('incident-io/compatible-incidents.json');
const widget = fixture('incident-io-widget/ongoing-and-planned.json');

describe('incident-io', () => {
  it('asks for the compatible documents first, then for what the page itself reads', () => {
    expect(incidentIo.documents('https://status.bergahorn.example/')).toEqual([
      'https://status.bergahorn.example/api/v2/summary.json',
      'https://status.bergahorn.example/api/v2/incidents.json',
      'https://status.bergahorn.example/proxy/status.bergahorn.example',
      'https://status.bergahorn.example/proxy/status.bergahorn.example/incidents',
    ]);
  });

  it('is told apart from Statuspage by the shape of the page id', () => {
    for (const document of [native, nativeIncidents, compatible, compatibleIncidents]) {
      expect(incidentIo.recognises(document)).toBe(true);
      expect(statuspage.recognises(document)).toBe(false);
    }
    expect(incidentIo.recognises(fixture('statuspage/summary-groups-and-open.json'))).toBe(false);
  });

  it('takes null and missing lists for empty ones', () => {
    expect(parse(incidentIo, compatible)).toMatchObject({
      status: 'partial_outage',
      incidents: [],
      provesNothingReported: true,
      coverage: 'active-only',
    });
    const page = { id: ulid(900), url: 'https://status.bergahorn.example' };
    const missing = json({ page, status: { indicator: 'none' }, components: [] });
    expect(parse(incidentIo, missing)).toMatchObject({
      status: 'operational',
      provesNothingReported: true,
    });
  });

  it('reads the native summary: groups, hidden components, states', () => {
    expect(parse(incidentIo, native).components).toEqual([
      { id: ulid(101), name: 'Search', status: 'major_outage', group: 'Find' },
      { id: ulid(103), name: 'Website', status: 'operational' },
    ]);
  });

  it('derives the impact of a native incident from its components and says so', () => {
    expect(incidentOf(parse(incidentIo, native), ulid(1))).toMatchObject({
      status: 'monitoring',
      impact: 'critical',
      marks: ['impact-derived'],
      startedAt: '2026-03-01T09:45:00.000Z',
      resolvedAt: null,
      components: [{ id: ulid(101), name: 'Search' }],
      url: `https://status.example.com/incidents/${ulid(1)}`,
    });
  });

  it('takes the window of a maintenance from what it affects', () => {
    expect(incidentOf(parse(incidentIo, native), ulid(2))).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'none',
      startedAt: '2026-03-10T01:00:00.000Z',
      scheduledFor: '2026-03-10T01:00:00.000Z',
      scheduledUntil: '2026-03-10T03:00:00.000Z',
    });
  });

  it('ends an incident by its state and posts, not by an impact that stayed open', () => {
    const ended = incidentOf(parse(incidentIo, nativeIncidents), ulid(3));
    expect(ended.resolvedAt).toBe('2026-02-02T11:00:00.000Z');
    expect(ended.updates.map(({ status }) => status)).toEqual(['identified', 'resolved']);
  });

  it('tells both forms as one: the stated impact, the native components', () => {
    const snapshot = parse(incidentIo, compatible, compatibleIncidents, native, nativeIncidents);
    expect(snapshot.incidents.map((one) => one.upstreamId).sort()).toEqual([
      ulid(1),
      ulid(2),
      ulid(3),
    ]);
    expect(snapshot.coverage).toBe('window');
    expect(incidentOf(snapshot, ulid(1))).toMatchObject({
      impact: 'major',
      marks: [],
      components: [{ id: ulid(101), name: 'Search' }],
    });
  });

  it.each([[{}], [{ summary: null }], [{ incidents: [{ id: 'x' }] }]])('refuses %j', (value) => {
    expect(() => parse(incidentIo, json(value))).toThrow(
      expect.objectContaining({ name: 'FeedError', kind: 'parse' }),
    );
  });

  it.each([
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
    ['maintenance_scheduled', 'scheduled'],
    ['maintenance_in_progress', 'in_progress'],
    ['maintenance_complete', 'completed'],
    ['on_fire', 'unknown'],
  ])('reads the state %s as %s', (word, status) => {
    const document = json({ incidents: [{ id: 'a', name: 'A', status: word }] });
    expect(parse(incidentIo, document).incidents[0]?.status).toBe(status);
  });

  it.each([
    ['operational', 'operational', 'none'],
    ['degraded_performance', 'degraded_performance', 'minor'],
    ['partial_outage', 'partial_outage', 'major'],
    ['full_outage', 'major_outage', 'critical'],
    ['under_maintenance', 'under_maintenance', 'none'],
    ['smoking', 'unknown', 'unknown'],
  ])('reads the component state %s as %s and as impact %s', (word, status, impact) => {
    const affected = [{ component_id: 'c', status: word }];
    const document = json({
      summary: {
        name: 'B',
        affected_components: affected,
        structure: { items: [{ component: { component_id: 'c', name: 'C' } }] },
        ongoing_incidents: [
          { id: 'a', name: 'A', status: 'monitoring', affected_components: affected },
        ],
      },
    });
    const snapshot = parse(incidentIo, document);
    expect(snapshot.components[0]?.status).toBe(status);
    expect(snapshot.incidents[0]?.impact).toBe(impact);
  });
});

describe('incident-io-widget', () => {
  it('reads what goes on and what is planned, without a state of the page', () => {
    const snapshot = parse(incidentIoWidget, widget);
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      status: null,
      provesNothingReported: true,
    });
    expect(incidentOf(snapshot, ulid(1))).toMatchObject({
      status: 'identified',
      impact: 'critical',
      startedAt: null,
      components: [{ name: 'Search' }],
      updates: [{ at: '2026-03-01T10:30:00.230Z', body: 'Better now.' }],
    });
    expect(incidentOf(snapshot, ulid(4))).toMatchObject({
      kind: 'maintenance',
      status: 'in_progress',
      scheduledUntil: '2026-03-01T05:00:00.000Z',
    });
    expect(incidentOf(snapshot, ulid(2))).toMatchObject({ status: 'scheduled', startedAt: null });
  });

  it('is no other format, and needs its list of ongoing incidents', () => {
    expect(incidentIoWidget.recognises(widget)).toBe(true);
    expect(incidentIo.recognises(widget)).toBe(false);
    expect(() => parse(incidentIoWidget, json({ page_title: 'B' }))).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
    expect(incidentIoWidget.documents('https://b.example/')).toEqual([
      'https://b.example/api/v1/summary',
    ]);
  });
});
