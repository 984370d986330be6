import { describe, expect, it } from 'vitest';
import {
  STATUSPAL_IMPACT,
  STATUSPAL_TYPE,
  STATUSPAL_UPDATE,
  statuspal,
} from '../../src/adapters/statuspal.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

/** A page with nothing on it, apart from what `parts` puts there. */
const page = (parts: object = {}, status_page: object = { time_zone: 'Etc/UTC' }) =>
  json({ status_page, services: [], incidents: [], ...parts });
const incident = (fields: object = {}) => ({
  id: 1,
  title: 'Trouble',
  type: 'minor',
  starts_at: '2026-03-02T08:00:00',
  ends_at: null,
  updates: [],
  ...fields,
});
const post = (type: unknown, posted_at: string | null = null) => ({
  id: `${type}`,
  type,
  posted_at,
});
const read = (fields: object) =>
  parse(statuspal, page({ incidents: [incident(fields)] })).incidents[0];
const planned = (fields: object) =>
  parse(statuspal, page({ maintenances: [incident({ type: 'scheduled', ...fields })] }))
    .incidents[0];

const disks = { id: '11', name: 'Disks & volumes' };
const routing = { id: '13', name: 'Routing' };

describe('statuspal', () => {
  const tell = () => parse(statuspal, fixture('statuspal/every-list.json'));

  it('lists the leaves of the tree of services with the group right above', () => {
    const snapshot = tell();
    expect(snapshot.components).toStrictEqual([
      { ...disks, status: 'major_outage', group: 'Hosting' },
      { ...routing, status: 'degraded_performance', group: 'Networks' },
      { id: '20', name: 'Billing', status: 'unknown' },
    ]);
    expect(snapshot).toMatchObject({
      status: 'major_outage',
      coverage: 'active-only',
      provesNothingReported: true,
      unknownWords: [{ field: 'service.current_incident_type', word: 'sleepy' }],
      warnings: [],
    });
  });

  it('tells an open incident in the zone of the page, posts of one minute in their order', () => {
    expect(incidentOf(tell(), '500')).toEqual({
      upstreamId: '500',
      kind: 'incident',
      title: 'Disks fail',
      status: 'identified',
      impact: 'major',
      startedAt: '2026-03-02T10:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-02T11:00:00.000Z',
      updates: [
        { id: '1', at: '2026-03-02T10:10:00.000Z', status: 'investigating', body: 'Looking.' },
        { id: '2', at: '2026-03-02T10:10:00.000Z', status: 'investigating', body: 'Still at it.' },
        {
          id: '3',
          at: '2026-03-02T10:30:00.000Z',
          status: 'identified',
          body: 'A controller broke.\nParts are on their way.',
        },
      ],
      components: [disks],
      regions: [],
      services: [],
      url: 'https://status.example.com/incidents/500',
      marks: [],
    });
  });

  it('ends an incident whose end has come, says its posts what they may', () => {
    expect(incidentOf(tell(), '501')).toEqual({
      upstreamId: '501',
      kind: 'incident',
      title: 'Invoices late',
      status: 'resolved',
      impact: 'minor',
      startedAt: '2026-03-01T13:00:00.000Z',
      resolvedAt: '2026-03-02T12:00:00.000Z',
      updatedAt: '2026-03-02T12:00:00.000Z',
      updates: [],
      components: [{ id: '20', name: 'Billing' }],
      regions: [],
      services: [],
      url: '',
      marks: [],
    });
  });

  it('keeps a maintenance open beyond its window while its posts say that it goes on', () => {
    expect(incidentOf(tell(), '502')).toMatchObject({
      kind: 'maintenance',
      status: 'in_progress',
      impact: 'none',
      startedAt: '2026-03-02T09:00:00.000Z',
      scheduledFor: '2026-03-02T09:00:00.000Z',
      scheduledUntil: '2026-03-02T11:00:00.000Z',
      resolvedAt: null,
      components: [routing],
    });
  });

  it('announces what is planned, and informs', () => {
    // On 8 March New York puts its clocks forward: five in the morning is nine in UTC.
    expect(incidentOf(tell(), '503')).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'none',
      scheduledFor: '2026-03-09T09:00:00.000Z',
      scheduledUntil: '2026-03-09T10:00:00.000Z',
      updatedAt: '2026-03-01T14:00:00.000Z',
      resolvedAt: null,
      components: [disks, routing],
    });
    expect(incidentOf(tell(), '504')).toMatchObject({
      kind: 'notice',
      status: 'investigating',
      impact: 'none',
      startedAt: '2026-03-01T05:00:00.000Z',
      resolvedAt: null,
      components: [],
      updates: [],
    });
    expect(tell().incidents).toHaveLength(5);
  });
});

