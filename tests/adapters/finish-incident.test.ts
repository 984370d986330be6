import { describe, expect, it } from 'vitest';
import type { SnapshotUpdate } from '../../src/adapters/adapter.ts';
import {
  finishIncident,
  type IncidentDraft,
  statusOfWindow,
} from '../../src/adapters/finish-incident.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';
import { stableHash } from '../../src/model/incident-id.ts';

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const post = (
  hour: number | null,
  status: IncidentStatus,
  body = 'Text.',
  id = `p${hour}`,
): SnapshotUpdate => ({ id, at: hour === null ? null : at(hour), status, body });
const finish = (fields: Partial<IncidentDraft> = {}) =>
  finishIncident({
    upstreamId: 'i1',
    kind: 'incident',
    title: 'Exports',
    status: 'investigating',
    impact: 'minor',
    startedAt: null,
    updates: [],
    components: [],
    url: 'https://status.example/i1',
    ...fields,
  });

describe('finishIncident', () => {
  it('makes an incident of all a page tells', () => {
    expect(
      finish({
        title: ' <b>Exports</b> &amp; more ',
        status: 'resolved',
        impact: 'major',
        statuses: ['degraded_performance'],
        startedAt: at(2),
        resolvedAt: at(5),
        updatedAt: at(7),
        scheduledFor: at(1),
        scheduledUntil: at(9),
        updates: [post(6, 'postmortem'), post(3, 'in_progress')],
        components: [
          { id: 'c1', name: ' <i>API</i> ' },
          { id: 'c1', name: 'Again' },
          { id: 'c2', name: ' ' },
        ],
      }),
    ).toStrictEqual({
      upstreamId: 'i1',
      kind: 'incident',
      title: 'Exports & more',
      status: 'resolved',
      impact: 'major',
      startedAt: at(2),
      resolvedAt: at(5),
      updatedAt: at(7),
      updates: [post(3, 'investigating'), post(6, 'postmortem')],
      components: [{ id: 'c1', name: 'API' }],
      regions: [],
      services: [],
      url: 'https://status.example/i1',
      marks: [],
    });
  });

  it('makes a maintenance, in its words and with its window', () => {
    expect(
      finish({
        kind: 'maintenance',
        status: 'identified',
        impact: null,
        statuses: ['major_outage'],
        startedAt: at(2),
        scheduledFor: at(4),
        scheduledUntil: at(9),
        updates: [post(3, 'investigating')],
      }),
    ).toStrictEqual({
      upstreamId: 'i1',
      kind: 'maintenance',
      title: 'Exports',
      status: 'in_progress',
      impact: 'none',
      startedAt: at(4),
      resolvedAt: null,
      updatedAt: at(3),
      scheduledFor: at(4),
      scheduledUntil: at(9),
      updates: [post(3, 'in_progress')],
      components: [],
      regions: [],
      services: [],
      url: 'https://status.example/i1',
      marks: [],
    });
  });

  it('tells no window that is not there', () => {
    const planned = finish({ kind: 'maintenance', scheduledFor: null });
    expect(planned).not.toHaveProperty('scheduledFor');
    expect(planned).not.toHaveProperty('scheduledUntil');
  });

  it('gives posts ids of their own', () => {
    const updates = [post(1, 'investigating', 'A', 'p'), post(2, 'identified', 'B', 'p')];
    expect(finish({ updates }).updates.map(({ id }) => id)).toEqual(['p', 'p-2']);
  });

  it('takes from an id what has no place in an address, and hashes what is left of nothing', () => {
    expect(finish({ upstreamId: ' a\u0000b ' }).upstreamId).toBe('ab');
    expect(finish({ upstreamId: ' ', startedAt: at(1) }).upstreamId).toBe(
      stableHash(`Exports ${at(1)}`),
    );
    expect(finish({ upstreamId: '', title: null }).upstreamId).toBe(stableHash(' '));
  });
});

