import { expect } from 'vitest';
import type { Snapshot } from '../../src/adapters/adapter.ts';
import {
  IMPACTS,
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  isEndedStatus,
} from '../../src/model/incident.ts';
import { COMPONENT_STATUSES } from '../../src/model/status.ts';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What holds for every snapshot, whatever the feed: only our words, only our times, no markup. */
export function expectSoundSnapshot(snapshot: Snapshot): void {
  expect(['history', 'window', 'active-only', 'part']).toContain(snapshot.coverage);
  if (snapshot.status !== null) expect(COMPONENT_STATUSES).toContain(snapshot.status);
  for (const component of snapshot.components) {
    expect(COMPONENT_STATUSES).toContain(component.status);
    expect(typeof component.id).toBe('string');
  }
  const ids = snapshot.incidents.map(({ upstreamId }) => upstreamId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const incident of snapshot.incidents) {
    expect(incident.upstreamId).not.toBe('');
    expect(INCIDENT_KINDS).toContain(incident.kind);
    expect(INCIDENT_STATUSES).toContain(incident.status);
    expect(IMPACTS).toContain(incident.impact);
    const { startedAt, resolvedAt, updatedAt, scheduledFor, scheduledUntil, updates } = incident;
    for (const time of [startedAt, resolvedAt, updatedAt, scheduledFor, scheduledUntil]) {
      if (time !== null && time !== undefined) expect(time).toMatch(TIME);
    }
    if (!isEndedStatus(incident.status)) expect(resolvedAt).toBeNull();
    expect(incident.url === '' || /^https?:\/\//.test(incident.url)).toBe(true);
    expect(new Set(updates.map(({ id }) => id)).size).toBe(updates.length);
    for (const update of updates) {
      expect(INCIDENT_STATUSES).toContain(update.status);
      if (update.at !== null) expect(update.at).toMatch(TIME);
    }
    const times = updates.map(({ at }) => at).filter((at) => at !== null);
    expect(times).toEqual(times.toSorted());
  }
}