describe('the page of StatusPal', () => {
  it.each([
    'https://statuspal.example/api/v2/status_pages/yew',
    'https://statuspal.example/api/v2/status_pages/yew/',
    'https://statuspal.example/api/v2/status_pages/yew/summary',
    'https://statuspal.example/api/v2/status_pages/yew/summary//',
    'https://statuspal.example/api/v2/status_pages/yew/status',
    'https://statuspal.example/api/v2/status_pages/yew/incidents/',
  ])('reads the summary for %s', (url) => {
    expect(statuspal.documents(url)).toEqual([
      'https://statuspal.example/api/v2/status_pages/yew/summary',
    ]);
  });

  it('takes only the end of an address for the name of a document', () => {
    expect(statuspal.documents('https://a.example/status/yew')).toEqual([
      'https://a.example/status/yew/summary',
    ]);
  });

  it('is recognised by its page, services and incidents together', () => {
    const { status_page, services, incidents } = { status_page: {}, services: [], incidents: [] };
    expect(statuspal.recognises(json({ status_page, services, incidents }))).toBe(true);
    expect(statuspal.recognises(json({ services, incidents }))).toBe(false);
    expect(statuspal.recognises(json({ status_page, incidents }))).toBe(false);
    expect(statuspal.recognises(json({ status_page, services }))).toBe(false);
    expect(statuspal.recognises(json({ status_page: 'x', services, incidents }))).toBe(false);
  });

  it.each(Object.entries(STATUSPAL_TYPE))('reads its state %s as %s', (word, expected) => {
    const type = word === 'none' ? null : word;
    const services = [{ id: 1, name: 'A', current_incident_type: type }];
    const snapshot = parse(statuspal, page({ services }, { current_incident_type: type }));
    expect([snapshot.status, snapshot.components[0]?.status]).toEqual([expected, expected]);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('is of unknown state under a type of its own, and silent without one', () => {
    const own = parse(statuspal, page({}, { current_incident_type: 'flood' }));
    expect(own.status).toBe('unknown');
    expect(own.unknownWords).toEqual([
      { field: 'status_page.current_incident_type', word: 'flood' },
    ]);
    expect(parse(statuspal, page()).status).toBeNull();
  });

  it('reads times in the zone of the feed where the page names none', () => {
    const startOf = (status_page: object, timeZone?: string) => {
      const document = page({ incidents: [incident()] }, status_page);
      const context = timeZone === undefined ? CONTEXT : { ...CONTEXT, timeZone };
      const { incidents, warnings } = statuspal.parse([document], context);
      return [incidents[0]?.startedAt, warnings];
    };
    expect(startOf({}, 'Europe/Berlin')).toEqual(['2026-03-02T07:00:00.000Z', []]);
    expect(startOf({ time_zone: '' }, 'Europe/Berlin')).toEqual(['2026-03-02T07:00:00.000Z', []]);
    expect(startOf({ time_zone: 'Etc/UTC' }, 'Europe/Berlin')[0]).toBe('2026-03-02T08:00:00.000Z');
    expect(startOf({ time_zone: null })).toEqual([
      '2026-03-02T08:00:00.000Z',
      ['Times carry no zone and neither page nor feed names one: read as UTC.'],
    ]);
  });

  it('fails where services or incidents have another shape', () => {
    for (const [parts, message] of [
      [{ incidents: 7 }, 'incidents: Invalid input: expected array, received number'],
      [{ incidents: [{}] }, 'incidents.0.id: Invalid input'],
    ] as const) {
      expect(() => parse(statuspal, page(parts))).toThrow(
        expect.objectContaining({
          kind: 'parse',
          message: `statuspal: unexpected shape: ${message}`,
        }),
      );
    }
  });

  it('finds its document among others, and lists each incident once', () => {
    const twice = page({
      incidents: [incident()],
      info_notices: [incident({ updates: [post('issue')] })],
    });
    expect(parse(statuspal, json({}), twice).incidents).toHaveLength(1);
  });
});

describe('an incident of StatusPal', () => {
  it.each(Object.entries(STATUSPAL_IMPACT))('of type %s has impact %s', (type, impact) => {
    expect(read({ type })?.impact).toBe(impact);
  });

  it.each([
    ['minor', 'incident'],
    ['major', 'incident'],
    ['info', 'notice'],
    ['scheduled', 'maintenance'],
    ['emergency-maintenance', 'maintenance'],
  ])('of type %s among the incidents is of kind %s', (type, kind) => {
    expect(read({ type })?.kind).toBe(kind);
  });

  it('listed as maintenance or notice is one, whatever its type', () => {
    const kinds = (parts: object) =>
      parse(statuspal, page(parts)).incidents.map(({ kind }) => kind);
    expect(kinds({ maintenances: [incident()] })).toEqual(['maintenance']);
    expect(kinds({ upcoming_maintenances: [incident()] })).toEqual(['maintenance']);
    expect(kinds({ info_notices: [incident()] })).toEqual(['notice']);
    expect(planned({ type: 'minor', starts_at: '2026-03-03T08:00:00' })).toMatchObject({
      status: 'scheduled',
      impact: 'minor',
    });
  });

  it.each(
    Object.entries(STATUSPAL_UPDATE).filter(
      ([, status]) => !['scheduled', 'in_progress', 'verifying', 'completed'].includes(status),
    ),
  )('whose newest post is %s is %s', (type, status) => {
    expect(read({ updates: [post(type)] })).toMatchObject({ status, updates: [{ status }] });
  });

  it.each([
    ['scheduled', 'in_progress', 'scheduled'],
    ['in_progress', 'in_progress', 'in_progress'],
    ['in-progress', 'in_progress', 'in_progress'],
    ['verifying', 'verifying', 'verifying'],
    ['completed', 'completed', 'completed'],
    ['resolved', 'completed', 'completed'],
    ['issue', 'in_progress', 'in_progress'],
  ])('planned and posted as %s is %s, its post %s', (type, status, ofPost) => {
    expect(planned({ updates: [post(type)] })).toMatchObject({
      status,
      updates: [{ status: ofPost }],
    });
  });

  it('is as its newest post says, in whichever order they are listed', () => {
    const posts = [post('issue', '2026-03-02T08:00:00'), post('resolved', '2026-03-02T09:00:00')];
    for (const updates of [posts, posts.toReversed()]) {
      expect(read({ updates })).toMatchObject({
        status: 'resolved',
        resolvedAt: '2026-03-02T09:00:00.000Z',
      });
    }
    const minute = [post('resolved', '2026-03-02T09:00:00'), post('issue', '2026-03-02T09:00:00')];
    expect(read({ updates: minute })?.status).toBe('resolved');
  });

  it('goes on until its end, and ends at it', () => {
    expect(read({ ends_at: '2026-03-02T12:00:01' })).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
    expect(read({ ends_at: '2026-03-02T12:00:00', updates: [post('monitoring')] })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-03-02T12:00:00.000Z',
    });
  });

  it('keeps a post without text or time, and marks a new word', () => {
    const snapshot = parse(
      statuspal,
      page({ incidents: [incident({ updates: [post('rumour')] })] }),
    );
    expect(snapshot.incidents[0]).toMatchObject({
      status: 'unknown',
      updates: [{ id: 'rumour', at: null, status: 'unknown', body: '' }],
    });
    expect(snapshot.unknownWords).toEqual([{ field: 'update.type', word: 'rumour' }]);
  });

  it('of a type of its own has unknown impact', () => {
    const snapshot = parse(statuspal, page({ incidents: [incident({ type: 'flood' })] }));
    expect(snapshot.incidents[0]?.impact).toBe('unknown');
    expect(snapshot.unknownWords).toEqual([{ field: 'incident.type', word: 'flood' }]);
  });

  it('concerns everything in a group it names, unless it names some of it', () => {
    const leaf = (id: number, name: string) => ({ id, name, children: [{}] });
    const services = [
      { id: 1, name: 'East', children: [leaf(2, 'Web'), leaf(3, 'Mail')] },
      leaf(4, 'Help'),
    ];
    const namesFor = (service_ids: unknown) =>
      parse(
        statuspal,
        page({ services, incidents: [incident({ service_ids })] }),
      ).incidents[0]?.components.map(({ name }) => name);
    expect(namesFor([1])).toEqual(['Web', 'Mail']);
    expect(namesFor([1, 3])).toEqual(['Mail']);
    expect(namesFor([4, 1])).toEqual(['Help', 'Web', 'Mail']);
    expect(namesFor([77])).toEqual([]);
    expect(namesFor('2')).toEqual([]);
  });
});
