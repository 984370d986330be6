import { describe, expect, it } from 'vitest';
import { BETTERSTACK_STATE, betterstack } from '../../src/adapters/betterstack.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
const item = (type: string, id: string, attributes: object, more: object = {}) => ({
  id,
  type,
  attributes,
  ...more,
});
const page = (...included: object[]) =>
  json({ data: { attributes: { aggregate_state: 'operational' } }, included });
const affecting = (...states: string[]) => ({
  affected_resources: states.map((status) => ({ status_page_resource_id: 10, status })),
});

/** A report with its posts, [time, message, states of what they list]; the page reads at 12:00. */
function read(attributes: object, ...posts: [string, string | null, ...string[]][]) {
  const updates = posts.map(([clock, message, ...states], index) =>
    item('status_update', `u${index}`, {
      published_at: at(clock),
      message,
      ...affecting(...states),
    }),
  );
  const data = updates.map(({ id }) => ({ id, type: 'status_update' }));
  const report = item(
    'status_report',
    'r',
    { title: 'Late', ...attributes },
    {
      relationships: { status_updates: { data } },
    },
  );
  const resource = item('status_page_resource', '10', {
    public_name: 'Ledger',
    status: 'operational',
  });
  const { incidents, unknownWords } = parse(betterstack, page(resource, report, ...updates));
  return { ...incidents[0]!, unknownWords };
}

