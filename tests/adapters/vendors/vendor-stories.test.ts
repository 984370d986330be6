import { describe, expect, it } from 'vitest';
import type { AdapterContext, Snapshot } from '../../../src/adapters/adapter.ts';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { CONTEXT, fixture, incidentOf, json } from '../read-json-fixture.ts';

function read(format: string, names: string[], context: Partial<AdapterContext> = {}): Snapshot {
  const documents = names.map((name) => fixture(`${format}/${name}`, urlOf(name)));
  return adapterFor(format)!.parse(documents, { ...CONTEXT, ...context });
}

function urlOf(name: string): string {
  if (name === 'in-progress.json')
    return 'https://status.example.com/api/status/listEventInProgress';
  if (name === 'one-abnormal.json') return 'https://status.example.com/api?RegionId=ap-seoul';
  return `https://status.example.com/${name}`;
}

const states = ({ components }: Snapshot) =>
  Object.fromEntries(components.map(({ id, status }) => [id, status]));

describe('apple', () => {
  const snapshot = read('apple', ['resolved-ongoing-upcoming.json']);

  it('tells an event listed under several services once', () => {
    expect(incidentOf(snapshot, '501')).toMatchObject({
      title: 'Shop, Till: Outage',
      status: 'resolved',
      impact: 'major',
      marks: ['impact-derived'],
      startedAt: '2026-03-01T16:00:00.000Z',
      resolvedAt: '2026-03-01T17:30:00.000Z',
      components: [{ name: 'Shop' }, { name: 'Till' }],
    });
  });

  it('lets only what goes on speak of now', () => {
    expect(states(snapshot)).toEqual({
      Shop: 'operational',
      Till: 'operational',
      Maps: 'degraded_performance',
      Post: 'operational',
      Radio: 'operational',
    });
    expect(incidentOf(snapshot, '503')).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledFor: '2026-03-05T09:00:00.000Z',
      scheduledUntil: '2026-03-05T10:00:00.000Z',
    });
  });

  it('reads JSONP, printed dates, and an outage for all as the worst', () => {
    const developer = read('apple', ['developer-everyone-out.js']);
    expect(incidentOf(developer, '601')).toMatchObject({
      impact: 'critical',
      startedAt: '2026-07-02T09:00:00.000Z',
      resolvedAt: null,
    });
    expect(states(developer).Signing).toBe('major_outage');
  });
});

describe('heroku', () => {
  it('joins what is going on with the list of the newest', () => {
    const snapshot = read('heroku', ['v4-current.json', 'v4-incidents.json']);
    expect(snapshot.coverage).toBe('window');
    expect(incidentOf(snapshot, '71')).toMatchObject({ status: 'monitoring', impact: 'minor' });
    expect(incidentOf(snapshot, '70')).toMatchObject({
      status: 'resolved',
      impact: 'critical',
      resolvedAt: '2026-02-20T12:00:00.000Z',
    });
    expect(read('heroku', ['v4-current.json']).coverage).toBe('active-only');
    expect(read('heroku', ['v4-incidents.json']).provesNothingReported).toBe(false);
  });

  it('believes the last post when a planned work stays upcoming for good', () => {
    expect(incidentOf(read('heroku', ['v4-current.json']), '72')).toMatchObject({
      kind: 'maintenance',
      status: 'completed',
      resolvedAt: '2026-02-28T12:00:00.000Z',
    });
  });

  it('reads version 3 with its flags and colours', () => {
    const snapshot = read('heroku', ['v3-current.json']);
    expect(states(snapshot)).toEqual({ Production: 'major_outage', Development: 'operational' });
    expect(incidentOf(snapshot, '50')).toMatchObject({
      status: 'investigating',
      impact: 'critical',
      components: [{ name: 'Production' }],
    });
    expect(incidentOf(snapshot, '49')).toMatchObject({ kind: 'maintenance', status: 'scheduled' });
  });
});

describe('oci', () => {
  const snapshot = read('oci', ['status.json', 'components.json']);

  it('sums up every region and names the services in trouble', () => {
    expect(states(snapshot)).toEqual({
      'us-ashburn-1': 'partial_outage',
      'us-ashburn-1/compute': 'partial_outage',
      'eu-zurich-1': 'operational',
    });
    expect(snapshot.components[1]).toMatchObject({
      group: 'US East (Ashburn)',
      regions: ['oracle-cloud:us-ashburn-1'],
      services: ['oracle-cloud:compute'],
    });
  });

  it('keeps a green page and a failing service apart, and proves nothing then', () => {
    expect(snapshot).toMatchObject({ status: 'operational', provesNothingReported: false });
    expect(read('oci', ['status.json'])).toMatchObject({
      components: [],
      provesNothingReported: true,
    });
  });
});

