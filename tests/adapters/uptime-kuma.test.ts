import { describe, expect, it } from 'vitest';
import {
  KUMA_BEAT,
  KUMA_MAINTENANCE,
  KUMA_STYLE,
  uptimeKuma,
} from '../../src/adapters/uptime-kuma.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const URL = 'https://status.example.com';
const group = { name: 'Core', monitorList: [{ id: 4, name: 'API' }] };
const page = (parts: object = {}) =>
  json({ config: {}, publicGroupList: [group], incident: null, ...parts });
const beats = (list: unknown) => json({ heartbeatList: { 4: list }, uptimeList: {} });
const note = (fields: object = {}) => ({ id: 1, title: 'Trouble', style: 'danger', ...fields });
const read = (incident: object) => parse(uptimeKuma, page({ incident })).incidents[0];
const statusFrom = (list: unknown) =>
  parse(uptimeKuma, page(), beats(list)).components.map(({ status }) => status);

describe('uptime-kuma', () => {
  const tell = () => parse(uptimeKuma, fixture('uptime-kuma/version-2.json'));

  it('takes the pinned note for an incident, its colour for the impact, its text for the state', () => {
    expect(incidentOf(tell(), '21')).toEqual({
      upstreamId: '21',
      kind: 'incident',
      title: 'Mail is slow',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-03-02T08:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-02T09:00:00.000Z',
      updates: [
        {
          id: 'note',
          at: '2026-03-02T09:00:00.000Z',
          status: 'identified',
          body: 'Identified: a full disk.\nMore soon.',
        },
      ],
      components: [],
      regions: [],
      services: [],
      url: URL,
      marks: ['impact-derived'],
    });
    expect(incidentOf(tell(), '22')).toMatchObject({
      kind: 'notice',
      title: 'New & bigger office',
      status: 'unknown',
      impact: 'none',
      updates: [{ id: 'note', at: '2026-03-01T08:00:00.000Z', status: 'unknown' }],
    });
  });

  it('keeps a maintenance going beyond its window while the page says so', () => {
    expect(incidentOf(tell(), 'maintenance-30')).toEqual({
      upstreamId: 'maintenance-30',
      kind: 'maintenance',
      title: 'New disks',
      status: 'in_progress',
      impact: 'none',
      startedAt: '2026-03-02T09:00:00.000Z',
      scheduledFor: '2026-03-02T09:00:00.000Z',
      scheduledUntil: '2026-03-02T11:00:00.000Z',
      resolvedAt: null,
      updatedAt: null,
      updates: [
        { id: 'note', at: null, status: 'scheduled', body: 'Mail waits, nothing is lost.' },
      ],
      components: [],
      regions: [],
      services: [],
      url: URL,
      marks: [],
    });
  });

  it('ends one with its window, knows one without, and leaves out what is switched off', () => {
    expect(incidentOf(tell(), 'maintenance-31')).toMatchObject({
      status: 'completed',
      resolvedAt: '2026-02-28T02:00:00.000Z',
      updates: [],
    });
    expect(incidentOf(tell(), 'maintenance-32')).toMatchObject({
      status: 'scheduled',
      startedAt: null,
      updates: [],
    });
    expect(tell().incidents).toHaveLength(5);
  });

  it('lists monitors by group, of unknown state without heartbeats', () => {
    expect(tell().components).toStrictEqual([
      { id: '7', name: 'Inbound', status: 'unknown', group: 'Mail & calendar' },
      { id: '8', name: 'Outbound', status: 'unknown', group: 'Mail & calendar' },
      { id: '9', name: 'Calendar', status: 'unknown', group: 'Mail & calendar' },
      { id: '10', name: 'Site', status: 'unknown' },
    ]);
    expect(tell()).toMatchObject({
      coverage: 'active-only',
      status: null,
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });
});

describe('the page of Uptime Kuma', () => {
  it.each([
    ['https://kuma.example/status/fir', 'fir'],
    ['https://kuma.example/status/fir//', 'fir'],
    ['https://kuma.example', 'default'],
    ['https://kuma.example/api/status-page/fir', 'fir'],
    ['https://kuma.example/api/status-page/heartbeat/fir?x=1', 'fir'],
  ])('reads for %s the slug %s', (url, slug) => {
    expect(uptimeKuma.documents(url)).toEqual([
      `https://kuma.example/api/status-page/${slug}`,
      `https://kuma.example/api/status-page/heartbeat/${slug}`,
    ]);
  });

  it('is recognised by page or heartbeats', () => {
    expect(uptimeKuma.recognises(page())).toBe(true);
    expect(uptimeKuma.recognises(beats([]))).toBe(true);
    expect(uptimeKuma.recognises(json({ config: {} }))).toBe(false);
    expect(uptimeKuma.recognises(json({ publicGroupList: [] }))).toBe(false);
  });

  it('says nothing by its heartbeats alone', () => {
    expect(parse(uptimeKuma, beats([{ status: 7, time: '2026-03-02 08:00:00' }]))).toEqual({
      coverage: 'part',
      status: null,
      components: [],
      incidents: [],
      provesNothingReported: false,
      unknownWords: [{ field: 'heartbeat.status', word: '7' }],
      warnings: ['Only the heartbeats arrived.'],
    });
  });

  it.each([
    ['nothing pinned', { incident: null }, true],
    ['nothing pinned in version 2', { incident: undefined, incidents: [] }, true],
    ['no word of it', { incident: undefined }, false],
    ['one without an id', { incident: { title: 'No id' } }, false],
    ['one of two without an id', { incidents: [note(), { title: 'No id' }] }, false],
    ['an empty list beside nothing pinned', { incident: null, incidents: null }, true],
    ['a list that is none', { incident: undefined, incidents: 7 }, false],
    ['one that is none', { incident: 7 }, false],
  ])('with %s is proof or not', (_, parts, isProof) => {
    expect(parse(uptimeKuma, page(parts))).toMatchObject({
      coverage: isProof ? 'active-only' : 'part',
      provesNothingReported: isProof,
      warnings: isProof ? [] : ['The pinned incident is missing or could not be read.'],
    });
  });

  it('fails as what it is where it is of another shape', () => {
    expect(() => parse(uptimeKuma, json({ hello: 1 }))).toThrow(
      'uptime-kuma: unexpected shape: heartbeatList: Invalid input: expected record, received undefined',
    );
    expect(() => parse(uptimeKuma, page({ publicGroupList: {} }))).toThrow(
      'uptime-kuma: unexpected shape: publicGroupList: Invalid input: expected array, received object',
    );
  });
});

describe('a group without a name', () => {
  it.each([null, undefined, ' '])('%j names none at its monitors', (name) => {
    const snapshot = parse(uptimeKuma, page({ publicGroupList: [{ ...group, name }] }));
    expect(snapshot.components).toStrictEqual([{ id: '4', name: 'API', status: 'unknown' }]);
  });
});

describe('a heartbeat', () => {
  it.each(Object.entries(KUMA_BEAT))('of %s means %s', (beat, status) => {
    expect(statusFrom([{ status: Number(beat), time: '2026-03-02 08:00:00' }])).toEqual([status]);
  });

  it('counts where it is the newest, wherever it stands', () => {
    const down = { status: 0, time: '2026-03-02 08:01:00.000' };
    const up = { status: 1, time: '2026-03-02 08:00:00.000' };
    expect(statusFrom([up, down])).toEqual(['major_outage']);
    expect(statusFrom([down, up])).toEqual(['major_outage']);
    expect(statusFrom([{ status: 0 }, { status: 1 }])).toEqual(['operational']);
    expect(statusFrom([])).toEqual(['unknown']);
  });
});

describe('a note', () => {
  it.each(Object.entries(KUMA_STYLE))('in %s has impact %s', (style, impact) => {
    const kind = impact === 'none' ? 'notice' : 'incident';
    expect(read(note({ style }))).toMatchObject({ kind, impact, marks: ['impact-derived'] });
  });

  it('in another colour is an incident of unknown impact', () => {
    const snapshot = parse(uptimeKuma, page({ incident: note({ style: 'mauve' }) }));
    expect(snapshot.incidents[0]).toMatchObject({ kind: 'incident', impact: 'unknown' });
    expect(snapshot.unknownWords).toEqual([{ field: 'incident.style', word: 'mauve' }]);
  });

  it('without text has the state its title tells, and no post', () => {
    expect(read(note({ title: 'Resolved: mail', content: null }))).toMatchObject({
      status: 'resolved',
      updates: [],
    });
    expect(read(note({ title: null, content: 'Resolved.' }))).toMatchObject({
      title: 'Resolved.',
      status: 'resolved',
    });
    expect(read(note())).toMatchObject({ status: 'unknown', updates: [] });
  });
});

describe('a maintenance', () => {
  it.each(Object.entries(KUMA_MAINTENANCE))('that is %s is %s', (status, expected) => {
    const maintenanceList = [{ id: 1, status, timeslotList: [] }];
    expect(parse(uptimeKuma, page({ maintenanceList })).incidents[0]).toMatchObject({
      title: 'Untitled maintenance',
      status: expected,
    });
  });

  it('of another state is unknown, and told', () => {
    const maintenanceList = [{ id: 1, status: 'paused' }];
    const { incidents, unknownWords } = parse(uptimeKuma, page({ maintenanceList }));
    expect(incidents[0]?.status).toBe('unknown');
    expect(unknownWords).toEqual([{ field: 'maintenance.status', word: 'paused' }]);
  });
});
