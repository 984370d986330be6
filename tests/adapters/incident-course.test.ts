import { describe, expect, it } from 'vitest';
import type { SnapshotUpdate } from '../../src/adapters/adapter.ts';
import {
  createIdMaker,
  earliest,
  endOfUpdates,
  goesOnAfter,
  latest,
  sortPosts,
} from '../../src/adapters/incident-course.ts';
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
    [['resolved', 'scheduled'], null],
    [['scheduled', 'in_progress', 'completed'], at(2)],
    [[], null],
  ] as const)('%j ends at %s', (statuses, end) => {
    expect(endOfUpdates(posts(...statuses))).toBe(end);
  });

  it('has no time where the ending post has none', () => {
    const undated: SnapshotUpdate = { id: 'a', at: null, status: 'resolved', body: '' };
    expect(endOfUpdates([undated])).toBeNull();
    expect(endOfUpdates([undated, ...posts('postmortem')])).toBe(at(0));
  });

  it('knows whether it goes on', () => {
    expect(goesOnAfter(posts('resolved', 'monitoring'), at(0))).toBe(true);
    expect(goesOnAfter(posts('investigating', 'monitoring'), at(1))).toBe(false);
    expect(goesOnAfter(posts('resolved', 'unknown', 'postmortem'), at(0))).toBe(false);
    const undated: SnapshotUpdate = { id: 'a', at: null, status: 'monitoring', body: '' };
    expect(goesOnAfter([undated], at(0))).toBe(false);
    expect(goesOnAfter([], at(0))).toBe(false);
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
    expect(list.map(({ id }) => id)).toEqual(['c', 'without', 'a', 'b']);
    const first = { id: 'first', at: null };
    expect(sortPosts([first, ...list])[0]).toBe(first);
  });

  it('get ids of their own', () => {
    const makeId = createIdMaker();
    expect(['x', 'y', 'x', 'x', 'y'].map(makeId)).toEqual(['x', 'y', 'x-2', 'x-3', 'y-2']);
  });

  it('have a first and a last time', () => {
    expect(earliest(null, at(2), undefined, at(1))).toBe(at(1));
    expect(latest(null, at(3), undefined, at(1), at(2))).toBe(at(3));
    expect([earliest(null), latest()]).toEqual([null, null]);
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