describe('ibm-cloud', () => {
  const snapshot = read('ibm-cloud', ['one-parent-and-planned.json']);

  it('tells the entries of one parent as one, open as long as one of them is', () => {
    expect(incidentOf(snapshot, 'INC10')).toMatchObject({
      title: 'Block Store, File Store',
      aliases: ['INC11', 'INC12'],
      status: 'investigating',
      impact: 'critical',
      startedAt: '2026-03-01T08:50:00.000Z',
      resolvedAt: null,
      regions: ['ibm-cloud:us-south', 'ibm-cloud:eu-de', 'global'],
      services: ['ibm-cloud:block', 'ibm-cloud:files'],
    });
  });

  it('reads planned work and leaves release notes out', () => {
    expect(snapshot.incidents).toHaveLength(2);
    expect(incidentOf(snapshot, 'CHG20')).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledUntil: '2026-03-05T10:00:00.000Z',
    });
    expect(adapterFor('ibm-cloud')!.parse([json({ statusItems: [] })], CONTEXT)).toMatchObject({
      provesNothingReported: false,
    });
  });
});

describe('alibaba-cloud', () => {
  it('takes the proof from the list of what goes on only', () => {
    expect(read('alibaba-cloud', ['history.json']).provesNothingReported).toBe(false);
    const both = read('alibaba-cloud', ['history.json', 'in-progress.json']);
    expect(both).toMatchObject({ coverage: 'window', provesNothingReported: true });
    expect(incidentOf(both, '9')).toMatchObject({
      status: 'identified',
      impact: 'major',
      components: [{ name: 'Elastic Cloud' }, { name: 'Load Balancer' }],
      regions: ['alibaba-cloud:eu-central-1'],
    });
    expect(incidentOf(both, '8')).toMatchObject({ status: 'resolved', impact: 'minor' });
  });

  it('refuses an answer that says it failed', () => {
    const document = json({ data: [], success: false });
    expect(() => adapterFor('alibaba-cloud')!.parse([document], CONTEXT)).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
  });
});

describe('tencent-cloud', () => {
  const snapshot = read('tencent-cloud', ['one-abnormal.json'], { timeZone: 'Asia/Shanghai' });

  it('tells what ails a product, in the zone of the feed and the region of the address', () => {
    expect(incidentOf(snapshot, 'e-77')).toMatchObject({
      impact: 'major',
      startedAt: '2026-03-02T08:00:00.000Z',
      regions: ['tencent-cloud:ap-seoul'],
      services: ['tencent-cloud:cvm'],
    });
    expect(states(snapshot)).toMatchObject({ lh: 'operational', clb: 'degraded_performance' });
    expect(snapshot.incidents).toHaveLength(2);
  });

  it('refuses the empty list an unknown region gets', () => {
    const document = json({ Response: { Data: { CategoryList: [] } } });
    expect(() => adapterFor('tencent-cloud')!.parse([document], CONTEXT)).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
  });
});

describe('states without incidents', () => {
  it.each([['paypal', 'sandbox-down.json', { '3': 'operational', '4': 'degraded_performance' }]])(
    '%s tells that something is wrong and proves nothing',
    (format, name, expected) => {
      const snapshot = read(format, [name]);
      expect(snapshot).toMatchObject({ incidents: [], provesNothingReported: false });
      expect(states(snapshot)).toMatchObject(expected);
    },
  );
});

describe('zscaler', () => {
  const snapshot = read('zscaler', ['one-open.json']);

  it('takes the stamped posts apart, each once, and carries the state on', () => {
    const incident = incidentOf(snapshot, '900');
    expect(incident).toMatchObject({
      status: 'identified',
      impact: 'minor',
      url: 'https://status.example.com/posts/900',
      components: [{ name: 'Authentication' }, { name: 'Tunnels' }],
    });
    expect(
      incident.updates.map(({ at, status, body }) => [at?.slice(11, 16), status, body]),
    ).toEqual([
      ['09:00', 'investigating', 'Logins through the gateway fail now and then.'],
      ['09:30', 'identified', 'We have identified the root cause.'],
      ['10:30', 'identified', 'The fix is being tested.'],
    ]);
  });

  it('does not let a notice colour a service', () => {
    expect(incidentOf(snapshot, '899')).toMatchObject({ kind: 'notice', impact: 'none' });
    expect(states(snapshot)).toEqual({
      1: 'degraded_performance',
      2: 'degraded_performance',
      3: 'operational',
    });
  });
});

