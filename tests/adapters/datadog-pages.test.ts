import { describe, expect, it } from 'vitest';
import { datadogPages } from '../../src/adapters/datadog-pages.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';
const T2 = '2026-03-01T11:00:00.000Z';
const PAGE = { domainPrefix: 'oak', components: [], incidents: [], maintenances: [] };
const read = (page: object) => parse(datadogPages, json({ ...PAGE, ...page }));
const readIncident = (incident: object) =>
  read({ incidents: [{ id: 'd', ...incident }] }).incidents[0]!;
const readMaintenance = (maintenance: object) =>
  read({ maintenances: [{ id: 'm', ...maintenance }] }).incidents[0]!;

describe('a page of Datadog', () => {
  it('tells components and incidents', () => {
    expect(parse(datadogPages, fixture('datadog-pages/open-incident.json'))).toEqual({
      coverage: 'window',
      status: null,
      components: [{ id: 'c', name: 'Store', group: 'Cloud', status: 'partial_outage' }],
      incidents: [
        {
          upstreamId: 'd1',
          kind: 'incident',
          title: 'Store fails',
          status: 'identified',
          impact: 'major',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-04T08:00:00.120Z',
          updates: [
            {
              id: 't1',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: 'Looking.',
            },
            { id: 't2', at: '2026-02-03T08:20:00.000Z', status: 'identified', body: 'Found.' },
          ],
          components: [{ id: 'c', name: 'Store' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/d1',
          marks: ['impact-derived'],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('is quiet where both lists are empty or null', () => {
    for (const list of [[], null]) {
      expect(read({ incidents: list, maintenances: list })).toMatchObject({
        incidents: [],
        provesNothingReported: true,
      });
    }
  });

  it('leaves out what was deleted', () => {
    const entries = [{ id: 'a', deletedAt: T0 }, { id: 'b', deletedAt: null }, { id: 'c' }];
    const ids = read({ incidents: entries, maintenances: entries }).incidents.map(
      ({ kind, upstreamId }) => `${kind} ${upstreamId}`,
    );
    expect(ids).toEqual(['incident b', 'incident c', 'maintenance b', 'maintenance c']);
  });

  it.each(['domainPrefix', 'incidents', 'maintenances'])('fails without %s', (key) => {
    const document = json({ ...PAGE, [key]: undefined });
    expect(datadogPages.recognises(document)).toBe(false);
    expect(() => parse(datadogPages, document)).toThrow(
      `datadog-pages: unexpected shape: ${key}: `,
    );
  });

  it('is recognised by its four keys, and found among other documents', () => {
    expect(datadogPages.recognises(json(PAGE))).toBe(true);
    expect(datadogPages.recognises(json({ ...PAGE, components: undefined }))).toBe(false);
    expect(parse(datadogPages, json({ other: 1 }), json(PAGE)).incidents).toEqual([]);
  });

  it('is read from one document', () => {
    const address = 'https://d.example/config.json';
    for (const url of ['https://d.example', 'https://d.example//', address, `${address}/`]) {
      expect(datadogPages.documents(url)).toEqual([address]);
    }
    expect(datadogPages.documents(`${address}/x`)).toEqual([`${address}/x/config.json`]);
  });
});

describe('components', () => {
  it.each([
    ['operational', 'operational', 'none'],
    ['DEGRADED', 'degraded_performance', 'minor'],
    ['partial_outage', 'partial_outage', 'major'],
    ['major_outage', 'major_outage', 'critical'],
    ['maintenance', 'under_maintenance', 'none'],
    ['odd', 'unknown', 'unknown'],
  ])('that are %s are %s, and impact %s', (word, status, impact) => {
    const component = { id: 1, name: 'A &amp; B', status: word };
    expect(read({ components: [component] }).components).toEqual([
      { id: '1', name: 'A & B', status },
    ]);
    expect(readIncident({ componentsAffected: [component] }).impact).toBe(impact);
  });

  it('stand in the group next to them; what is none is left out', () => {
    const leaf = (id: string) => ({ id, name: id, status: 'operational', components: [] });
    const inner = { id: 'in', name: ' Inner ', components: [leaf('a'), { id: 'x' }, null] };
    const outer = { id: 'out', name: 'Outer', components: [inner, leaf('b')] };
    expect(read({ components: ['odd', outer, leaf('c')] }).components).toStrictEqual([
      { id: 'a', name: 'a', group: 'Inner', status: 'operational' },
      { id: 'b', name: 'b', group: 'Outer', status: 'operational' },
      { id: 'c', name: 'c', status: 'operational' },
    ]);
  });
});

describe('an incident', () => {
  it.each([
    ['investigating', 'investigating'],
    ['Identified', 'identified'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
    ['in_progress', 'investigating'],
    ['completed', 'resolved'],
    ['odd', 'unknown'],
  ])('at %s is %s', (currentStatus, status) => {
    expect(readIncident({ currentStatus }).status).toBe(status);
    const timeline = [{ id: 'p', status: currentStatus }];
    expect(readIncident({ timeline }).updates[0]?.status).toBe(status);
  });

  it('is as bad as it ever was', () => {
    const hit = (id: string, status: string) => [{ id, name: id.toUpperCase(), status }];
    const timeline = [
      { id: '3', componentsAffected: hit('a', 'operational') },
      { id: '2', componentsAffected: hit('b', 'major_outage') },
      { id: '1', componentsAffected: hit('a', 'degraded') },
    ];
    expect(readIncident({ componentsAffected: hit('a', 'operational'), timeline })).toMatchObject({
      impact: 'critical',
      marks: ['impact-derived'],
      components: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    });
    expect(readIncident({})).toMatchObject({ impact: 'unknown', marks: [] });
  });

  it('reads posts newest first, by when they applied', () => {
    const timeline = [
      { id: '4', createdAt: T2, description: '<p>Four</p>' },
      { id: '3', startedAt: T1, createdAt: T2 },
      { id: '2', startedAt: T0 },
      { id: '1', startedAt: T0, description: null },
    ];
    expect(readIncident({ timeline }).updates.map(({ id, at, body }) => [id, at, body])).toEqual([
      ['1', T0, ''],
      ['2', T0, ''],
      ['3', T1, ''],
      ['4', T2, 'Four'],
    ]);
  });

  it('runs from its start, else from its publication, to its end', () => {
    const currentStatus = 'resolved';
    expect(readIncident({ startDate: T0, publishedDate: T1 }).startedAt).toBe(T0);
    expect(readIncident({ publishedDate: T1 }).startedAt).toBe(T1);
    const ends = { resolvedDate: T1, completedDate: T2 };
    expect(readIncident({ currentStatus, ...ends }).resolvedAt).toBe(T1);
    expect(readIncident({ currentStatus, completedDate: T2 }).resolvedAt).toBe(T2);
    expect(readIncident({ lastModifiedAt: T2 })).toMatchObject({ resolvedAt: null, updatedAt: T2 });
  });

  it('reports words nobody knows', () => {
    const componentsAffected = [{ id: 1, name: 'A', status: 'bad' }];
    const entry = { id: 'x', currentStatus: 'odd', componentsAffected, timeline: [] };
    const timeline = [{ id: 'p', status: 'new' }];
    expect(
      read({
        components: [{ id: 1, name: 'A', status: 'wet' }],
        incidents: [{ ...entry, timeline }],
        maintenances: [{ ...entry, currentStatus: 'off' }],
      }).unknownWords,
    ).toEqual([
      { field: 'component.status', word: 'wet' },
      { field: 'incident.currentStatus', word: 'odd' },
      { field: 'componentsAffected.status', word: 'bad' },
      { field: 'timeline.status', word: 'new' },
      { field: 'maintenance.currentStatus', word: 'off' },
    ]);
  });

  it('has an address that no id can break', () => {
    expect(readIncident({ id: 'a/b' }).url).toBe('https://status.example.com/incidents/a%2Fb');
  });
});

describe('a maintenance', () => {
  it.each([
    ['scheduled', 'scheduled'],
    ['in_progress', 'in_progress'],
    ['completed', 'completed'],
    ['canceled', 'completed'],
  ])('that is %s is %s', (currentStatus, status) => {
    expect(readMaintenance({ currentStatus })).toMatchObject({
      kind: 'maintenance',
      status,
      impact: 'none',
      url: 'https://status.example.com/maintenances/m',
    });
  });

  it('is announced until the end that is told best', () => {
    const ends = { scheduledEndDate: T1, endDate: T2, completedDate: '2026-03-01T12:00:00Z' };
    const window = (keys: object) => {
      const { scheduledFor, scheduledUntil } = readMaintenance({ startDate: T0, ...keys });
      return [scheduledFor, scheduledUntil];
    };
    expect(window(ends)).toEqual([T0, T1]);
    expect(window({ ...ends, scheduledEndDate: '' })).toEqual([T0, T2]);
    expect(window({ completedDate: T2 })).toEqual([T0, T2]);
  });
});
