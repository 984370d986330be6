import { describe, expect, it } from 'vitest';
import {
  buildFeedIncident,
  type FeedIncidentDraft,
} from '../../src/adapters/build-feed-incident.ts';
import type { Post } from '../../src/adapters/posts-in-html.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';
import { stableHash } from '../../src/model/incident-id.ts';

/** A time of 20 October 2025. */
const at = (clock: string) => `2025-10-20T${clock}:00.000Z`;
const on = (day: number, clock = '00:00') =>
  `2025-10-${String(day).padStart(2, '0')}T${clock}:00.000Z`;
const FETCHED = at('20:00');

const post = (time: string | null, status: IncidentStatus | null, body = ''): Post => ({
  at: time,
  status,
  body,
});
const build = (fields: Partial<FeedIncidentDraft>, fetchedAt = FETCHED) =>
  buildFeedIncident(
    {
      upstreamId: 'i1',
      kind: 'incident',
      title: 'Exports',
      posts: [],
      url: 'https://status.example/i1',
      ...fields,
    },
    { fetchedAt },
  );

describe('buildFeedIncident', () => {
  it('makes an incident of everything a feed may say', () => {
    const incident = build({
      upstreamId: 'new-id',
      aliases: ['old-id', 'new-id'],
      title: 'Exports are slow',
      posts: [
        { ...post(at('09:00'), 'resolved', 'Over.'), id: 'p2' },
        { ...post(at('08:00'), 'investigating', 'We look.'), id: 'p1' },
      ],
      stated: { startedAt: at('07:30'), resolvedAt: at('08:50') },
      components: [{ name: 'Exports' }],
      regions: ['example:north'],
      services: ['example:exports'],
    });
    expect(incident).toStrictEqual({
      upstreamId: 'new-id',
      aliases: ['old-id'],
      kind: 'incident',
      title: 'Exports are slow',
      status: 'resolved',
      impact: 'minor',
      startedAt: at('07:30'),
      resolvedAt: at('08:50'),
      updatedAt: at('09:00'),
      updates: [
        { id: 'p1', at: at('08:00'), status: 'investigating', body: 'We look.' },
        { id: 'p2', at: at('09:00'), status: 'resolved', body: 'Over.' },
      ],
      components: [{ name: 'Exports' }],
      regions: ['example:north'],
      services: ['example:exports'],
      url: 'https://status.example/i1',
      marks: ['start-stated', 'end-stated', 'impact-derived'],
    });
  });

  it('claims nothing where a feed says nothing', () => {
    expect(build({})).toStrictEqual({
      upstreamId: 'i1',
      kind: 'incident',
      title: 'Exports',
      status: 'unknown',
      impact: 'unknown',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: 'https://status.example/i1',
      marks: [],
    });
  });

  it('has no aliases where the only one is its id', () => {
    expect(build({ aliases: ['i1'] })).not.toHaveProperty('aliases');
  });

  it('keeps an announced window for a maintenance only', () => {
    const window = { from: on(22), until: on(23) };
    expect(build({ kind: 'maintenance', window })).toMatchObject({
      scheduledFor: on(22),
      scheduledUntil: on(23),
    });
    expect(build({ kind: 'incident', window })).not.toHaveProperty('scheduledFor');
    const half = build({ kind: 'maintenance', window: { from: null, until: null } });
    expect(half).not.toHaveProperty('scheduledFor');
    expect(half).not.toHaveProperty('scheduledUntil');
  });
});

