import { describe, expect, it } from 'vitest';
import { readNativeIncidents } from '../../src/adapters/incident-io-native.ts';
import { INCIDENT_IO_DOCUMENT } from '../../src/adapters/incident-io-wire.ts';
import { createWordReader } from '../../src/adapters/read/words.ts';
import { CONTEXT } from './read-json-fixture.ts';

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
const LISTS = { affected_components: [], ongoing_incidents: [], scheduled_maintenances: [] };
const NAMES = new Map([
  ['c1', 'Search'],
  ['c2', 'Web <i>site</i>'],
]);

function readAll(...documents: object[]) {
  const words = createWordReader();
  const context = { ...CONTEXT, statusPage: 'https://status.example.com//' };
  const incidents = readNativeIncidents(
    documents.map((document) => INCIDENT_IO_DOCUMENT.parse(document)),
    { words, context, names: NAMES },
  );
  return { incidents, unknownWords: words.unknownWords };
}

function read(raw: object) {
  const { incidents, unknownWords } = readAll({ incidents: [{ id: 'i1', name: 'Late', ...raw }] });
  return { ...incidents[0]!, unknownWords };
}

const impact = (component_id: string, start?: string, end?: string, status = 'partial_outage') => ({
  component_id,
  status,
  ...(start !== undefined && { start_at: at(start) }),
  ...(end !== undefined && { end_at: at(end) }),
});
const update = (to_status: string, clock: string) => ({
  id: clock,
  to_status,
  published_at: at(clock),
});

