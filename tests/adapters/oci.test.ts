import { describe, expect, it } from 'vitest';
import { oci } from '../../src/adapters/oci.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const REPORTS = fixture('oci/components.json');
const STATUS = fixture('oci/status.json');
const NO_INCIDENTS = { coverage: 'active-only', incidents: [], unknownWords: [], warnings: [] };

const reports = (...regionHealthReports: object[]) => json({ regionHealthReports });
const service = (serviceStatus: unknown, more: object = {}) => ({
  serviceId: 'id-queue',
  serviceName: 'Queue',
  serviceCanonicalName: 'queue',
  serviceStatus,
  ...more,
});
const region = (services: unknown, more: object = {}) => ({
  regionId: 'r1',
  regionName: 'North',
  regionCanonicalName: 'nw-north-1',
  serviceHealthReports: services,
  ...more,
});

describe('addresses', () => {
  it.each([
    'https://oci.example',
    'https://oci.example/',
    'https://oci.example//',
    'https://oci.example/api/v2',
    'https://oci.example/api/v2/',
    'https://oci.example/api/v2/components.json',
    'https://oci.example/api/v2/incident-summary.rss/',
  ])('reads state and components of %s', (url) => {
    expect(oci.documents(url)).toEqual([
      'https://oci.example/api/v2/status.json',
      'https://oci.example/api/v2/components.json',
    ]);
  });
});

describe('recognises', () => {
  it('the list of regions, and not the state of the page, which any Statuspage has', () => {
    expect(oci.recognises(REPORTS)).toBe(true);
    expect(oci.recognises(STATUS)).toBe(false);
  });

  it.each([null, [], 'text', {}, { regionHealthReports: {} }])('not %j', (value) => {
    expect(oci.recognises(json(value))).toBe(false);
  });
});

describe('parse', () => {
  it('gives a component per region and one per service that is not in order', () => {
    expect(parse(oci, STATUS, REPORTS)).toStrictEqual({
      ...NO_INCIDENTS,
      status: 'operational',
      components: [
        {
          id: 'us-ashburn-1',
          name: 'US East (Ashburn)',
          status: 'partial_outage',
          regions: ['oracle-cloud:us-ashburn-1'],
        },
        {
          id: 'us-ashburn-1/compute',
          name: 'Compute',
          status: 'partial_outage',
          group: 'US East (Ashburn)',
          regions: ['oracle-cloud:us-ashburn-1'],
          services: ['oracle-cloud:compute'],
        },
        {
          id: 'eu-zurich-1',
          name: 'Switzerland North (Zurich)',
          status: 'operational',
          regions: ['oracle-cloud:eu-zurich-1'],
        },
      ],
      provesNothingReported: false,
    });
  });

  it('does with one of the two documents, in any order', () => {
    expect(parse(oci, REPORTS).status).toBeNull();
    expect(parse(oci, STATUS).components).toEqual([]);
    expect(parse(oci, REPORTS, STATUS)).toEqual(parse(oci, STATUS, REPORTS));
  });

  it('goes on without a broken document and says so', () => {
    const broken = { ...STATUS, url: 'https://oci.example/s', body: new Uint8Array([123]) };
    const snapshot = parse(oci, broken, REPORTS);
    expect(snapshot.components).toHaveLength(3);
    expect(snapshot.warnings).toEqual([
      expect.stringMatching(/^https:\/\/oci\.example\/s: oci: broken JSON: /),
    ]);
  });

  it.each([
    [{ regionHealthReports: [] }, /^oci: unexpected shape: regionHealthReports: Too small/],
    [{ regionHealthReports: [{}] }, /^oci: unexpected shape: regionHealthReports\.0\.regionName: /],
    [region([{ serviceStatus: 'x' }]), /serviceHealthReports\.0\.serviceName: /],
    [{}, /^oci: unexpected shape: regionHealthReports: /],
    [{ page: {}, status: {} }, /^oci: unexpected shape: status\.indicator: /],
    [{ page: 7, status: { indicator: 'none' } }, /^oci: unexpected shape: page: /],
    [{ status: { indicator: 'none' } }, /^oci: unexpected shape: page: /],
  ])('refuses %j', (value, message) => {
    const document = 'serviceHealthReports' in value ? reports(value) : json(value);
    expect(() => parse(oci, document)).toThrow(
      expect.objectContaining({ kind: 'parse', message: expect.stringMatching(message) }),
    );
  });
});

