import { describe, expect, it } from 'vitest';
import {
  readChecklyIncident,
  readChecklyPast,
  readChecklyWindow,
} from '../../src/adapters/checkly-incidents.ts';
import {
  CHECKLY_SEVERITY,
  CHECKLY_STATUS,
  CHECKLY_UNRESOLVED,
  CHECKLY_UPTIME,
  CHECKLY_WINDOWS,
} from '../../src/adapters/checkly-wire.ts';
import { createWordReader } from '../../src/adapters/read/words.ts';

const URL = 'https://status.example.com';
const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';

function readIncident(incident: object) {
  const { incidents } = CHECKLY_UNRESOLVED.parse({ incidents: [{ id: 'k', ...incident }] });
  const words = createWordReader();
  const [read] = incidents.map((raw) => readChecklyIncident(raw, { words, url: URL }));
  return { ...read!, unknownWords: words.unknownWords };
}

function readPast(event: object) {
  const days = [{ events: [{ id: 'k', ...event }] }];
  const uptime = [{ services: [{ id: 's', name: 'Text', days }] }];
  const words = createWordReader();
  const raw = CHECKLY_UPTIME.parse({ metadata: [], uptime });
  const [read] = readChecklyPast(raw, { words, url: URL });
  return { ...read!, unknownWords: words.unknownWords };
}

function readWindow(window: object) {
  const { active } = CHECKLY_WINDOWS.parse({ active: [window] });
  return active.map((raw) => readChecklyWindow(raw, 'in_progress', URL))[0]!;
}

describe('an open incident', () => {
  it.each([
    ['MINOR', 'minor'],
    ['medium', 'minor'],
    ['MAJOR', 'major'],
    ['CRITICAL', 'critical'],
  ])('of severity %s is %s', (severity, impact) => {
    expect(readIncident({ severity })).toMatchObject({ impact, marks: [] });
    expect(readPast({ severity })).toMatchObject({ impact, marks: [] });
    expect(Object.keys(CHECKLY_SEVERITY)).toContain(severity.toLowerCase());
  });

  it.each([
    ['INVESTIGATING', 'investigating'],
    ['IDENTIFIED', 'identified'],
    ['MONITORING', 'monitoring'],
    ['resolved', 'resolved'],
  ])('at %s is %s', (word, status) => {
    const incidentUpdates = [{ id: 1, status: word }];
    expect(readIncident({ lastUpdateStatus: word, incidentUpdates })).toMatchObject({
      status,
      updates: [{ id: '1', status }],
    });
    expect(readPast({ lastUpdateStatus: word }).status).toBe(status);
    expect(Object.keys(CHECKLY_STATUS)).toContain(word.toLowerCase());
  });

  it('reports words nobody knows, and where they stood', () => {
    const told = { severity: 'BAD', lastUpdateStatus: 'ODD' };
    const incident = readIncident({ ...told, incidentUpdates: [{ id: 1, status: 'NEW' }] });
    expect(incident).toMatchObject({ status: 'unknown', impact: 'unknown' });
    expect(incident.unknownWords).toEqual([
      { field: 'incident.lastUpdateStatus', word: 'ODD' },
      { field: 'incident.severity', word: 'BAD' },
      { field: 'update.status', word: 'NEW' },
    ]);
    expect(readPast(told).unknownWords).toEqual([
      { field: 'event.lastUpdateStatus', word: 'ODD' },
      { field: 'event.severity', word: 'BAD' },
    ]);
  });

  it('dates a post by its public date, else by its creation', () => {
    const incidentUpdates = [
      { id: 'b', publicIncidentUpdateDate: T1, created_at: T0, description: '<p>Two</p>' },
      { id: 'a', created_at: T0, description: null },
    ];
    expect(readIncident({ incidentUpdates }).updates).toEqual([
      { id: 'a', at: T0, status: 'unknown', body: '' },
      { id: 'b', at: T1, status: 'unknown', body: 'Two' },
    ]);
  });

  it('does without services and posts of another shape', () => {
    expect(readIncident({ services: 7, incidentUpdates: 'x' })).toMatchObject({
      title: 'Untitled incident',
      components: [],
      updates: [],
      url: URL,
    });
  });
});

describe('a past incident', () => {
  it('ended its duration in seconds after its start', () => {
    const past = { created_at: T0, lastUpdateStatus: 'RESOLVED' };
    expect(readPast({ ...past, duration: 1800 })).toMatchObject({
      kind: 'incident',
      startedAt: T0,
      resolvedAt: T1,
      updatedAt: T1,
      updates: [],
      components: [{ id: 's', name: 'Text' }],
    });
    expect(readPast({ ...past, duration: 0 })).toMatchObject({ resolvedAt: T0, updatedAt: T0 });
  });

  it.each([[-1], [1e8], ['1800'], [null], [undefined]])(
    'has no end where its duration is %j',
    (duration) => {
      const past = { created_at: T0, lastUpdateStatus: 'IDENTIFIED', duration };
      expect(readPast(past)).toMatchObject({ resolvedAt: null, updatedAt: T0 });
    },
  );

  it('has no times without a start', () => {
    expect(readPast({ created_at: 'soon', duration: 60 })).toMatchObject({
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
    });
  });
});

describe('a maintenance window', () => {
  it('is called by id, name and note', () => {
    const window = { id: 7, name: 'Name', title: 'Title', description: 'We <b>rewire</b>.' };
    expect(readWindow({ ...window, startsAt: T0, endsAt: T1 })).toEqual({
      upstreamId: 'maintenance-7',
      kind: 'maintenance',
      title: 'Name',
      status: 'in_progress',
      impact: 'none',
      startedAt: T0,
      resolvedAt: null,
      updatedAt: null,
      scheduledFor: T0,
      scheduledUntil: T1,
      updates: [{ id: 'note', at: null, status: 'scheduled', body: 'We rewire.' }],
      components: [],
      regions: [],
      services: [],
      url: URL,
      marks: [],
    });
  });

  it('is known by its title and start where it has neither id nor name', () => {
    expect(readWindow({ title: 'Title', startAt: T0, endAt: T1, description: '' })).toMatchObject({
      upstreamId: `maintenance-Title ${T0}`,
      title: 'Title',
      scheduledFor: T0,
      scheduledUntil: T1,
      updates: [],
    });
    expect(readWindow({ name: 'Name' }).upstreamId).toBe('maintenance-Name');
    expect(readWindow({ startsAt: T0 }).upstreamId).toBe(`maintenance- ${T0}`);
  });
});
