import { describe, expect, it } from 'vitest';
import { UPTIME_COM_STATE, uptimeCom } from '../../src/adapters/uptime-com.ts';
import { parse } from './read-json-fixture.ts';
import { history, incident, planned, post, read } from './uptime-com-documents.ts';

describe('an incident of Uptime.com', () => {
  it.each([
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
    ['completed', 'resolved'],
    ['maintenance', 'unknown'],
    ['rumour', 'unknown'],
  ])('stated as %s is %s', (latest_update_incident_state, status) => {
    expect(read(incident({ latest_update_incident_state }))?.status).toBe(status);
  });

  it.each(Object.keys(UPTIME_COM_STATE))('knows the word %s of a post', (word) => {
    expect(parse(uptimeCom, history([planned({ updates: [post(word)] })])).unknownWords).toEqual(
      [],
    );
  });

  it('reports words it does not know by where they stood', () => {
    const raw = incident({
      latest_update_incident_state: 'rumour',
      updates: [post('hearsay')],
      affected_components: [{ id: 1, name: 'A', status: 'asleep' }],
    });
    expect(parse(uptimeCom, history([raw])).unknownWords).toEqual([
      { field: 'update.incident_state', word: 'hearsay' },
      { field: 'incident.latest_update_incident_state', word: 'rumour' },
      { field: 'affected_component.status', word: 'asleep' },
    ]);
  });

  it('without state, posts and components is unknown in both', () => {
    for (const latest_update_incident_state of [null, undefined]) {
      expect(read(incident({ latest_update_incident_state }))).toMatchObject({
        status: 'unknown',
        impact: 'unknown',
        updates: [],
        components: [],
      });
    }
  });

  it('without a state is where its only post says', () => {
    const updates = [post('identified', '2026-03-02T08:00:00Z')];
    expect(read(incident({ latest_update_incident_state: null, updates }))?.status).toBe(
      'identified',
    );
  });

  it('goes on until its end, and ends at it', () => {
    expect(read(incident({ ends_at: '2026-03-02T12:00:01Z' }))).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
    expect(read(incident({ ends_at: '2026-03-02T12:00:00Z' }))).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-03-02T12:00:00.000Z',
    });
  });

  it('takes a post dated ahead as one without a time', () => {
    const updates = [
      post('investigating', '2026-03-02T12:00:00Z'),
      post('identified', '2026-03-02T12:00:01Z'),
    ];
    expect(read(incident({ updates }))?.updates).toMatchObject([
      { at: '2026-03-02T12:00:00.000Z' },
      { at: null },
    ]);
  });

  it.each([
    ['2026-03-02T13:00:00Z', null, null, 'scheduled'],
    ['2026-03-02T08:00:00Z', '2026-03-02T13:00:00Z', null, 'in_progress'],
    ['2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z', null, 'completed'],
    ['2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z', 'maintenance', 'completed'],
    ['2026-03-02T08:00:00Z', '2026-03-02T11:00:00Z', 'monitoring', 'verifying'],
    ['2026-03-02T08:00:00Z', '2026-03-02T13:00:00Z', 'completed', 'completed'],
    ['2026-03-02T08:00:00Z', '2026-03-02T13:00:00Z', 'resolved', 'completed'],
  ])('planned from %s to %s and stated as %s is %s', (starts_at, ends_at, state, status) => {
    const raw = planned({ starts_at, ends_at, latest_update_incident_state: state });
    expect(read(raw)).toMatchObject({ kind: 'maintenance', status });
  });
});
