import { describe, expect, it } from 'vitest';
import { checkly } from '../../src/adapters/checkly.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const OPEN = fixture('checkly/unresolved-incidents.json');
const UPTIME = fixture('checkly/uptime.json');
const WINDOWS = fixture('checkly/maintenance-windows.json');
const NOTHING_OPEN = json({ incidents: [] });

const K1 = {
  upstreamId: 'k1',
  kind: 'incident',
  title: 'Images blurred',
  status: 'identified',
  impact: 'major',
  startedAt: '2026-02-03T08:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-02-03T08:20:00.000Z',
  updates: [{ id: 'p1', at: '2026-02-03T08:20:00.000Z', status: 'identified', body: 'Found.' }],
  components: [{ id: 's1', name: 'Images' }],
  regions: [],
  services: [],
  url: 'https://status.example.com',
  marks: [],
};
const K0 = {
  ...K1,
  upstreamId: 'k0',
  title: 'Text slow',
  status: 'resolved',
  impact: 'minor',
  startedAt: '2026-02-02T08:00:00.000Z',
  resolvedAt: '2026-02-02T08:10:00.000Z',
  updatedAt: '2026-02-02T08:10:00.000Z',
  updates: [],
  components: [{ id: 's2', name: 'Text' }],
};
const W1 = {
  ...K1,
  upstreamId: 'maintenance-w1',
  kind: 'maintenance',
  title: 'Rewire',
  status: 'scheduled',
  impact: 'none',
  startedAt: '2026-02-07T08:00:00.000Z',
  updatedAt: null,
  scheduledFor: '2026-02-07T08:00:00.000Z',
  scheduledUntil: '2026-02-07T09:00:00.000Z',
  updates: [],
  components: [],
};
const SERVICES = [
  { id: 's1', name: 'Images', group: 'API', status: 'partial_outage' },
  { id: 's2', name: 'Text', group: 'API', status: 'operational' },
];

describe('a page of Checkly', () => {
  it('tells what is open, what was and what is planned', () => {
    expect(parse(checkly, OPEN, UPTIME, WINDOWS)).toEqual({
      coverage: 'window',
      status: null,
      components: SERVICES,
      incidents: [K1, K0, W1],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('covers what is open where the past did not arrive', () => {
    expect(parse(checkly, OPEN, WINDOWS)).toMatchObject({
      coverage: 'active-only',
      components: [],
      incidents: [K1, W1],
      provesNothingReported: true,
    });
  });

  it('proves and ends nothing without the list of maintenances', () => {
    for (const documents of [[OPEN], [OPEN, UPTIME]]) {
      const snapshot = parse(checkly, ...documents);
      expect(snapshot).toMatchObject({ coverage: 'active-only', provesNothingReported: false });
    }
    expect(parse(checkly, OPEN, UPTIME)).toMatchObject({
      components: SERVICES,
      incidents: [K1, K0],
    });
  });

  it('tells a maintenance of the list of active ones as under way', () => {
    const windows = json({ active: [{ id: 'w2', name: 'Now' }], upcoming: null });
    expect(parse(checkly, NOTHING_OPEN, windows).incidents).toMatchObject([
      { upstreamId: 'maintenance-w2', title: 'Now', status: 'in_progress' },
    ]);
  });

  it('knows no service without the list of what is open', () => {
    for (const documents of [[UPTIME], [UPTIME, WINDOWS]]) {
      const snapshot = parse(checkly, ...documents);
      expect(snapshot).toMatchObject({ coverage: 'active-only', provesNothingReported: false });
      expect(snapshot.components.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    }
    expect(parse(checkly, WINDOWS)).toMatchObject({
      coverage: 'active-only',
      components: [],
      incidents: [W1],
      provesNothingReported: false,
    });
  });

  it('reads the rest where one document is broken', () => {
    const broken = { ...UPTIME, url: 'https://c.example/uptime', body: UPTIME.body.slice(0, 40) };
    const snapshot = parse(checkly, OPEN, broken, WINDOWS);
    expect(snapshot.incidents).toEqual([K1, W1]);
    expect(snapshot.warnings).toHaveLength(1);
    expect(snapshot.warnings[0]).toMatch(/^https:\/\/c\.example\/uptime: checkly: broken JSON: /);
  });

  it('is recognised by its uptime and its windows', () => {
    expect([OPEN, UPTIME, WINDOWS].map((one) => checkly.recognises(one))).toEqual([
      false,
      true,
      true,
    ]);
    for (const keys of [{ metadata: [] }, { uptime: [] }, { active: [] }, { upcoming: [] }]) {
      expect(checkly.recognises(json(keys))).toBe(false);
    }
  });

  it.each([
    [{}, 'incidents: '],
    [{ incidents: {} }, 'incidents: '],
    [{ incidents: [{ name: 'No id' }] }, 'incidents.0.id: '],
  ])('refuses %j', (value, where) => {
    expect(() => parse(checkly, json(value))).toThrow(`checkly: unexpected shape: ${where}`);
  });

  it.each(['page', 'config', 'conditions', 'meta'])(
    'refuses the list of another platform, which has `%s` beside it',
    (key) => {
      expect(() => parse(checkly, json({ incidents: [], [key]: {} }))).toThrow(
        'checkly: unexpected shape: (top): it is a document of another platform',
      );
    },
  );

  it('reads three documents', () => {
    const base = 'https://c.example/api/status-page/oak';
    const addresses = ['unresolved-incidents', 'uptime', 'maintenance-windows'];
    for (const url of [base, `${base}/`, `${base}//`]) {
      expect(checkly.documents(url)).toEqual(addresses.map((name) => `${base}/${name}`));
    }
  });
});

describe('services', () => {
  const uptime = (...services: object[]) =>
    json({ metadata: [{ name: null, services }], uptime: null });
  const service = { id: 's1', name: 'A &amp; B' };
  const stateWith = (incident: object) => {
    const open = json({ incidents: [{ id: 'k', severity: 'MINOR', ...incident }] });
    const other = { id: 's2', name: 'Other' };
    return parse(checkly, open, uptime(service, other)).components.map(({ status }) => status);
  };

  it('stand outside of a group that has no name', () => {
    expect(parse(checkly, NOTHING_OPEN, uptime(service)).components).toEqual([
      { id: 's1', name: 'A & B', status: 'operational' },
    ]);
  });

  it.each([
    ['MINOR', 'degraded_performance'],
    ['MEDIUM', 'degraded_performance'],
    ['MAJOR', 'partial_outage'],
    ['CRITICAL', 'major_outage'],
    ['BAD', 'unknown'],
  ])('hit by an incident of severity %s are in %s', (severity, status) => {
    const services = [{ id: 's1', name: 'A' }];
    expect(stateWith({ severity, services })).toEqual([status, 'operational']);
  });

  it('are as they were where the incident is over', () => {
    const services = [{ id: 's1', name: 'A' }];
    const lastUpdateStatus = 'RESOLVED';
    expect(stateWith({ services, lastUpdateStatus })).toEqual(['operational', 'operational']);
  });

  it('are unknown where an open incident names none', () => {
    expect(stateWith({})).toEqual(['unknown', 'unknown']);
    expect(stateWith({ services: 'odd' })).toEqual(['unknown', 'unknown']);
  });
});
