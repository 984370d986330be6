import { describe, expect, it } from 'vitest';
import { heroku } from '../../src/adapters/heroku.ts';
import { json, parse } from './read-json-fixture.ts';

const AT = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-01T10:30:00.000Z';
const STATUS = [{ system: 'Apps', status: 'green' }];
const entry = (told: object) => ({ id: 1, title: 'T', full_url: '', updates: [], ...told });
const readAll = (told: object) =>
  parse(heroku, json({ status: STATUS, incidents: [entry(told)], scheduled: [] }));
const read = (told: object) => readAll(told).incidents[0]!;
const readPlanned = (told: object) =>
  parse(heroku, json({ status: STATUS, incidents: [], scheduled: [entry(told)] })).incidents[0]!;
const post = (contents: unknown, update_type: unknown = 'issue', created_at: string = AT) => ({
  contents,
  update_type,
  created_at,
});

describe('the state of an incident', () => {
  it.each([
    ['open', 'investigating'],
    ['ongoing', 'investigating'],
    ['in_progress', 'investigating'],
    ['resolved', 'resolved'],
    ['completed', 'resolved'],
    ['Wobbly', 'unknown'],
  ])('is %s: %s', (state, status) => {
    expect(read({ state }).status).toBe(status);
    expect(readAll({ state }).unknownWords).toEqual(
      status === 'unknown' ? [{ field: 'incident.state', word: state }] : [],
    );
  });

  it('is told by flags where there is no state', () => {
    for (const state of [undefined, null]) {
      expect(read({ state, resolved: true }).status).toBe('resolved');
      expect(read({ state, resolved: false, upcoming: false }).status).toBe('investigating');
      expect(read({ state, upcoming: true })).toMatchObject({
        kind: 'maintenance',
        status: 'scheduled',
      });
    }
    expect(readAll({}).unknownWords).toEqual([]);
    expect(read({ state: 'open', resolved: true }).status).toBe('investigating');
  });

  it.each([
    ['We have identified the cause.', 'identified'],
    ['We are monitoring the results.', 'monitoring'],
    // Only the state ends it.
    ['This incident is resolved.', 'investigating'],
    ['Something is odd.', 'investigating'],
  ])('is as far as the newest post says: %s', (contents, status) => {
    const updates = [post(contents, 'issue', LATER), post('Oh no.'), post('We see errors.')];
    expect(read({ state: 'open', updates }).status).toBe(status);
    expect(read({ state: 'resolved', updates }).status).toBe('resolved');
    expect(read({ state: 'Wobbly', updates }).status).toBe('unknown');
  });
});

describe('a post', () => {
  const statuses = (told: object) => read(told).updates.map(({ status }) => status);

  it.each([
    'The maintenance is complete.',
    'Our upgrade of all things has been completed.',
    'The work is now finished!',
    'Upgrade and work were finished.',
    'Maintenance have been complete.',
    'Maintenance was completed.',
    'The upgrades to work are complete.',
  ])('says that it is done: %s', (contents) => {
    expect(statuses({ updates: [post(contents)] })).toEqual(['resolved']);
    expect(readPlanned({ updates: [post(contents)] }).updates[0]?.status).toBe('completed');
  });

  it('says so in one sentence', () => {
    expect(statuses({ updates: [post('We work on it. The list is complete.')] })).toEqual([
      'investigating',
    ]);
  });

  it('says it by its text, else by its type, else as before', () => {
    const updates = [
      post('We are monitoring it.', 'identified', AT),
      post('Hello again.', 'issue', LATER),
      post('Bye.', 'resolved', '2026-03-01T11:00:00Z'),
      post('Odd.', 7, '2026-03-01T11:10:00Z'),
    ];
    expect(statuses({ updates })).toEqual(['monitoring', 'monitoring', 'resolved', 'resolved']);
  });

  it('of planned work is not put back by its type', () => {
    const updates = [
      post('Next week.', 'scheduled', AT),
      post('Maintenance is in progress.', 'scheduled', LATER),
      post('Still at it.', 'scheduled', '2026-03-01T11:00:00Z'),
    ];
    expect(readPlanned({ state: 'upcoming', updates })).toMatchObject({
      status: 'in_progress',
      updates: [{ status: 'scheduled' }, { status: 'in_progress' }, { status: 'in_progress' }],
    });
  });

  it('has an id of its own', () => {
    const updates = [{ id: 7 }, { id: {}, created_at: AT }, { created_at: null }];
    expect(read({ updates }).updates.map(({ id, at, body }) => [id, at, body])).toEqual([
      ['7', null, ''],
      [AT, AT, ''],
      ['update', null, ''],
    ]);
  });
});

describe('planned work', () => {
  it.each([
    ['upcoming', 'scheduled'],
    ['scheduled', 'scheduled'],
    ['in_progress', 'in_progress'],
    ['open', 'in_progress'],
    ['completed', 'completed'],
    ['resolved', 'completed'],
  ])('that is %s is %s', (state, status) => {
    expect(readPlanned({ state })).toMatchObject({ kind: 'maintenance', status, impact: 'none' });
  });

  it('is known in the list by its flag or its posts', () => {
    expect(read({ upcoming: true }).kind).toBe('maintenance');
    expect(read({ updates: [post('a'), post('b', 'scheduled')] }).kind).toBe('maintenance');
    expect(read({ upcoming: 'true', updates: [post('a')] }).kind).toBe('incident');
  });
});

describe('what is hit', () => {
  it('is told by systems, and by the colours of version 3', () => {
    const systems = [
      { name: '<b>Apps</b>', status: 'yellow' },
      { name: 'Production', status: 'green' },
    ];
    expect(read({ systems, status_prod: 'red' })).toMatchObject({
      impact: 'critical',
      components: [
        { id: 'Apps', name: 'Apps' },
        { id: 'Production', name: 'Production' },
      ],
    });
    expect(read({ status_prod: 'green', status_dev: 'yellow' })).toMatchObject({
      impact: 'minor',
      marks: ['impact-derived'],
      components: [{ id: 'Development', name: 'Development' }],
    });
    const updates = [{ status_prod: 'red' }, { status_dev: 'yellow' }];
    expect(read({ status_prod: 'green', updates })).toMatchObject({
      impact: 'critical',
      components: [{ name: 'Production' }, { name: 'Development' }],
    });
  });

  it('stays open where no colour tells', () => {
    for (const told of [{}, { status_prod: null }, { status_dev: 'green' }, { systems: 'odd' }]) {
      const snapshot = readAll(told);
      expect(snapshot.incidents[0]).toMatchObject({ impact: 'unknown', marks: [], components: [] });
      expect(snapshot.unknownWords).toEqual([]);
    }
    expect(readAll({ status_prod: 'purple' })).toMatchObject({
      incidents: [{ impact: 'unknown' }],
      unknownWords: [{ field: 'incident.status', word: 'purple' }],
    });
  });

  it('has a safe address', () => {
    expect(read({ full_url: 'javascript:alert(1)' }).url).toBe('https://status.example.com');
    expect(read({ full_url: null }).url).toBe('https://status.example.com');
    expect(read({ full_url: '/incidents/1' }).url).toBe('https://status.example.com/incidents/1');
  });
});
