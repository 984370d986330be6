import { describe, expect, it } from 'vitest';
import { VULTR_STATUS, vultr } from '../../src/adapters/vultr.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const alert = (fields: object = {}) => ({
  id: 'a',
  subject: 'Paris disturbed',
  status: 'ongoing',
  start_date: '2026-03-02T08:00:00+00:00',
  updated_at: '',
  entries: [],
  ...fields,
});
const entry = (message: unknown, updated_at = '2026-03-02T09:00:00+00:00') => ({
  message,
  updated_at,
});
const page = (alerts: unknown, key = 'cdg') =>
  json({ regions: { [key]: { location: 'Paris', alerts } } });
const read = (fields: object) => parse(vultr, page([alert(fields)])).incidents[0];
const regionState = (...alerts: object[]) =>
  parse(vultr, page(alerts.map((fields, id) => alert({ id, ...fields })))).components[0]?.status;

describe('vultr', () => {
  const tell = () => parse(vultr, fixture('vultr/regions.json'));

  it('tells an alert with its entries in the order of time, as far as the newest says', () => {
    expect(incidentOf(tell(), 'a1')).toEqual({
      upstreamId: 'a1',
      kind: 'incident',
      title: 'Atlanta Partial Outage',
      status: 'identified',
      impact: 'major',
      startedAt: '2026-03-02T08:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-02T09:00:00.000Z',
      updates: [
        {
          id: expect.stringMatching(/^\w+$/),
          at: '2026-03-02T08:00:00.000Z',
          status: 'investigating',
          body: 'Some servers are offline.',
        },
        {
          id: expect.stringMatching(/^\w+$/),
          at: '2026-03-02T09:00:00.000Z',
          status: 'identified',
          body: 'We have identified the cause.',
        },
      ],
      components: [{ id: 'atl', name: 'Atlanta' }],
      regions: ['vultr:atl'],
      services: [],
      url: CONTEXT.statusPage,
      marks: ['impact-derived'],
    });
  });

  it('tells once what stands under several regions', () => {
    expect(incidentOf(tell(), 'd1')).toMatchObject({
      status: 'resolved',
      impact: 'minor',
      resolvedAt: '2026-02-20T11:00:00.000Z',
      regions: ['global', 'vultr:atl'],
      components: [
        { id: 'global', name: 'All Locations' },
        { id: 'atl', name: 'Atlanta' },
      ],
      updates: [{ body: 'Lookups fail.' }, { body: 'This has been resolved.', status: 'resolved' }],
    });
    expect(tell().incidents.map(({ upstreamId }) => upstreamId)).toEqual(['d1', 'a1', 'm1']);
  });

  it('knows planned work by the day in its subject, before and on it', () => {
    expect(incidentOf(tell(), 'm1')).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'none',
      startedAt: '2026-03-09T00:00:00.000Z',
      scheduledFor: '2026-03-09T00:00:00.000Z',
      updatedAt: '2026-02-25T08:00:00.000Z',
      updates: [{ status: 'scheduled', body: 'Routers will be replaced.' }],
      marks: [],
    });
    const fetchedAt = '2026-03-09T00:00:00.000Z';
    const later = vultr.parse([fixture('vultr/regions.json')], { ...CONTEXT, fetchedAt });
    expect(incidentOf(later, 'm1').status).toBe('in_progress');
    expect(later.components.at(-1)).toMatchObject({ id: 'ams', status: 'under_maintenance' });
  });

  it('tells the state of each region by its open alerts', () => {
    expect(tell()).toMatchObject({
      coverage: 'window',
      status: null,
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
    expect(tell().components).toStrictEqual([
      { id: 'global', name: 'All Locations', status: 'operational', regions: ['global'] },
      { id: 'cdg', name: 'Paris', status: 'operational', regions: ['vultr:cdg'] },
      { id: 'atl', name: 'Atlanta', status: 'partial_outage', regions: ['vultr:atl'] },
      { id: 'ams', name: 'Amsterdam', status: 'operational', regions: ['vultr:ams'] },
    ]);
  });
});