describe('sap-concur', () => {
  it('ends with the end stated, not with the report that follows', () => {
    const snapshot = read('sap-concur', ['resolved-and-open.json']);
    expect(incidentOf(snapshot, '31')).toMatchObject({
      title: 'Expense, Travel: disruption',
      status: 'postmortem',
      startedAt: '2026-03-01T10:00:00.000Z',
      resolvedAt: '2026-03-01T11:00:00.000Z',
      regions: ['sap-concur:us2', 'sap-concur:cloud-for-offices'],
    });
    expect(incidentOf(snapshot, '32')).toMatchObject({ resolvedAt: null, impact: 'minor' });
  });

  it('lets a banner warn, and never call it green', () => {
    expect(read('sap-concur', ['banner-shown.json'])).toMatchObject({
      status: 'degraded_performance',
      provesNothingReported: false,
    });
    const hidden = json({ data: { display: false, text: {} }, success: true });
    expect(adapterFor('sap-concur')!.parse([hidden], CONTEXT)).toMatchObject({
      status: null,
      provesNothingReported: false,
    });
  });
});

describe('statuscast', () => {
  it('tells planned work ahead from work under way, and news from trouble', () => {
    const snapshot = read('statuscast', ['degraded-and-planned.json']);
    expect(snapshot.status).toBe('degraded_performance');
    expect(incidentOf(snapshot, '81')).toMatchObject({ status: 'investigating', impact: 'minor' });
    expect(incidentOf(snapshot, '82')).toMatchObject({ kind: 'maintenance', status: 'scheduled' });
    expect(incidentOf(snapshot, '83')).toMatchObject({ kind: 'notice', impact: 'none' });
  });
});

describe('vultr', () => {
  const snapshot = read('vultr', ['regions.json']);

  it('does not take an ended alert for trouble', () => {
    expect(states(snapshot)).toEqual({
      global: 'operational',
      cdg: 'operational',
      atl: 'partial_outage',
      ams: 'operational',
    });
    expect(incidentOf(snapshot, 'd1')).toMatchObject({
      status: 'resolved',
      regions: ['global', 'vultr:atl'],
    });
  });

  it('knows planned work by the day in its subject', () => {
    expect(incidentOf(snapshot, 'm1')).toMatchObject({ kind: 'maintenance', status: 'scheduled' });
    const later = read('vultr', ['regions.json'], { fetchedAt: '2026-03-09T10:00:00.000Z' });
    expect(incidentOf(later, 'm1').status).toBe('in_progress');
    expect(states(later).ams).toBe('under_maintenance');
  });
});

describe('zendesk', () => {
  it('finds the posts and services an incident refers to', () => {
    const incident = incidentOf(read('zendesk', ['active.json']), '247');
    expect(incident).toMatchObject({
      title: 'Tickets do not open',
      impact: 'major',
      components: [{ id: '12', name: 'Support' }],
    });
    expect(incident.updates.map(({ id }) => id)).toEqual(['7', '8']);
  });

  it('calls an incident with an end over, whatever its status still says', () => {
    expect(incidentOf(read('zendesk', ['page-history-camel-case.json']), '300')).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-02-20T10:00:00.000Z',
      components: [{ name: 'Chat' }],
    });
  });

  it('takes an empty list as proof', () => {
    expect(adapterFor('zendesk')!.parse([json({ data: [] })], CONTEXT)).toMatchObject({
      coverage: 'active-only',
      incidents: [],
      provesNothingReported: true,
    });
  });
});

describe('salesforce-trust', () => {
  it('reads open incidents, their services and instances', () => {
    expect(incidentOf(read('salesforce-trust', ['active.json']), '20003')).toMatchObject({
      title: 'core service, search: performance degradation',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-03-02T08:45:00.000Z',
      resolvedAt: null,
      services: ['salesforce:coreservice', 'salesforce:search'],
      url: 'https://status.example.com/incidents/20003',
    });
    expect(adapterFor('salesforce-trust')!.parse([json([])], CONTEXT)).toMatchObject({
      coverage: 'active-only',
      provesNothingReported: true,
    });
  });

  it('reads a product with its instances, without those out of use', () => {
    const snapshot = read('salesforce-trust', ['product.json']);
    expect(states(snapshot)).toEqual({ A1: 'operational', A2: 'partial_outage' });
    expect(incidentOf(snapshot, '20009')).toMatchObject({ impact: 'major' });
    expect(states(read('salesforce-trust', ['instances.json']))).toEqual({
      EU9: 'degraded_performance',
      EU10: 'operational',
    });
  });
});
