import { describe, expect, it } from 'vitest';
import { alibabaCloud } from '../../src/adapters/alibaba-cloud.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const API = 'https://a.example/api/status';
const HISTORY = fixture('alibaba-cloud/history.json', `${API}/listHistoryEvent`);
const CURRENT = fixture('alibaba-cloud/in-progress.json', `${API}/listEventInProgress`);
const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';
const event = (told: object) => ({
  id: 1,
  title: '[Incident] T',
  eventType: 'ALARM',
  startTime: Date.parse(T0),
  ...told,
});
const readAll = (told: object) => parse(alibabaCloud, json({ data: [event(told)], success: true }));
const read = (told: object) => readAll(told).incidents[0]!;

const I9 = {
  upstreamId: '9',
  kind: 'incident',
  title: 'Network unavailable in Zone A',
  status: 'identified',
  impact: 'major',
  startedAt: '2026-03-01T09:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-03-01T10:00:00.000Z',
  updates: [
    {
      id: stableHash('2026-03-01T09:23:20.000Z A cable broke.'),
      at: '2026-03-01T09:23:20.000Z',
      status: 'investigating',
      body: 'A cable broke.',
    },
  ],
  components: [{ name: 'Elastic Cloud' }, { name: 'Load Balancer' }],
  regions: ['alibaba-cloud:eu-central-1'],
  services: [],
  url: 'https://status.example.com',
  marks: ['impact-derived'],
};
const PAST = {
  ...I9,
  status: 'resolved',
  impact: 'minor',
  updates: [],
  components: [],
  regions: [],
};
const I8 = {
  ...PAST,
  upstreamId: '8',
  title: 'Disk Anomaly in Zone C, Exampleland Region',
  resolvedAt: '2026-03-01T10:00:00.000Z',
};
const I7 = {
  ...PAST,
  upstreamId: '7',
  title: 'Partial Service Disruption in Sampletown',
  resolvedAt: '2026-03-01T09:40:00.000Z',
};

