import { describe, expect, it } from 'vitest';
import { slack } from '../../src/adapters/slack.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const current = fixture('slack/current-active.json');
const history = fixture('slack/history.json');
const entry = { id: 1, title: 'Trouble', type: 'incident', status: 'active', notes: [] };

describe('slack', () => {
  it('reads what is active, notes in the order of time, HTML as text', () => {
    const snapshot = parse(slack, current);
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
    expect(incidentOf(snapshot, '77')).toEqual({
      upstreamId: '77',
      kind: 'incident',
      title: 'Files do not open',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-03-01T08:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-01T09:00:00.000Z',
      updates: [
        {
          id: '2026-03-01T08:00:00.000Z',
          at: '2026-03-01T08:00:00.000Z',
          status: 'investigating',
          body: 'We are looking into it.\n\nMore soon.',
        },
        {
          id: '2026-03-01T09:00:00.000Z',
          at: '2026-03-01T09:00:00.000Z',
          status: 'identified',
          body: "We've identified the cause.",
        },
      ],
      components: [{ name: 'Files' }, { name: 'Search' }],
      regions: [],
      services: [],
      url: 'https://chat-status.example/2026-03/77',
      marks: ['impact-derived'],
    });
  });

  it('tells notices and maintenances from incidents', () => {
    const snapshot = parse(slack, current);
    expect(incidentOf(snapshot, '78')).toMatchObject({
      kind: 'notice',
      impact: 'none',
      marks: [],
    });
    expect(incidentOf(snapshot, '79')).toMatchObject({ kind: 'maintenance', status: 'scheduled' });
  });

  it('ends with the note that says so, not with the summary that follows', () => {
    const snapshot = parse(slack, history);
    expect(incidentOf(snapshot, '77').updates.map(({ status }) => status)).toEqual([
      'investigating',
      'resolved',
      'resolved',
    ]);
    expect(incidentOf(snapshot, '77')).toMatchObject({
      status: 'resolved',
      updatedAt: '2026-03-01T11:00:00.000Z',
      resolvedAt: '2026-03-01T10:00:00.000Z',
    });
    expect(incidentOf(snapshot, '70')).toMatchObject({ status: 'resolved', impact: 'critical' });
  });

  it('knows the newest with the history, and only what is open without it', () => {
    expect(parse(slack, current).coverage).toBe('active-only');
    expect(parse(slack, current, history).coverage).toBe('window');
    expect(parse(slack, current, json([])).coverage).toBe('active-only');
    expect(parse(slack, history)).toMatchObject({ status: null, provesNothingReported: false });
    expect(slack.documents('https://slack-status.com')).toEqual([
      'https://slack-status.com/api/v2.0.0/current',
      'https://slack-status.com/api/v2.0.0/history',
    ]);
  });

  it.each([
    ['ok', [], 'operational'],
    ['active', [], 'degraded_performance'],
    ['active', [{ ...entry, type: 'notice' }], 'degraded_performance'],
    ['active', [{ ...entry, type: 'outage' }], 'major_outage'],
    ['ok', [entry], 'degraded_performance'],
    ['sleepy', [], 'unknown'],
    ['sleepy', [entry], 'unknown'],
    ['sleepy', [{ ...entry, type: 'outage' }], 'unknown'],
    ['ok', [{ ...entry, status: 'scheduled' }], 'operational'],
  ])('reads the state %s beside %j as %s', (status, active_incidents, expected) => {
    expect(parse(slack, json({ status, active_incidents })).status).toBe(expected);
  });

  it.each([
    ['incident', 'incident', 'minor'],
    ['outage', 'incident', 'critical'],
    ['notice', 'notice', 'none'],
    ['maintenance', 'maintenance', 'none'],
    ['riddle', 'incident', 'unknown'],
  ])('reads the type %s as %s of impact %s', (type, kind, impact) => {
    const snapshot = parse(slack, json([{ ...entry, type }]));
    expect(snapshot.incidents[0]).toMatchObject({ kind, impact });
  });

  it.each([
    ['incident', 'active', 'investigating'],
    ['incident', 'resolved', 'resolved'],
    ['incident', 'cancelled', 'resolved'],
    ['maintenance', 'scheduled', 'scheduled'],
    ['maintenance', 'active', 'in_progress'],
    ['maintenance', 'completed', 'completed'],
    ['maintenance', 'cancelled', 'completed'],
    ['incident', 'asleep', 'unknown'],
  ])('reads %s %s as %s', (type, status, expected) => {
    const snapshot = parse(slack, json([{ ...entry, type, status }]));
    expect(snapshot.incidents[0]?.status).toBe(expected);
  });

  it('does not call an active incident over because a note sounds like it', () => {
    const notes = [{ date_created: '2026-01-01T00:00:00Z', body: 'This is now resolved.' }];
    const snapshot = parse(slack, json([{ ...entry, notes }]));
    expect(snapshot.incidents[0]).toMatchObject({ status: 'monitoring', resolvedAt: null });
  });

  const at = (clock: string) => `2026-03-01T${clock}:00.000Z`;
  const note = (clock: string, body: string) => ({ date_created: at(clock), body });
  const read = (raw: object) => parse(slack, json([{ ...entry, ...raw }])).incidents[0]!;

  it.each([
    ['incident', 'Words.', 'investigating', 'investigating'],
    ['incident', 'Maintenance is scheduled for tonight.', 'investigating', 'investigating'],
    ['incident', 'We have identified the cause.', 'identified', 'identified'],
    ['incident', 'Completed: all done.', 'resolved', 'monitoring'],
    ['maintenance', 'Words.', 'in_progress', 'in_progress'],
    ['maintenance', 'Scheduled: tonight.', 'scheduled', 'scheduled'],
    ['maintenance', 'Resolved: all done.', 'completed', 'verifying'],
  ])('reads in an active %s the note "%s" as %s, the whole as %s', (type, body, told, whole) => {
    const incident = read({ type, notes: [note('09:00', body)] });
    expect(incident.updates[0]?.status).toBe(told);
    expect(incident).toMatchObject({ status: whole, resolvedAt: null });
  });

  it.each([
    ['incident', 'resolved', ['investigating', 'resolved']],
    ['incident', 'completed', ['investigating', 'resolved']],
    ['maintenance', 'completed', ['in_progress', 'completed']],
    ['maintenance', 'scheduled', ['in_progress', 'in_progress']],
  ])('lets the last note of an %s that is %s say so', (type, status, statuses) => {
    const notes = [note('08:00', 'Words.'), note('09:00', 'More words.')];
    const incident = read({ type, status, notes });
    expect(incident.updates.map((update) => update.status)).toEqual(statuses);
    expect(incident.resolvedAt).toBe(status === 'scheduled' ? null : at('09:00'));
  });

  it('keeps what the last note says where one before it ended it', () => {
    const notes = [note('08:00', 'Resolved: all done.'), note('09:00', 'Post-mortem: a cable.')];
    const incident = read({ status: 'resolved', notes });
    expect(incident.updates.map(({ status }) => status)).toEqual(['resolved', 'postmortem']);
  });

  it('ends with its last change where no note has a time', () => {
    const raw = { status: 'resolved', date_updated: at('10:00') };
    expect(read(raw).resolvedAt).toBe(at('10:00'));
    expect(read({ ...raw, notes: [{ body: 'Over.' }] })).toMatchObject({
      resolvedAt: at('10:00'),
      updates: [{ id: 'note', at: null, status: 'resolved' }],
    });
  });

  it('lives with an entry that tells little', () => {
    const incident = read({ services: ['<b></b>', ' A '], url: 'javascript:x', notes: [{}] });
    expect(incident).toMatchObject({
      startedAt: null,
      updatedAt: null,
      components: [{ name: 'A' }],
      url: CONTEXT.statusPage,
      updates: [{ body: '' }],
    });
    expect(incident.components).toHaveLength(1);
    expect(read({}).url).toBe(CONTEXT.statusPage);
  });

  it('names the place of every word it does not know', () => {
    const active_incidents = [{ ...entry, type: 'riddle', status: 'asleep' }];
    const snapshot = parse(slack, json({ status: 'sleepy', active_incidents }));
    expect(snapshot.incidents[0]?.marks).toEqual([]);
    expect(snapshot.unknownWords).toEqual([
      { field: 'status', word: 'sleepy' },
      { field: 'incident.type', word: 'riddle' },
      { field: 'incident.status', word: 'asleep' },
    ]);
  });

  it.each([[{}], [{ status: 'ok' }], [{ active_incidents: [] }], [[{ id: 1 }]]])(
    'refuses %j',
    (value) => {
      expect(() => parse(slack, json(value))).toThrow(
        expect.objectContaining({
          kind: 'parse',
          message: 'slack: unexpected shape: (top): Invalid input',
        }),
      );
      expect(slack.recognises(json(value))).toBe(false);
    },
  );
});
