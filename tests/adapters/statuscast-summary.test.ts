import { describe, expect, it } from 'vitest';
import {
  isStatuscastSummary,
  readStatuscastSummary,
} from '../../src/adapters/statuscast-summary.ts';
import { CONTEXT, fixture, json } from './read-json-fixture.ts';

const summary = (incidents: unknown, more: object = {}) =>
  json({
    PageName: 'Voices Status',
    StatusText: 'Available',
    Status: 'Available',
    UnresolvedIncidents: incidents,
    ...more,
  });
const read = (documents: ReturnType<typeof json>[], context: object = {}) =>
  readStatuscastSummary(documents, { ...CONTEXT, ...context }, 'cast');
const one = (more: object, context: object = {}) => {
  const { incidents, unknownWords } = read([summary([{ Id: 1, ...more }])], context);
  return { ...incidents[0]!, words: unknownWords };
};
const noWords = (word: string, field: string) => (word === 'Odd' ? [{ field, word }] : []);

describe('the signature', () => {
  const whole = { PageName: '', StatusText: '', Status: 'Available' };

  it.each([
    [whole, true],
    [{ ...whole, Status: 7 }, false],
    [{ PageName: '', Status: 'Available' }, false],
    [{ StatusText: '', Status: 'Available' }, false],
    [[whole], false],
    [null, false],
  ])('of %j: %s', (value, expected) => {
    expect(isStatuscastSummary(value)).toBe(expected);
  });
});

