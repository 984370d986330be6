import { describe, expect, it } from 'vitest';
import { cachet } from '../../src/adapters/cachet.ts';
import { CONTEXT, json, parse } from './read-json-fixture.ts';

const API = 'https://hazel.example/api/v1';
/** The page is read at 12:00 of this day. */
const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
const list = (name: string, ...data: unknown[]) => json({ meta: {}, data }, `${API}/${name}`);
const components = list('components', { id: 3, name: 'Queue', status: 1, enabled: true });

function read(raw: object) {
  const item = {
    id: 7,
    name: 'Lag',
    status: 1,
    latest_status: 1,
    occurred_at: at('09:00'),
    ...raw,
  };
  const { incidents, unknownWords } = parse(cachet, list('incidents', item), components);
  return { ...incidents[0]!, count: incidents.length, unknownWords };
}
function readSchedule(raw: object) {
  const item = { id: 4, name: 'Rebuild', status: 0, scheduled_at: at('11:00'), ...raw };
  const { incidents, unknownWords } = parse(cachet, list('schedules', item), components);
  return { ...incidents[0]!, unknownWords };
}

describe('an incident of Cachet', () => {
  it.each([
    [0, 'maintenance', 'scheduled'],
    [1, 'incident', 'investigating'],
    [2, 'incident', 'identified'],
    [3, 'incident', 'monitoring'],
    [4, 'incident', 'resolved'],
    [9, 'incident', 'unknown'],
  ])('whose newest word is %s is %s, %s', (latest_status, kind, status) => {
    expect(read({ latest_status })).toMatchObject({
      kind,
      status,
      unknownWords: status === 'unknown' ? [{ field: 'incident.status', word: '9' }] : [],
    });
  });

  it('has its only word where it has no newer one', () => {
    expect(read({ status: 3, latest_status: null }).status).toBe('monitoring');
  });

  it('is over by its flag, too, and stays as it is without', () => {
    const raw = { updated_at: at('10:00') };
    expect(read({ ...raw, is_resolved: true })).toMatchObject({
      status: 'resolved',
      resolvedAt: at('10:00'),
    });
    expect(read({ ...raw, is_resolved: 'yes' })).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
    expect(read({ ...raw, is_resolved: false, latest_status: 4 }).status).toBe('resolved');
  });

  it.each([
    [1, 1],
    [true, 1],
    [undefined, 1],
    [0, 0],
    [false, 0],
  ])('with visible %s is shown %s times', (visible, count) => {
    expect(read({ visible }).count).toBe(count);
  });

  it('opens with its own words and word, at the time it happened or was made', () => {
    const raw = { status: 2, latest_status: 3, message: '**Found** it.' };
    expect(read(raw).updates).toEqual([
      { id: 'opening', at: at('09:00'), status: 'identified', body: 'Found it.' },
    ]);
    expect(read({ occurred_at: null, created_at: at('08:00') })).toMatchObject({
      startedAt: at('08:00'),
      updates: [{ at: at('08:00'), body: '' }],
    });
  });

  it.each([
    ['stated apart', { status: 2, latest_status: 4 }, 'identified'],
    ['only the newest', { status: 4, latest_status: 4 }, 'investigating'],
  ])('opens with its first word where it is %s', (_, words, first) => {
    const updates = [{ id: 1, status: 4, message: null, created_at: at('10:00') }];
    expect(read({ ...words, updates }).updates).toEqual([
      { id: 'opening', at: at('09:00'), status: first, body: '' },
      { id: '1', at: at('10:00'), status: 'resolved', body: '' },
    ]);
    expect(read({ ...words }).updates[0]?.status).toBe(
      words.status === 4 ? 'resolved' : 'identified',
    );
  });

  it('reports a first word nobody knows', () => {
    expect(read({ status: 9 })).toMatchObject({
      status: 'investigating',
      updates: [{ status: 'unknown' }],
      unknownWords: [{ field: 'incident.status', word: '9' }],
    });
  });

  it('lists updates oldest first, those of one second turned round', () => {
    const update = (id: number, clock: string) => ({ id, status: 2, created_at: at(clock) });
    const updates = [update(3, '10:00'), update(2, '10:00'), update(1, '09:30')];
    expect(read({ updates }).updates.map(({ id }) => id)).toEqual(['opening', '1', '2', '3']);
    expect(read({ updates: [{ ...update(1, '09:30'), status: 9 }] }).unknownWords).toEqual([
      { field: 'update.status', word: '9' },
    ]);
  });

  it('affects its own component and those it links to', () => {
    const linked = [{ id: 5, name: 'Feed' }];
    expect(read({ component_id: 3, components: linked }).components).toEqual([
      { id: '3', name: 'Queue' },
      { id: '5', name: 'Feed' },
    ]);
    expect(read({ component_id: 0, components: linked }).components).toEqual([
      { id: '5', name: 'Feed' },
    ]);
  });

  it('is linked where it says, else on the page', () => {
    expect(read({ permalink: 'https://hazel.example/i/7' }).url).toBe('https://hazel.example/i/7');
    expect(read({ id: 'a/b' }).url).toBe(`${CONTEXT.statusPage}/incidents/a%2Fb`);
    expect(read({ permalink: 'javascript:x' }).url).toBe('');
  });

  it('that is planned carries the start of its window', () => {
    expect(read({ latest_status: 0, scheduled_at: at('22:00') })).toMatchObject({
      kind: 'maintenance',
      startedAt: at('22:00'),
      scheduledFor: at('22:00'),
    });
  });
});

