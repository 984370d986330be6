import { describe, expect, it } from 'vitest';
import { incidentIo } from '../../src/adapters/incident-io.ts';
import { statuspage } from '../../src/adapters/statuspage.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const ulid = (number: number) => `01J${String(number).padStart(23, '0')}`;
const native = fixture('incident-io/native-summary-ongoing.json');
const nativeIncidents = fixture('incident-io/native-incidents.json');
const compatible = fixture('incident-io/compatible-summary-nulls.json');
const compatibleIncidents = fixture('incident-io/compatible-incidents.json');
const nativeLists = { affected_components: [], ongoing_incidents: [], scheduled_maintenances: [] };

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

  it('takes null and missing lists of the compatible form for empty ones', () => {
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
      coverage: 'active-only',
    });
  });

  it('takes a missing list for no proof while the page says that something is wrong', () => {
    const page = { id: ulid(900), url: 'https://status.bergahorn.example' };
    const missing = json({ page, status: { indicator: 'major' }, components: [] });
    expect(parse(incidentIo, missing)).toMatchObject({
      status: 'partial_outage',
      provesNothingReported: false,
      coverage: 'window',
    });
  });

  it.each(['affected_components', 'ongoing_incidents', 'scheduled_maintenances'])(
    'refuses a native summary without %s, which would look well',
    (key) => {
      const { [key]: _, ...rest }: Record<string, unknown> = { ...nativeLists, name: 'B' };
      const document = json({ summary: rest });
      expect(() => parse(incidentIo, document)).toThrow(
        expect.objectContaining({
          kind: 'parse',
          message: `incident-io: unexpected shape: summary.${key}: Invalid input: expected array, received undefined`,
        }),
      );
      const beside = parse(incidentIo, document, compatible);
      expect(beside.warnings).toHaveLength(1);
      expect(beside.components.map(({ status }) => status)).toEqual([
        'major_outage',
        'operational',
      ]);
    },
  );

  it('takes the lists of a native summary that are null for empty ones', () => {
    const summary = { name: 'B', affected_components: null, ongoing_incidents: null };
    const document = json({ summary: { ...summary, scheduled_maintenances: null } });
    expect(parse(incidentIo, document)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('covers what its documents cover', () => {
    const links = json({ component_impacts: [], incident_links: [] });
    const covers = (...documents: (typeof native)[]) => {
      const { coverage, provesNothingReported } = parse(incidentIo, ...documents);
      return [coverage, provesNothingReported];
    };
    expect(covers(native)).toEqual(['active-only', true]);
    expect(covers(nativeIncidents)).toEqual(['window', false]);
    expect(covers(links)).toEqual(['window', false]);
    expect(covers(compatibleIncidents)).toEqual(['window', true]);
    expect(covers(compatible, compatibleIncidents)).toEqual(['active-only', true]);
    expect(covers(native, links)).toEqual(['window', true]);
  });

  it('lists the components of the compatible form where the native one has none', () => {
    const summary = { name: 'B', ...nativeLists };
    expect(parse(incidentIo, json({ summary }), compatible).components).toEqual([
      { id: ulid(101), name: 'Search', status: 'major_outage' },
      { id: ulid(103), name: 'Website', status: 'operational' },
    ]);
  });

  it('names the components of native incidents by whichever form lists them', () => {
    expect(incidentOf(parse(incidentIo, nativeIncidents, compatible), ulid(3)).components).toEqual([
      { id: ulid(103), name: 'Website' },
    ]);
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

  it.each([
    [{}, '(top): none of summary, incidents, incident_links is there'],
    [{ summary: null }, '(top): none of summary, incidents, incident_links is there'],
    [
      { incidents: [{ id: 'x' }] },
      'incidents.0.name: Invalid input: expected string, received undefined',
    ],
    [
      { page: { id: ulid(900) } },
      '(top): none of status, components, incidents, scheduled_maintenances, incident is there',
    ],
  ])('refuses %j', (value, reason) => {
    expect(() => parse(incidentIo, json(value))).toThrow(
      expect.objectContaining({
        name: 'FeedError',
        kind: 'parse',
        message: `incident-io: unexpected shape: ${reason}`,
      }),
    );
  });

  it('is recognised by the links of its incidents, and not by any list', () => {
    expect(incidentIo.recognises(json({ component_impacts: [], incident_links: [] }))).toBe(true);
    expect(incidentIo.recognises(json({ incidents: [] }))).toBe(false);
    expect(incidentIo.recognises(json({ incidents: [{ id: 'x' }] }))).toBe(false);
    expect(incidentIo.recognises(json({}))).toBe(false);
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
        scheduled_maintenances: [],
      },
    });
    const snapshot = parse(incidentIo, document);
    expect(snapshot.components[0]?.status).toBe(status);
    expect(snapshot.incidents[0]?.impact).toBe(impact);
  });
});