describe('an alert of Vultr', () => {
  it.each(Object.entries(VULTR_STATUS))('that is %s is %s', (word, status) => {
    const ofIncident = { scheduled: 'unknown', completed: 'resolved' } as Record<string, string>;
    expect(read({ status: word })?.status).toBe(ofIncident[status] ?? status);
    const snapshot = parse(
      vultr,
      page([alert({ status: word, subject: 'Scheduled Maintenance' })]),
    );
    const ofMaintenance = { investigating: 'in_progress', resolved: 'completed' } as Record<
      string,
      string
    >;
    expect(snapshot.incidents[0]?.status).toBe(ofMaintenance[status] ?? status);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('of another state is unknown, and told', () => {
    const { incidents, unknownWords } = parse(vultr, page([alert({ status: 'napping' })]));
    expect(incidents[0]?.status).toBe('unknown');
    expect(unknownWords).toEqual([{ field: 'alert.status', word: 'napping' }]);
  });

  it.each([
    ['Paris disturbed', 'We have identified the cause.', 'ongoing', 'identified'],
    ['Paris disturbed', 'We are monitoring the results.', 'ongoing', 'monitoring'],
    ['Paris disturbed', 'This has been resolved.', 'ongoing', 'investigating'],
    ['Paris disturbed', 'We have identified the cause.', 'resolved', 'resolved'],
    ['Paris Scheduled Maintenance', 'We are monitoring the results.', 'ongoing', 'verifying'],
    ['Paris Scheduled Maintenance', 'We are monitoring the results.', 'completed', 'completed'],
  ])('%j with the entry %j, %s, is %s', (subject, message, status, expected) => {
    expect(read({ subject, status, entries: [entry(message)] })?.status).toBe(expected);
  });

  it('carries the state of an entry on to the next that tells none', () => {
    const entries = [
      entry('More soon.', '2026-03-02T10:00:00+00:00'),
      entry('We have identified the cause.'),
      entry(null, '2026-03-02T11:00:00+00:00'),
    ];
    const updates = read({ entries })?.updates ?? [];
    expect(updates.map(({ status, body }) => [status, body])).toEqual([
      ['identified', 'We have identified the cause.'],
      ['identified', 'More soon.'],
      ['identified', ''],
    ]);
    expect(new Set(updates.map(({ id }) => id)).size).toBe(3);
  });

  it('gives an entry an id of its time and text, the same in every read', () => {
    const ids = (...entries: object[]) => read({ entries })?.updates.map(({ id }) => id) ?? [];
    const [first, second] = ids(entry('A.'), entry('B.'));
    expect(first).not.toBe(second);
    expect(ids(entry('B.'))).toEqual([second]);
    expect(ids(entry('B.', '2026-03-02T09:01:00+00:00'))).not.toEqual([second]);
    expect(ids(entry('B.', ''))).toEqual([stableHash(' B.')]);
  });

  it.each([
    ['Paris Outage', [], 'major'],
    ['Paris disturbed', [entry('Requests are slow.')], 'minor'],
    [
      'Paris disturbed',
      [entry('Later.'), entry('Servers are offline.', '2026-03-02T08:00:00Z')],
      'major',
    ],
  ])('%j has the impact its words tell', (subject, entries, impact) => {
    expect(read({ subject, entries })).toMatchObject({ impact, marks: ['impact-derived'] });
  });

  it('whose words tell none has unknown impact, unmarked', () => {
    expect(read({ subject: null })).toMatchObject({
      title: 'Untitled incident',
      impact: 'unknown',
      marks: [],
    });
  });

  it('that announces planned work has no impact, whatever its words', () => {
    const subject = 'Paris Scheduled Maintenance: network down';
    expect(read({ subject })).toMatchObject({ kind: 'maintenance', impact: 'none', marks: [] });
  });

  it('that says it is over is over, ahead of the day in its subject', () => {
    const subject = 'Paris Scheduled Maintenance 2026-03-09';
    expect(read({ subject, status: 'completed' })?.status).toBe('completed');
    expect(read({ subject, status: 'ongoing' })?.status).toBe('scheduled');
  });

  it('was changed when it says so', () => {
    expect(read({ updated_at: '2026-03-02T10:00:00Z' })?.updatedAt).toBe(
      '2026-03-02T10:00:00.000Z',
    );
  });

  it('of a service has no region', () => {
    const document = json({ regions: { cdg: { alerts: null } }, service_alerts: [alert()] });
    expect(parse(vultr, document).incidents).toMatchObject([{ regions: [], components: [] }]);
  });

  it('has no window where an incident merely carries a date', () => {
    expect(read({ subject: 'Paris disturbed since 2026-03-01' })).not.toHaveProperty(
      'scheduledFor',
    );
  });
});

describe('a region of Vultr', () => {
  it.each([
    ['no alert', [], 'operational'],
    ['an ended one', [{ status: 'resolved' }], 'operational'],
    ['one of unknown weight', [{}], 'degraded_performance'],
    ['a slow one', [{ subject: 'Paris slow' }], 'degraded_performance'],
    ['the worst of two', [{ subject: 'Paris slow' }, { subject: 'Paris down' }], 'partial_outage'],
    ['work going on', [{ subject: 'Scheduled Maintenance' }], 'under_maintenance'],
    ['work announced', [{ subject: 'Scheduled Maintenance', status: 'scheduled' }], 'operational'],
    ['a notice', [{ subject: 'Notice: new prices' }], 'operational'],
  ])('with %s is %s', (_, alerts, expected) => {
    expect(regionState(...alerts)).toBe(expected);
  });

  it.each([
    ['CDG', ['vultr:cdg']],
    ['Global', ['global']],
    [' ord-2 ', ['vultr:ord-2']],
    ['x', []],
    ['c/d', []],
    ['/cdg', []],
    [`c${'d'.repeat(31)}`, []],
  ])('%j is %j', (key, regions) => {
    const { components } = parse(vultr, page([], key));
    expect(components).toEqual([{ id: key.trim(), name: 'Paris', status: 'operational', regions }]);
  });

  it('without a name is called by its key, and one without a key is none', () => {
    const regions = { '\u0001': { alerts: [] }, cdg: { location: ' ', alerts: [] } };
    const snapshot = parse(vultr, json({ regions }));
    expect(snapshot.components).toMatchObject([{ id: 'cdg', name: 'cdg' }]);
    const unnamed = parse(vultr, json({ regions: { cdg: { alerts: [] } } }));
    expect(unnamed.components).toMatchObject([{ id: 'cdg', name: 'cdg' }]);
    expect(parse(vultr, page([alert()], ' '))).toMatchObject({
      components: [],
      incidents: [],
      provesNothingReported: false,
    });
  });
});

describe('the page of Vultr', () => {
  it.each([
    ['https://v.example', 'https://v.example/status.json'],
    ['https://v.example//', 'https://v.example/status.json'],
    ['https://v.example/other.json', 'https://v.example/other.json'],
    ['https://v.example/a/b/', 'https://v.example/a/b/status.json'],
  ])('%s is read from %s', (url, expected) => {
    expect(vultr.documents(url)).toEqual([expected]);
  });

  it.each([
    [{ regions: { cdg: { alerts: [] } } }, true],
    [{ regions: { one: null, cdg: { alerts: [] } } }, true],
    [{ regions: { cdg: { alerts: null } } }, false],
    [{ regions: { cdg: [] } }, false],
    [{ regions: {} }, false],
    [{ regions: [{ alerts: [] }] }, false],
    [null, false],
  ])('%j is recognised: %s', (value, expected) => {
    expect(vultr.recognises(json(value))).toBe(expected);
  });

  it('is damaged where a region has no list of alerts', () => {
    expect(() => parse(vultr, json({ regions: { cdg: {} } }))).toThrow(
      'vultr: unexpected shape: regions.cdg.alerts: Invalid input: expected array, received undefined',
    );
  });
});