describe('words', () => {
  it.each([
    ['NormalPerformance', 'operational'],
    ['Informational', 'operational'],
    ['ServiceDegradation', 'degraded_performance'],
    ['DegradedPerformance', 'degraded_performance'],
    ['ServiceDisruption', 'partial_outage'],
    ['ServiceDown', 'major_outage'],
  ])('%s makes a region %s', (word, status) => {
    const snapshot = parse(oci, reports(region([service(word)])));
    expect(snapshot.components[0]?.status).toBe(status);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('reads the state of the page as Statuspage means it', () => {
    const page = (indicator: string) =>
      parse(oci, json({ page: { name: 'OCI' }, status: { indicator } }));
    expect(page('critical').status).toBe('major_outage');
    expect(page('odd')).toMatchObject({
      status: 'unknown',
      provesNothingReported: false,
      unknownWords: [{ field: 'status.indicator', word: 'odd' }],
    });
  });

  it('leaves out what a region does not offer, and nothing else that has no word', () => {
    const snapshot = parse(oci, reports(region([service('-'), service(undefined)])));
    expect(snapshot.components.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(snapshot.unknownWords).toEqual([{ field: 'service.serviceStatus', word: '(missing)' }]);
  });
});

describe('proof that nothing is reported', () => {
  const green = reports(region([service('NormalPerformance')]));
  const page = (indicator: string) => json({ page: {}, status: { indicator } });

  it.each([
    ['all green', [page('none'), green], true],
    ['a green page alone', [page('none')], true],
    ['green regions alone', [green], true],
    ['a page that is not green', [page('minor'), green], false],
    [
      'one region that is not green',
      [page('none'), reports(region([service('ServiceDown')]))],
      false,
    ],
    ['a region without services', [page('none'), reports(region(null))], false],
  ])('%s: %#', (_, documents, expected) => {
    expect(parse(oci, ...documents).provesNothingReported).toBe(expected);
  });
});

describe('ids and names', () => {
  const down = (more: object, ofRegion: object = {}) =>
    parse(oci, reports(region([service('ServiceDown', more)], ofRegion))).components;

  it.each([
    [{}, 'nw-north-1'],
    [{ regionCanonicalName: null }, 'r1'],
    [{ regionCanonicalName: null, regionId: 'R.2' }, 'r.2'],
    [{ regionCanonicalName: 7, regionId: {} }, 'north'],
  ])('a region with %j is %s', (more, id) => {
    expect(down({}, more).map((component) => [component.id, component.regions])).toEqual([
      [id, [`oracle-cloud:${id}`]],
      [`${id}/queue`, [`oracle-cloud:${id}`]],
    ]);
  });

  it.each(['North East', '-north', 'north!'])('%j names no region of ours', (name) => {
    const [whole] = down({}, { regionCanonicalName: null, regionId: null, regionName: name });
    expect(whole).toStrictEqual({ id: name.toLowerCase(), name, status: 'major_outage' });
  });

  it.each([
    [{}, 'queue'],
    [{ serviceCanonicalName: null }, 'id-queue'],
    [{ serviceCanonicalName: null, serviceId: null }, 'queue'],
    [{ serviceCanonicalName: 'Big_Queue.V2' }, 'big_queue.v2'],
    [{ serviceCanonicalName: 7, serviceId: {} }, 'queue'],
  ])('a service with %j is %s', (more, id) => {
    expect(down(more)[1]).toMatchObject({
      id: `nw-north-1/${id}`,
      services: [`oracle-cloud:${id}`],
    });
  });

  it.each(['Big Queue', '_queue', 'queue!'])('%j names no service of ours', (name) => {
    const more = { serviceCanonicalName: null, serviceId: null, serviceName: name };
    expect(down(more)[1]).toStrictEqual({
      id: `nw-north-1/${name.toLowerCase()}`,
      name,
      status: 'major_outage',
      group: 'North',
      regions: ['oracle-cloud:nw-north-1'],
    });
  });

  it('shows names as text', () => {
    const components = down(
      { serviceName: '<b>Queue</b>' },
      { regionName: 'North &amp; <i>East</i>' },
    );
    expect(components.map(({ name }) => name)).toEqual(['North & East', 'Queue']);
  });
});
