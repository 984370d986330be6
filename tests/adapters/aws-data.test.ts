import { describe, expect, it } from 'vitest';
import { awsData } from '../../src/adapters/aws-data.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const FIXTURE = fixture('aws-data/current-and-archive.json');
const { statusPage } = CONTEXT;

/** One event, in the list `current` unless told otherwise. */
function read(fields: Record<string, unknown>, list: 'current' | 'archive' = 'current') {
  const event = { service: 'queue-us-west-2', summary: 'Delays', date: '1609520400', ...fields };
  const snapshot = parse(awsData, json({ current: [], archive: [], [list]: [event] }));
  return { ...snapshot.incidents[0], unknownWords: snapshot.unknownWords };
}
const post = (time: string, text: string) => `<span class="yellowfg">${time}</span>&nbsp;${text}`;

describe('aws-data', () => {
  it('reads current and archived events with posts whose stamps have no day', () => {
    expect(parse(awsData, FIXTURE)).toEqual({
      coverage: 'history',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'names_1609520400',
          kind: 'incident',
          title: 'Slow answers',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2021-01-01T16:55:00.000Z',
          resolvedAt: null,
          updatedAt: '2021-01-01T16:55:00.000Z',
          updates: [
            {
              id: '2021-01-01T16:55:00.000Z',
              at: '2021-01-01T16:55:00.000Z',
              status: 'investigating',
              body: 'We are investigating.',
            },
          ],
          components: [{ id: 'names', name: 'Example Names' }],
          regions: ['global'],
          services: ['aws:names'],
          url: statusPage,
          marks: [],
        },
        {
          upstreamId: 'queue-us-west-2_1609520400',
          kind: 'incident',
          title: 'Delays',
          status: 'resolved',
          // Its number is 0 now: how bad it had been is not told any more.
          impact: 'unknown',
          startedAt: '2021-01-01T17:00:00.000Z',
          resolvedAt: '2021-01-01T18:00:00.000Z',
          updatedAt: '2021-01-01T18:00:00.000Z',
          updates: [
            {
              id: '2021-01-01T17:00:00.000Z',
              at: '2021-01-01T17:00:00.000Z',
              status: 'investigating',
              body: 'We are investigating.',
            },
            {
              id: '2021-01-01T18:00:00.000Z',
              at: '2021-01-01T18:00:00.000Z',
              status: 'resolved',
              body: 'It works again.',
            },
          ],
          components: [{ id: 'queue-us-west-2', name: 'Example Queue (Oregon)' }],
          regions: ['aws:us-west-2'],
          services: ['aws:queue'],
          url: statusPage,
          marks: [],
        },
        {
          upstreamId: 'store-us-standard_1609484400',
          kind: 'incident',
          title: 'Errors',
          status: 'resolved',
          impact: 'critical',
          startedAt: '2021-01-01T07:00:00.000Z',
          resolvedAt: '2021-01-01T09:05:00.000Z',
          updatedAt: '2021-01-01T09:05:00.000Z',
          updates: [
            {
              id: '2021-01-01T07:00:00.000Z',
              at: '2021-01-01T07:00:00.000Z',
              status: 'investigating',
              body: 'We are investigating.',
            },
            {
              id: '2021-01-01T07:40:00.000Z',
              at: '2021-01-01T07:40:00.000Z',
              status: 'identified',
              body: 'We have identified the cause.',
            },
            {
              id: '2021-01-01T09:05:00.000Z',
              at: '2021-01-01T09:05:00.000Z',
              status: 'resolved',
              body: 'The issue has been resolved.',
            },
          ],
          components: [{ id: 'store-us-standard', name: 'Example Store (N. Virginia)' }],
          regions: ['aws:us-east-1'],
          services: ['aws:store'],
          url: statusPage,
          marks: [],
        },
      ],
    });
  });

  it('is recognised by its two lists', () => {
    expect(awsData.format).toBe('aws-data');
    expect(awsData.documents('https://a.example/data.json')).toEqual([
      'https://a.example/data.json',
    ]);
    expect(awsData.recognises(FIXTURE)).toBe(true);
    expect(awsData.recognises(json({ archive: [], current: [] }))).toBe(true);
    expect(awsData.recognises(json({ archive: [] }))).toBe(false);
    expect(awsData.recognises(json({ current: [], archive: {} }))).toBe(false);
  });

  it('refuses anything without both lists of events', () => {
    for (const value of [{ current: [] }, { archive: [] }, { archive: [{}], current: [] }, []]) {
      expect(() => parse(awsData, json(value))).toThrow(
        expect.objectContaining({
          kind: 'parse',
          message: expect.stringMatching(/^aws-data: unexpected shape: /),
        }),
      );
    }
  });

  it.each([
    ['0', 'resolved', 'unknown', []],
    ['1', 'investigating', 'minor', []],
    [2, 'investigating', 'major', []],
    ['3', 'investigating', 'critical', []],
    ['9', 'investigating', 'unknown', [{ field: 'event.status', word: '9' }]],
    [null, 'investigating', 'unknown', [{ field: 'event.status', word: '(missing)' }]],
  ])('reads the number %j as %s of impact %s', (status, state, impact, unknownWords) => {
    expect(read({ status })).toMatchObject({ status: state, impact, unknownWords });
  });

  it('takes what is archived, or marked as resolved, for over, whatever its number', () => {
    const description = post('9:00 AM PST', 'We are investigating.');
    const over = { status: 'resolved', impact: 'major', resolvedAt: '2021-01-01T17:00:00.000Z' };
    expect(read({ status: '2', description }, 'archive')).toMatchObject(over);
    expect(read({ status: '2', description, summary: '[RESOLVED] Delays' })).toMatchObject(over);
    expect(read({ status: '2' }, 'archive')).toMatchObject({
      status: 'resolved',
      resolvedAt: null,
      updatedAt: '2021-01-01T17:00:00.000Z',
      updates: [],
    });
  });

  it('goes on as its newest post says, and is not over before its number is 0', () => {
    const state = (text: string) =>
      read({ status: '2', description: post('9:00 AM PST', text) }).status;
    expect(state('We have identified the cause.')).toBe('identified');
    expect(state('We continue to monitor.')).toBe('monitoring');
    expect(state('The issue has been resolved.')).toBe('investigating');
  });

  it('reads an event that lacks most of it', () => {
    expect(read({ date: null, summary: '', status: '1', service: 'names' })).toEqual({
      upstreamId: 'names_',
      kind: 'incident',
      title: 'names',
      status: 'investigating',
      impact: 'minor',
      startedAt: null,
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [{ id: 'names', name: 'names' }],
      regions: ['global'],
      services: ['aws:names'],
      url: statusPage,
      marks: [],
      unknownWords: [],
    });
    expect(read({ date: 'soon' }).upstreamId).toBe('queue-us-west-2_Delays');
    expect(read({ summary: '[RESOLVED]', service_name: ' Queue ' }).title).toBe('Queue');
    expect(read({ service: 'multipleservices-us-west-2' })).toMatchObject({
      regions: ['aws:us-west-2'],
      services: [],
    });
  });

  it('warns of a document it cannot read beside one it can', () => {
    const { incidents, warnings } = parse(awsData, json({}, 'https://b.example'), FIXTURE);
    expect(incidents).toHaveLength(3);
    expect(warnings).toEqual([expect.stringMatching(/^https:\/\/b\.example: aws-data: /)]);
  });
});
