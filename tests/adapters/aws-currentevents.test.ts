import { describe, expect, it } from 'vitest';
import { awsCurrentevents } from '../../src/adapters/aws-currentevents.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const FIXTURE = fixture('aws-currentevents/open-and-resolved.utf16be.json');
const QUEUE =
  'arn:aws:health:eu-central-9::event/QUEUE/AWS_QUEUE_OPERATIONAL_ISSUE/AWS_QUEUE_OPERATIONAL_ISSUE_AAAA1_BBBB2';
const LINK = 'arn:aws:health:eu-central-9::event/LINK/AWS_LINK_ISSUE/AWS_LINK_ISSUE_CCCC3_DDDD4';
const pageOf = (arn: string) =>
  `https://health.aws.amazon.com/health/status?eventID=${encodeURIComponent(arn)}`;
const at = (clock: string) => `2026-03-01T${clock}.000Z`;
/** 13:00 UTC. */
const START = 1772370000;

function read(fields: Record<string, unknown> = {}) {
  const event = { arn: LINK, date: `${START}`, status: '1', summary: 'Errors', ...fields };
  const snapshot = parse(awsCurrentevents, json([event]));
  const [incident] = snapshot.incidents;
  if (incident === undefined) throw new Error('no incident');
  return { ...incident, unknownWords: snapshot.unknownWords };
}
const log = (
  ...entries: [message: string | null, minutes: number, status?: unknown, summary?: string][]
) => ({
  event_log: entries.map(([message, minutes, status = 1, summary = 'Errors']) => ({
    message,
    status,
    summary,
    timestamp: START + minutes * 60,
  })),
});

describe('aws-currentevents', () => {
  it('reads UTF-16 by its byte order mark: what is open, and what stays listed with status 0', () => {
    expect(parse(awsCurrentevents, FIXTURE)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'AWS_QUEUE_OPERATIONAL_ISSUE_AAAA1_BBBB2',
          aliases: [QUEUE, 'multipleservices-eu-central-9_1772370000'],
          kind: 'incident',
          title: 'Errors – “slow”',
          status: 'identified',
          impact: 'critical',
          startedAt: at('13:00:00'),
          resolvedAt: null,
          updatedAt: at('13:30:00'),
          updates: [
            {
              id: at('13:00:00'),
              at: at('13:00:00'),
              status: 'investigating',
              body: 'We are investigating.',
            },
            {
              id: at('13:30:00'),
              at: at('13:30:00'),
              status: 'identified',
              body: 'We have identified the cause.',
            },
          ],
          components: [
            { id: 'queue-eu-central-9', name: 'Example Queue' },
            { id: 'names', name: 'Example Names' },
          ],
          regions: ['aws:eu-central-9'],
          services: ['aws:queue', 'aws:names'],
          url: pageOf(QUEUE),
          marks: [],
        },
        {
          upstreamId: 'AWS_LINK_ISSUE_CCCC3_DDDD4',
          aliases: [LINK, 'link-eu-central-9_1772370000'],
          kind: 'incident',
          title: 'Packet loss',
          status: 'resolved',
          impact: 'minor',
          startedAt: at('13:00:00'),
          resolvedAt: at('15:46:40'),
          updatedAt: at('15:46:40'),
          updates: [
            {
              id: at('13:00:00'),
              at: at('13:00:00'),
              status: 'investigating',
              body: 'We see packet loss.',
            },
          ],
          components: [{ id: 'link-eu-central-9', name: 'Example Link' }],
          regions: ['aws:eu-central-9'],
          services: ['aws:link'],
          url: pageOf(LINK),
          marks: [],
        },
      ],
    });
  });

  it('takes an empty list for what AWS says when nothing is reported', () => {
    expect(parse(awsCurrentevents, fixture('aws-currentevents/nothing.json'))).toMatchObject({
      incidents: [],
      provesNothingReported: true,
    });
  });

  it.each([
    ['a list of events', [{ arn: LINK, event_log: [] }], true],
    ['an empty list', [], false],
    ['another ARN', [{ arn: 'arn:other', event_log: [] }], false],
    ['events without a log', [{ arn: LINK }], false],
    ['a log that is none', [{ arn: LINK, event_log: {} }], false],
    ['no list', { arn: LINK, event_log: [] }, false],
  ])('recognises %s: %s', (_name, value, isRecognised) => {
    expect(awsCurrentevents.recognises(json(value))).toBe(isRecognised);
  });

  it('has one document, and refuses anything but a list of events', () => {
    expect(awsCurrentevents.format).toBe('aws-currentevents');
    expect(awsCurrentevents.documents('https://a.example/x')).toEqual(['https://a.example/x']);
    for (const value of [{}, [{}], 'x', [{ arn: LINK }], [{ summary: 'Errors' }]]) {
      expect(() => parse(awsCurrentevents, json(value))).toThrow(
        expect.objectContaining({
          kind: 'parse',
          message: expect.stringMatching(/^aws-currentevents: unexpected shape: /),
        }),
      );
    }
  });

  it('reads an event that lacks most of it', () => {
    expect(read({ arn: 'arn:other', date: null, summary: '', status: null })).toEqual({
      upstreamId: 'arn:other',
      aliases: ['arn:other'],
      kind: 'incident',
      title: 'AWS event',
      status: 'investigating',
      impact: 'unknown',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [],
      regions: ['global'],
      services: [],
      url: CONTEXT.statusPage,
      marks: [],
      unknownWords: [],
    });
    expect(read({ arn: `${LINK}/` }).upstreamId).toBe(`${LINK}/`);
    expect(read({ summary: '[RESOLVED]', service_name: ' Links ' }).title).toBe('Links');
    expect(read({ service: 'link', date: null }).aliases).toEqual([LINK]);
  });
});