describe('the title', () => {
  const title = (own: string | null | undefined, ...bodies: string[]) =>
    finish({ title: own, updates: bodies.map((body, hour) => post(hour, 'identified', body)) })
      .title;

  it('is the first post that says anything, 100 characters at most, where there is none', () => {
    expect(title(' ', '', '<p>First words.</p>', 'Later.')).toBe('First words.');
    expect(title(null, 'x'.repeat(101))).toBe(`${'x'.repeat(99)}…`);
    expect(title('Own', 'First words.')).toBe('Own');
  });

  it('says what it is of where nobody does', () => {
    expect(title(undefined)).toBe('Untitled incident');
    expect(title('', '')).toBe('Untitled incident');
    expect(finish({ title: '', kind: 'maintenance' }).title).toBe('Untitled maintenance');
  });
});

describe('times', () => {
  it('an incident begins no later than its first post', () => {
    const updates = [post(4, 'identified'), post(3, 'investigating')];
    expect(finish({ startedAt: at(2), updates }).startedAt).toBe(at(2));
    expect(finish({ startedAt: at(5), updates }).startedAt).toBe(at(3));
    expect(finish({ updates }).startedAt).toBe(at(3));
    expect(finish({ scheduledFor: at(1), updates }).startedAt).toBe(at(3));
    expect(finish().startedAt).toBeNull();
  });

  it('a maintenance begins with its window, else where the page says, else with its first post', () => {
    const fields = { kind: 'maintenance', updates: [post(1, 'scheduled')] } as const;
    const all = { ...fields, startedAt: at(2), scheduledFor: at(3) };
    expect(finish(all).startedAt).toBe(at(3));
    expect(finish({ ...all, scheduledFor: null }).startedAt).toBe(at(2));
    expect(finish(fields).startedAt).toBe(at(1));
  });

  it('it ends only where its state says so: as the page says, else its posts, else its update', () => {
    const fields = { status: 'resolved', updatedAt: at(8) } as const;
    const updates = [post(5, 'resolved')];
    expect(finish({ ...fields, resolvedAt: at(4), updates }).resolvedAt).toBe(at(4));
    expect(finish({ ...fields, resolvedAt: null, updates }).resolvedAt).toBe(at(5));
    expect(finish(fields).resolvedAt).toBe(at(8));
    expect(finish({ status: 'postmortem' }).resolvedAt).toBeNull();
    expect(finish({ status: 'monitoring', resolvedAt: at(4), updates }).resolvedAt).toBeNull();
  });

  it('it was updated by the later of its own word and its newest post', () => {
    const updates = [post(3, 'investigating'), post(5, 'identified')];
    expect(finish({ updatedAt: at(4), updates }).updatedAt).toBe(at(5));
    expect(finish({ updatedAt: at(6), updates }).updatedAt).toBe(at(6));
    expect(finish({ startedAt: at(1) }).updatedAt).toBe(at(1));
    // The start of a maintenance may lie ahead.
    expect(finish({ kind: 'maintenance', startedAt: at(1) }).updatedAt).toBeNull();
  });
});

describe('the impact', () => {
  const impact = (fields: Partial<IncidentDraft>) => {
    const { impact: read, marks } = finish({ impact: null, ...fields });
    return [read, marks];
  };

  it('follows from the states of its components where none is stated, and is marked', () => {
    expect(impact({ statuses: ['partial_outage', 'operational'] })).toEqual([
      'major',
      ['impact-derived'],
    ]);
    expect(impact({ statuses: ['operational'] })).toEqual(['none', ['impact-derived']]);
    expect(impact({ statuses: ['unknown'] })).toEqual(['unknown', []]);
    expect(impact({})).toEqual(['unknown', []]);
  });

  it('of a maintenance or a notice is none, unless its source says otherwise', () => {
    expect(impact({ kind: 'notice', statuses: ['major_outage'] })).toEqual(['none', []]);
    expect(impact({ kind: 'maintenance', impact: 'minor' })).toEqual(['minor', []]);
  });
});

describe('statusOfWindow', () => {
  it.each([
    ['no start', null, at(3), 'unknown'],
    ['an unknown start', undefined, at(3), 'unknown'],
    ['a start to come', at(3), at(4), 'scheduled'],
    ['a start right now', at(2), at(3), 'in_progress'],
    ['an end right now', at(1), at(2), 'completed'],
    ['an end behind us', at(0), at(1), 'completed'],
    ['no end', at(1), null, 'in_progress'],
    ['an unknown end', at(1), undefined, 'in_progress'],
  ])('of %s', (_name, start, end, status) => {
    expect(statusOfWindow(start, end, at(2))).toBe(status);
  });
});
