import { describe, expect, it } from 'vitest';
import { backblaze } from '../../src/adapters/backblaze.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const PAGE = {
  config: {},
  conditions: { Degraded: 'DEGRADED', Gone: 'OFFLINE' },
  components: [
    { id: 'w', name: 'West' },
    { id: 'e', name: 'East' },
  ],
};
const read = (page: object) => parse(backblaze, json({ ...PAGE, ...page }));
const readIncident = (incident: object) =>
  incidentOf(read({ incidents: [{ id: 'i', ...incident }] }), 'i');
const readMaintenance = (maintenance: object) =>
  incidentOf(
    read({ incidents: [], scheduledMaintenances: [{ id: 'm', ...maintenance }] }),
    'maintenance-m',
  );

describe('a page of Backblaze', () => {
  it('tells incidents by FireHydrant’s rules and planned work beside them', () => {
    expect(parse(backblaze, fixture('backblaze/open-and-planned.json'))).toEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: 'w', name: 'West', status: 'operational' },
        { id: 'e', name: 'East', status: 'degraded_performance' },
        { id: 's', name: 'Site', status: 'operational' },
      ],
      incidents: [
        {
          upstreamId: 'i1',
          kind: 'incident',
          title: 'Uploads fail',
          status: 'identified',
          impact: 'major',
          startedAt: '2026-03-02T09:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-02T09:10:00.000Z',
          updates: [
            {
              id: '2026-03-02T09:10:00.000Z',
              at: '2026-03-02T09:10:00.000Z',
              status: 'identified',
              body: 'Identified — a switch broke.',
            },
          ],
          components: [{ id: 'e', name: 'East' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/i1',
          marks: [],
        },
        {
          upstreamId: 'i0',
          kind: 'incident',
          title: 'Site down',
          status: 'resolved',
          impact: 'critical',
          startedAt: '2026-02-01T09:00:00.000Z',
          resolvedAt: '2026-02-01T10:00:00.000Z',
          updatedAt: '2026-02-01T10:00:00.000Z',
          updates: [],
          components: [{ id: 's', name: 'Site' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/i0',
          marks: [],
        },
        {
          upstreamId: 'maintenance-m1',
          kind: 'maintenance',
          title: 'West racks',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-03-09T17:00:00.000Z',
          resolvedAt: null,
          updatedAt: null,
          scheduledFor: '2026-03-09T17:00:00.000Z',
          scheduledUntil: '2026-03-09T19:00:00.000Z',
          updates: [{ id: 'summary', at: null, status: 'scheduled', body: 'Routine work.' }],
          components: [{ id: 'w', name: 'West' }],
          regions: [],
          services: [],
          url: 'https://status.example.com',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([[[]], [null]])('is quiet where its list is %j', (incidents) => {
    expect(read({ incidents })).toEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: 'w', name: 'West', status: 'operational' },
        { id: 'e', name: 'East', status: 'operational' },
      ],
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('is never green without its list, and ends nothing', () => {
    const planned = { id: 'm', name: 'Racks', startsAt: '2026-03-09T17:00:00Z' };
    const snapshot = read({ scheduledMaintenances: [planned] });
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      status: null,
      components: [
        { id: 'w', name: 'West', status: 'unknown' },
        { id: 'e', name: 'East', status: 'unknown' },
      ],
      incidents: [{ upstreamId: 'maintenance-m', title: 'Racks' }],
      provesNothingReported: false,
      warnings: ['The page carries no list of incidents.'],
    });
  });

  it.each([
    ['config', { config: undefined }],
    ['conditions', { conditions: undefined }],
    ['components', { components: undefined }],
  ])('is not recognised and fails without %s', (key, missing) => {
    const document = json({ ...PAGE, incidents: [], ...missing });
    expect(backblaze.recognises(document)).toBe(false);
    expect(() => parse(backblaze, document)).toThrow(`backblaze: unexpected shape: ${key}: `);
  });

  it('is found among several documents, and under its own address', () => {
    const page = json({ ...PAGE, incidents: [{ id: 'i', name: 'Slow' }] });
    expect(backblaze.recognises(page)).toBe(true);
    expect(parse(backblaze, json({ hello: 1 }), page).incidents[0]?.title).toBe('Slow');
    const address = 'https://b.example/data/payload.json';
    for (const url of ['https://b.example', 'https://b.example//', address, `${address}/`]) {
      expect(backblaze.documents(url)).toEqual([address]);
    }
    expect(backblaze.documents('https://b.example/data/payload.json/x')).toEqual([
      'https://b.example/data/payload.json/x/data/payload.json',
    ]);
  });
});

describe('an incident', () => {
  const AT = '2026-03-01T10:00:00.000Z';

  it.each(['resolved', 'closed', 'completed', 'ended'])('is over where it was %s', (key) => {
    const over = readIncident({ timestamps: { started: '2026-03-01T09:00:00Z', [key]: AT } });
    expect(over).toMatchObject({
      status: 'resolved',
      startedAt: '2026-03-01T09:00:00.000Z',
      resolvedAt: AT,
    });
  });

  it('goes on without a readable end, and takes the first that is', () => {
    expect(readIncident({}).status).toBe('investigating');
    expect(readIncident({ timestamps: 'odd' }).status).toBe('investigating');
    expect(readIncident({ timestamps: { closed: '', ended: null } })).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
    expect(readIncident({ timestamps: { resolved: 'soon', ended: AT } }).resolvedAt).toBe(AT);
  });

  it('is called by its title, else by its name', () => {
    expect(readIncident({ title: 'Title', name: 'Name' }).title).toBe('Title');
    expect(readIncident({ title: null, name: 'Name' }).title).toBe('Name');
    expect(readIncident({ name: 7 }).title).toBe('Untitled incident');
  });

  it('names components by a map of conditions', () => {
    const snapshot = read({
      incidents: [{ id: 'i', componentConditions: { East: 'Gone', '<b>Attic</b>': 'Degraded' } }],
    });
    expect(snapshot.incidents[0]).toMatchObject({
      impact: 'critical',
      marks: ['impact-derived'],
      components: [
        { id: 'e', name: 'East' },
        { id: '<b>Attic</b>', name: 'Attic' },
      ],
    });
    // The attic is not listed, so that the others may be hit, too.
    expect(snapshot.components.map(({ status }) => status)).toEqual(['unknown', 'major_outage']);
    expect(readIncident({ componentConditions: null }).components).toEqual([]);
    expect(readIncident({ componentConditions: 'odd' }).components).toEqual([]);
  });

  it('names components in a list where it is of the newer form, broken ones left out', () => {
    const components = [
      { id: 'e', name: 'East', condition: 'Degraded' },
      { id: 'x', name: 7 },
      { name: 'No id' },
      'East',
      null,
    ];
    expect(readIncident({ components, componentConditions: { West: 'Gone' } })).toMatchObject({
      impact: 'minor',
      components: [{ id: 'e', name: 'East' }],
    });
  });

  it('keeps its posts where one of them is broken', () => {
    const post = { occurredAt: AT, details: { note: 'Looking.' } };
    expect(readIncident({ timeline: ['x', null, post] }).updates).toEqual([
      { id: AT, at: AT, status: 'unknown', body: 'Looking.' },
    ]);
    expect(readIncident({ timeline: { 0: post } }).updates).toEqual([]);
  });
});

describe('planned work', () => {
  it('is under way in its window and over behind it', () => {
    const window = { startsAt: '2026-03-02T11:00:00Z', endsAt: '2026-03-02T13:00:00Z' };
    expect(readMaintenance({ ...window, updatedAt: '2026-03-02T11:05:00Z' })).toMatchObject({
      status: 'in_progress',
      title: 'Untitled maintenance',
      resolvedAt: null,
      updatedAt: '2026-03-02T11:05:00.000Z',
      updates: [],
      components: [],
    });
    expect(readMaintenance({ ...window, endsAt: CONTEXT.fetchedAt })).toMatchObject({
      status: 'completed',
      resolvedAt: CONTEXT.fetchedAt,
    });
    expect(readMaintenance({ endsAt: CONTEXT.fetchedAt }).status).toBe('unknown');
  });

  it('reads its text as Markdown', () => {
    const [note] = readMaintenance({ summary: '**Slow** at _night_' }).updates;
    expect(note?.body).toBe('Slow at night');
    expect(readMaintenance({ summary: '' }).updates).toEqual([]);
  });
});
