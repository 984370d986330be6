import { describe, expect, it } from 'vitest';
import { onlineornot } from '../../src/adapters/onlineornot.ts';
import { page } from './onlineornot-page.ts';
import { parse } from './read-json-fixture.ts';

const incident = (more: object = {}) => ({ id: 'in1', title: 'Gate slow', ...more });
const one = (more: object) => {
  const [only] = parse(onlineornot, page({ activeIncidents: [incident(more)] })).incidents;
  return only!;
};
const planned = (more: object) =>
  parse(onlineornot, page({ scheduledMaintenance: [incident(more)] })).incidents[0]!;

describe('an incident', () => {
  /** A post of 2026-03-02, `time` as 09:30. */
  const post = (status: string, time: string, more: object = {}) => ({
    status,
    createdAt: `2026-03-02T${time}:00.000Z`,
    description: '',
    ...more,
  });

  it.each([
    ['INVESTIGATING', 'investigating', 'in_progress'],
    ['IDENTIFIED', 'identified', 'in_progress'],
    ['MONITORING', 'monitoring', 'verifying'],
    ['RESOLVED', 'resolved', 'completed'],
    ['SCHEDULED', 'unknown', 'scheduled'],
    ['IN_PROGRESS', 'investigating', 'in_progress'],
    ['COMPLETED', 'resolved', 'completed'],
    ['ODD', 'unknown', 'unknown'],
  ])('with the post %s is %s, a maintenance %s', (word, ofIncident, ofMaintenance) => {
    const updates = [post(word, '09:00')];
    expect(one({ updates })).toMatchObject({ status: ofIncident, updates: [{}] });
    expect(planned({ updates })).toMatchObject({ status: ofMaintenance });
    const { unknownWords } = parse(onlineornot, page({ activeIncidents: [incident({ updates })] }));
    expect(unknownWords).toEqual(word === 'ODD' ? [{ field: 'update.status', word }] : []);
  });

  it('goes by its newest post, the upper one of two of one minute', () => {
    const [upper, lower] = [post('MONITORING', '10:00'), post('IDENTIFIED', '10:00')];
    const { status, updates } = one({ updates: [upper, lower, post('INVESTIGATING', '09:00')] });
    expect(status).toBe('monitoring');
    expect(updates.map((update) => [update.id, update.status])).toEqual([
      ['2026-03-02T09:00:00.000Z', 'investigating'],
      ['2026-03-02T10:00:00.000Z', 'identified'],
      ['2026-03-02T10:00:00.000Z-2', 'monitoring'],
    ]);
    expect(one({ updates: [lower, post('MONITORING', '11:00')] }).status).toBe('monitoring');
  });

  it('dates a post by what it tells of, else by when it was written', () => {
    const updates = [
      post('IDENTIFIED', '10:00', { dateHappened: '2026-03-02T09:45:00Z' }),
      { status: 'INVESTIGATING', description: 'Some <b>trouble</b>.' },
      { status: 'INVESTIGATING' },
    ];
    expect(one({ updates }).updates).toEqual([
      { id: 'post', at: null, status: 'investigating', body: '' },
      { id: 'post-2', at: null, status: 'investigating', body: 'Some trouble.' },
      {
        id: '2026-03-02T09:45:00.000Z',
        at: '2026-03-02T09:45:00.000Z',
        status: 'identified',
        body: '',
      },
    ]);
  });

  it.each([
    ['2026-03-02T11:00:00.000Z', 'resolved', '2026-03-02T11:00:00.000Z'],
    ['2026-03-02T12:00:00.000Z', 'resolved', '2026-03-02T12:00:00.000Z'],
    ['2026-03-02T12:00:00.001Z', 'identified', null],
    [null, 'identified', null],
  ])('that ended at %s is %s at noon', (ended, status, resolvedAt) => {
    expect(one({ ended, updates: [post('IDENTIFIED', '10:00')] })).toMatchObject({
      status,
      resolvedAt,
    });
  });

  it.each([
    ['2026-03-03T08:00:00Z', '2026-03-03T09:00:00Z', 'scheduled'],
    ['2026-03-02T08:00:00Z', '2026-03-03T09:00:00Z', 'in_progress'],
    ['2026-03-02T08:00:00Z', null, 'in_progress'],
    ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', 'completed'],
    [null, null, 'unknown'],
  ])('planned from %s to %s without a post is %s', (started, ended, status) => {
    expect(planned({ started, ended }).status).toBe(status);
  });

  it('that is planned has a window, and no impact', () => {
    const [started, ended] = ['2026-03-03T08:00:00.000Z', '2026-03-03T09:00:00.000Z'];
    expect(planned({ started, ended })).toStrictEqual({
      upstreamId: 'in1',
      kind: 'maintenance',
      title: 'Gate slow',
      status: 'scheduled',
      impact: 'none',
      startedAt: started,
      resolvedAt: null,
      updatedAt: null,
      scheduledFor: started,
      scheduledUntil: ended,
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: 'https://status.example.com/incidents/in1',
      marks: [],
    });
  });

  it('may lack everything but an id', () => {
    expect(one({ id: 'a/b', title: 7, updates: 7 })).toStrictEqual({
      upstreamId: 'a/b',
      kind: 'incident',
      title: 'Untitled incident',
      status: 'investigating',
      impact: 'unknown',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: 'https://status.example.com/incidents/a%2Fb',
      marks: [],
    });
  });
});