describe('a schedule of Cachet', () => {
  it.each([
    [0, 'scheduled'],
    [1, 'in_progress'],
    [2, 'completed'],
    [9, 'unknown'],
  ])('of status %s is %s', (status, expected) => {
    expect(readSchedule({ status })).toMatchObject({
      kind: 'maintenance',
      status: expected,
      unknownWords: status === 9 ? [{ field: 'schedule.status', word: '9' }] : [],
    });
  });

  it.each([
    [{ scheduled_at: at('12:01') }, 'scheduled'],
    [{ scheduled_at: at('11:00') }, 'in_progress'],
    [{ scheduled_at: at('11:00'), completed_at: at('11:30') }, 'completed'],
    [{ scheduled_at: null }, 'unknown'],
  ])('without a status stands where its window says: %j', (raw, status) => {
    expect(readSchedule({ status: undefined, ...raw }).status).toBe(status);
  });

  it('reads every field', () => {
    const raw = {
      status: 2,
      message: '# Why\nDisks.',
      completed_at: at('11:45'),
      created_at: at('08:00'),
      updated_at: at('11:50'),
      components: [{ id: 3, name: 'Queue' }],
    };
    expect(readSchedule(raw)).toMatchObject({
      upstreamId: 'schedule-4',
      title: 'Rebuild',
      status: 'completed',
      startedAt: at('11:00'),
      resolvedAt: at('11:45'),
      updatedAt: at('11:50'),
      scheduledFor: at('11:00'),
      scheduledUntil: at('11:45'),
      updates: [{ id: 'opening', at: at('08:00'), status: 'scheduled', body: 'Why\n\nDisks.' }],
      components: [{ id: '3', name: 'Queue' }],
      url: `${CONTEXT.statusPage}/schedules/4`,
    });
    expect(readSchedule({ id: 'a/b' })).toMatchObject({
      updates: [{ body: '' }],
      url: `${CONTEXT.statusPage}/schedules/a%2Fb`,
    });
  });

  it.each([
    ['before it began', { completed_at: at('10:00') }],
    ['when it began', { completed_at: at('11:00') }],
    ['without a beginning', { completed_at: at('11:30'), scheduled_at: null }],
    ['never', {}],
  ])('that ended %s has no window', (_, raw) => {
    expect(readSchedule(raw)).not.toHaveProperty('scheduledUntil');
  });

  it('starts when it was made, where nothing was announced', () => {
    const raw = { scheduled_at: null, created_at: at('08:00') };
    expect(readSchedule(raw).startedAt).toBe(at('08:00'));
  });
});
