import { describe, expect, it } from 'vitest';
import { apple } from '../../src/adapters/apple.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

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

const OUTAGE = 'Orders could not be placed.\n\nSome orders did not go through.';
const I501 = {
  upstreamId: '501',
  kind: 'incident',
  title: 'Shop, Till: Outage',
  status: 'resolved',
  impact: 'major',
  startedAt: '2026-03-01T16:00:00.000Z',
  resolvedAt: '2026-03-01T17:30:00.000Z',
  updatedAt: '2026-03-01T18:00:00.000Z',
  updates: [
    {
      id: stableHash(`resolved ${OUTAGE}`),
      at: '2026-03-01T18:00:00.000Z',
      status: 'resolved',
      body: OUTAGE,
    },
  ],
  components: [
    { id: 'Shop', name: 'Shop' },
    { id: 'Till', name: 'Till' },
  ],
  regions: [],
  services: [],
  url: 'https://status.example.com',
  marks: ['impact-derived'],
};
const I502 = {
  ...I501,
  upstreamId: '502',
  title: 'Maps: Performance',
  status: 'investigating',
  impact: 'minor',
  startedAt: '2026-03-02T10:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-03-02T10:30:00.000Z',
  updates: [
    {
      id: stableHash('investigating Maps draw slowly.'),
      at: '2026-03-02T10:30:00.000Z',
      status: 'investigating',
      body: 'Maps draw slowly.',
    },
  ],
  components: [{ id: 'Maps', name: 'Maps' }],
};
const I503 = {
  ...I501,
  upstreamId: '503',
  kind: 'maintenance',
  title: 'Post: Maintenance',
  status: 'scheduled',
  impact: 'none',
  startedAt: '2026-03-05T09:00:00.000Z',
  resolvedAt: null,
  updatedAt: '2026-03-01T17:00:00.000Z',
  scheduledFor: '2026-03-05T09:00:00.000Z',
  scheduledUntil: '2026-03-05T10:00:00.000Z',
  updates: [
    {
      id: stableHash('scheduled Post will rest.'),
      at: '2026-03-01T17:00:00.000Z',
      status: 'scheduled',
      body: 'Post will rest.',
    },
  ],
  components: [{ id: 'Post', name: 'Post' }],
  marks: [],
};

describe('Apple’s system status', () => {
  it('tells every service, and an event of several services once', () => {
    expect(parse(apple, fixture('apple/resolved-ongoing-upcoming.json'))).toEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: 'Shop', name: 'Shop', status: 'operational' },
        { id: 'Till', name: 'Till', status: 'operational' },
        { id: 'Maps', name: 'Maps', status: 'degraded_performance' },
        { id: 'Post', name: 'Post', status: 'operational' },
        { id: 'Radio', name: 'Radio', status: 'operational' },
      ],
      incidents: [I501, I502, I503],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('may come as JSONP with printed dates only', () => {
    expect(parse(apple, fixture('apple/developer-everyone-out.js'))).toMatchObject({
      components: [
        { id: 'Signing', status: 'major_outage' },
        { id: 'Notary', status: 'operational' },
      ],
      incidents: [
        {
          upstreamId: '601',
          impact: 'critical',
          startedAt: '2026-07-02T09:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-07-02T09:10:00.000Z',
        },
      ],
    });
  });

  it('is recognised by one of its services, and found among other documents', () => {
    const service = { serviceName: 'A', events: [] };
    expect(apple.recognises(json({ services: [null, service] }))).toBe(true);
    for (const services of [[], {}, ['A'], [{ serviceName: 'A' }], [{ events: [] }]]) {
      expect(apple.recognises(json({ services }))).toBe(false);
    }
    expect(apple.recognises(json([service]))).toBe(false);
    expect(parse(apple, json({ other: 1 }), page({})).incidents).toHaveLength(1);
  });

  it.each([
    [{}, 'services: '],
    [{ services: [] }, 'services: '],
    [{ services: [{ serviceName: 'A' }] }, 'services.0.events: '],
    [{ services: [{ events: [] }] }, 'services.0.serviceName: '],
  ])('refuses %j', (value, where) => {
    expect(() => parse(apple, json(value))).toThrow(`apple: unexpected shape: ${where}`);
  });

  it('reads the address as it is', () => {
    expect(apple.documents('https://a.example/data/en_US.js')).toEqual([
      'https://a.example/data/en_US.js',
    ]);
  });
});

describe('a service', () => {
  const state = (...events: object[]) =>
    parse(apple, json({ services: [{ serviceName: 'A &amp; B', events: events.map(event) }] }))
      .components[0];

  it.each([
    ['Outage', 'partial_outage', 'major'],
    ['Issue', 'degraded_performance', 'minor'],
    ['PERFORMANCE', 'degraded_performance', 'minor'],
    ['Maintenance', 'under_maintenance', 'none'],
    ['Party', 'unknown', 'unknown'],
  ])('during %s is in %s, and impact %s', (statusType, status, impact) => {
    expect(state({ statusType })).toEqual({ id: 'A &amp; B', name: 'A & B', status });
    expect(read({ statusType }).impact).toBe(impact);
  });

  it('is out where an outage hits all users', () => {
    for (const usersAffected of ['All users are affected', 'all users']) {
      expect(state({ usersAffected })?.status).toBe('major_outage');
      expect(read({ usersAffected }).impact).toBe('critical');
    }
    for (const usersAffected of ['Not all users', null, 7]) {
      expect(state({ usersAffected })?.status).toBe('partial_outage');
    }
    const all = { statusType: 'Issue', usersAffected: 'All users' };
    expect(state(all)?.status).toBe('degraded_performance');
  });

  it('is told by the worst that goes on, not by what is over or ahead', () => {
    const over = ['resolved', 'completed', 'upcoming'].map((eventStatus) => ({ eventStatus }));
    expect(state(...over)?.status).toBe('operational');
    expect(state(...over, { statusType: 'Issue' }, {})?.status).toBe('partial_outage');
  });

  it('is not green under an event of unknown state', () => {
    expect(state({ eventStatus: 'odd', statusType: 'Issue' })?.status).toBe('unknown');
    expect(readAll({ eventStatus: 'odd', statusType: 'bad' }).unknownWords).toEqual([
      { field: 'event.eventStatus', word: 'odd' },
      { field: 'event.statusType', word: 'bad' },
    ]);
  });

  it('may have its list as null', () => {
    const services = [{ serviceName: 'A', events: null }];
    expect(parse(apple, json({ services })).components[0]?.status).toBe('operational');
  });
});