describe('a summary', () => {
  it('tells what is open now, trouble, planned work and news', () => {
    const none = { components: [], regions: [], services: [], marks: [], resolvedAt: null };
    expect(read([fixture('statuscast/degraded-and-planned.json')])).toStrictEqual({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [],
      incidents: [
        {
          ...none,
          upstreamId: '81',
          kind: 'incident',
          title: 'Calls drop',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2026-03-02T09:00:00.000Z',
          updatedAt: '2026-03-02T10:00:00.000Z',
          updates: [
            {
              id: '1',
              at: '2026-03-02T09:05:00.000Z',
              status: 'investigating',
              body: 'Calls drop after a minute.',
            },
            {
              id: '2',
              at: '2026-03-02T10:00:00.000Z',
              status: 'investigating',
              body: 'Still looking.',
            },
          ],
          url: 'https://status.example.com/i/81',
        },
        {
          ...none,
          upstreamId: '82',
          kind: 'maintenance',
          title: 'New switch',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-03-06T01:00:00.000Z',
          updatedAt: '2026-03-01T09:00:00.000Z',
          scheduledFor: '2026-03-06T01:00:00.000Z',
          scheduledUntil: '2026-03-06T03:00:00.000Z',
          updates: [],
          url: 'https://status.example.com',
        },
        {
          ...none,
          upstreamId: '83',
          kind: 'notice',
          title: 'Help pages move',
          status: 'investigating',
          impact: 'none',
          startedAt: '2026-03-01T01:00:00.000Z',
          updatedAt: '2026-03-01T01:00:00.000Z',
          updates: [
            { id: 'post-0', at: null, status: 'investigating', body: 'Nothing else changes.' },
          ],
          url: 'https://status.example.com',
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('is found among other documents, and tells an incident once', () => {
    const { incidents } = read([json({}), summary([{ Id: 1 }, { Id: 1 }, { Id: 2 }])]);
    expect(incidents.map(({ upstreamId }) => upstreamId)).toEqual(['1', '2']);
    expect(read([summary(null)]).incidents).toEqual([]);
  });

  it.each([
    [[], 'empty-response', /^There is no document to read\.$/],
    [[json({})], 'parse', /^cast: unexpected shape: Status: .*; UnresolvedIncidents: /],
    [[summary(undefined)], 'parse', /^cast: unexpected shape: UnresolvedIncidents: /],
    [[summary([{}])], 'parse', /^cast: unexpected shape: UnresolvedIncidents\.0\.Id: /],
  ])('is refused in another shape: %#', (documents, kind, message) => {
    expect(() => read(documents)).toThrow(
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['Available', 'operational'],
    ['Operational', 'operational'],
    ['Normal', 'operational'],
    ['Informational', 'operational'],
    ['Maintenance', 'under_maintenance'],
    ['Degraded', 'degraded_performance'],
    ['Degraded Performance', 'degraded_performance'],
    ['Performance-Issue', 'degraded_performance'],
    ['Partial Outage', 'partial_outage'],
    ['Service Unavailable', 'major_outage'],
    ['Unavailable', 'major_outage'],
    ['Outage', 'major_outage'],
    ['Major_Outage', 'major_outage'],
    ['Odd', 'unknown'],
  ])('with the status %s is %s', (Status, status) => {
    const unknownWords = noWords(Status, 'Status');
    expect(read([summary([], { Status })])).toMatchObject({ status, unknownWords });
  });

  it('reports a status without a letter as it is', () => {
    expect(read([summary([], { Status: '?!' })]).unknownWords).toEqual([
      { field: 'Status', word: '?!' },
    ]);
  });
});

describe('an incident', () => {
  it.each([
    ['Informational', 'notice', 'none'],
    ['Maintenance', 'maintenance', 'none'],
    ['Scheduled Maintenance', 'maintenance', 'none'],
    ['Degraded', 'incident', 'minor'],
    ['Degraded Performance', 'incident', 'minor'],
    ['Performance Issue', 'incident', 'minor'],
    ['Partial Outage', 'incident', 'major'],
    ['Service Unavailable', 'incident', 'critical'],
    ['Unavailable', 'incident', 'critical'],
    ['Outage', 'incident', 'critical'],
    ['Major Outage', 'incident', 'critical'],
    ['Odd', 'incident', 'unknown'],
  ])('of type %s is a %s of impact %s', (IncidentType, kind, impact) => {
    const words = noWords(IncidentType, 'incident.IncidentType');
    expect(one({ IncidentType, Status: 'New' })).toMatchObject({ kind, impact, words });
  });

  it.each([
    ['New', 'investigating', 'in_progress'],
    ['Investigating', 'investigating', 'in_progress'],
    ['In Progress', 'investigating', 'in_progress'],
    ['Identified', 'identified', 'in_progress'],
    ['Monitoring', 'monitoring', 'verifying'],
    ['Scheduled', 'unknown', 'scheduled'],
    ['Resolved', 'resolved', 'completed'],
    ['Closed', 'resolved', 'completed'],
    ['Completed', 'resolved', 'completed'],
    ['Odd', 'unknown', 'unknown'],
  ])('with the status %s is %s, planned work %s', (Status, ofIncident, ofMaintenance) => {
    const words = [...noWords(Status, 'incident.Status'), ...noWords(Status, 'post.Status')];
    const Posts = [{ Status }];
    expect(one({ IncidentType: 'Outage', Status, Posts })).toMatchObject({
      status: ofIncident,
      updates: [{ status: ofIncident }],
      words,
    });
    expect(one({ IncidentType: 'Maintenance', Status, Posts }).status).toBe(ofMaintenance);
  });

  it.each([
    ['Maintenance', 'In Progress', '2026-03-02T12:00:01Z', 'scheduled'],
    ['Maintenance', 'In Progress', '2026-03-02T12:00:00Z', 'in_progress'],
    ['Maintenance', 'In Progress', null, 'in_progress'],
    ['Maintenance', 'Completed', '2026-03-02T12:00:01Z', 'completed'],
    ['Outage', 'In Progress', '2026-03-02T12:00:01Z', 'investigating'],
  ])('%s, %s, from %s is %s at noon', (IncidentType, Status, StartDate, status) => {
    expect(one({ IncidentType, Status, StartDate }).status).toBe(status);
  });

  it('takes its times from its fields', () => {
    const [StartDate, DateCreated, DateUpdated] = [
      '2026-03-02T08:00:00Z',
      '2026-03-02T09:00:00Z',
      '2026-03-02T10:00:00Z',
    ];
    expect(one({ StartDate, DateCreated, DateUpdated })).toMatchObject({
      startedAt: '2026-03-02T08:00:00.000Z',
      updatedAt: '2026-03-02T10:00:00.000Z',
    });
    expect(one({ DateCreated })).toMatchObject({
      startedAt: '2026-03-02T09:00:00.000Z',
      updatedAt: '2026-03-02T09:00:00.000Z',
    });
  });

  it('reads dates without a zone in the zone of the feed, or says that it guessed', () => {
    const documents = [summary([{ Id: 1, StartDate: '2026-01-02T08:00:00' }])];
    const guessed = read(documents);
    expect(guessed.incidents[0]?.startedAt).toBe('2026-01-02T08:00:00.000Z');
    expect(guessed.warnings).toHaveLength(1);
    const there = read(documents, { timeZone: 'America/New_York' });
    expect(there.incidents[0]?.startedAt).toBe('2026-01-02T13:00:00.000Z');
    expect(there.warnings).toEqual([]);
  });

  it('takes the state of a post from its text where it states none', () => {
    const { updates } = one({
      IncidentType: 'Outage',
      Posts: [
        { Text: 'Resolved: all is well.', Status: 'Monitoring' },
        { Text: 'We have identified the cause.', Status: null },
        { Text: 'Hello.', DateCreated: 'soon' },
        { Id: {}, Text: 7, DateCreated: '2026-03-02T09:00:00Z' },
      ],
    });
    expect(updates).toEqual([
      { id: 'post-0', at: null, status: 'monitoring', body: 'Resolved: all is well.' },
      { id: 'post-1', at: null, status: 'identified', body: 'We have identified the cause.' },
      { id: 'post-2', at: null, status: 'investigating', body: 'Hello.' },
      {
        id: '2026-03-02T09:00:00.000Z',
        at: '2026-03-02T09:00:00.000Z',
        status: 'investigating',
        body: '',
      },
    ]);
  });

  it('names what is affected, be it listed by name or with more', () => {
    const AffectedComponents = ['Calls', { Name: '<b>Mail</b>' }, { Name: 7 }, 7, null];
    expect(one({ AffectedComponents }).components).toEqual([{ name: 'Calls' }, { name: 'Mail' }]);
  });

  it('has an address of its own or that of the page', () => {
    expect(one({ ShortUrl: '/i/1' }).url).toBe('https://status.example.com/i/1');
    expect(one({ ShortUrl: 'javascript:alert(1)' }).url).toBe('https://status.example.com');
  });

  it('may lack everything but an id', () => {
    const odd = { Id: 1, Title: 7, ShortUrl: 7, Posts: 7, AffectedComponents: 7 };
    expect(read([summary([odd])]).incidents).toStrictEqual([
      {
        upstreamId: '1',
        kind: 'incident',
        title: 'Untitled incident',
        status: 'unknown',
        impact: 'unknown',
        startedAt: null,
        resolvedAt: null,
        updatedAt: null,
        updates: [],
        components: [],
        regions: [],
        services: [],
        url: 'https://status.example.com',
        marks: [],
      },
    ]);
  });
});
