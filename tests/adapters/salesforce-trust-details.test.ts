import { describe, expect, it } from 'vitest';
import { salesforceTrust } from '../../src/adapters/salesforce-trust.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const incident = (more: object = {}) => ({ id: 1, status: 'Active', ...more });
const instance = (more: object = {}) => ({
  key: 'NA1',
  location: 'NA',
  environment: 'production',
  status: 'OK',
  ...more,
});
const product = (...Instances: unknown[]) => json({ key: 'Charts', Instances });
/** What is read of a list of one incident. */
const one = (more: object) => parse(salesforceTrust, json([incident(more)])).incidents[0]!;

describe('the impacts of an incident', () => {
  const impact = (startTime: string | null, endTime: string | null, severity = 'minor') => ({
    startTime,
    endTime,
    severity,
  });

  it.each([
    ['minor', 'minor'],
    ['moderate', 'major'],
    ['major', 'major'],
    ['Critical', 'critical'],
    ['odd', 'unknown'],
  ])('severity %s is %s', (severity, expected) => {
    expect(one({ IncidentImpacts: [impact(null, null, severity)] }).impact).toBe(expected);
  });

  it('span it: the first start, the last end, the worst severity', () => {
    const IncidentImpacts = [
      impact('2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'),
      impact('2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z', 'critical'),
      impact('2026-03-02T08:30:00Z', '2026-03-02T09:00:00Z', 'major'),
    ];
    expect(one({ IncidentImpacts })).toMatchObject({
      status: 'resolved',
      impact: 'critical',
      startedAt: '2026-03-02T08:00:00.000Z',
      resolvedAt: '2026-03-02T11:00:00.000Z',
    });
  });

  it.each([
    ['all have ended', ['2026-03-02T10:00:00Z'], 'resolved'],
    ['the end is now', [CONTEXT.fetchedAt], 'resolved'],
    ['the end lies ahead', ['2026-03-02T12:00:00.001Z'], 'investigating'],
    ['one goes on', ['2026-03-02T10:00:00Z', null], 'investigating'],
    ['there is none', [], 'investigating'],
  ])('%s', (_, ends, status) => {
    const IncidentImpacts = ends.map((end) => impact(null, end));
    expect(one({ IncidentImpacts }).status).toBe(status);
  });

  it('leave the start to the day of creation where they have none', () => {
    const createdAt = '2026-03-02T07:00:00Z';
    expect(one({ createdAt, IncidentImpacts: [impact(null, null)] }).startedAt).toBe(
      '2026-03-02T07:00:00.000Z',
    );
  });
});

describe('the title of an incident', () => {
  const IncidentImpacts = [{ type: 'serviceDisruption' }, { type: 'other' }];

  it.each([
    ['its subject', { message: { subject: 'Slow' }, serviceKeys: ['a'] }, 'Slow'],
    [
      'services and type',
      { serviceKeys: ['dataLoader'], IncidentImpacts },
      'data loader: service disruption',
    ],
    ['no empty subject', { message: { subject: '' }, serviceKeys: ['a'] }, 'a: incident'],
    ['no subject of another type', { message: { subject: 7 }, serviceKeys: ['a'] }, 'a: incident'],
    ['three services at most', { serviceKeys: ['a', 'b', 'c', 'd'] }, 'a, b, c: incident'],
    ['each service once', { serviceKeys: ['aB', 'aB', ' ', 'b'] }, 'a b, b: incident'],
    ['else what it adds', { additionalInformation: 'See below', IncidentImpacts }, 'See below'],
    ['else nothing', { message: null, additionalInformation: 7 }, 'Untitled incident'],
  ])('%s', (_, more, title) => {
    expect(one(more).title).toBe(title);
  });
});

describe('services and instances of an incident', () => {
  it('are its components, each once', () => {
    const { components, services } = one({
      serviceKeys: ['coreService', 'coreService', 'Data_Loader.v2', ''],
      instanceKeys: ['NA1', 'NA1', 'NA2'],
    });
    expect(components).toEqual([
      { name: 'core service' },
      { name: 'data_loader.v2' },
      { id: 'NA1', name: 'NA1' },
      { id: 'NA2', name: 'NA2' },
    ]);
    expect(services).toEqual(['salesforce:coreservice', 'salesforce:data_loader.v2']);
  });

  it.each(['a key', '_key', '-key', 'key!', `a${'b'.repeat(71)}`])(
    '%j makes no id of ours',
    (key) => {
      expect(one({ serviceKeys: [key] }).services).toEqual([]);
    },
  );

  it('takes an id of 71 characters', () => {
    const key = `a${'b'.repeat(70)}`;
    expect(one({ serviceKeys: [key, '7'] }).services).toEqual([
      `salesforce:${key}`,
      'salesforce:7',
    ]);
  });
});

