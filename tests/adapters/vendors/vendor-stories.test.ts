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
