import { describe, expect, it } from 'vitest';
import { asOf } from '../../src/model/as-of.ts';
import type { Incident } from '../../src/model/incident.ts';

const START = '2025-03-01T08:00:00.000Z';
const END = '2025-03-01T10:00:00.000Z';

function incident(over: Partial<Incident>): Incident {
  return {
    id: 'example/cable',
    providerId: 'example',
    kind: 'incident',
    title: 'Requests failing',
    status: 'resolved',
    impact: 'major',
    startedAt: START,
    resolvedAt: END,
    updatedAt: START,
    firstSeenAt: START,
    lastSeenAt: END,
    withdrawnAt: null,
    updates: [{ id: 'a', at: START, status: 'monitoring', body: 'A fix is in.' }],
    components: [],
    regions: [],
    services: [],
    url: '',
    origin: 'feed',
    marks: ['end-inferred'],
    ...over,
  };
}

describe('asOf of an incident whose end no post tells', () => {
  it('is open until its end, and over from then on', () => {
    expect(asOf(incident({}), '2025-03-01T09:59:59.000Z')).toMatchObject({
      status: 'monitoring',
      resolvedAt: null,
    });
    expect(asOf(incident({}), END)).toMatchObject({ status: 'resolved', resolvedAt: END });
  });

  it('keeps an end told later out of the past', () => {
    const told = incident({
      marks: ['end-stated'],
      updates: [
        { id: 'a', at: START, status: 'monitoring', body: 'A fix is in.' },
        { id: 'b', at: '2025-03-01T12:00:00.000Z', status: 'resolved', body: 'Over since ten.' },
      ],
    });
    expect(asOf(told, '2025-03-01T11:00:00.000Z')).toMatchObject({
      status: 'monitoring',
      resolvedAt: null,
    });
    expect(asOf(told, '2025-03-01T12:00:00.000Z')).toMatchObject({ resolvedAt: END });
  });

  it('goes by the newest post of all: an end that did not last tells of no later one', () => {
    const reopened = incident({
      status: 'resolved',
      updates: [
        { id: 'a', at: START, status: 'monitoring', body: 'A fix is in.' },
        { id: 'b', at: '2025-03-01T08:30:00.000Z', status: 'resolved', body: 'Over.' },
        { id: 'c', at: '2025-03-01T09:00:00.000Z', status: 'identified', body: 'Back again.' },
      ],
    });
    expect(asOf(reopened, '2025-03-01T09:30:00.000Z')).toMatchObject({
      status: 'identified',
      resolvedAt: null,
    });
    expect(asOf(reopened, END)).toMatchObject({ status: 'resolved', resolvedAt: END });
  });
});
