import { describe, expect, it } from 'vitest';
import { slack } from '../../src/adapters/slack.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const current = fixture('slack/current-active.json');
const history = fixture('slack/history.json');
const entry = { id: 1, title: 'Trouble', type: 'incident', status: 'active', notes: [] };

describe('slack', () => {
  it('reads what is active, notes in the order of time, HTML as text', () => {
    const incident = incidentOf(parse(slack, current), '77');
    expect(incident).toMatchObject({
      status: 'identified',
      impact: 'minor',
      marks: ['impact-derived'],
      startedAt: '2026-03-01T08:00:00.000Z',
      resolvedAt: null,
      components: [{ name: 'Files' }, { name: 'Search' }],
    });
    expect(incident.updates.map(({ body }) => body)).toEqual([
      'We are looking into it.\n\nMore soon.',
      "We've identified the cause.",
    ]);
  });

  it('tells notices and maintenances from incidents', () => {
    const snapshot = parse(slack, current);
    expect(incidentOf(snapshot, '78')).toMatchObject({ kind: 'notice', impact: 'none' });
    expect(incidentOf(snapshot, '79')).toMatchObject({ kind: 'maintenance', status: 'scheduled' });
  });

  it('ends with the note that says so, not with the summary that follows', () => {
    const snapshot = parse(slack, history);
    expect(incidentOf(snapshot, '77')).toMatchObject({
      status: 'resolved',
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

  it('refuses an object without its keys', () => {
    expect(() => parse(slack, json({}))).toThrow(expect.objectContaining({ kind: 'parse' }));
    expect(slack.recognises(json({}))).toBe(false);
  });
});
