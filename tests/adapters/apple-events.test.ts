import { describe, expect, it } from 'vitest';
import { apple } from '../../src/adapters/apple.ts';
import { CONTEXT, json, parse } from './read-json-fixture.ts';

const T0 = '2026-03-01T10:00:00.000Z';
const T1 = '2026-03-01T10:30:00.000Z';
const T2 = '2026-03-01T11:00:00.000Z';
const event = (told: object) => ({
  messageId: 1,
  statusType: 'Outage',
  eventStatus: 'ongoing',
  ...told,
});
/** A page where the first service has the first event, the second one the second, and so on. */
const page = (...events: object[]) =>
  json({
    services: events.map((one, index) => ({
      serviceName: 'ABCDE'[index],
      events: [event(one)],
    })),
  });
const readAll = (...events: object[]) => parse(apple, page(...events));
const read = (...events: object[]) => readAll(...events).incidents[0]!;

describe('an event', () => {
  it.each([
    ['ongoing', 'investigating', 'in_progress'],
    ['Upcoming', 'unknown', 'scheduled'],
    ['resolved', 'resolved', 'completed'],
    ['completed', 'resolved', 'completed'],
    ['odd', 'unknown', 'unknown'],
  ])('that is %s is %s, a maintenance %s', (eventStatus, status, planned) => {
    expect(read({ eventStatus })).toMatchObject({ kind: 'incident', status });
    expect(read({ eventStatus, statusType: 'Maintenance' })).toMatchObject({
      kind: 'maintenance',
      status: planned,
      marks: [],
    });
  });

  it('goes on as long as one service lists it so, then is ahead, then over', () => {
    const told = (...words: string[]) =>
      read(...words.map((eventStatus) => ({ eventStatus, statusType: 'Maintenance' }))).status;
    expect(told('completed', 'upcoming', 'ongoing')).toBe('in_progress');
    expect(told('completed', 'upcoming', 'odd')).toBe('scheduled');
    expect(told('odd', 'completed')).toBe('completed');
  });

  it('is a maintenance where all of its services say so, and as bad as the worst', () => {
    const [work, issue] = ['Maintenance', 'Issue'].map((statusType) => ({ statusType }));
    expect(read(work!, issue!)).toMatchObject({ kind: 'incident', impact: 'minor' });
    expect(read(issue!, {}, { statusType: 'odd' })).toMatchObject({
      impact: 'major',
      marks: ['impact-derived'],
    });
    expect(read({ statusType: 'odd' })).toMatchObject({ impact: 'unknown', marks: [] });
  });

  it('is kept apart by service and start where it has no id', () => {
    const told = { messageId: null, startDate: '03/01/2026 02:00 PST' };
    expect(readAll(told, told).incidents.map(({ upstreamId }) => upstreamId)).toEqual([
      'A 03/01/2026 02:00 PST',
      'B 03/01/2026 02:00 PST',
    ]);
    for (const startDate of [undefined, null, { toString: 1 }]) {
      expect(read({ messageId: null, startDate }).upstreamId).toBe('A');
    }
  });

  it('has a title of three services and the type of its first text', () => {
    const affectedServices = ['A', ' ', '<b>X</b>'];
    expect(read({ affectedServices })).toMatchObject({
      title: 'A, X: Outage',
      components: [
        { id: 'A', name: 'A' },
        { id: 'X', name: 'X' },
      ],
    });
    expect(read({}, {}, {}).title).toBe('A, B, C: Outage');
    expect(read({}, {}, {}, {}).title).toBe('A, B, C, …: Outage');
    expect(read({ statusType: 7, affectedServices: 'odd' }).title).toBe('A: Event');
    const texts = [{ message: 'Z' }, { message: 'Y', statusType: 'Issue' }] as const;
    expect(read(...texts).title).toBe('A, B: Issue');
    const silent = { message: null, statusType: 'Issue' };
    expect(read({ message: 'A' }, silent).title).toBe('A, B: Issue');
    expect(read(silent, { message: 'A' }).title).toBe('A, B: Issue');
  });

  it('runs from its first start to its last end, milliseconds before printed dates', () => {
    const printed = { startDate: '2026-01-01T00:00:00Z', endDate: '2026-12-01T00:00:00Z' };
    const eventStatus = 'resolved';
    const one = { eventStatus, ...printed, epochStartDate: T1, epochEndDate: T1 };
    const two = { eventStatus, epochStartDate: T0, epochEndDate: T2 };
    expect(read(one, two)).toMatchObject({ startedAt: T0, resolvedAt: T2 });
    expect(read(two, one)).toMatchObject({ startedAt: T0, resolvedAt: T2 });
    const three = { eventStatus, epochStartDate: T0, epochEndDate: T0 };
    expect(read(one, two, three).resolvedAt).toBe(T2);
    const days = [
      { startDate: T1, endDate: T2 },
      { startDate: T0, endDate: T1 },
      { startDate: T0, endDate: T0 },
    ];
    expect(read(...days.map((day) => ({ eventStatus, ...day })))).toMatchObject({
      startedAt: T0,
      resolvedAt: T2,
    });
  });

  it('is told by one post, each text once, at the time of the last', () => {
    const posts = [
      { message: '<p>Two</p>', datePosted: T1 },
      { message: 'One', datePosted: T2 },
      { message: 'One', datePosted: T0 },
      { message: null, datePosted: 'soon' },
    ];
    const incident = read(...posts);
    // Texts are in the order of their wording, so that it does not depend on that of the services.
    expect(incident.updates).toMatchObject([{ at: T2, body: 'Two\n\nOne' }]);
    expect(incident.updatedAt).toBe(T2);
    expect(read(...posts.toReversed()).updates).toEqual(incident.updates);
    expect(read({ message: ' ' }).updates).toEqual([]);
  });

  it('begins at its start though the post is older, else with the post', () => {
    expect(read({ message: 'Soon.', datePosted: T0, startDate: T1 }).startedAt).toBe(T1);
    expect(read({ message: 'Now.', datePosted: T0 }).startedAt).toBe(T0);
    expect(read({})).toMatchObject({ startedAt: null, resolvedAt: null, updatedAt: null });
  });

  it('reads dates without a zone in that of the feed', () => {
    const context = { ...CONTEXT, timeZone: 'America/Los_Angeles' };
    const document = page({ startDate: '03/01/2026 02:00' });
    expect(apple.parse([document], context).incidents[0]?.startedAt).toBe(T0);
    expect(parse(apple, document).incidents[0]?.startedAt).toBe('2026-03-01T02:00:00.000Z');
  });
});