describe('readNativeIncidents', () => {
  it('reads every field of an incident', () => {
    expect(
      read({
        id: 'a/1',
        name: ' Search <b>late</b> ',
        type: 'incident',
        status: 'monitoring',
        published_at: at('10:00'),
        affected_components: [{ component_id: 'c1', status: 'degraded_performance' }],
        component_impacts: [impact('c1', '09:45'), impact('c2', '10:00')],
        updates: [
          { ...update('monitoring', '10:30'), message_string: 'Better now.\r\n\r\n\r\nBye.' },
          update('identified', '10:10'),
          { ...update('investigating', '10:05'), message_string: 'We are on it.' },
        ],
      }),
    ).toEqual({
      upstreamId: 'a/1',
      kind: 'incident',
      title: 'Search late',
      status: 'monitoring',
      impact: 'major',
      startedAt: at('09:45'),
      resolvedAt: null,
      updatedAt: at('10:30'),
      updates: [
        { id: '10:05', at: at('10:05'), status: 'investigating', body: 'We are on it.' },
        { id: '10:10', at: at('10:10'), status: 'identified', body: '' },
        { id: '10:30', at: at('10:30'), status: 'monitoring', body: 'Better now.\n\nBye.' },
      ],
      components: [
        { id: 'c1', name: 'Search' },
        { id: 'c2', name: 'Web site' },
      ],
      regions: [],
      services: [],
      url: 'https://status.example.com/incidents/a%2F1',
      marks: ['impact-derived'],
      unknownWords: [],
    });
  });

  it('reads every field of a maintenance', () => {
    expect(
      read({
        type: 'maintenance',
        status: 'maintenance_scheduled',
        published_at: at('01:00'),
        component_impacts: [
          impact('c1', '22:00', '23:00', 'full_outage'),
          impact('gone', '21:00', '22:00', 'full_outage'),
        ],
      }),
    ).toEqual({
      upstreamId: 'i1',
      kind: 'maintenance',
      title: 'Late',
      status: 'scheduled',
      impact: 'none',
      startedAt: at('21:00'),
      resolvedAt: null,
      updatedAt: at('01:00'),
      scheduledFor: at('21:00'),
      scheduledUntil: at('23:00'),
      updates: [],
      components: [{ id: 'c1', name: 'Search' }],
      regions: [],
      services: [],
      url: 'https://status.example.com/incidents/i1',
      marks: [],
      unknownWords: [],
    });
  });

  it('lives with an incident that has an id and a name only', () => {
    expect(read({})).toMatchObject({
      kind: 'incident',
      status: 'unknown',
      impact: 'unknown',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      marks: [],
      unknownWords: [{ field: 'incident.status', word: '(missing)' }],
    });
    expect(read({ component_impacts: [impact('c1', '09:00', '10:00')] })).not.toHaveProperty(
      'scheduledFor',
    );
  });

  it('knows no window of a maintenance that affects nothing yet, nor an end while one is open', () => {
    const planned = { type: 'maintenance', status: 'maintenance_scheduled' };
    const bare = read({ ...planned, published_at: at('01:00') });
    expect(bare.startedAt).toBe(at('01:00'));
    expect(bare).not.toHaveProperty('scheduledFor');
    expect(bare).not.toHaveProperty('scheduledUntil');
    const component_impacts = [impact('c1', '21:00', '22:00'), impact('c2', '21:00')];
    const half = read({ ...planned, component_impacts });
    expect(half.scheduledFor).toBe(at('21:00'));
    expect(half).not.toHaveProperty('scheduledUntil');
  });

  it.each([
    ['maintenance_scheduled', 'scheduled'],
    ['maintenance_in_progress', 'in_progress'],
    ['maintenance_complete', 'completed'],
  ])('knows a maintenance by its state %s, whatever its type', (word, status) => {
    expect(read({ type: 'other', status: word })).toMatchObject({ kind: 'maintenance', status });
  });

  it('knows a maintenance by its type, whatever its state', () => {
    expect(read({ type: 'maintenance', status: 'monitoring' }).kind).toBe('maintenance');
  });

  it.each([
    ['what it states', { published_at: at('10:00') }, at('10:00')],
    [
      'its first post',
      { published_at: at('10:00'), updates: [update('identified', '09:50')] },
      at('09:50'),
    ],
    [
      'its first impact',
      {
        published_at: at('10:00'),
        component_impacts: [impact('c1', '09:45'), impact('c2', '09:40')],
      },
      at('09:40'),
    ],
  ])('starts with the earliest, here %s', (_, raw, startedAt) => {
    expect(read(raw).startedAt).toBe(startedAt);
  });

  it.each([
    ['its posts', [update('identified', '09:00'), update('resolved', '10:00')], at('10:00')],
    ['its last impact, where no post told it', [update('identified', '09:00')], at('10:30')],
  ])('ends with %s', (_, updates, resolvedAt) => {
    const component_impacts = [impact('c1', '08:00', '10:30'), impact('c2', '08:00', '09:30')];
    expect(read({ status: 'resolved', updates, component_impacts }).resolvedAt).toBe(resolvedAt);
    expect(read({ status: 'monitoring', updates, component_impacts }).resolvedAt).toBeNull();
  });

  it.each([
    ['impacts', { component_impacts: [impact('c1', '09:00', '10:00', 'full_outage')] }, 'critical'],
    [
      'affected components',
      { affected_components: [{ component_id: 'x', status: 'degraded_performance' }] },
      'minor',
    ],
    ['summaries', { status_summaries: [{ worst_component_status: 'partial_outage' }] }, 'major'],
    [
      'the worst of all',
      {
        status_summaries: [{ worst_component_status: 'partial_outage' }, {}],
        component_impacts: [impact('c1', '09:00', '10:00', 'full_outage')],
      },
      'critical',
    ],
  ])('is as bad as %s say', (_, raw, expected) => {
    const incident = read({ status: 'monitoring', ...raw });
    expect(incident).toMatchObject({
      impact: expected,
      marks: ['impact-derived'],
      unknownWords: [],
    });
  });

  it('names the place of every word it does not know', () => {
    const updates = [update('pondering', '09:00')];
    const affected_components = [{ component_id: 'c1', status: 'smoking' }];
    expect(read({ status: 'on_fire', updates, affected_components })).toMatchObject({
      impact: 'unknown',
      marks: [],
      unknownWords: [
        { field: 'update.to_status', word: 'pondering' },
        { field: 'incident.status', word: 'on_fire' },
        { field: 'component_impact.status', word: 'smoking' },
      ],
    });
  });

  it('gives every post an id of its own: theirs, else its time, else a word', () => {
    const timed = { to_status: 'identified', published_at: at('09:00') };
    const bare = { to_status: 'monitoring' };
    expect(
      read({ updates: [timed, timed, bare, bare] }).updates.map(({ id, body }) => [id, body]),
    ).toEqual([
      [at('09:00'), ''],
      [`${at('09:00')}-2`, ''],
      ['post', ''],
      ['post-2', ''],
    ]);
  });

  it('reads what goes on, what is planned and what was, of every document', () => {
    const one = (id: string) => ({ id, name: id });
    const { incidents } = readAll(
      {
        summary: {
          name: 'B',
          ...LISTS,
          ongoing_incidents: [one('a')],
          scheduled_maintenances: [one('b')],
        },
      },
      { incidents: [one('c')] },
    );
    expect(incidents.map(({ upstreamId }) => upstreamId)).toEqual(['a', 'b', 'c']);
  });

  it('reads the links of past incidents with the impacts that belong to them', () => {
    const { incidents, unknownWords } = readAll({
      component_impacts: [
        { ...impact('c1', '08:00', '09:00'), status_page_incident_id: 'a' },
        { ...impact('c2', '06:00', '10:00', 'full_outage'), status_page_incident_id: 'b' },
      ],
      incident_links: [
        {
          id: 'a',
          name: 'Late',
          status: 'resolved',
          published_at: at('08:10'),
          permalink: 'https://www.example.org/a',
        },
        { id: 'c', name: 'Later', status: 'resolved', published_at: at('08:20') },
      ],
    });
    expect(incidents).toEqual([
      {
        upstreamId: 'a',
        kind: 'incident',
        title: 'Late',
        status: 'resolved',
        impact: 'major',
        startedAt: at('08:00'),
        resolvedAt: at('09:00'),
        updatedAt: at('08:10'),
        updates: [],
        components: [{ id: 'c1', name: 'Search' }],
        regions: [],
        services: [],
        url: 'https://www.example.org/a',
        marks: ['impact-derived'],
      },
      expect.objectContaining({ upstreamId: 'c', components: [], resolvedAt: null, url: '' }),
    ]);
    expect(unknownWords).toEqual([]);
    expect(
      readAll({ incident_links: [{ id: 'a', name: 'A', status: 'resolved' }] }).incidents,
    ).toHaveLength(1);
  });
});
