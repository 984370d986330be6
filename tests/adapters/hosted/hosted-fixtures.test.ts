import { describe, expect, it } from 'vitest';
import { parseFixture } from './hosted-fixture.ts';

const T = '2026-02-03T08:00:00.000Z';
const U = '2026-02-03T08:20:00.000Z';

/** [format, documents, what the first incident must be] */
const FIRST: [string, string[], Record<string, unknown>][] = [
  [
    'instatus',
    ['open-incident.json', 'components-nested.json'],
    {
      upstreamId: 'in1',
      status: 'identified',
      impact: 'major',
      startedAt: T,
      resolvedAt: null,
      updatedAt: U,
    },
  ],
  [
    'betterstack',
    ['reports.json'],
    {
      upstreamId: '20',
      status: 'identified',
      impact: 'critical',
      startedAt: T,
      resolvedAt: null,
      marks: ['impact-derived'],
    },
  ],
  [
    'cachet',
    ['v1-incidents.json', 'v1-components.json', 'v1-groups.json'],
    {
      upstreamId: '7',
      status: 'resolved',
      startedAt: '2026-02-03T09:00:00.000Z',
      resolvedAt: '2026-02-03T10:00:00.000Z',
      components: [{ id: '3', name: 'Queue' }],
    },
  ],
  [
    'cachet',
    ['v3-incidents.json'],
    {
      upstreamId: '9',
      status: 'monitoring',
      resolvedAt: null,
      components: [{ id: '3', name: 'Feed' }],
    },
  ],
  [
    'cstate',
    ['disrupted.json'],
    {
      upstreamId: 'loss.md',
      status: 'investigating',
      impact: 'major',
      startedAt: T,
      resolvedAt: null,
    },
  ],
];

describe.each(FIRST)('%s %j', (format, names, expected) => {
  const snapshot = parseFixture(format, names);

  it('tells the first incident', () => {
    expect(snapshot.incidents[0]).toMatchObject(expected);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('lists posts oldest first with ids of their own', () => {
    for (const { updates } of snapshot.incidents) {
      const times = updates.flatMap(({ at }) => at ?? []);
      expect(times).toEqual([...times].sort());
      expect(new Set(updates.map(({ id }) => id)).size).toBe(updates.length);
    }
  });
});

/** [format, documents, leaves as group/name:status] */
const COMPONENTS: [string, string[], string[]][] = [
  [
    'instatus',
    ['open-incident.json', 'components-nested.json'],
    ['Europe/API:major_outage', 'Europe/Web:operational', 'Help/Docs:operational'],
  ],
  ['betterstack', ['reports.json'], ['Core/Ledger:major_outage']],
  [
    'cachet',
    ['v1-incidents.json', 'v1-components.json', 'v1-groups.json'],
    ['Backend/Queue:degraded_performance'],
  ],
];

it.each(COMPONENTS)('%s %j lists leaves with their group', (format, names, expected) => {
  const { components } = parseFixture(format, names);
  expect(components.map(({ group, name, status }) => `${group ?? '-'}/${name}:${status}`)).toEqual(
    expected,
  );
});

describe('single rules', () => {
  it('gives a maintenance of Instatus its end from a duration in text', () => {
    const [, maintenance] = parseFixture('instatus', ['open-incident.json']).incidents;
    expect(maintenance).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'none',
      scheduledUntil: '2026-02-05T23:30:00.000Z',
    });
  });

  it('ends nothing by a component list that came alone', () => {
    expect(parseFixture('instatus', ['components-nested.json'])).toMatchObject({
      coverage: 'part',
      provesNothingReported: false,
    });
  });

  it('reads a resolved report of Better Stack as over although it has no end', () => {
    const [, report] = parseFixture('betterstack', ['reports.json']).incidents;
    expect(report).toMatchObject({ status: 'resolved', resolvedAt: '2026-02-01T09:00:00.000Z' });
  });

  it('reads dates of Cachet in the zone of the feed, and in UTC with a warning without one', () => {
    const zoned = parseFixture('cachet', ['v1-incidents.json'], { timeZone: 'Europe/Zurich' });
    expect(zoned.incidents[0]?.startedAt).toBe(T);
    expect(zoned.warnings).toEqual([]);
    expect(parseFixture('cachet', ['v1-incidents.json']).warnings).toHaveLength(1);
  });
});
