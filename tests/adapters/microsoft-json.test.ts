import { describe, expect, it } from 'vitest';
import { azureDevops } from '../../src/adapters/azure-devops.ts';
import { microsoft365Portal } from '../../src/adapters/microsoft-365-portal.ts';
import { MICROSOFT_STATUS, microsoftPosts } from '../../src/adapters/microsoft-posts.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const TIMES = {
  AuthoredDateTime: '2026-03-01T09:00:00+00:00',
  LastUpdatedTime: '2026-03-01T10:00:00+00:00',
};

describe('microsoft-posts', () => {
  it('reads one post per workload; what is unknown is neither green nor an incident', () => {
    const snapshot = parse(microsoftPosts, fixture('microsoft-posts/workloads.json'));
    expect(snapshot).toMatchObject({
      status: 'degraded_performance',
      provesNothingReported: false,
      components: [
        { id: 'mail', status: 'operational' },
        { id: 'disk', status: 'degraded_performance' },
        { id: 'notes', status: 'unknown' },
      ],
      unknownWords: [{ field: 'Status', word: 'Flickering' }],
    });
    expect(snapshot.incidents).toEqual([
      expect.objectContaining({
        upstreamId: '7f0c',
        title: 'Files cannot be opened',
        status: 'investigating',
        impact: 'minor',
        startedAt: '2026-03-01T09:00:00.000Z',
        updatedAt: '2026-03-01T10:00:00.123Z',
        components: [{ id: 'disk', name: 'Example Disk' }],
        updates: [expect.objectContaining({ body: 'Some users cannot open files.' })],
      }),
    ]);
  });

  it('takes a single post that all is well for exactly that', () => {
    const snapshot = parse(microsoftPosts, fixture('microsoft-posts/single-available.json'));
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      status: 'operational',
      incidents: [],
      provesNothingReported: true,
    });
  });

  it.each([
    ['Available', 'operational', null],
    ['Operational', 'operational', null],
    ['ServiceOperational', 'operational', null],
    ['ServiceRestored', 'operational', 'resolved'],
    ['FalsePositive', 'operational', 'resolved'],
    ['PostIncidentReportPublished', 'operational', 'postmortem'],
    ['PostIncidentReviewPublished', 'operational', 'postmortem'],
    ['Resolved', 'operational', 'resolved'],
    ['Investigating', 'degraded_performance', 'investigating'],
    ['RestoringService', 'degraded_performance', 'identified'],
    ['VerifyingService', 'degraded_performance', 'monitoring'],
    ['ServiceDegradation', 'degraded_performance', 'investigating'],
    ['Degraded', 'degraded_performance', 'investigating'],
    ['ExtendedRecovery', 'degraded_performance', 'monitoring'],
    ['InvestigationSuspended', 'degraded_performance', 'investigating'],
    ['ServiceInterruption', 'major_outage', 'investigating'],
    ['Unavailable', 'major_outage', 'investigating'],
    ['Whimsical', 'unknown', 'unknown'],
  ])('reads %s as %s, an incident with it as %s', (Status, status, course) => {
    const snapshot = parse(microsoftPosts, json({ ...TIMES, Status, Title: 'Mail', Message: 'x' }));
    expect(snapshot.status).toBe(status);
    expect(snapshot.incidents[0]?.status ?? null).toBe(course);
  });

  it('has a test for every word it knows', () => {
    expect(Object.keys(MICROSOFT_STATUS)).toHaveLength(17);
  });

  it.each([[{}], [[]], [{ Status: 4 }]])('refuses %j', (value) => {
    expect(() => parse(microsoftPosts, json(value))).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
  });
});

describe('microsoft-365-portal', () => {
  it('reads a flag per service; a missing one is unknown', () => {
    const snapshot = parse(microsoft365Portal, fixture('microsoft-365-portal/one-down.json'));
    expect(snapshot).toMatchObject({ status: 'partial_outage', provesNothingReported: false });
    expect(snapshot.components.map(({ status }) => status)).toEqual([
      'operational',
      'partial_outage',
      'unknown',
    ]);
  });

  it('calls nothing fine while summary and flags disagree', () => {
    const Services = [{ Id: 'a', Name: 'A', IsUp: false }];
    expect(parse(microsoft365Portal, json({ Services, IsAllUp: true })).status).toBe('unknown');
    expect(() => parse(microsoft365Portal, json({}))).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
  });
});

describe('azure-devops', () => {
  it.each([
    ['azure-devops/health-degraded.json', 'degraded_performance'],
    ['azure-devops/page-data-numbers.json', 'major_outage'],
  ])('reads %s', (name, status) => {
    const snapshot = parse(azureDevops, fixture(name));
    expect(snapshot).toMatchObject({ status, incidents: [], provesNothingReported: false });
    expect(snapshot.components.map((one) => [one.id, one.group, one.status])).toEqual([
      ['Boards/EU', 'Boards', 'operational'],
      ['Boards/US', 'Boards', 'degraded_performance'],
      ['Repos/EU', 'Repos', 'degraded_performance'],
      ['Repos/US', 'Repos', 'major_outage'],
    ]);
  });

  it('knows no other word', () => {
    const health = json({ status: { health: 'sunny' }, services: [] });
    expect(parse(azureDevops, health)).toMatchObject({
      status: 'unknown',
      provesNothingReported: false,
      unknownWords: [{ field: 'status.health', word: 'sunny' }],
    });
    expect(() => parse(azureDevops, json({}))).toThrow(expect.objectContaining({ kind: 'parse' }));
  });
});
