import { describe, expect, it } from 'vitest';
import { awsCurrentevents } from '../../src/adapters/aws-currentevents.ts';
import { awsData } from '../../src/adapters/aws-data.ts';
import { readAwsPosts } from '../../src/adapters/aws-posts.ts';
import { awsPlace, awsTitle, isAwsRegion } from '../../src/adapters/aws-words.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const events = fixture('aws-currentevents/open-and-resolved.utf16be.json');
const data = fixture('aws-data/current-and-archive.json');
const ARN = 'arn:aws:health:eu-central-9::event/QUEUE/AWS_QUEUE_ISSUE/AWS_QUEUE_ISSUE_A1_B2';

describe('aws-currentevents', () => {
  it('reads UTF-16 by its byte order mark, seconds as seconds', () => {
    const open = incidentOf(
      parse(awsCurrentevents, events),
      'AWS_QUEUE_OPERATIONAL_ISSUE_AAAA1_BBBB2',
    );
    expect(open).toMatchObject({
      title: 'Errors – “slow”',
      status: 'identified',
      impact: 'critical',
      startedAt: '2026-03-01T13:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-01T13:30:00.000Z',
      components: [
        { id: 'queue-eu-central-9', name: 'Example Queue' },
        { id: 'names', name: 'Example Names' },
      ],
      regions: ['aws:eu-central-9'],
      services: ['aws:queue', 'aws:names'],
    });
    expect(open.updates.map(({ status }) => status)).toEqual(['investigating', 'identified']);
    expect(open.aliases).toContain('multipleservices-eu-central-9_1772370000');
    expect(URL.parse(open.url)?.searchParams.get('eventID')).toMatch(/^arn:aws:health:/);
  });

  it('ends what stays listed with status 0, and remembers how bad it was', () => {
    expect(incidentOf(parse(awsCurrentevents, events), 'AWS_LINK_ISSUE_CCCC3_DDDD4')).toMatchObject(
      {
        title: 'Packet loss',
        status: 'resolved',
        impact: 'minor',
        resolvedAt: '2026-03-01T15:46:40.000Z',
        components: [{ id: 'link-eu-central-9', name: 'Example Link' }],
      },
    );
  });

  it('takes an empty list for what AWS says when nothing is reported', () => {
    expect(parse(awsCurrentevents, fixture('aws-currentevents/nothing.json'))).toMatchObject({
      incidents: [],
      coverage: 'active-only',
      provesNothingReported: true,
    });
    expect(awsCurrentevents.recognises(json([]))).toBe(false);
  });

  it.each([
    ['0', 'resolved', 'unknown'],
    ['1', 'investigating', 'minor'],
    ['2', 'investigating', 'major'],
    ['3', 'investigating', 'critical'],
    [3, 'investigating', 'critical'],
    ['9', 'investigating', 'unknown'],
  ])('reads the number %s as %s of impact %s', (status, expected, impact) => {
    const event = { arn: ARN, date: '1772370000', status, summary: 'Errors' };
    expect(parse(awsCurrentevents, json([event])).incidents[0]).toMatchObject({
      status: expected,
      impact,
    });
  });

  it('refuses anything but a list of events', () => {
    for (const value of [{}, [{}], 'x']) {
      expect(() => parse(awsCurrentevents, json(value))).toThrow(
        expect.objectContaining({ kind: 'parse' }),
      );
    }
  });
});

describe('aws-data', () => {
  it('reads current and archived events with posts whose stamps have no day', () => {
    const snapshot = parse(awsData, data);
    expect(snapshot).toMatchObject({ coverage: 'history', provesNothingReported: true });
    const archived = incidentOf(snapshot, 'store-us-standard_1609484400');
    expect(archived).toMatchObject({
      status: 'resolved',
      impact: 'critical',
      startedAt: '2021-01-01T07:00:00.000Z',
      resolvedAt: '2021-01-01T09:05:00.000Z',
      regions: ['aws:us-east-1'],
      services: ['aws:store'],
    });
    expect(archived.updates.map(({ at }) => at)).toEqual([
      '2021-01-01T07:00:00.000Z',
      '2021-01-01T07:40:00.000Z',
      '2021-01-01T09:05:00.000Z',
    ]);
  });

  it('keeps a current event open until its number is 0, then knows its impact no more', () => {
    const snapshot = parse(awsData, data);
    expect(incidentOf(snapshot, 'names_1609520400')).toMatchObject({
      status: 'investigating',
      impact: 'minor',
      startedAt: '2021-01-01T16:55:00.000Z',
      resolvedAt: null,
      regions: ['global'],
    });
    expect(incidentOf(snapshot, 'queue-us-west-2_1609520400')).toMatchObject({
      title: 'Delays',
      status: 'resolved',
      impact: 'unknown',
      resolvedAt: '2021-01-01T18:00:00.000Z',
    });
  });

  it('refuses an object without both lists', () => {
    expect(() => parse(awsData, json({ current: [] }))).toThrow(
      expect.objectContaining({ kind: 'parse' }),
    );
  });
});

describe('awsPlace', () => {
  it.each([
    ['dynamodb-us-east-1', 'aws:dynamodb', 'aws:us-east-1'],
    ['acm-pca-me-central-1', 'aws:acm-pca', 'aws:me-central-1'],
    ['ec2-us-gov-west-1', 'aws:ec2', 'aws:us-gov-west-1'],
    ['ec2-eusc-de-east-1', 'aws:ec2', 'aws:eusc-de-east-1'],
    ['s3-us-standard', 'aws:s3', 'aws:us-east-1'],
    ['management-console', 'aws:management-console', undefined],
    ['route53', 'aws:route53', undefined],
    ['multipleservices-us-east-1', undefined, 'aws:us-east-1'],
    ['MULTIPLE_SERVICES', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %s', (key, service, region) => {
    expect(awsPlace(key)).toEqual({ ...(service && { service }), ...(region && { region }) });
  });

  it('knows regions and titles', () => {
    expect(isAwsRegion('ap-southeast-2')).toBe(true);
    expect(isAwsRegion('global')).toBe(false);
    expect(awsTitle('[RESOLVED] Errors')).toBe('Errors');
    expect(awsTitle('[解決済み]遅延 | [RESOLVED] Delays')).toBe('遅延 | Delays');
  });
});

describe('readAwsPosts', () => {
  it('passes midnight with the posts', () => {
    const post = (time: string) => `<div><span class="yellowfg">${time}</span>&nbsp;Text.</div>`;
    const html = ['11:50 PM PDT', '12:20 AM PDT', '12:05 AM PDT'].map(post).join('');
    const posts = readAwsPosts(html, '2022-07-01T06:50:00.000Z');
    expect(posts.map(({ at }) => at)).toEqual([
      '2022-07-01T06:50:00.000Z',
      '2022-07-01T07:20:00.000Z',
      '2022-07-01T07:05:00.000Z',
    ]);
    expect(readAwsPosts(html, null).map(({ at }) => at)).toEqual([null, null, null]);
  });
});
