import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { salesforceTrust } from '../../src/adapters/salesforce-trust.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const ACTIVE = fixture('salesforce-trust/active.json');
const INSTANCES = fixture('salesforce-trust/instances.json');
const PRODUCT = fixture('salesforce-trust/product.json');

const incident = (more: object = {}) => ({
  id: 1,
  status: 'Active',
  IncidentImpacts: [],
  IncidentEvents: [],
  instanceKeys: [],
  serviceKeys: [],
  ...more,
});
const instance = (more: object = {}) => ({
  key: 'NA1',
  location: 'NA',
  environment: 'production',
  status: 'OK',
  isActive: true,
  Incidents: [],
  ...more,
});
const product = (...Instances: unknown[]) => json({ key: 'Charts', Instances });
/** What is read of a list of one incident. */
const one = (more: object = {}) => {
  const [only, ...others] = parse(salesforceTrust, json([incident(more)])).incidents;
  expect(others).toEqual([]);
  return only!;
};

describe('recognises', () => {
  const without = (key: string, whole: object) =>
    json([Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key))]);

  it.each<[string, FeedDocument, boolean]>([
    ['a product', PRODUCT, true],
    ['a list of instances', INSTANCES, true],
    ['a list of incidents', ACTIVE, true],
    ['a list that begins with something else', json([7, instance()]), true],
    [
      'an incident without a status',
      json([{ id: 1, IncidentImpacts: [], IncidentEvents: [] }]),
      true,
    ],
    ['an empty list', json([]), false],
    ['a list of other things', json([{ id: 1 }, null]), false],
    ['nothing', json(null), false],
    ['a product without a key', json({ Instances: [] }), false],
    ['a product without a list', json({ key: 'P', Instances: {} }), false],
    ['one incident', json(incident()), false],
    ...['key', 'location', 'environment', 'status'].map((key): [string, FeedDocument, boolean] => [
      `an instance without ${key}`,
      without(key, instance()),
      false,
    ]),
    ...['id', 'IncidentImpacts', 'IncidentEvents'].map((key): [string, FeedDocument, boolean] => [
      `an incident without ${key}`,
      without(key, incident()),
      false,
    ]),
  ])('%s: %#', (_, document, expected) => {
    expect(salesforceTrust.recognises(document)).toBe(expected);
  });

  it('reads one document, as its address is', () => {
    const url = 'https://api.status.salesforce.com/v1/incidents/active';
    expect(salesforceTrust.documents(url)).toEqual([url]);
  });
});

