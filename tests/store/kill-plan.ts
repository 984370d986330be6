import type { Incident } from '../../src/model/incident.ts';
import type { FeedRead, IncidentChange, MergeFunction } from '../../src/store/store.ts';
import { at, change, incident, read, seed } from './sample-incident.ts';

/** More than any life lasts. */
export const STEPS_PER_LIFE = 5_000;

export function seedOfKill() {
  return seed('aws');
}

const idOf = (step: number) => `aws/${String(step).padStart(6, '0')}`;

function updatesOf(step: number, count: number): Incident['updates'] {
  return Array.from({ length: count }, (_, i) => ({
    id: `u${i}`,
    at: at(step + i),
    status: 'investigating' as const,
    body: `Step ${step}, update ${i}: ${'words '.repeat(200)}`,
  }));
}

function incidentOf(step: number, updates: number): Incident {
  return incident(idOf(step), {
    startedAt: at(step),
    regions: ['aws:us-east-1'],
    updates: updatesOf(step, updates),
  });
}

/** Step n adds incident n with three updates and gives incident n-1 its fourth, keeping the old. */
export function killRead(step: number): { read: FeedRead; merge: MergeFunction } {
  const merge = (): IncidentChange[] => {
    const changes = [change(incidentOf(step, 3))];
    if (step > 0) {
      const before = incidentOf(step - 1, 3);
      changes.push(change(incidentOf(step - 1, 4), { replaced: { reason: 'edited', before } }));
    }
    return changes;
  };
  const body = new TextEncoder().encode(`document ${step} `.repeat(2000));
  const document = {
    url: 'https://a.example',
    etag: null,
    lastModified: null,
    headers: {},
    body,
    hash: `${step}`,
  };
  return { read: read('aws', { at: at(step), documents: [document] }), merge };
}

/** What must be there once steps 0 … n-1 are saved, newest first. */
export function expectedAfter(steps: number): Incident[] {
  return Array.from({ length: steps }, (_, i) => incidentOf(i, i === steps - 1 ? 3 : 4)).reverse();
}
