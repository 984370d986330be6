import { describe, expect, it } from 'vitest';
import { MICROSOFT_STATUS, microsoftPosts } from '../../src/adapters/microsoft-posts.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const TIMES = {
  AuthoredDateTime: '2026-03-01T09:00:00+00:00',
  LastUpdatedTime: '2026-03-01T10:00:00+00:00',
};
const [AUTHORED, UPDATED] = ['2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z'];
const trouble = { ...TIMES, Status: 'Degraded' };
const read = (...posts: object[]) => parse(microsoftPosts, json(posts));

describe('microsoft-posts', () => {
  it('reads one post per workload; what is unknown is neither green nor an incident', () => {
    expect(parse(microsoftPosts, fixture('microsoft-posts/workloads.json'))).toMatchObject({
      coverage: 'active-only',
      status: 'degraded_performance',
      provesNothingReported: false,
      components: [
        { id: 'mail', status: 'operational' },
        { id: 'disk', status: 'degraded_performance' },
        { id: 'notes', status: 'unknown' },
      ],
      incidents: [{ upstreamId: '7f0c', updatedAt: '2026-03-01T10:00:00.123Z' }],
      unknownWords: [{ field: 'Status', word: 'Flickering' }],
      warnings: [],
    });
  });

  it('takes a single post that all is well for exactly that', () => {
    expect(parse(microsoftPosts, fixture('microsoft-posts/single-available.json'))).toMatchObject({
      coverage: 'active-only',
      status: 'operational',
      incidents: [],
      provesNothingReported: true,
    });
  });

  it('reads every field of a post', () => {
    const post = {
      ...trouble,
      Id: '7f',
      ServiceDisplayName: ' Example <b>Disk</b> ',
      ServiceWorkloadName: 'disk',
      Title: 'Files &amp; folders',
      Message: '<p>Some users cannot open files.</p>',
    };
    expect(read(post)).toEqual({
      coverage: 'active-only',
      status: 'degraded_performance',
      components: [{ id: 'disk', name: 'Example Disk', status: 'degraded_performance' }],
      incidents: [
        {
          upstreamId: '7f',
          kind: 'incident',
          title: 'Files & folders',
          status: 'investigating',
          impact: 'minor',
          startedAt: AUTHORED,
          resolvedAt: null,
          updatedAt: UPDATED,
          updates: [
            {
              id: AUTHORED,
              at: AUTHORED,
              status: 'investigating',
              body: 'Some users cannot open files.',
            },
          ],
          components: [{ id: 'disk', name: 'Example Disk' }],
          regions: [],
          services: [],
          url: CONTEXT.statusPage,
          marks: ['impact-derived'],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    ['Available', 'operational', null, null],
    ['Operational', 'operational', null, null],
    ['ServiceOperational', 'operational', null, null],
    ['ServiceRestored', 'operational', 'resolved', 'unknown'],
    ['FalsePositive', 'operational', 'resolved', 'unknown'],
    ['PostIncidentReportPublished', 'operational', 'postmortem', 'unknown'],
    ['PostIncidentReviewPublished', 'operational', 'postmortem', 'unknown'],
    [' Resolved ', 'operational', 'resolved', 'unknown'],
    ['Investigating', 'degraded_performance', 'investigating', 'minor'],
    ['RestoringService', 'degraded_performance', 'identified', 'minor'],
    ['VerifyingService', 'degraded_performance', 'monitoring', 'minor'],
    ['ServiceDegradation', 'degraded_performance', 'investigating', 'minor'],
    ['Degraded', 'degraded_performance', 'investigating', 'minor'],
    ['ExtendedRecovery', 'degraded_performance', 'monitoring', 'minor'],
    ['InvestigationSuspended', 'degraded_performance', 'investigating', 'minor'],
    ['ServiceInterruption', 'major_outage', 'investigating', 'critical'],
    [' Unavailable ', 'major_outage', 'investigating', 'critical'],
    ['Whimsical', 'unknown', 'unknown', 'unknown'],
    ['constructor', 'unknown', 'unknown', 'unknown'],
  ])('reads %s as %s, an incident with it as %s of impact %s', (Status, status, course, impact) => {
    const snapshot = read({ ...TIMES, Status, Title: 'Mail', Message: 'x' });
    const [incident] = snapshot.incidents;
    expect(snapshot.status).toBe(status);
    expect([incident?.status ?? null, incident?.impact ?? null]).toEqual([course, impact]);
    expect(incident?.marks ?? []).toEqual(
      impact === null || impact === 'unknown' ? [] : ['impact-derived'],
    );
    const isOver = course === 'resolved' || course === 'postmortem';
    expect(incident?.resolvedAt ?? null).toBe(isOver ? UPDATED : null);
    expect(incident?.updates[0]?.status ?? null).toBe(course);
  });

  it('has a test for every word it knows', () => {
    expect(Object.keys(MICROSOFT_STATUS)).toHaveLength(17);
  });

  it.each([
    ['We have identified the cause.', 'identified'],
    ['We are monitoring the fix.', 'monitoring'],
    ['This issue has been resolved.', 'investigating'],
    ['', 'investigating'],
  ])('that is open is after "%s" %s', (Message, status) => {
    expect(read({ ...trouble, Title: 'Mail', Message }).incidents[0]?.status).toBe(status);
  });

  it('makes no incident of a state without words', () => {
    const snapshot = read({ ...trouble, ServiceDisplayName: 'Mail', Title: ' ', Message: '<br>' });
    expect(snapshot.incidents).toEqual([]);
    expect(snapshot.components).toEqual([
      { id: 'Mail', name: 'Mail', status: 'degraded_performance' },
    ]);
  });

  it.each([
    [{ Title: 'T', Message: 'First\nSecond', ServiceDisplayName: 'Mail' }, 'T'],
    [{ Message: 'First\nSecond', ServiceDisplayName: 'Mail' }, 'Mail'],
    [{ Message: 'First\nSecond' }, 'First'],
    [{ Message: 'x'.repeat(200) }, `${'x'.repeat(119)}…`],
  ])('is called by its title, its service or its first line: %j', (post, title) => {
    expect(read({ ...trouble, ...post }).incidents[0]?.title).toBe(title);
  });

  it.each([
    [{ Id: 'a' }, 'a'],
    [{ ServiceWorkloadName: 'mail', ServiceDisplayName: 'Mail' }, `mail-${AUTHORED}`],
    [{ ServiceDisplayName: 'Mail' }, `Mail-${AUTHORED}`],
    [{}, `post-${AUTHORED}`],
    [{ AuthoredDateTime: null }, 'post-T'],
    [{ Id: {}, ServiceWorkloadName: {} }, `post-${AUTHORED}`],
  ])('is known again by its id, or workload and time: %j', (post, upstreamId) => {
    expect(read({ ...trouble, Title: 'T', ...post }).incidents[0]?.upstreamId).toBe(upstreamId);
  });

  it('has no time where the feed prints the year 1', () => {
    const never = {
      AuthoredDateTime: '0001-01-01T00:00:00',
      LastUpdatedTime: '0001-01-01T00:00:00',
    };
    expect(read({ ...trouble, ...never, Message: 'Words.' }).incidents[0]).toMatchObject({
      startedAt: null,
      updatedAt: null,
      updates: [{ id: 'post', at: null }],
    });
    const once = read({ ...trouble, LastUpdatedTime: null, Title: 'T' }).incidents[0];
    expect(once).toMatchObject({ updatedAt: AUTHORED, updates: [], components: [] });
    expect(read({ ...trouble, Title: 'T' }).components).toEqual([]);
  });

  it('is as bad as its worst post, and proves nothing with a word it does not know', () => {
    const well = { ...TIMES, Status: 'Available' };
    expect(read(well, trouble, { ...TIMES, Status: 'Unavailable' })).toMatchObject({
      status: 'major_outage',
      provesNothingReported: true,
    });
    expect(read(well, { ...TIMES, Status: 'Odd' }).provesNothingReported).toBe(false);
  });

  it.each([[{}], [[]], [{ Status: 4 }], [[{}]]])('refuses %j', (value) => {
    expect(microsoftPosts.recognises(json(value))).toBe(false);
    expect(() => parse(microsoftPosts, json(value))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: expect.stringMatching(/^microsoft-posts: unexpected shape: /),
      }),
    );
  });

  it('is recognised as one post or a list, and asks for its address as it is', () => {
    expect(microsoftPosts.recognises(json({ ...TIMES, Status: 'x' }))).toBe(true);
    expect(microsoftPosts.recognises(json([{ ...TIMES, Status: 'x' }]))).toBe(true);
    expect(microsoftPosts.documents('https://m.example/api/posts/mac')).toEqual([
      'https://m.example/api/posts/mac',
    ]);
  });
});