describe('the list of incidents', () => {
  it('tells all of what is open', () => {
    expect(parse(salesforceTrust, ACTIVE)).toStrictEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      incidents: [
        {
          upstreamId: '20003',
          kind: 'incident',
          title: 'core service, search: performance degradation',
          status: 'identified',
          impact: 'minor',
          startedAt: '2026-03-02T08:45:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-02T10:00:00.000Z',
          updates: [
            {
              id: '5',
              at: '2026-03-02T09:00:00.000Z',
              status: 'investigating',
              body: 'Pages load slowly.',
            },
            {
              id: '6',
              at: '2026-03-02T09:30:00.000Z',
              status: 'identified',
              body: 'We have identified a slow query.',
            },
          ],
          components: [
            { name: 'core service' },
            { name: 'search' },
            { id: 'EU9', name: 'EU9' },
            { id: 'EU10', name: 'EU10' },
          ],
          regions: [],
          services: ['salesforce:coreservice', 'salesforce:search'],
          url: 'https://status.example.com/incidents/20003',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('is proof when it is empty', () => {
    expect(parse(salesforceTrust, json([]))).toMatchObject({
      coverage: 'active-only',
      provesNothingReported: true,
    });
  });

  it('covers a window as soon as one that is over stands in it', () => {
    const list = json([incident(), incident({ id: 2, status: 'Resolved' })]);
    expect(parse(salesforceTrust, list)).toMatchObject({
      coverage: 'window',
      provesNothingReported: true,
    });
  });

  it('is told once where two documents have the same', () => {
    expect(parse(salesforceTrust, ACTIVE, ACTIVE).incidents).toHaveLength(1);
  });

  it.each([
    [[{ id: 1, status: 7 }], 'unknown'],
    [[{ id: 1, status: null }], 'investigating'],
  ])('needs no more than an id: %j', (list, status) => {
    expect(parse(salesforceTrust, json(list)).incidents).toStrictEqual([
      {
        upstreamId: '1',
        kind: 'incident',
        title: 'Untitled incident',
        status,
        impact: 'unknown',
        startedAt: null,
        resolvedAt: null,
        updatedAt: null,
        updates: [],
        components: [],
        regions: [],
        services: [],
        url: 'https://status.example.com/incidents/1',
        marks: [],
      },
    ]);
  });

  it('reads on where a list holds something else', () => {
    const lists = { IncidentImpacts: 7, IncidentEvents: {}, instanceKeys: 'x', serviceKeys: [7] };
    expect(one({ ...lists, message: 'text', externalId: {} })).toEqual(one());
  });

  it.each([
    [json([{ key: 'NA1' }]), /^salesforce-trust: unexpected shape: 0: /],
    [json([{}]), /^salesforce-trust: unexpected shape: 0: /],
    [json({ key: 'P' }), /^salesforce-trust: unexpected shape: Instances: /],
    [json({ Instances: [instance()] }), /^salesforce-trust: unexpected shape: key: /],
    [product(), /^salesforce-trust: unexpected shape: Instances: Too small/],
    [product({ status: 'OK' }), /^salesforce-trust: unexpected shape: Instances\.0\.key: /],
  ])('refuses another shape: %#', (document, message) => {
    expect(() => parse(salesforceTrust, document)).toThrow(
      expect.objectContaining({ kind: 'parse', message: expect.stringMatching(message) }),
    );
  });
});

describe('the state of an incident', () => {
  const event = (id: number, type: string, createdAt: string | null = null, message = '') => ({
    id,
    type,
    message,
    createdAt,
  });

  it.each([
    ['Active', 'investigating'],
    ['open', 'investigating'],
    ['Resolved', 'resolved'],
    ['closed', 'resolved'],
    ['odd', 'unknown'],
  ])('%s is %s', (status, expected) => {
    expect(one({ status }).status).toBe(expected);
  });

  it('reports words it does not know', () => {
    const list = [incident({ status: 'odd', IncidentImpacts: [{ severity: 'huge' }] })];
    expect(parse(salesforceTrust, json(list)).unknownWords).toEqual([
      { field: 'incident.status', word: 'odd' },
      { field: 'impact.severity', word: 'huge' },
    ]);
  });

  it.each([
    ['Active', 'identified', 'identified'],
    ['Active', 'monitoring', 'monitoring'],
    ['Active', 'resolved', 'investigating'],
    ['Resolved', 'monitoring', 'resolved'],
    ['odd', 'identified', 'unknown'],
    [null, 'monitoring', 'monitoring'],
    [null, 'resolved', 'resolved'],
    [undefined, 'identified', 'identified'],
    [undefined, undefined, 'investigating'],
  ])('%s with the newest event %s is %s', (status, type, expected) => {
    const IncidentEvents = type === undefined ? [] : [event(1, type)];
    expect(one({ status, IncidentEvents }).status).toBe(expected);
  });

  it('goes by the time of events, not by their place', () => {
    const { updates, status } = one({
      IncidentEvents: [
        event(3, 'monitoring', '2026-03-02T11:00:00Z'),
        event(1, 'investigating', '2026-03-02T09:00:00Z'),
        event(2, 'updateOnCurrentStatus', '2026-03-02T10:00:00Z', '<p>Still <b>looking</b>.</p>'),
      ],
    });
    expect(status).toBe('monitoring');
    expect(updates.map((update) => [update.id, update.status, update.body])).toEqual([
      ['1', 'investigating', ''],
      ['2', 'investigating', 'Still looking.'],
      ['3', 'monitoring', ''],
    ]);
  });

  it('takes the word of an event before its text, and the text where the word says nothing', () => {
    const { updates } = one({
      IncidentEvents: [
        event(0, 'customerAnnouncement', null, 'Slow pages.'),
        event(1, 'issueIdentified', null, 'We are investigating.'),
        event(2, 'customerAnnouncement', null, 'We are monitoring the results.'),
        { id: 3, type: 7, message: 9 },
      ],
    });
    expect(updates.map(({ status }) => status)).toEqual([
      'investigating',
      'identified',
      'monitoring',
      'monitoring',
    ]);
    expect(updates.map(({ body }) => body)).toEqual([
      'Slow pages.',
      'We are investigating.',
      'We are monitoring the results.',
      '',
    ]);
  });
});
