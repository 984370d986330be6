import { describe, expect, it } from 'vitest';
import { googleStatus } from '../../src/adapters/google-status.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const URL = 'https://www.google.example/appsstatus/dashboard/incidents.json';
const now = fixture('google-status/open-closed-report.json', URL);
const old = fixture('google-status/schema-of-2020.json', 'https://cloud.example/incidents.json');
const bare = { number: '1', begin: '2026-01-01T00:00:00+00:00', external_desc: 'Trouble' };

describe('google-status', () => {
  it('is open while it has no end, as far as its newest post says', () => {
    const snapshot = parse(googleStatus, now);
    expect(incidentOf(snapshot, 'gsA')).toMatchObject({
      title: 'Mail arrives late.',
      status: 'identified',
      impact: 'major',
      startedAt: '2026-03-01T08:00:00.000Z',
      resolvedAt: null,
      components: [
        { id: 'pm', name: 'Example Mail' },
        { id: 'pd', name: 'Example Disk' },
      ],
      regions: ['global', 'google-cloud:europe-west6'],
      url: 'https://www.google.example/appsstatus/dashboard/incidents/gsA',
    });
    expect(snapshot).toMatchObject({ coverage: 'history', provesNothingReported: true });
  });

  it('turns Markdown into text, oldest post first', () => {
    expect(incidentOf(parse(googleStatus, now), 'gsA').updates.map(({ body }) => body)).toEqual([
      'We are investigating.',
      'Summary\nWe have identified the cause.\n- one\n- two',
    ]);
  });

  it('ends by its end, begins with the earliest time, and keeps the report that follows', () => {
    const ended = incidentOf(parse(googleStatus, now), 'gsB');
    expect(ended).toMatchObject({
      title: 'Queries fail in us-east1-{b,c}',
      status: 'postmortem',
      impact: 'critical',
      startedAt: '2026-02-01T07:50:00.000Z',
      resolvedAt: '2026-02-01T10:00:00.000Z',
      components: [{ id: 'bq', name: 'Example Query' }],
    });
    expect(ended.updates.map(({ status }) => status)).toEqual([
      'investigating',
      'resolved',
      'postmortem',
    ]);
  });

  it('reads the schema of 2020: no id, no places, only a severity', () => {
    const incident = incidentOf(parse(googleStatus, old), 'metrics-20007');
    expect(incident).toMatchObject({
      status: 'resolved',
      impact: 'minor',
      resolvedAt: '2020-10-05T21:00:00.000Z',
      components: [{ id: 'metrics', name: 'Example Metrics' }],
      regions: [],
      url: 'https://cloud.example/incident/metrics/20007',
    });
  });

  it.each([
    [{ status_impact: 'SERVICE_INFORMATION' }, 'minor'],
    [{ status_impact: 'SERVICE_DISRUPTION' }, 'major'],
    [{ status_impact: 'SERVICE_OUTAGE' }, 'critical'],
    [{ status_impact: 'SERVICE_MELTDOWN' }, 'unknown'],
    [{ severity: 'low' }, 'minor'],
    [{ severity: 'medium' }, 'major'],
    [{ severity: 'high' }, 'critical'],
    [{ severity: 'odd' }, 'unknown'],
    [{}, 'unknown'],
  ])('reads %j as %s', (fields, impact) => {
    const snapshot = parse(googleStatus, json([{ ...bare, ...fields }]));
    expect(snapshot.incidents[0]?.impact).toBe(impact);
  });

  it.each([
    ['AVAILABLE', 'resolved', 'monitoring'],
    ['SERVICE_INFORMATION', 'investigating', 'investigating'],
    ['SERVICE_DISRUPTION', 'investigating', 'investigating'],
    ['SERVICE_OUTAGE', 'investigating', 'investigating'],
    ['SERVICE_ODDITY', 'unknown', 'unknown'],
  ])('reads a post %s as %s, an open incident with it as %s', (word, post, whole) => {
    const update = { when: '2026-01-01T01:00:00+00:00', text: 'Words.', status: word };
    const [incident] = parse(googleStatus, json([{ ...bare, updates: [update] }])).incidents;
    expect(incident?.updates[0]?.status).toBe(post);
    expect(incident?.status).toBe(whole);
  });

  it('takes an empty list for a broken one: nothing proved, nothing taken back', () => {
    expect(parse(googleStatus, json([]))).toMatchObject({
      coverage: 'window',
      provesNothingReported: false,
    });
    expect(googleStatus.recognises(json([]))).toBe(false);
  });

  it.each([
    [{}, '(top): Invalid input: expected array, received object'],
    [[{ number: 1 }], '0.external_desc: Invalid input: expected string, received undefined'],
  ])('refuses %j: no list of incidents', (value, reason) => {
    expect(() => parse(googleStatus, json(value))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: `google-status: unexpected shape: ${reason}`,
      }),
    );
  });

  it('finds the list of a dashboard', () => {
    expect(googleStatus.documents('https://status.cloud.google.com//')).toEqual([
      'https://status.cloud.google.com/incidents.json',
    ]);
    expect(googleStatus.documents(URL)).toEqual([URL]);
  });
});