describe('state and impact', () => {
  it.each([
    ['0', 'resolved', 'unknown'],
    [0, 'resolved', 'unknown'],
    ['1', 'investigating', 'minor'],
    ['2', 'investigating', 'major'],
    ['3', 'investigating', 'critical'],
    [3, 'investigating', 'critical'],
  ])('reads the number %j as %s of impact %s', (status, state, impact) => {
    expect(read({ status })).toMatchObject({ status: state, impact, unknownWords: [] });
  });

  it('notes a number it does not know', () => {
    expect(read({ status: '9' })).toMatchObject({
      status: 'investigating',
      impact: 'unknown',
      unknownWords: [{ field: 'event.status', word: '9' }],
    });
  });

  it('remembers the worst of log and services', () => {
    expect(read({ status: '0', ...log(['A', 0, 3], ['B', 1, null]) })).toMatchObject({
      impact: 'critical',
      unknownWords: [],
    });
    const impacted_services = { link: { current: '0', max: '2' }, names: { current: '3' } };
    expect(read({ status: '1', impacted_services })).toMatchObject({
      impact: 'major',
      unknownWords: [],
    });
  });

  it.each([
    ['We are investigating.', 'investigating'],
    ['We have identified the cause.', 'identified'],
    ['We continue to monitor.', 'monitoring'],
    ['Some regions have recovered.', 'investigating'],
    [null, 'investigating'],
  ])('goes on as the newest post says: %j', (message, status) => {
    const incident = read(log(['First.', 0], [message, 5]));
    expect([incident.status, incident.updates[1]?.status]).toEqual([status, status]);
  });

  it.each([
    ['its number', log(['Over.', 5, 0])],
    ['its summary', log(['Over.', 5, 1, '[RESOLVED] Errors'])],
  ])('does not take an ended post for the end of an open event: %s', (_name, fields) => {
    const incident = read(fields);
    expect([incident.status, incident.updates[0]?.status]).toEqual(['monitoring', 'resolved']);
    expect(incident.resolvedAt).toBeNull();
  });

  it('ends as it says, else with the post that says so, else with the newest', () => {
    const ended = { status: '0', ...log(['A', 0], ['B', 5, 0], ['C', 9, 0]) };
    const end = (fields: Record<string, unknown>) => {
      const { resolvedAt, updatedAt } = read({ status: '0', ...fields });
      return [resolvedAt, updatedAt];
    };
    expect(end({ ...ended, end_time: START + 120 })).toEqual([at('13:02:00'), at('13:09:00')]);
    expect(end(ended)).toEqual([at('13:05:00'), at('13:09:00')]);
    expect(end(log(['A', 0], ['B', 5]))).toEqual([at('13:05:00'), at('13:05:00')]);
    expect(end({})).toEqual([null, at('13:00:00')]);
    expect(read({ summary: '[RESOLVED] Errors', ...log(['A', 5]) })).toMatchObject({
      status: 'resolved',
      resolvedAt: at('13:05:00'),
    });
  });

  it('takes no end from an open event', () => {
    expect(read({ end_time: START + 60 })).toMatchObject({
      resolvedAt: null,
      updatedAt: at('13:00:00'),
    });
  });
});

describe('posts, places and services', () => {
  it('begin with the earlier of event and first post, each with an id of its own', () => {
    const incident = read({ ...log(['B', 0], ['A', -5], ['C', 0]) });
    expect(incident.startedAt).toBe(at('12:55:00'));
    expect(incident.updates.map(({ id, body }) => [id, body])).toEqual([
      [at('12:55:00'), 'A'],
      [at('13:00:00'), 'B'],
      [`${at('13:00:00')}-2`, 'C'],
    ]);
    const undated = read({ event_log: [{ message: 'A' }, {}] }).updates;
    expect(undated).toEqual([
      { id: 'post', at: null, status: 'investigating', body: 'A' },
      { id: 'post-2', at: null, status: 'investigating', body: '' },
    ]);
  });

  it.each([
    ['the ARN', { arn: LINK.replace('eu-central-9', 'US-East-1') }, ['aws:us-east-1']],
    [
      'the service',
      { arn: 'arn:aws:health:global::event/A/B/C', service: 'x-us-west-2' },
      ['aws:us-west-2'],
    ],
    [
      'the services',
      { impacted_services: { 'x-us-west-2': {}, 'y-eu-central-9': {} } },
      ['aws:eu-central-9', 'aws:us-west-2'],
    ],
    ['nothing', { arn: 'arn:aws:health:global::event/A/B/C' }, ['global']],
    ['nothing', { arn: 'arn:aws' }, ['global']],
  ])('name regions in %s', (_name, fields, regions) => {
    expect(read(fields).regions).toEqual(regions);
  });

  it('name services without regions, each once, by the names AWS shows', () => {
    const impacted_services = {
      'mail-us-west-2': { service_name: ' <b>Mail</b> ' },
      'mail-us-east-1': { service_name: 5 },
      ' ': {},
    };
    expect(read({ service: 'multipleservices-us-west-2', impacted_services })).toMatchObject({
      services: ['aws:mail'],
      components: [
        { id: 'mail-us-west-2', name: 'Mail' },
        { id: 'mail-us-east-1', name: 'mail-us-east-1' },
      ],
    });
    expect(read({ service: 'link', impacted_services: {} }).components).toEqual([
      { id: 'link', name: 'link' },
    ]);
  });

  it('warns of a document it cannot read beside one it can', () => {
    const { incidents, warnings } = parse(awsCurrentevents, json({}, 'https://b.example'), FIXTURE);
    expect(incidents).toHaveLength(2);
    expect(warnings).toEqual([expect.stringMatching(/^https:\/\/b\.example: aws-currentevents: /)]);
  });
});
