import { describe, expect, it } from 'vitest';
import {
  buildFeedIncident,
  type FeedIncidentDraft,
} from '../../src/adapters/build-feed-incident.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';

/** How an incident of a feed ends, or does not. */
const on = (day: number, clock = '08:00') =>
  `2025-10-${String(day).padStart(2, '0')}T${clock}:00.000Z`;
const posts = (...states: [string | null, IncidentStatus | null][]) =>
  states.map(([at, status]) => ({ at, status, body: '' }));

function course(fields: Partial<FeedIncidentDraft>, fetchedAt = on(20, '20:00')) {
  const { status, resolvedAt, marks } = buildFeedIncident(
    {
      upstreamId: 'i1',
      kind: 'incident',
      title: 'A',
      posts: [],
      impact: 'none',
      url: '',
      ...fields,
    },
    { fetchedAt },
  );
  return [status, resolvedAt, marks];
}

describe('an end in a field of the source', () => {
  it.each([
    ['incident', 'monitoring', 'resolved'],
    ['incident', 'postmortem', 'postmortem'],
    ['maintenance', 'in_progress', 'completed'],
    ['maintenance', 'scheduled', 'completed'],
  ] as const)('makes a %s that is %s %s', (kind, status, ended) => {
    const fields = { kind, posts: posts([on(20), status]), resolvedAt: on(20, '09:30') };
    expect(course(fields)).toEqual([ended, on(20, '09:30'), []]);
  });
});

describe('an end in the posts', () => {
  it('is the time of the post that says so, a post-mortem does not move it', () => {
    const told = posts([on(18), 'investigating'], [on(19), 'resolved'], [on(20), 'postmortem']);
    expect(course({ posts: told })).toEqual(['postmortem', on(19), []]);
  });

  it('is taken back by a later post', () => {
    const told = posts([on(18), 'resolved'], [on(19), 'identified'], [null, null]);
    expect(course({ posts: told })).toEqual(['identified', null, []]);
  });

  it('may be said of the whole entry: then the newest post is the end', () => {
    const told = posts([on(18), 'investigating'], [on(19), null]);
    expect(course({ posts: told, status: 'resolved' })).toEqual(['resolved', on(19), []]);
    expect(course({ posts: told, status: null })).toEqual(['investigating', null, []]);
    expect(course({ posts: told, status: 'completed' })).toEqual(['resolved', on(19), []]);
    expect(course({ kind: 'maintenance', posts: told, status: 'resolved' })).toEqual([
      'completed',
      on(19),
      [],
    ]);
  });
});

describe('an end told in the text', () => {
  const told = posts([on(18), 'investigating'], [on(20), 'resolved']);
  const stated = (resolvedAt: string | null) => ({ startedAt: null, resolvedAt });

  it.each([
    ['before the post that says it', on(20, '07:59'), true],
    ['at the start', on(18), true],
    ['before the start', on(18, '07:59'), false],
    ['with the post', on(20), false],
    ['after it', on(20, '08:01'), false],
    ['nowhere', null, false],
  ])('counts where it lies: %s', (_name, time, isTaken) => {
    expect(course({ posts: told, stated: stated(time) })).toEqual(
      isTaken ? ['resolved', time, ['end-stated']] : ['resolved', on(20), []],
    );
  });

  it.each([
    ['three days', on(17), true],
    ['more than three days', on(17, '07:59'), false],
  ])('lies up to three days before its post: %s', (_name, time, isTaken) => {
    const long = posts([on(10), 'investigating'], [on(20), 'resolved']);
    expect(course({ posts: long, stated: stated(time) })).toEqual(
      isTaken ? ['resolved', time, ['end-stated']] : ['resolved', on(20), []],
    );
  });

  it('is believed where nothing else has a time', () => {
    expect(course({ posts: posts([null, 'resolved']), stated: stated(on(17)) })).toEqual([
      'resolved',
      on(17),
      ['end-stated'],
    ]);
    expect(course({ posts: posts([null, 'resolved']) })).toEqual(['resolved', null, []]);
  });

  it('ends nothing that goes on', () => {
    const open = posts([on(18), 'investigating']);
    expect(course({ posts: open, stated: stated(on(19)) })).toEqual(['investigating', null, []]);
  });
});

describe('a maintenance nobody says the state of', () => {
  const window = { from: on(20), until: on(20, '10:00') };
  const planned = (fields: Partial<FeedIncidentDraft>, fetchedAt: string) =>
    course({ kind: 'maintenance', posts: posts([on(19), null]), ...fields }, fetchedAt);

  it.each([
    ['before its window', on(20, '07:59'), ['scheduled', null, []]],
    ['as it begins', on(20), ['in_progress', null, []]],
    ['within it', on(20, '09:59'), ['in_progress', null, []]],
    ['as it ends', on(20, '10:00'), ['completed', on(20, '10:00'), ['end-stated']]],
    ['after it', on(20, '10:01'), ['completed', on(20, '10:00'), ['end-stated']]],
  ])('follows its window: %s', (_name, fetchedAt, expected) => {
    expect(planned({ window }, fetchedAt)).toEqual(expected);
    expect(planned({ window, posts: posts([on(19), 'scheduled']) }, fetchedAt)).toEqual(expected);
  });

  it('stays announced where its window is not told in full', () => {
    expect(planned({ window: { from: on(20), until: null } }, on(21))).toEqual([
      'scheduled',
      null,
      [],
    ]);
    const withState = posts([on(19), 'scheduled']);
    expect(planned({ posts: withState }, on(21))).toEqual(['scheduled', null, []]);
    expect(planned({ window: { from: null, until: on(22) } }, on(21))).toEqual([
      'unknown',
      null,
      [],
    ]);
    expect(planned({}, on(21))).toEqual(['unknown', null, []]);
    // Said of the entry, while its posts are silent.
    expect(planned({ window: { from: on(22), until: null }, status: 'unknown' }, on(21))).toEqual([
      'scheduled',
      null,
      [],
    ]);
  });

  it('is overdue, not over, where its own state says that it goes on', () => {
    const told = posts([on(20), 'in_progress']);
    expect(planned({ window, posts: told }, on(21))).toEqual(['in_progress', null, []]);
  });

  it('is no rule for incidents', () => {
    expect(course({ window, posts: posts([on(20), null]) }, on(21))).toEqual(['unknown', null, []]);
  });
});

describe('an entry that never says that it ended', () => {
  const silent = posts([on(10), 'investigating'], [on(13), 'monitoring']);
  const openForDays = 7;

  it.each([
    ['while it may be open', on(20), ['monitoring', null, []]],
    ['afterwards', on(20, '08:01'), ['resolved', on(13), ['end-inferred']]],
  ])('counts as over after its days: %s', (_name, fetchedAt, expected) => {
    expect(course({ posts: silent, openForDays }, fetchedAt)).toEqual(expected);
  });

  it('stays open without such a rule, or without a time', () => {
    expect(course({ posts: silent }, on(31))).toEqual(['monitoring', null, []]);
    expect(course({ posts: posts([null, 'monitoring']), openForDays }, on(31))).toEqual([
      'monitoring',
      null,
      [],
    ]);
  });

  it('is completed where it was a maintenance', () => {
    const told = posts([on(10), 'in_progress']);
    expect(course({ kind: 'maintenance', posts: told, openForDays }, on(20))).toEqual([
      'completed',
      on(10),
      ['end-inferred'],
    ]);
  });
});
