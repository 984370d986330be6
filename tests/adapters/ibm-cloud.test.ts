import { describe, expect, it } from 'vitest';
import { ibmCloud } from '../../src/adapters/ibm-cloud.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';
const T2 = '2026-03-01T11:00:00.000Z';
const item = (told: object) => ({ id: 'I1', type: 'incident', state: 'new', sev: 1, ...told });
const readAll = (...items: object[]) => parse(ibmCloud, json({ statusItems: items.map(item) }));
const read = (...items: object[]) => readAll(...items).incidents[0]!;
const CHILDREN = [
  { parentIncident: 'P', id: 'a' },
  { parentIncident: 'P', id: 'b' },
] as const;

describe('the page data of IBM Cloud', () => {
  it('tells one incident for the entries of one parent, and planned work', () => {
    expect(parse(ibmCloud, fixture('ibm-cloud/one-parent-and-planned.json'))).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      incidents: [
        {
          upstreamId: 'INC10',
          aliases: ['INC11', 'INC12'],
          kind: 'incident',
          title: 'Block Store, File Store',
          status: 'investigating',
          impact: 'critical',
          startedAt: '2026-03-01T08:50:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-01T12:00:00.000Z',
          updates: [
            {
              id: stableHash('We found the cause.'),
              at: '2026-03-01T12:00:00.000Z',
              status: 'investigating',
              body: 'We found the cause.',
            },
          ],
          components: [
            { id: 'block', name: 'Block Store' },
            { id: 'files', name: 'File Store' },
          ],
          regions: ['ibm-cloud:us-south', 'ibm-cloud:eu-de', 'global'],
          services: ['ibm-cloud:block', 'ibm-cloud:files'],
          url: 'https://status.example.com',
          marks: [],
        },
        {
          upstreamId: 'CHG20',
          aliases: [],
          kind: 'maintenance',
          title: 'New certificates',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-03-05T09:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-01T12:00:00.000Z',
          scheduledFor: '2026-03-05T09:00:00.000Z',
          scheduledUntil: '2026-03-05T10:00:00.000Z',
          updates: [],
          components: [{ id: 'gateway', name: 'Gateway' }],
          regions: ['ibm-cloud:jp-tok'],
          services: ['ibm-cloud:gateway'],
          url: 'https://status.example.com',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each(['release_note', 'announcement', 'security_bulletin'])('leaves out a %s', (type) => {
    expect(readAll({ type })).toMatchObject({
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
    });
  });

  it('proves nothing by an empty list, nor by one it cannot tell apart', () => {
    expect(readAll().provesNothingReported).toBe(false);
    expect(readAll({ id: '' }, {})).toMatchObject({
      incidents: [{ upstreamId: 'I1' }],
      provesNothingReported: false,
    });
    expect(readAll({}).provesNothingReported).toBe(true);
  });

  it('names an entry by its parent, its id or its record', () => {
    const keys = { parentIncident: 'P', id: 'I', recordID: 'R' };
    expect(read(keys)).toMatchObject({ upstreamId: 'P', aliases: ['I'] });
    expect(read({ ...keys, parentIncident: '' })).toMatchObject({ upstreamId: 'I', aliases: [] });
    expect(read({ ...keys, parentIncident: null, id: '' })).toMatchObject({
      upstreamId: 'R',
      aliases: [],
    });
  });

  it('is recognised by its list, and found among other documents', () => {
    expect(ibmCloud.recognises(json({ statusItems: [] }))).toBe(true);
    expect(ibmCloud.recognises(json({ statusItems: {} }))).toBe(false);
    expect(ibmCloud.recognises(json([]))).toBe(false);
    const page = json({ statusItems: [item({})] });
    expect(parse(ibmCloud, json({ other: 1 }), page).incidents).toHaveLength(1);
    expect(() => parse(ibmCloud, json({}))).toThrow('ibm-cloud: unexpected shape: statusItems: ');
  });

  it('reads the address as it is', () => {
    expect(ibmCloud.documents('https://i.example/status/x')).toEqual([
      'https://i.example/status/x',
    ]);
  });
});

describe('words', () => {
  it.each([
    ['new', 'investigating', 'scheduled'],
    ['in-progress', 'investigating', 'in_progress'],
    ['resolved', 'resolved', 'completed'],
    ['Scheduled', 'unknown', 'scheduled'],
    ['complete', 'resolved', 'completed'],
    ['completed', 'resolved', 'completed'],
    ['odd', 'unknown', 'unknown'],
  ])('a state %s is %s, of planned work %s', (state, status, planned) => {
    expect(read({ state })).toMatchObject({ kind: 'incident', status });
    const maintenance = read({ state, type: 'maintenance' });
    expect(maintenance).toMatchObject({ kind: 'maintenance', status: planned, impact: 'none' });
  });

  it.each([
    [1, 'critical'],
    ['2', 'major'],
    [3, 'minor'],
    ['4', 'minor'],
    [9, 'unknown'],
  ])('a severity %j is %s', (sev, impact) => {
    expect(read({ sev })).toMatchObject({ impact, marks: [] });
  });

  it('nobody knows are reported', () => {
    expect(readAll({ type: 'party', state: 'odd', sev: 'bad' })).toMatchObject({
      incidents: [{ kind: 'incident', status: 'unknown', impact: 'unknown' }],
      unknownWords: [
        { field: 'item.type', word: 'party' },
        { field: 'item.state', word: 'odd' },
        { field: 'item.sev', word: 'bad' },
      ],
    });
    expect(readAll({ type: 'maintenance', sev: '' }).unknownWords).toEqual([]);
  });
});

describe('entries of one parent', () => {
  const [a, b] = CHILDREN;

  it('are over when the last of them is', () => {
    const over = { state: 'resolved', outageEnd: T1 };
    expect(read({ ...a, ...over }, { ...b, state: 'new' })).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
    expect(read({ ...a, ...over }, { ...b, state: 'resolved', outageEnd: T2 })).toMatchObject({
      status: 'resolved',
      resolvedAt: T2,
    });
    expect(read({ ...a, ...over }, { ...b, state: 'odd' }).status).toBe('unknown');
  });

  it('are of the kind one of them tells', () => {
    expect(read({ ...a, type: 'odd' }, { ...b, type: 'maintenance' }).kind).toBe('maintenance');
  });

  it('are told in the order of their ids, whatever the order of the list', () => {
    const first = { ...a, name: 'A', shortDescription: ' ', longDescription: 'One.' };
    const second = { ...b, name: 'B', shortDescription: 'Fire', longDescription: '<p>Two.</p>' };
    const third = { parentIncident: 'P', id: 'c', name: 'A', shortDescription: 'Late' };
    const incident = read(third, second, first);
    expect(incident).toMatchObject({
      title: 'Fire',
      aliases: ['a', 'b', 'c'],
      updates: [{ body: 'One.' }, { body: 'Two.' }],
      components: [{ name: 'A' }, { name: 'B' }],
    });
    expect(read(second, third, first)).toEqual(incident);
    const nameless = { parentIncident: 'P', id: null, longDescription: 'Zero.' };
    expect(read(first, nameless)).toMatchObject({
      aliases: ['a'],
      updates: [{ body: 'Zero.' }, { body: 'One.' }],
    });
  });

  it('tell the same text once, with the time of the first that has it', () => {
    const [one, two] = [T1, T2].map((updateTime) => ({ updateTime, longDescription: 'Same.' }));
    expect(read({ ...a, ...one }, { ...b, ...two })).toMatchObject({
      updatedAt: T2,
      updates: [{ id: stableHash('Same.'), at: T1, body: 'Same.' }],
    });
  });

  it('stand in the order of their ids, one without an id first', () => {
    const items = [
      { ...a, id: 'A', shortDescription: 'Second' },
      { ...b, id: null, shortDescription: 'First' },
    ];
    expect(read(...items).title).toBe('First');
    expect(read(...items.toReversed()).title).toBe('First');
  });

  it('run from the earliest start to the latest end', () => {
    const state = 'resolved';
    const one = { ...a, state, outageStart: T1, outageEnd: T1, creationTime: T0 };
    const two = { ...b, state, outageStart: T2, outageEnd: T2, creationTime: T1 };
    expect(read(one, two)).toMatchObject({ startedAt: T1, resolvedAt: T2 });
    expect(read({ ...one, outageStart: 0 }, { ...two, outageStart: '' }).startedAt).toBe(T0);
  });

  it('start when they were created, else with the first text', () => {
    const text = { longDescription: 'Hello.', updateTime: T1 };
    expect(read({ ...text, outageStart: T2 }).startedAt).toBe(T2);
    expect(read({ ...text, creationTime: T2 }).startedAt).toBe(T2);
    expect(read(text).startedAt).toBe(T1);
    expect(read({}).startedAt).toBeNull();
  });
});

describe('what is hit', () => {
  it('makes the title where there is none, three names at most', () => {
    const named = (...names: unknown[]) =>
      read(...names.map((name, index) => ({ parentIncident: 'P', id: `i${index}`, name }))).title;
    expect(named('A')).toBe('A');
    expect(named('A', '', null, 'B &amp; C', 'A')).toBe('A, B & C');
    expect(named('A', 'B', 'C')).toBe('A, B, C');
    expect(named('A', 'B', 'C', 'D')).toBe('A, B, C, …');
    expect(named(null)).toBe('Untitled incident');
  });

  it('is known by the first resource', () => {
    expect(read({ name: 'DNS', resourceIDs: [' dns ', 'other'] }).components).toEqual([
      { id: 'dns', name: 'DNS' },
    ]);
    expect(read({ name: 'DNS', resourceIDs: 'odd' }).components).toEqual([{ name: 'DNS' }]);
    expect(read({ resourceIDs: ['dns'] }).components).toEqual([]);
  });

  it('has regions and services by their ids, each once, and no odd ones', () => {
    const words = [
      ' EU-De ',
      'US-South',
      'us-south',
      'global',
      'a.b_c-9',
      '',
      '-x',
      'a b',
      'ä',
      'ab!',
    ];
    const long = 'x'.repeat(71);
    expect(read({ regions: [...words, long], resourceIDs: words })).toMatchObject({
      regions: [
        'ibm-cloud:eu-de',
        'ibm-cloud:us-south',
        'global',
        'ibm-cloud:a.b_c-9',
        `ibm-cloud:${long}`,
      ],
      services: ['ibm-cloud:eu-de', 'ibm-cloud:us-south', 'global', 'ibm-cloud:a.b_c-9'],
    });
    expect(read({ regions: [`${long}x`], resourceIDs: 7 })).toMatchObject({
      regions: [],
      services: [],
    });
  });
});
