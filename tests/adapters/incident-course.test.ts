import { describe, expect, it } from 'vitest';
import type { SnapshotIncident, SnapshotUpdate } from '../../src/adapters/adapter.ts';
import {
  createIdMaker,
  earliest,
  endOfUpdates,
  goesOnAfter,
  latest,
  sortPosts,
} from '../../src/adapters/incident-course.ts';
import { joinIncidents } from '../../src/adapters/join-incidents.ts';
import { pageBase } from '../../src/adapters/page-base.ts';
import { bodyToText } from '../../src/adapters/read/body-to-text.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const posts = (...statuses: IncidentStatus[]): SnapshotUpdate[] =>
  statuses.map((status, hour) => ({ id: `${hour}`, at: at(hour), status, body: '' }));

describe('endOfUpdates', () => {
  it.each([
    [['investigating', 'resolved'], at(1)],
    [['investigating', 'resolved', 'postmortem'], at(1)],
    [['resolved', 'investigating'], null],
    [['resolved', 'identified', 'resolved', 'resolved'], at(2)],
    [['resolved', 'unknown'], at(0)],
    [['scheduled', 'in_progress', 'completed'], at(2)],
    [[], null],
  ] as const)('%j ends at %s', (statuses, end) => {
    expect(endOfUpdates(posts(...statuses))).toBe(end);
  });

  it('knows whether it goes on', () => {
    expect(goesOnAfter(posts('resolved', 'monitoring'), at(0))).toBe(true);
    expect(goesOnAfter(posts('resolved', 'unknown', 'postmortem'), at(0))).toBe(false);
  });
});

describe('posts', () => {
  it('stand in the order of time, stable, those without one behind their neighbour', () => {
    const list = [
      { id: 'c', at: at(3) },
      { id: 'without', at: null },
      { id: 'a', at: at(1) },
      { id: 'b', at: at(1) },
    ];
    expect(sortPosts(list).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'without']);
  });

  it('get ids of their own', () => {
    const makeId = createIdMaker();
    expect([makeId('x'), makeId('y'), makeId('x')]).toEqual(['x', 'y', 'x-2']);
  });

  it('have a first and a last time', () => {
    expect(earliest(null, at(2), undefined, at(1))).toBe(at(1));
    expect(latest(null, at(2), undefined, at(1))).toBe(at(2));
    expect([earliest(null), latest()]).toEqual([null, null]);
  });
});

describe('joinIncidents', () => {
  const incident = (fields: Partial<SnapshotIncident>): SnapshotIncident => ({
    upstreamId: 'i1',
    kind: 'incident',
    title: 'Trouble',
    status: 'investigating',
    impact: 'unknown',
    startedAt: at(2),
    resolvedAt: null,
    updatedAt: at(2),
    updates: [],
    components: [],
    regions: [],
    services: [],
    url: '',
    marks: [],
    ...fields,
  });
  const open = incident({
    impact: 'minor',
    marks: ['impact-derived'],
    components: [{ name: 'A' }],
  });
  const ended = incident({
    status: 'resolved',
    resolvedAt: at(5),
    updatedAt: at(5),
    startedAt: at(1),
    updates: posts('investigating', 'resolved'),
    components: [{ id: 'b', name: 'B' }],
    url: 'https://status.example.com/1',
  });

  it.each([[[open, ended]], [[ended, open]]])('believes the fresher telling', (tellings) => {
    expect(joinIncidents(tellings)).toEqual([
      {
        ...ended,
        impact: 'minor',
        marks: ['impact-derived'],
        components: [{ id: 'b', name: 'B' }, { name: 'A' }],
      },
    ]);
  });

  it('prefers a stated impact to a derived one, however old', () => {
    const stated = incident({ impact: 'critical', updatedAt: at(0) });
    expect(joinIncidents([open, stated])[0]).toMatchObject({ impact: 'critical', marks: [] });
  });
});

describe('pageBase', () => {
  it.each([
    ['https://s.example', 'https://s.example'],
    ['https://s.example/', 'https://s.example'],
    ['https://s.example/api/v2/summary.json', 'https://s.example'],
    ['https://s.example/eu/api/v1/summary', 'https://s.example/eu'],
    ['https://s.example/history.rss', 'https://s.example'],
    ['https://s.example/proxy/s.example', 'https://s.example'],
  ])('of %s is %s', (url, base) => {
    expect(pageBase(url)).toBe(base);
  });
});

describe('bodyToText', () => {
  it.each([
    ['One.\nTwo.', 'One.\nTwo.'],
    ['<p>One.</p><p>Two.</p>', 'One.\nTwo.'],
    ['One <b>bold</b>.\nTwo.', 'One bold.\nTwo.'],
    ['5 &lt; 6 &amp; more', '5 < 6 & more'],
    ['a < b and c > d', 'a < b and c > d'],
    ['', ''],
  ])('reads %j', (body, text) => {
    expect(bodyToText(body)).toBe(text);
  });
});
