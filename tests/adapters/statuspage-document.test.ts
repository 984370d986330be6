import { describe, expect, it } from 'vitest';
import type { AdapterContext } from '../../src/adapters/adapter.ts';
import { createWordReader } from '../../src/adapters/read/words.ts';
import {
  coverageOf,
  isUlid,
  readStatuspageDocuments,
} from '../../src/adapters/statuspage-document.ts';
import { STATUSPAGE_DOCUMENT } from '../../src/adapters/statuspage-wire.ts';
import { CONTEXT } from './read-json-fixture.ts';

const ULID = '01J00000000000000000000900';
const page = { id: 'p1', url: 'https://status.example.com' };
const open = { incidents: [], scheduled_maintenances: [] };
const incident = { id: 'i1', name: 'Trouble', status: 'investigating', impact: 'minor' };

function read(documents: readonly object[], context: Partial<AdapterContext> = {}) {
  const words = createWordReader();
  const readings = documents.map((document) => STATUSPAGE_DOCUMENT.parse({ page, ...document }));
  const reading = readStatuspageDocuments(readings, { ...CONTEXT, ...context }, words);
  return { ...reading, coverage: coverageOf(reading), unknownWords: words.unknownWords };
}

describe('the lists of a Statuspage page', () => {
  const ofTheirs = { page: { ...page, id: ULID } };
  const status = { indicator: 'none' };

  it.each([
    ['a summary', [{ status, components: [], ...open }], true, false, false, 'active-only'],
    [
      'a summary of nothing but states',
      [{ status, components: [] }],
      false,
      false,
      false,
      'window',
    ],
    [
      'one without maintenances',
      [{ status, components: [], incidents: [] }],
      false,
      false,
      false,
      'window',
    ],
    [
      'one without incidents',
      [{ status, components: [], scheduled_maintenances: [] }],
      false,
      false,
      false,
      'window',
    ],
    ['one without components', [{ status, ...open }], false, false, false, 'window'],
    ['the newest incidents', [{ incidents: [] }], false, true, false, 'window'],
    ['the newest maintenances', [{ scheduled_maintenances: [] }], false, false, true, 'window'],
    [
      'all three',
      [{ status, components: [], ...open }, { incidents: [] }, { scheduled_maintenances: [] }],
      true,
      true,
      true,
      'window',
    ],
    [
      'a summary and incidents',
      [{ status, components: [], ...open }, { incidents: [] }],
      true,
      true,
      false,
      'active-only',
    ],
    [
      'a summary and maintenances',
      [{ status, components: [], ...open }, { scheduled_maintenances: [] }],
      true,
      false,
      true,
      'active-only',
    ],
  ])('with %s', (_, documents, isOpen, newest, maintenances, coverage) => {
    const { lists, coverage: found } = read(documents);
    expect(lists).toEqual({ open: isOpen, newest, maintenances });
    expect(found).toBe(coverage);
  });

  it.each([
    ['none', {}, true],
    ['none', { incidents: null, scheduled_maintenances: null }, true],
    ['major', {}, false],
    ['major', { scheduled_maintenances: [] }, false],
    ['major', { incidents: [] }, true],
    ['maintenance', {}, false],
    ['maintenance', { incidents: [] }, false],
    ['maintenance', { scheduled_maintenances: [] }, true],
    ['sparkling', {}, false],
  ])(
    'of incident.io may be left out while its state %s does not ask for them: %j',
    (indicator, lists, isOpen) => {
      const summary = { ...ofTheirs, status: { indicator }, components: [], ...lists };
      expect(read([summary]).lists.open).toBe(isOpen);
    },
  );
});

describe('isUlid', () => {
  it.each([
    [ULID, true],
    [`0${ULID}`, false],
    [`${ULID}0`, false],
    [ULID.slice(1), false],
    ['81J00000000000000000000900', false],
    ['01J0000000000000000000090U', false],
    ['01j00000000000000000000900', false],
    ['kctbh9vrtdwd', false],
  ])('%s: %s', (id, expected) => {
    expect(isUlid(id)).toBe(expected);
  });
});

describe('the state of a Statuspage page', () => {
  it('is what the first document says that says one', () => {
    expect(read([{ incidents: [] }]).status).toBeNull();
    const major = { status: { indicator: 'major' } };
    const minor = { status: { indicator: 'minor' } };
    expect(read([{ incidents: [] }, major, minor]).status).toBe('partial_outage');
  });

  it('is told to webhooks beside the name of the page', () => {
    const hooked = { page: { ...page, status_indicator: 'critical' }, incident };
    const { status, incidents, lists } = read([hooked]);
    expect(status).toBe('major_outage');
    expect(incidents).toMatchObject([{ upstreamId: 'i1', kind: 'incident' }]);
    expect(lists).toEqual({ open: false, newest: false, maintenances: false });
  });

  it('is unknown where a status is there without a word', () => {
    const { status, unknownWords } = read([{ status: {} }]);
    expect(status).toBe('unknown');
    expect(unknownWords).toEqual([{ field: 'status.indicator', word: '(missing)' }]);
  });
});