describe('posts', () => {
  const statuses = (fields: Partial<FeedIncidentDraft>) =>
    build(fields).updates.map(({ status }) => status);

  it('go on in the state before them where they state none', () => {
    const posts = [
      post(at('08:00'), null),
      post(at('09:00'), 'identified'),
      post(at('10:00'), null),
    ];
    expect(statuses({ posts })).toEqual(['unknown', 'identified', 'identified']);
    expect(statuses({ posts, firstStatus: 'investigating' })[0]).toBe('investigating');
  });

  it('begin announced where a maintenance has a window, and nowhere else', () => {
    const posts = [post(at('08:00'), null)];
    const window = { from: on(22), until: null };
    expect(statuses({ posts, kind: 'maintenance', window })).toEqual(['scheduled']);
    expect(statuses({ posts, kind: 'maintenance' })).toEqual(['unknown']);
    expect(statuses({ posts, kind: 'maintenance', window: { from: null, until: on(22) } })).toEqual(
      ['unknown'],
    );
    expect(statuses({ posts, kind: 'incident', window })).toEqual(['unknown']);
  });

  it('speak the words of their kind', () => {
    const posts = [post(at('08:00'), 'investigating'), post(at('09:00'), 'in_progress')];
    expect(statuses({ posts, kind: 'maintenance' })).toEqual(['in_progress', 'in_progress']);
    expect(statuses({ posts, kind: 'incident' })).toEqual(['investigating', 'investigating']);
  });

  it('without an id get one from time and state, which edited words do not change', () => {
    const idOf = (one: Post) => build({ posts: [one] }).updates[0]?.id;
    const hash = (text: string) => stableHash(text).slice(0, 14);
    expect(idOf(post(at('08:00'), 'identified', 'A'))).toBe(hash(`${at('08:00')} identified `));
    expect(idOf(post(at('08:00'), null, 'B'))).toBe(hash(`${at('08:00')}  `));
    expect(idOf(post(null, 'identified', 'A'))).toBe(hash(' identified A'));
  });

  it('never share an id', () => {
    const twice = { ...post(at('08:00'), null), id: 'p' };
    expect(build({ posts: [twice, twice] }).updates.map(({ id }) => id)).toEqual(['p', 'p-2']);
  });
});

describe('the start', () => {
  const first = post(at('08:00'), 'investigating');
  const start = (fields: Partial<FeedIncidentDraft>) => {
    const { startedAt, marks } = build({ posts: [first], impact: 'minor', ...fields });
    return [startedAt, marks];
  };
  const stated = (startedAt: string) => ({ startedAt, resolvedAt: null });

  it('is a field of the source, before anything else', () => {
    expect(start({ startedAt: at('06:00'), stated: stated(at('07:00')) })).toEqual([
      at('06:00'),
      [],
    ]);
    expect(start({ startedAt: null })).toEqual([at('08:00'), []]);
  });

  it.each([
    ['before the first post', at('07:59'), true],
    ['three days before it', on(17, '08:00'), true],
    ['longer before it', on(17, '07:59'), false],
    ['with it', at('08:00'), false],
    ['after it', at('08:01'), false],
  ])('is told in the text: %s', (_name, time, isTaken) => {
    expect(start({ stated: stated(time) })).toEqual(
      isTaken ? [time, ['start-stated']] : [at('08:00'), []],
    );
  });

  it('is what the text says where no post has a time', () => {
    const posts = [post(null, 'investigating')];
    expect(start({ posts, stated: stated(at('07:00')) })).toEqual([at('07:00'), ['start-stated']]);
    expect(start({ posts })).toEqual([null, []]);
  });

  it('of a maintenance is its window, else its beginning, else its announcement', () => {
    const posts = [post(at('08:00'), 'scheduled'), post(at('10:00'), 'in_progress')];
    const of = (fields: Partial<FeedIncidentDraft>) =>
      start({ kind: 'maintenance', posts, stated: stated(at('07:00')), ...fields });
    expect(of({ window: { from: on(22), until: null } })).toEqual([on(22), []]);
    expect(of({ window: { from: null, until: null } })).toEqual([at('10:00'), []]);
    expect(of({ posts: posts.slice(0, 1) })).toEqual([at('08:00'), []]);
  });
});

describe('the impact', () => {
  const impact = (fields: Partial<FeedIncidentDraft>) => {
    const { impact: read, marks } = build(fields);
    return [read, marks];
  };

  it('is the stated one', () => {
    expect(impact({ title: 'Total outage', impact: 'minor' })).toEqual(['minor', []]);
  });

  it.each(['maintenance', 'notice'] as const)('of a %s is none', (kind) => {
    expect(impact({ title: 'Total outage', kind })).toEqual(['none', []]);
  });

  it('follows from the words of the title, then of the posts, and is marked', () => {
    const posts = [post(null, null, 'Hello.'), post(null, null, 'There is an outage.')];
    expect(impact({ title: 'Slow', posts })).toEqual(['minor', ['impact-derived']]);
    expect(impact({ posts })).toEqual(['major', ['impact-derived']]);
    expect(impact({ posts: [post(null, null, 'some out'), post(null, null, 'ages')] })).toEqual([
      'unknown',
      [],
    ]);
  });
});
