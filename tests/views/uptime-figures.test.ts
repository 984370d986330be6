import { describe, expect, it } from 'vitest';
import { componentIncidents } from '../../src/views/component-incidents.ts';
import { union, uptimeFigure } from '../../src/views/uptime-figures.ts';
import { worldIncident } from '../support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = '2026-06-12T12:00:00.000Z';
const at = (day: string, clock: string) => `2026-06-${day}T${clock}:00.000Z`;
const one = (
  startedAt: string,
  resolvedAt: string | null,
  fields: Partial<Parameters<typeof worldIncident>[2]> = {},
) =>
  worldIncident('p', `${startedAt}-${resolvedAt}`, {
    title: 'x',
    startedAt,
    resolvedAt,
    impact: 'major',
    ...fields,
  });
/** Ten whole days observed: 240 hours. */
const ten = { firstReadAt: at('02', '12:00'), lastReadAt: now, now };
const figure = (incidents: ReturnType<typeof one>[], input = ten) =>
  uptimeFigure('days-90', { incidents, ...input });

describe('uptimeFigure, by hand', () => {
  it('is whole where nothing happened', () => {
    expect(figure([])).toMatchObject({ observedMs: 10 * DAY, downMs: 0, share: 1 });
  });

  it('takes 6 of 240 hours', () => {
    expect(figure([one(at('05', '00:00'), at('05', '06:00'))]).share).toBeCloseTo(234 / 240, 12);
  });

  it('counts overlaps once: 00–06 and 04–08 are 8 hours', () => {
    const both = [
      one(at('05', '00:00'), at('05', '06:00')),
      one(at('05', '04:00'), at('05', '08:00')),
    ];
    expect(figure(both).downMs).toBe(8 * HOUR);
  });

  it('excludes maintenance from both sides: 4 h of work, 2 h of them with an outage', () => {
    const work = one(at('05', '00:00'), at('05', '04:00'), {
      kind: 'maintenance',
      impact: 'none',
      status: 'completed',
    });
    const outage = one(at('05', '02:00'), at('05', '06:00'));
    expect(figure([work, outage])).toMatchObject({ observedMs: 236 * HOUR, downMs: 2 * HOUR });
  });

  it('does not count an announced maintenance', () => {
    const planned = one(at('11', '00:00'), null, {
      kind: 'maintenance',
      impact: 'none',
      status: 'scheduled',
    });
    expect(figure([planned]).observedMs).toBe(240 * HOUR);
  });

  it('leaves minor trouble out of the outage but shows it', () => {
    expect(figure([one(at('05', '00:00'), at('05', '03:00'), { impact: 'minor' })])).toMatchObject({
      downMs: 0,
      troubleMs: 3 * HOUR,
      share: 1,
    });
  });

  it('takes an unknown impact for unobserved, not for up', () => {
    expect(
      figure([one(at('05', '00:00'), at('05', '03:00'), { impact: 'unknown' })]),
    ).toMatchObject({
      observedMs: 237 * HOUR,
      downMs: 0,
    });
  });

  it('counts an inferred end up to the last word only; the rest is unobserved', () => {
    const vanished = worldIncident(
      'p',
      'v',
      {
        title: 'x',
        startedAt: at('05', '00:00'),
        resolvedAt: at('05', '10:00'),
        impact: 'critical',
        marks: ['end-inferred'],
      },
      [[at('05', '02:00'), 'identified', 'x']],
    );
    expect(figure([vanished])).toMatchObject({ downMs: 2 * HOUR, observedMs: 232 * HOUR });
  });

  it('counts an open incident until the last reading', () => {
    expect(figure([one(at('12', '06:00'), null)])).toMatchObject({ downMs: 6 * HOUR });
    const stale = { ...ten, lastReadAt: at('12', '08:00') };
    expect(figure([one(at('12', '06:00'), null)], stale)).toMatchObject({
      downMs: 2 * HOUR,
      observedMs: 236 * HOUR,
    });
  });

  it('clips to the span: 90 days are whole UTC days, today included', () => {
    const long = { ...ten, firstReadAt: '2025-01-01T00:00:00.000Z' };
    const all = [one('2025-12-01T00:00:00.000Z', '2025-12-02T00:00:00.000Z')];
    const days = uptimeFigure('days-90', { incidents: all, ...long });
    expect(days.from).toBe('2026-03-15T00:00:00.000Z');
    expect(days.downMs).toBe(0);
    expect(uptimeFigure('months-12', { incidents: all, ...long })).toMatchObject({
      from: '2025-06-12T00:00:00.000Z',
      downMs: DAY,
    });
    expect(uptimeFigure('all', { incidents: all, ...long }).from).toBe('2025-01-01T00:00:00.000Z');
  });

  it('gives no figure where nothing was read, and ignores what was taken back', () => {
    expect(
      figure([], { firstReadAt: null as unknown as string, lastReadAt: now, now }).share,
    ).toBeNull();
    expect(figure([one(at('05', '00:00'), at('05', '06:00'), { withdrawnAt: now })]).downMs).toBe(
      0,
    );
  });
});

describe('componentIncidents', () => {
  it('goes by id where there is one, else by name', () => {
    const list = [
      one(at('05', '00:00'), at('05', '01:00'), { components: [{ id: 'a', name: 'API' }] }),
      one(at('06', '00:00'), at('06', '01:00'), { components: [{ name: 'API' }] }),
      one(at('07', '00:00'), at('07', '01:00'), { components: [{ id: 'b', name: 'API' }] }),
    ];
    expect(componentIncidents(list, { id: 'a', name: 'API' })).toEqual(list.slice(0, 2));
  });
});

describe('union', () => {
  it('joins what touches, drops what is empty', () => {
    expect(
      union([
        [5, 5],
        [3, 4],
        [1, 3],
        [6, 7],
      ]),
    ).toEqual([
      [1, 4],
      [6, 7],
    ]);
  });
});