describe('the components of a Statuspage page', () => {
  const components = [
    { id: 'g1', name: ' Storage ', status: 'major_outage', group: true },
    { id: 'g2', name: 'Search', status: 'operational', group: true },
    { id: 'c1', name: 'North', status: 'major_outage', group_id: 'g1' },
    { id: 'c2', name: 'North', status: 'operational', group_id: 'g2' },
    { id: 'c3', name: 'North', status: 'operational' },
    { id: 'c4', name: 'Tape', status: 'operational', group_id: 'g1' },
    { id: 'c5', name: 'Nested under a leaf', status: 'operational', group_id: 'c3' },
    { id: 'c6', name: ' Visit www.example.com for more information', status: 'operational' },
    { id: 'c7', name: 'Hidden well', status: 'operational', only_show_if_degraded: true },
    { id: 'c8', name: 'Hidden ill', status: 'partial_outage', only_show_if_degraded: true },
  ];

  it('are its leaves, without advertisements and what is hidden while it works', () => {
    expect(read([{ incidents: [] }, { components }]).components).toStrictEqual([
      { id: 'c1', name: 'North', status: 'major_outage', group: 'Storage' },
      { id: 'c2', name: 'North', status: 'operational', group: 'Search' },
      { id: 'c3', name: 'North', status: 'operational' },
      { id: 'c4', name: 'Tape', status: 'operational', group: 'Storage' },
      { id: 'c5', name: 'Nested under a leaf', status: 'operational' },
      { id: 'c8', name: 'Hidden ill', status: 'partial_outage' },
    ]);
    expect(read([{ incidents: [] }]).components).toEqual([]);
  });

  it('carry their group in incidents only where their name is not the only one', () => {
    const linked = components.map(({ id }) => ({ id, name: 'other name' }));
    const { incidents } = read([{ components, incidents: [{ ...incident, components: linked }] }]);
    expect(incidents[0]?.components).toEqual([
      { id: 'g1', name: 'Storage' },
      { id: 'g2', name: 'Search' },
      { id: 'c1', name: 'Storage – North' },
      { id: 'c2', name: 'Search – North' },
      { id: 'c3', name: 'North' },
      { id: 'c4', name: 'Tape' },
      { id: 'c5', name: 'Nested under a leaf' },
      { id: 'c7', name: 'Hidden well' },
      { id: 'c8', name: 'Hidden ill' },
    ]);
  });

  it('say where a word stood that nobody knows', () => {
    const odd = [{ id: 'c', name: 'C', status: 'wobbly' }];
    expect(read([{ components: odd }]).unknownWords).toEqual([
      { field: 'component.status', word: 'wobbly' },
    ]);
  });
});

describe('the incidents of a Statuspage page', () => {
  it('are of the kind of their list', () => {
    const { incidents } = read([
      { incidents: [incident], scheduled_maintenances: [{ ...incident, id: 'm1' }] },
    ]);
    expect(incidents.map(({ upstreamId, kind }) => [upstreamId, kind])).toEqual([
      ['i1', 'incident'],
      ['m1', 'maintenance'],
    ]);
  });

  it('have times in the zone of the feed', () => {
    const created_at = '2026-03-02 09:00:00';
    const documents = [{ incidents: [{ ...incident, created_at }] }];
    const started = (context: Partial<AdapterContext>) =>
      read(documents, context).incidents[0]?.startedAt;
    expect(started({ timeZone: 'Europe/Zurich' })).toBe('2026-03-02T08:00:00.000Z');
    expect(started({})).toBe('2026-03-02T09:00:00.000Z');
  });

  it.each([
    [
      'the configured page',
      'http://status.example.com/',
      'https://status.example.com/en//',
      'https://status.example.com/en/incidents/i1',
    ],
    [
      'the stated page, where it has another host',
      'https://www.example.org/',
      'https://status.example.com',
      'https://www.example.org/incidents/i1',
    ],
    [
      'the configured page, where none is stated',
      undefined,
      'https://status.example.com/',
      'https://status.example.com/incidents/i1',
    ],
    [
      'the configured page, where the stated one is no address',
      'ftp://x',
      'https://status.example.com/',
      'https://status.example.com/incidents/i1',
    ],
  ])('are linked on %s', (_, url, statusPage, expected) => {
    const documents = [{ page: { id: 'p1', url }, incidents: [incident] }];
    expect(read(documents, { statusPage }).incidents[0]?.url).toBe(expected);
  });

  it('are linked on the page any document states', () => {
    const documents = [
      { page: { id: 'p1' }, components: [] },
      { page: { id: 'p1', url: 'https://www.example.org' }, incidents: [incident] },
    ];
    expect(read(documents).incidents[0]?.url).toBe('https://www.example.org/incidents/i1');
  });
});