describe('betterstack', () => {
  it('reads resources, reports and their posts', () => {
    const components = [{ id: '10', name: 'Ledger' }];
    const common = { kind: 'incident', components, regions: [], services: [], url: '' };
    expect(parse(betterstack, fixture('betterstack/reports.json'))).toEqual({
      coverage: 'window',
      status: 'major_outage',
      components: [{ id: '10', name: 'Ledger', status: 'major_outage', group: 'Core' }],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          ...common,
          upstreamId: '20',
          title: 'Ledger offline',
          status: 'identified',
          impact: 'critical',
          marks: ['impact-derived'],
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [
            {
              id: '31',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: 'We are looking into it.',
            },
            {
              id: '32',
              at: '2026-02-03T08:20:00.000Z',
              status: 'identified',
              body: 'The cause has been identified.',
            },
          ],
        },
        {
          ...common,
          upstreamId: '21',
          title: 'Slow search',
          status: 'resolved',
          impact: 'unknown',
          marks: [],
          startedAt: '2026-02-01T08:00:00.000Z',
          resolvedAt: '2026-02-01T09:00:00.000Z',
          updatedAt: '2026-02-01T09:00:00.000Z',
          updates: [
            {
              id: '41',
              at: '2026-02-01T09:00:00.000Z',
              status: 'resolved',
              body: 'Search is quick again.',
            },
          ],
        },
      ],
    });
  });

  it.each(Object.entries(BETTERSTACK_STATE))('reads %s as %s', (word, status) => {
    const document = json({
      data: { attributes: { aggregate_state: word } },
      included: [item('status_page_resource', '1', { public_name: ' A ', status: word })],
    });
    expect(parse(betterstack, document)).toMatchObject({
      status,
      components: [{ id: '1', name: 'A', status }],
      unknownWords: [],
    });
  });

  it('names the place of every word it does not know', () => {
    const document = json({
      data: { attributes: { aggregate_state: 'w1' } },
      included: [
        item('status_page_resource', '1', { status: 'w2' }),
        item('status_report', '2', { aggregate_state: 'w3', ...affecting('w4') }),
      ],
    });
    const { unknownWords } = parse(betterstack, document);
    expect(Object.fromEntries(unknownWords.map(({ field, word }) => [word, field]))).toEqual({
      w1: 'page.aggregate_state',
      w2: 'resource.status',
      w3: 'report.aggregate_state',
      w4: 'affected_resource.status',
    });
  });

  it('names resources, with the section they stand in where there is one', () => {
    const resource = (id: string, more: object) =>
      item('status_page_resource', id, { status: 'operational', ...more });
    const document = page(
      item('status_page_section', '5', { name: ' Core ' }),
      item('status_page_section', '6', { name: null }),
      resource('1', { public_name: 'A', status_page_section_id: '5' }),
      resource('2', { public_name: 'B', status_page_section_id: 6 }),
      resource('3', { status_page_section_id: 7 }),
      resource('4', { public_name: 'D', status_page_section_id: { toString: 5 } }),
    );
    expect(parse(betterstack, document).components).toEqual([
      { id: '1', name: 'A', status: 'operational', group: 'Core' },
      { id: '2', name: 'B', status: 'operational' },
      { id: '3', name: 'Resource 3', status: 'operational' },
      { id: '4', name: 'D', status: 'operational' },
    ]);
  });

  it.each([
    ['operational', 'none'],
    ['degraded', 'minor'],
    ['downtime', 'critical'],
    ['maintenance', 'none'],
  ])('derives from a resource that is %s an impact %s', (state, impact) => {
    const report = { aggregate_state: 'degraded', ...affecting(state, 'resolved') };
    expect(read(report)).toMatchObject({ impact, marks: ['impact-derived'] });
  });

  it('counts what its posts affected, too', () => {
    const report = { aggregate_state: 'degraded', ...affecting('degraded') };
    expect(read(report, ['08:00', 'x', 'downtime'])).toMatchObject({
      impact: 'critical',
      components: [{ id: '10', name: 'Ledger' }],
    });
  });

  it.each([
    ['We have identified the cause.', 'identified'],
    ['We are monitoring the fix.', 'monitoring'],
    ['This has been resolved.', 'investigating'],
    ['Scheduled: tonight.', 'investigating'],
    [null, 'investigating'],
  ])('is after the newest post "%s" %s, while the report is open', (message, status) => {
    const older: [string, string] = ['07:00', 'Monitoring: wrong order'];
    const oldest: [string, string] = ['06:00', 'Identified: wrong order'];
    const report = { aggregate_state: 'degraded' };
    expect(read(report, older, ['08:00', message], oldest).status).toBe(status);
    expect(read(report, ['08:00', message], older, oldest).status).toBe(status);
    expect(read(report).status).toBe('investigating');
  });

  it.each([
    ['We have identified the cause.', ['downtime'], 'identified'],
    ['This has been resolved.', ['downtime'], 'unknown'],
    ['This has been resolved.', [], 'unknown'],
    ['Words.', ['resolved'], 'resolved'],
    ['Words.', ['resolved', 'downtime'], 'unknown'],
    ['Words.', [], 'unknown'],
    [null, [], 'unknown'],
  ] as const)('reads a post "%s" that lists %j as %s', (message, states, status) => {
    const report = { aggregate_state: 'degraded' };
    expect(read(report, ['08:00', message, ...states]).updates).toEqual([
      { id: 'u0', at: at('08:00'), status, body: message ?? '' },
    ]);
  });

  it.each([
    ['operational', at('11:00'), 'in_progress', null],
    ['operational', at('12:01'), 'scheduled', null],
    ['maintenance', at('08:00'), 'in_progress', null],
    ['resolved', at('08:00'), 'completed', at('13:00')],
  ])('reads a maintenance that is %s from %s as %s', (aggregate_state, starts_at, status, end) => {
    const raw = { report_type: 'maintenance', aggregate_state, starts_at, ends_at: at('13:00') };
    expect(read(raw)).toMatchObject({
      kind: 'maintenance',
      status,
      impact: 'none',
      startedAt: starts_at,
      scheduledFor: starts_at,
      scheduledUntil: at('13:00'),
      resolvedAt: end,
      updatedAt: null,
    });
  });

  it('ends a report when it says so; an open one has no end, whatever is announced', () => {
    const times = { starts_at: at('08:00'), ends_at: at('09:30') };
    const over = read({ ...times, aggregate_state: 'resolved' }, ['09:00', 'Words.', 'resolved']);
    expect(over).toMatchObject({ status: 'resolved', resolvedAt: at('09:30') });
    expect(over).not.toHaveProperty('scheduledFor');
    expect(read({ ...times, aggregate_state: 'degraded' }).resolvedAt).toBeNull();
  });

  it('leaves out posts and resources that are not there', () => {
    const report = item(
      'status_report',
      '2',
      { aggregate_state: 'degraded', ...affecting('degraded') },
      {
        relationships: { status_updates: { data: [{ id: 'gone' }] } },
      },
    );
    expect(parse(betterstack, page(report)).incidents).toMatchObject([
      { title: 'Untitled incident', updates: [], components: [] },
    ]);
    const bare = item('status_report', '3', { aggregate_state: 'degraded' }, { relationships: {} });
    expect(parse(betterstack, page(bare)).incidents[0]?.updates).toEqual([]);
  });

  it('is recognised by the state of the page, and needs its list', () => {
    expect(betterstack.recognises(page())).toBe(true);
    expect(betterstack.recognises(json({ data: { attributes: {} } }))).toBe(false);
    expect(betterstack.recognises(json({ data: [] }))).toBe(false);
    expect(() =>
      parse(betterstack, json({ data: { attributes: { aggregate_state: 'x' } } })),
    ).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message:
          'betterstack: unexpected shape: included: Invalid input: expected array, received undefined',
      }),
    );
  });

  it.each([
    'https://b.example/de',
    'https://b.example/de//',
    'https://b.example/de/index.json',
    'https://b.example/de/index.json/',
  ])('asks for the index of the page, given %s', (url) => {
    expect(betterstack.documents(url)).toEqual(['https://b.example/de/index.json']);
  });
});