describe('the id and address of an incident', () => {
  it('keep the id for the public beside the internal one', () => {
    const both = one({ id: 5, externalId: '20 5' });
    expect(both.upstreamId).toBe('5');
    expect(both.aliases).toEqual(['20 5']);
    expect(both.url).toBe('https://status.example.com/incidents/20%205');
  });

  it.each([5, '5', null])('has no alias with the external id %j', (externalId) => {
    const same = one({ id: 5, externalId });
    expect(same).not.toHaveProperty('aliases');
    expect(same.url).toBe('https://status.example.com/incidents/5');
  });

  it('falls back to the page', () => {
    const context = { ...CONTEXT, statusPage: 'nowhere' };
    expect(salesforceTrust.parse([json([incident()])], context).incidents[0]?.url).toBe('nowhere');
  });
});

describe('instances', () => {
  it('of a list', () => {
    expect(parse(salesforceTrust, fixture('salesforce-trust/instances.json'))).toStrictEqual({
      coverage: 'active-only',
      status: null,
      components: [
        { id: 'EU9', name: 'EU9', status: 'degraded_performance', group: 'EMEA' },
        { id: 'EU10', name: 'EU10', status: 'operational', group: 'EMEA' },
      ],
      incidents: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it('of a product, with their incidents, without those out of use', () => {
    const snapshot = parse(salesforceTrust, fixture('salesforce-trust/product.json'));
    expect(snapshot.components).toStrictEqual([
      { id: 'A1', name: 'A1', status: 'operational', group: 'EMEA' },
      { id: 'A2', name: 'A2', status: 'partial_outage', group: 'NA' },
    ]);
    expect(snapshot.incidents).toHaveLength(1);
    expect(snapshot.incidents[0]).toMatchObject({
      upstreamId: '20009',
      title: 'charts: service disruption',
      impact: 'major',
    });
    expect(snapshot.provesNothingReported).toBe(false);
  });

  it.each([
    ['OK', 'operational'],
    ['INFORMATIONAL_CORE', 'operational'],
    ['INFORMATIONAL_NONCORE', 'operational'],
    ['MAINTENANCE_CORE', 'under_maintenance'],
    ['MAINTENANCE_NONCORE', 'under_maintenance'],
    ['MINOR_INCIDENT_CORE', 'degraded_performance'],
    ['MINOR_INCIDENT_NONCORE', 'degraded_performance'],
    ['MAJOR_INCIDENT_NONCORE', 'partial_outage'],
    ['MAJOR_INCIDENT_CORE', 'major_outage'],
    ['odd', 'unknown'],
  ])('%s is %s', (status, expected) => {
    const snapshot = parse(salesforceTrust, product(instance({ status })));
    expect(snapshot.components[0]?.status).toBe(expected);
    expect(snapshot.provesNothingReported).toBe(expected === 'operational');
    expect(snapshot.unknownWords).toEqual(
      expected === 'unknown' ? [{ field: 'instance.status', word: 'odd' }] : [],
    );
  });

  it('prove nothing while one is not well, and are no matter beside a list of incidents', () => {
    const well = product(instance());
    const ill = product(instance(), instance({ key: 'NA2', status: 'MINOR_INCIDENT_CORE' }));
    const proves = (...documents: ReturnType<typeof json>[]) =>
      parse(salesforceTrust, ...documents).provesNothingReported;
    expect([proves(well, well), proves(well, ill), proves(ill, json([]))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('do without a place, and with incidents they cannot tell', () => {
    const odd = product(
      instance({ location: null, Incidents: [{ status: 'Active' }, incident()] }),
      instance({ key: '<b>NA2</b>', location: ' ', isActive: null, Incidents: 'none' }),
    );
    const { components, incidents } = parse(salesforceTrust, odd);
    expect(components).toStrictEqual([
      { id: 'NA1', name: 'NA1', status: 'operational' },
      { id: '<b>NA2</b>', name: 'NA2', status: 'operational' },
    ]);
    expect(incidents.map(({ upstreamId }) => upstreamId)).toEqual(['1']);
  });

  it('may share a list with incidents, which are read as well', () => {
    const list = json([instance({ status: 'MINOR_INCIDENT_CORE' }), incident()]);
    expect(parse(salesforceTrust, list)).toMatchObject({
      components: [{ id: 'NA1', status: 'degraded_performance' }],
      incidents: [{ upstreamId: '1' }],
      provesNothingReported: false,
    });
  });

  it('stand beside a document that cannot be read, which is a warning', () => {
    const snapshot = parse(salesforceTrust, json({}, 'https://x.example'), product(instance()));
    expect(snapshot.components).toHaveLength(1);
    expect(snapshot.warnings).toEqual([
      expect.stringMatching(/^https:\/\/x\.example: salesforce-trust: unexpected shape: key: /),
    ]);
  });
});
