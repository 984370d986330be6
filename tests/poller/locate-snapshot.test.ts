import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotIncident } from '../../src/adapters/adapter.ts';
import { locateSnapshot } from '../../src/poller/locate-snapshot.ts';
import { places } from '../knowledge/real-places.ts';

function incident(over: Partial<SnapshotIncident>): SnapshotIncident {
  return {
    upstreamId: 'one',
    title: 'Increased errors',
    kind: 'incident',
    status: 'investigating',
    impact: 'minor',
    startedAt: '2026-03-01T00:00:00.000Z',
    resolvedAt: null,
    updatedAt: null,
    components: [],
    regions: [],
    services: [],
    url: '',
    marks: [],
    updates: [],
    ...over,
  };
}

function snapshot(over: Partial<Snapshot>): Snapshot {
  return {
    coverage: 'window',
    status: null,
    components: [],
    incidents: [],
    provesNothingReported: false,
    unknownWords: [],
    warnings: [],
    ...over,
  };
}

function located(provider: string, over: Partial<SnapshotIncident>) {
  const read = snapshot({ incidents: [incident(over)] });
  const [first] = locateSnapshot(read, provider, places).incidents;
  return { regions: first?.regions, services: first?.services };
}

describe('services a source names by its own keys', () => {
  it('become the ids that the same service has by name', () => {
    const components = [{ name: 'Amazon Route 53' }, { name: 'Amazon Elastic File System' }];
    const services = ['aws:route53', 'aws:elasticfilesystem', 'aws:management-console'];
    expect(located('aws', { components, services }).services).toEqual([
      'aws:route-53',
      'aws:efs',
      'aws:console',
    ]);
  });

  it('stay where no table knows them', () => {
    const services = ['aws:lambda', 'aws:config', 'aws:quantum-things'];
    expect(located('aws', { services }).services).toEqual(services);
    expect(located('ibm-cloud', { services: ['ibm-cloud:is-vpc'] }).services).toEqual([
      'ibm-cloud:is-vpc',
    ]);
  });

  it('are found for components too', () => {
    const read = snapshot({
      components: [{ id: 'x', name: 'DNS', status: 'operational', services: ['aws:route53'] }],
    });
    expect(locateSnapshot(read, 'aws', places).components[0]?.services).toEqual(['aws:route-53']);
  });
});

describe('global', () => {
  it('gives way to a title that names regions', () => {
    const title = 'Firewall blocks requests in AP-NORTHEAST-1';
    expect(located('aws', { title, regions: ['global'] }).regions).toEqual(['aws:ap-northeast-1']);
  });

  it('stays beside regions that only a post names, and where the title says it too', () => {
    const updates = [
      { id: 'a', at: null, status: 'investigating' as const, body: 'Seen in US-EAST-1.' },
    ];
    expect(located('aws', { updates, regions: ['global'] }).regions).toEqual([
      'global',
      'aws:us-east-1',
    ]);
    const title = 'Global: errors from us-east-1';
    expect(located('aws', { title, regions: ['global'] }).regions).toEqual([
      'global',
      'aws:us-east-1',
    ]);
  });

  it('stays where the source names it beside regions', () => {
    const title = 'Packet loss in Delhi';
    const regions = ['google-cloud:asia-south2', 'global'];
    expect(located('google-cloud', { title, regions }).regions).toEqual(regions);
  });
});