describe('the lists of Alibaba Cloud', () => {
  it('tell together what goes on and what was', () => {
    expect(parse(alibabaCloud, HISTORY, CURRENT)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      incidents: [I8, I7, I9],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('tell what is open by the one, and end nothing by the other', () => {
    expect(parse(alibabaCloud, CURRENT)).toMatchObject({
      coverage: 'active-only',
      incidents: [I9],
      provesNothingReported: true,
    });
    const broken = { ...CURRENT, body: CURRENT.body.slice(0, 50) };
    const snapshot = parse(alibabaCloud, HISTORY, broken);
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      incidents: [I8, I7],
      provesNothingReported: false,
    });
    expect(snapshot.warnings[0]).toMatch(
      /^https:\/\/a\.example\/api\/status\/listEventInProgress: alibaba-cloud: broken JSON: /,
    );
  });

  it('may be empty, but not failed', () => {
    const empty = (value: object) => json({ data: [], ...value }, `${API}/listEventInProgress`);
    expect(parse(alibabaCloud, empty({ success: true }))).toMatchObject({
      incidents: [],
      provesNothingReported: true,
    });
    for (const value of [{ success: false }, {}]) {
      expect(() => parse(alibabaCloud, empty(value))).toThrow(
        'alibaba-cloud: unexpected shape: success: ',
      );
    }
    expect(() => parse(alibabaCloud, json({ success: true }))).toThrow(
      'alibaba-cloud: unexpected shape: data: ',
    );
  });

  it('are recognised by one of their events', () => {
    expect(alibabaCloud.recognises(HISTORY)).toBe(true);
    expect(alibabaCloud.recognises(json({ success: false, data: [null, event({})] }))).toBe(true);
    for (const value of [
      { success: true, data: [] },
      { success: true, data: {} },
      { success: true },
      { data: [event({})] },
      { success: true, data: [event({ title: undefined })] },
      { success: true, data: [event({ eventType: undefined })] },
      { success: true, data: [event({ startTime: undefined })] },
      null,
    ]) {
      expect(alibabaCloud.recognises(json(value))).toBe(false);
    }
  });

  it.each([
    [`${API}/listHistoryEvent`, [`${API}/listHistoryEvent`, `${API}/listEventInProgress`]],
    [
      `${API}/listHistoryEventInternational?x=1`,
      [`${API}/listHistoryEventInternational?x=1`, `${API}/listEventInProgress?x=1`],
    ],
    [`${API}/listEventInProgress`, [`${API}/listEventInProgress`]],
    [`${API}/listHistoryEvents`, [`${API}/listHistoryEvents`]],
  ])('are read for %s', (url, documents) => {
    expect(alibabaCloud.documents(url)).toEqual(documents);
  });
});

describe('the state of an event', () => {
  it.each([
    ['[Incident (Recovered)] T', 'resolved'],
    ['[Incident Recovered] T', 'resolved'],
    ['[Resolved]T', 'resolved'],
    [' [Incident (MONITORING) 2] T', 'monitoring'],
    ['[Incident (identified)]  T', 'identified'],
    ['[Recovering] T', 'identified'],
    ['[Repairing] T', 'identified'],
    ['[Incident] T', 'investigating'],
    ['[Unresolved] T', 'investigating'],
    ['[] T', 'investigating'],
    ['T', 'investigating'],
  ])('stands in brackets: %s', (title, status) => {
    expect(read({ title })).toMatchObject({ title: 'T', status });
    expect(readAll({ title }).unknownWords).toEqual([]);
  });

  it('stands in front only', () => {
    expect(read({ title: 'T [Resolved]' })).toMatchObject({
      title: 'T [Resolved]',
      status: 'investigating',
    });
    expect(read({ title: '[Incident] T [Resolved]' }).status).toBe('investigating');
    // A title of nothing else is better than none.
    expect(read({ title: ' [Incident] ' }).title).toBe('[Incident]');
  });

  it.each([
    ['is missing', undefined],
    ['lies ahead', '2026-03-08T10:00:00Z'],
  ])('is no other where the start of an incident %s', (_name, startTime) => {
    expect(read({ startTime })).toMatchObject({ kind: 'incident', status: 'investigating' });
  });

  it('is over once its end has passed', () => {
    const told = { title: '[Monitoring] T' };
    expect(read({ ...told, endTime: CONTEXT.fetchedAt })).toMatchObject({
      status: 'resolved',
      resolvedAt: CONTEXT.fetchedAt,
    });
    expect(read({ ...told, endTime: '2026-03-02T12:00:00.001Z' })).toMatchObject({
      status: 'monitoring',
      resolvedAt: null,
    });
    expect(read({ ...told, lastUpdateTime: T1 })).toMatchObject({
      startedAt: T0,
      resolvedAt: null,
      updatedAt: T1,
    });
  });
});

describe('kind and impact', () => {
  it.each([
    ['Complete outage in Zone B', 'critical'],
    ['Network unavailable', 'major'],
    ['Service disruption', 'minor'],
    ['Disk Abnormality', 'minor'],
    ['Network ANOMALY', 'minor'],
  ])('follow from the title: %s', (title, impact) => {
    expect(read({ title })).toMatchObject({ kind: 'incident', impact, marks: ['impact-derived'] });
  });

  it('stay open where the title tells none', () => {
    expect(read({ title: 'Unabnormal' })).toMatchObject({ impact: 'unknown', marks: [] });
  });

  it('are those of a maintenance where the title says so', () => {
    const title = '[Notice] Planned maintenance, errors possible';
    const window = { endTime: '2026-03-09T10:00:00Z' };
    const told = { kind: 'maintenance', impact: 'none', marks: [], resolvedAt: null };
    expect(read({ title, ...window })).toMatchObject({ ...told, status: 'in_progress' });
    expect(read({ title, ...window, startTime: '2026-03-08T10:00:00Z' })).toMatchObject({
      ...told,
      status: 'scheduled',
      scheduledFor: '2026-03-08T10:00:00.000Z',
      scheduledUntil: '2026-03-09T10:00:00.000Z',
    });
    expect(read({ title, endTime: T1 }).status).toBe('completed');
  });

  it('follow from the title where the type is a new word', () => {
    expect(readAll({ eventType: 'NEWS', title: 'Notice: T' })).toMatchObject({
      incidents: [{ kind: 'notice', impact: 'none' }],
      unknownWords: [{ field: 'event.eventType', word: 'NEWS' }],
    });
    expect(read({ title: 'Notice: T' }).kind).toBe('incident');
  });
});

describe('what public clients read', () => {
  it('are posts, in which a state lasts until the next', () => {
    const eventUpdates = [
      { content: 'We have identified the cause.', publishTime: T1 },
      { content: '<p>Hello.</p>', publishTime: T0 },
      { content: 'Still at it.', publishTime: '2026-03-01T11:00:00Z' },
      { content: ' ', publishTime: T0 },
      { content: 7 },
      'text',
      null,
    ];
    expect(
      read({ eventUpdates }).updates.map(({ at, status, body }) => [at, status, body]),
    ).toEqual([
      [T0, 'investigating', 'Hello.'],
      [T1, 'identified', 'We have identified the cause.'],
      ['2026-03-01T11:00:00.000Z', 'identified', 'Still at it.'],
    ]);
    expect(read({ eventUpdates: [{ content: 'Now.' }] }).updates).toEqual([
      { id: stableHash(' Now.'), at: null, status: 'investigating', body: 'Now.' },
    ]);
    expect(read({ eventUpdates: 'odd' }).updates).toEqual([]);
  });

  it('are products by name or code', () => {
    const products = [
      'A &amp; B',
      { productName: '', name: 'C', productCode: 'c' },
      { productName: 7, productCode: '<b>d</b>' },
      { productName: 'E', name: 'F' },
      { other: 'G' },
      7,
      null,
    ];
    expect(read({ products }).components).toEqual(
      ['A & B', 'C', 'd', 'E'].map((name) => ({ name })),
    );
    expect(read({ products: {} }).components).toEqual([]);
  });

  it('are regions by id', () => {
    const regions = [
      'cn-hangzhou',
      { regionId: 'EU-Central-1', id: 'x' },
      { id: 'me-east-1' },
      { regionName: 'us-east-1' },
      'Frankfurt',
      'xcn-hangzhou',
      'cn-hangzhou!',
      'cn-x',
      `cn-${'x'.repeat(30)}`,
      `cn-${'x'.repeat(31)}`,
    ];
    expect(read({ regions }).regions).toEqual([
      'alibaba-cloud:cn-hangzhou',
      'alibaba-cloud:eu-central-1',
      'alibaba-cloud:me-east-1',
      `alibaba-cloud:cn-${'x'.repeat(30)}`,
    ]);
  });
});
