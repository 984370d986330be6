import { describe, expect, it } from 'vitest';
import { ZENDESK_IMPACT, ZENDESK_STATUS, zendesk } from '../../src/adapters/zendesk.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const ACTIVE = 'https://status.example.com/api/incidents/active';
const PLANNED = 'https://status.example.com/api/incidents/maintenance';

const incident = (attributes: object = {}, relationships: unknown = {}) => ({
  id: '1',
  type: 'incident',
  attributes: { title: 'Trouble', status: 'investigating', impact: 'minor', ...attributes },
  relationships,
});
const page = (data: unknown, included: unknown = [], url = ACTIVE) => json({ data, included }, url);
const read = (attributes: object, included: unknown = [], relationships: unknown = {}) =>
  parse(zendesk, page([incident(attributes, relationships)], included)).incidents[0];
const planned = (attributes: object) =>
  parse(zendesk, page([incident(attributes)], [], PLANNED)).incidents[0];
const post = (id: string, description: unknown, created_at: unknown = null, more: object = {}) => ({
  id,
  type: 'incident_update',
  attributes: { description, created_at, incident_id: 1, ...more },
});
const link = (attributes: object, type = 'incident_service') => ({ id: '5', type, attributes });

describe('zendesk', () => {
  it('finds the posts and services an incident refers to, and no others', () => {
    expect(incidentOf(parse(zendesk, fixture('zendesk/active.json')), '247')).toEqual({
      upstreamId: '247',
      kind: 'incident',
      title: 'Tickets do not open',
      status: 'investigating',
      impact: 'major',
      startedAt: '2026-03-02T09:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-02T09:30:00.000Z',
      updates: [
        {
          id: '7',
          at: '2026-03-02T09:10:00.000Z',
          status: 'identified',
          body: 'We have identified the cause.',
        },
        {
          id: '8',
          at: '2026-03-02T09:30:00.000Z',
          status: 'identified',
          body: 'We are looking further.',
        },
      ],
      components: [{ id: '12', name: 'Support' }],
      regions: [],
      services: [],
      url: CONTEXT.statusPage,
      marks: [],
    });
  });

  it('reads the camel case of its own page, and an end before a status that stayed behind', () => {
    const { incidents } = parse(zendesk, fixture('zendesk/page-history-camel-case.json'));
    expect(incidents).toMatchObject([
      {
        title: 'Chat was slow',
        status: 'resolved',
        impact: 'minor',
        startedAt: '2026-02-20T09:00:00.000Z',
        resolvedAt: '2026-02-20T10:00:00.000Z',
        components: [{ id: '13', name: 'Chat' }],
      },
    ]);
  });

  it('reads what is planned beside what is open', () => {
    expect(zendesk.documents(ACTIVE)).toEqual([ACTIVE, PLANNED]);
    expect(zendesk.documents(PLANNED)).toEqual([PLANNED]);
    expect(zendesk.documents('https://z.example/api/ssp/incidents.json')).toHaveLength(1);
    const both = parse(
      zendesk,
      page([incident()]),
      page([{ ...incident({ status: 'scheduled' }), id: '2' }], [], PLANNED),
    );
    expect(both).toMatchObject({
      coverage: 'active-only',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
    expect(both.incidents.map(({ kind }) => kind)).toEqual(['incident', 'maintenance']);
  });

  it('takes an empty list of what is open for proof, one of what is planned for none', () => {
    expect(parse(zendesk, page([]))).toMatchObject({
      coverage: 'active-only',
      provesNothingReported: true,
      incidents: [],
    });
    expect(parse(zendesk, page([], [], PLANNED))).toMatchObject({
      coverage: 'window',
      provesNothingReported: false,
    });
  });

  it('reads around a broken one of the two', () => {
    const broken = parse(zendesk, json({ data: 7 }, ACTIVE), page([], [], PLANNED));
    expect(broken).toMatchObject({ coverage: 'window', provesNothingReported: false });
    expect(broken.warnings).toEqual([
      `${ACTIVE}: zendesk: unexpected shape: data: Invalid input: expected array, received number`,
    ]);
  });

  it('leaves out what concerns only tools within', () => {
    const data = [incident({ internal_tools_only: true }), { ...incident(), id: '2' }];
    const camel = { ...incident({ internalToolsOnly: true }), id: '3' };
    expect(parse(zendesk, page([...data, camel])).incidents.map((one) => one.upstreamId)).toEqual([
      '2',
    ]);
  });

  it.each([
    [{ data: [incident()] }, true],
    [{ data: [null, incident()] }, true],
    [{ data: [{ ...incident(), type: 'service' }] }, false],
    [{ data: [{ type: 'incident', attributes: { impact: 'minor' } }] }, false],
    [{ data: [{ type: 'incident', attributes: { status: 'resolved' } }] }, false],
    [{ data: [{ type: 'incident' }] }, false],
    [{ data: [] }, false],
    [{ data: { 0: incident() } }, false],
    [[incident()], false],
    [null, false],
  ])('recognises %j: %s', (value, expected) => {
    expect(zendesk.recognises(json(value))).toBe(expected);
  });
});

describe('an incident of Zendesk', () => {
  it.each([
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
  ])('that is %s is %s', (status, expected) => {
    expect(read({ status })?.status).toBe(expected);
  });

  it.each(Object.entries(ZENDESK_IMPACT))('of impact %s has impact %s', (impact, expected) => {
    const kind = impact === 'maintenance' ? 'maintenance' : 'incident';
    expect(read({ impact, outage: true })).toMatchObject({ kind, impact: expected, marks: [] });
  });

  it('reports words it does not know', () => {
    const { incidents, unknownWords } = parse(
      zendesk,
      page([incident({ status: 'napping', impact: 'mild' })]),
    );
    expect(incidents).toMatchObject([{ status: 'unknown', impact: 'unknown' }]);
    expect(unknownWords).toEqual([
      { field: 'incident.status', word: 'napping' },
      { field: 'incident.impact', word: 'mild' },
    ]);
  });

  it.each([
    [{ outage: true, degradation: true }, 'major', ['impact-derived']],
    [{ outage: true }, 'major', ['impact-derived']],
    [{ degradation: true }, 'minor', ['impact-derived']],
    [{ outage: 'true', degradation: 1 }, 'unknown', []],
  ])('without an impact, but with %j, has the impact %s', (flags, impact, marks) => {
    for (const missing of [null, undefined]) {
      expect(read({ impact: missing, ...flags })).toMatchObject({ impact, marks });
    }
  });

  it('is named by its name where it has no title', () => {
    expect(read({ title: undefined, name: 'Slow chat' })?.title).toBe('Slow chat');
    expect(read({ title: '', name: 'Slow chat' })?.title).toBe('Slow chat');
    expect(read({ title: 7 })?.title).toBe('Untitled incident');
  });

  it('with an end is over, and under way before its start, by a clock that runs ahead of ours', () => {
    expect(read({ status: 'monitoring', resolved_at: '2026-03-02T12:00:01Z' })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-03-02T12:00:01.000Z',
    });
    expect(read({ started_at: '2026-03-02T12:00:01Z' })?.status).toBe('investigating');
  });

  it('keeps its post-mortem behind its posts', () => {
    const included = [post('7', 'Looking.', '2026-03-02T09:00:00Z')];
    expect(read({ postmortem: '<p>A cable.</p>', status: 'resolved' }, included)?.updates).toEqual([
      { id: '7', at: '2026-03-02T09:00:00.000Z', status: 'investigating', body: 'Looking.' },
      { id: 'postmortem', at: null, status: 'postmortem', body: 'A cable.' },
    ]);
    expect(read({ postmortem: '' })?.updates).toEqual([]);
  });

  it('without attributes is untitled and unknown', () => {
    for (const attributes of [null, 7, undefined]) {
      const snapshot = parse(zendesk, page([{ id: 1, type: 'incident', attributes }]));
      expect(snapshot.incidents).toMatchObject([
        { upstreamId: '1', title: 'Untitled incident', status: 'unknown', impact: 'unknown' },
      ]);
    }
  });
});

describe('a maintenance of Zendesk', () => {
  it.each(Object.entries(ZENDESK_STATUS).slice(4))('that is %s is %s', (status, expected) => {
    expect(planned({ status })).toMatchObject({
      kind: 'maintenance',
      status: expected,
      impact: 'none',
    });
  });

  it.each([
    ['2026-03-02T13:00:00Z', null, 'in_progress', 'scheduled'],
    ['2026-03-02T13:00:00Z', '2026-03-02T14:00:00Z', 'scheduled', 'scheduled'],
    ['2026-03-02T12:00:00Z', '2026-03-02T14:00:00Z', 'in_progress', 'in_progress'],
    ['2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z', 'in_progress', 'completed'],
    [null, null, 'in_progress', 'in_progress'],
  ])('from %s to %s that is %s is %s', (started_at, resolved_at, status, expected) => {
    expect(planned({ started_at, resolved_at, status })?.status).toBe(expected);
  });

  it('has the window it states, and its end where it states none', () => {
    const started_at = '2026-03-03T10:00:00Z';
    const resolved_at = '2026-03-03T12:00:00Z';
    expect(planned({ started_at, ends_at: '2026-03-03T11:00:00Z', resolved_at })).toMatchObject({
      scheduledFor: '2026-03-03T10:00:00.000Z',
      scheduledUntil: '2026-03-03T11:00:00.000Z',
    });
    expect(planned({ started_at, resolved_at })?.scheduledUntil).toBe('2026-03-03T12:00:00.000Z');
  });

  it('has posts that announce until one says more', () => {
    const document = page([incident()], [post('7', 'Tickets will wait.')], PLANNED);
    expect(parse(zendesk, document).incidents[0]?.updates).toMatchObject([{ status: 'scheduled' }]);
  });
});

describe('what stands beside an incident of Zendesk', () => {
  const bodies = (included: unknown, relationships: unknown = {}) =>
    read({}, included, relationships)?.updates.map(({ body }) => body);
  const other = { incident_id: 2 };

  it('belongs to it where either refers to the other', () => {
    const refer = (data: unknown) => ({ incident_updates: { data } });
    const included = [post('7', 'A.', null, other), post('8', 'B.', null, other)];
    expect(bodies(included, refer([{ id: '8', type: 'incident_update' }]))).toEqual(['B.']);
    expect(bodies(included, refer({ id: 7, type: 'incidentUpdates' }))).toEqual(['A.']);
    expect(bodies(included, refer([{ id: '8', type: 'incident_service' }, null, 7]))).toEqual([]);
    expect(bodies(included, { incident_updates: null })).toEqual([]);
    expect(bodies(included, null)).toEqual([]);
    expect(bodies([post('9', 'C.', null, { incident_id: '1' })])).toEqual(['C.']);
    expect(bodies([post('9', 'C.', null, { incident_id: undefined })])).toEqual([]);
    expect(bodies('none')).toEqual([]);
  });

  it('is told apart by its type, in either case and number', () => {
    const typed = (type: unknown) => bodies([{ ...post('7', 'A.'), type }]);
    expect(typed('incidentUpdate')).toEqual(['A.']);
    expect(typed('incident_updates')).toEqual(['A.']);
    expect(typed('incident_service')).toEqual([]);
    expect(typed('update')).toEqual([]);
    expect(typed(7)).toEqual([]);
  });

  it.each([
    ['its own name', { service_id: 12, service_name: 'Chat' }, [{ id: '12', name: 'Chat' }]],
    ['its own name, without an id', { service_name: 'Chat &amp; mail' }, [{ name: 'Chat & mail' }]],
    ['the name of its service', { service_id: 12 }, [{ id: '12', name: 'Support' }]],
    ['a service nobody names', { service_id: 13 }, []],
    ['no service', {}, []],
  ])('gives a component by %s', (_, attributes, expected) => {
    const service = (id: string, type: string, name: string) => ({
      id,
      type,
      attributes: { name },
    });
    const included = [
      link({ incident_id: 1, ...attributes }),
      service('13', 'incident_update', 'No service'),
      service('12', 'services', 'Support'),
    ];
    expect(read({}, included)?.components).toStrictEqual(expected);
  });
});
