import { describe, expect, it } from 'vitest';
import { createWordReader } from '../../src/adapters/read/words.ts';
import {
  readStatuspageIncident,
  type StatuspagePage,
} from '../../src/adapters/statuspage-incident.ts';
import type { StatuspageIncident, StatuspageUpdate } from '../../src/adapters/statuspage-wire.ts';

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
const HOST = 'https://status.example.com';

function read(
  raw: Partial<StatuspageIncident>,
  list: 'incidents' | 'scheduled_maintenances' = 'incidents',
  page: Partial<StatuspagePage> = {},
) {
  const words = createWordReader();
  const whole = { id: 'i1', name: 'Trouble', incident_updates: [], components: [], ...raw };
  const around = { url: HOST, dates: {}, words, names: new Map(), ...page };
  const incident = readStatuspageIncident(whole as StatuspageIncident, around, list);
  return { ...incident, unknownWords: words.unknownWords };
}

const post = (status: string | undefined, clock: string, more: Partial<StatuspageUpdate> = {}) =>
  ({
    id: clock,
    status,
    created_at: at(clock),
    affected_components: [],
    ...more,
  }) as StatuspageUpdate;

/** The API lists the newest first. */
const posts = (...oldestFirst: [string, string][]) =>
  oldestFirst.map(([status, clock]) => post(status, clock)).toReversed();

describe('readStatuspageIncident', () => {
  it('reads every field of an incident', () => {
    const incident = read(
      {
        id: 'in 7',
        name: ' Uploads <b>stall</b> &amp; time out ',
        status: 'Monitoring',
        impact: 'minor',
        impact_override: 'major',
        created_at: at('07:40'),
        started_at: at('07:30'),
        updated_at: at('08:50'),
        resolved_at: null,
        shortlink: 'https://stspg.example/x7',
        incident_updates: [
          post('monitoring', '08:40', { body: '<p>A fix is out.</p>' }),
          post('investigating', '07:45', { display_at: at('07:35'), body: 'We are looking.' }),
        ],
        components: [{ id: 'c1', name: 'API' }],
      },
      'incidents',
    );
    expect(incident).toEqual({
      upstreamId: 'in 7',
      kind: 'incident',
      title: 'Uploads stall & time out',
      status: 'monitoring',
      impact: 'major',
      startedAt: at('07:30'),
      resolvedAt: null,
      updatedAt: at('08:50'),
      updates: [
        { id: '07:45', at: at('07:35'), status: 'investigating', body: 'We are looking.' },
        { id: '08:40', at: at('08:40'), status: 'monitoring', body: 'A fix is out.' },
      ],
      components: [{ id: 'c1', name: 'API' }],
      regions: [],
      services: [],
      url: `${HOST}/incidents/in%207`,
      marks: [],
      unknownWords: [],
    });
  });

  it('reads every field of a maintenance', () => {
    const raw = {
      status: 'scheduled',
      impact: 'maintenance',
      created_at: at('01:00'),
      updated_at: at('01:05'),
      scheduled_for: at('22:00'),
      scheduled_until: at('23:30'),
    };
    expect(read(raw, 'scheduled_maintenances')).toEqual({
      upstreamId: 'i1',
      kind: 'maintenance',
      title: 'Trouble',
      status: 'scheduled',
      impact: 'none',
      startedAt: at('22:00'),
      resolvedAt: null,
      updatedAt: at('01:05'),
      scheduledFor: at('22:00'),
      scheduledUntil: at('23:30'),
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: `${HOST}/incidents/i1`,
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
      updates: [],
      unknownWords: [{ field: 'incident.impact', word: '(missing)' }],
    });
    const { scheduledFor, scheduledUntil } = read({ status: 'completed' });
    expect([scheduledFor, scheduledUntil]).toEqual([undefined, undefined]);
    expect(read({ scheduled_until: at('23:00') })).not.toHaveProperty('scheduledUntil');
  });

  it.each([
    ['its list', {}, 'scheduled_maintenances'],
    ['its window', { scheduled_for: at('22:00') }, 'incidents'],
    ['its impact', { impact: 'maintenance' }, 'incidents'],
    ['its state', { status: 'verifying' }, 'incidents'],
  ] as const)('knows a maintenance by %s alone', (_, raw, list) => {
    expect(read({ status: 'investigating', impact: 'minor', ...raw }, list).kind).toBe(
      'maintenance',
    );
  });

  it('starts a maintenance without a window like an incident', () => {
    const raw = { status: 'in_progress', created_at: at('09:00'), started_at: at('08:00') };
    expect(read(raw).startedAt).toBe(at('08:00'));
  });

  it('starts with its first post where that is earlier than what it states', () => {
    const incident_updates = posts(['investigating', '06:10'], ['identified', '06:40']);
    expect(read({ created_at: at('07:00'), incident_updates }).startedAt).toBe(at('06:10'));
  });

  it('is as fresh as its newest post', () => {
    const incident_updates = posts(['investigating', '06:10'], ['identified', '06:40']);
    expect(read({ updated_at: at('06:20'), incident_updates }).updatedAt).toBe(at('06:40'));
  });

  it.each([null, undefined])('has the state of its newest post where it states %s', (status) => {
    const incident_updates = posts(
      ['investigating', '06:10'],
      ['identified', '06:40'],
      ['monitoring', '07:00'],
    );
    expect(read({ status, incident_updates })).toMatchObject({ status: 'monitoring' });
    expect(read({ status }).unknownWords).toEqual([
      { field: 'incident.impact', word: '(missing)' },
    ]);
  });

  it('names the place of every word it does not know', () => {
    const incident_updates = [post('dunno', '06:10')];
    const raw = { status: 'pondering', impact: 'dire', incident_updates };
    expect(read(raw).unknownWords).toEqual([
      { field: 'update.status', word: 'dunno' },
      { field: 'incident.status', word: 'pondering' },
      { field: 'incident.impact', word: 'dire' },
    ]);
  });

  it('reads times without a zone in that of the page', () => {
    const dates = { timeZone: 'Europe/Zurich' };
    const incident_updates = [post('identified', '06:10', { display_at: '2026-03-02 08:00:00' })];
    const raw = { created_at: '2026-03-02 09:00:00', incident_updates };
    expect(read(raw, 'incidents', { dates })).toMatchObject({
      startedAt: at('07:00'),
      updates: [{ at: at('07:00') }],
    });
  });

  it('gives every post an id of its own: theirs, else its time, else a word', () => {
    const without = { id: null, created_at: null };
    const incident_updates = [
      post('resolved', '09:00', { ...without }),
      post('monitoring', '08:00', { ...without }),
      post('identified', '07:00', { id: null }),
      post('investigating', '06:00', { id: 'u1' }),
    ];
    const { updates } = read({ incident_updates });
    expect(updates.map(({ id, at: time, body }) => [id, time, body])).toEqual([
      ['u1', at('06:00'), ''],
      [at('07:00'), at('07:00'), ''],
      ['post', null, ''],
      ['post-2', null, ''],
    ]);
  });
});

