import { describe, expect, it } from 'vitest';
import { openOverTime } from '../../src/views/open-over-time.ts';
import { threadLine } from '../../src/views/thread-line.ts';
import { firstReading, stripDaysWorstFirst, uptimeStrip } from '../../src/views/uptime-strip.ts';
import { worldIncident } from '../support/world.ts';

const NOW = '2026-03-12T12:45:00.000Z';
const HOUR = 3_600_000;
const outage = worldIncident('acme', 'a', {
  title: 'Down',
  startedAt: '2026-03-10T23:30:00.000Z',
  resolvedAt: '2026-03-11T01:00:00.000Z',
  impact: 'major',
});

describe('openOverTime', () => {
  it('counts what was open at whole steps and now', () => {
    const open = worldIncident('acme', 'b', {
      title: 'B',
      startedAt: '2026-03-12T11:10:00.000Z',
      impact: 'minor',
    });
    const counts = openOverTime([open], NOW, 3, HOUR);
    expect(counts.map(({ at, all, grave }) => [at.slice(11, 16), all, grave])).toEqual([
      ['10:00', 0, 0],
      ['11:00', 0, 0],
      ['12:00', 1, 0],
      ['12:45', 1, 0],
    ]);
  });

  it('leaves out maintenance and what was withdrawn', () => {
    const startedAt = '2026-03-12T11:00:00.000Z';
    const work = worldIncident('acme', 'w', { title: 'W', startedAt, kind: 'maintenance' });
    const gone = worldIncident('acme', 'g', { title: 'G', startedAt, withdrawnAt: NOW });
    expect(openOverTime([work, gone], NOW, 1, HOUR).every(({ all }) => all === 0)).toBe(true);
  });
});

describe('threadLine', () => {
  it('is one calm line while nothing is open', () => {
    expect(threadLine([{ at: NOW, all: 0, grave: 0 }])).toEqual({
      ink: 'M0 12H8',
      grave: '',
      width: 8,
    });
  });

  it('trembles more with more, and stays in its box', () => {
    const heights = [1, 4, 20, 500].map((all) => {
      const { ink } = threadLine([{ at: NOW, all, grave: 0 }]);
      return Number(/v([\d.]+)$/.exec(ink)?.[1]);
    });
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(Math.max(...heights)).toBeLessThanOrEqual(24);
  });
});

describe('uptimeStrip', () => {
  it('has 90 days that end today', () => {
    const days = uptimeStrip([], null, NOW);
    expect(days).toHaveLength(90);
    expect(days.at(-1)?.day).toBe('2026-03-12');
    expect(days.at(0)?.day).toBe('2025-12-13');
  });

  it('says nothing about days before the first reading', () => {
    const days = uptimeStrip([], '2026-03-11T09:00:00.000Z', NOW, 3);
    expect(days.map(({ state }) => state)).toEqual(['unread', 'calm', 'calm']);
    expect(uptimeStrip([], null, NOW, 3).every(({ state }) => state === 'unread')).toBe(true);
  });

  it('shows an incident on every day it touches, even before the first reading', () => {
    const days = uptimeStrip([outage], '2026-03-12T00:00:00.000Z', NOW, 3);
    expect(days.map(({ state, impact }) => [state, impact])).toEqual([
      ['incident', 'major'],
      ['incident', 'major'],
      ['calm', null],
    ]);
  });

  it('tells maintenance apart, and leaves out announced, withdrawn and mere notices', () => {
    const startedAt = '2026-03-12T01:00:00.000Z';
    const work = worldIncident('acme', 'w', {
      title: 'W',
      startedAt,
      kind: 'maintenance',
      status: 'in_progress',
    });
    const [today] = uptimeStrip([work], startedAt, NOW, 1);
    expect(today).toMatchObject({ state: 'maintenance', impact: null, count: 1 });
    const others = [
      { ...work, status: 'scheduled' as const },
      { ...work, withdrawnAt: NOW },
      { ...work, kind: 'notice' as const },
    ];
    expect(uptimeStrip(others, startedAt, NOW, 1)[0]?.state).toBe('calm');
  });

  it('lists the worst days first', () => {
    const minor = worldIncident('acme', 'm', {
      title: 'M',
      startedAt: '2026-03-12T01:00:00.000Z',
      impact: 'minor',
    });
    const days = stripDaysWorstFirst(uptimeStrip([outage, minor], null, NOW, 5));
    expect(days.map(({ day }) => day)).toEqual(['2026-03-11', '2026-03-10', '2026-03-12']);
  });
});

describe('firstReading', () => {
  it('takes the earliest proof and does not count the archive', () => {
    const archived = { origin: 'archive' as const, firstSeenAt: '2024-01-01T00:00:00.000Z' };
    const seen = { origin: 'feed' as const, firstSeenAt: '2026-03-02T00:00:00.000Z' };
    const health = [{ lastGoodAt: NOW, lastChangeAt: '2026-03-05T00:00:00.000Z' }];
    expect(firstReading([archived, seen], health)).toBe('2026-03-02T00:00:00.000Z');
    expect(firstReading([archived], [{ lastGoodAt: null, lastChangeAt: null }])).toBeNull();
  });
});