describe('the end of an incident', () => {
  it.each<[string, Partial<StatuspageIncident>, string, string | null]>([
    [
      'is what it states, not its last word',
      {
        status: 'resolved',
        resolved_at: at('09:00'),
        incident_updates: posts(['investigating', '08:00'], ['resolved', '09:05']),
      },
      'resolved',
      at('09:00'),
    ],
    [
      'is the post that told it, where none is stated',
      {
        status: 'postmortem',
        updated_at: at('20:00'),
        incident_updates: posts(['resolved', '09:05'], ['postmortem', '19:00']),
      },
      'postmortem',
      at('09:05'),
    ],
    [
      'is its last change, where no post told it',
      {
        status: 'resolved',
        updated_at: at('10:00'),
        incident_updates: posts(['investigating', '08:00']),
      },
      'resolved',
      at('10:00'),
    ],
    ['is open without any time', { status: 'resolved' }, 'resolved', null],
    [
      'is none while the state goes on, whatever end it carries',
      { status: 'monitoring', resolved_at: at('09:00') },
      'monitoring',
      null,
    ],
    [
      'moves to the second end of one that was reopened',
      {
        status: 'resolved',
        resolved_at: at('09:00'),
        incident_updates: posts(
          ['investigating', '08:00'],
          ['monitoring', '10:00'],
          ['resolved', '11:00'],
        ),
      },
      'resolved',
      at('11:00'),
    ],
    [
      'is none where it was reopened and the newest word is a new one',
      {
        status: 'resolved',
        resolved_at: at('09:00'),
        incident_updates: [post('dunno', '11:00'), ...posts(['monitoring', '10:00'])],
      },
      'unknown',
      null,
    ],
    [
      'is taken back by a post that reopens it',
      {
        status: 'resolved',
        resolved_at: at('09:00'),
        incident_updates: posts(['resolved', '09:00'], ['identified', '10:00']),
      },
      'identified',
      null,
    ],
    [
      'is taken back by a post that reopens it, where none is stated',
      {
        status: 'resolved',
        updated_at: at('12:00'),
        incident_updates: posts(['resolved', '09:00'], ['investigating', '10:00']),
      },
      'investigating',
      null,
    ],
    [
      'stands where the last word before it was not an ending one',
      {
        status: 'completed',
        resolved_at: at('09:00'),
        incident_updates: posts(['in_progress', '08:00']),
      },
      'completed',
      at('09:00'),
    ],
  ])('%s', (_, raw, status, resolvedAt) => {
    expect(read(raw)).toMatchObject({ status, resolvedAt });
  });
});
