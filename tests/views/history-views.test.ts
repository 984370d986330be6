import { describe, expect, it } from 'vitest';
import { inventIncidents } from '../../scripts/invent-incidents.ts';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { historyBars } from '../../src/views/history-bar.ts';
import { countAt, openCurve } from '../../src/views/history-curve.ts';
import { historyDay } from '../../src/views/history-day.ts';
import { countedYears } from '../../src/views/history-index.ts';
import {
  lateness,
  medianLateness,
  medianSeverityDelay,
  severityDelay,
} from '../../src/views/history-lateness.ts';
import { dayMoments } from '../../src/views/history-moments.ts';
import { historyMonth, MAX_OTHERS } from '../../src/views/history-month.ts';
import { daysOf, historyPeriod, neighbours } from '../../src/views/history-period.ts';
import { worldIncident } from '../support/world.ts';

const now = '2026-06-12T12:00:00.000Z';
const knowledge = await loadKnowledge();
const archive = knowledge.events.flatMap(archiveIncidents);
const period = (key: string) => {
  const found = historyPeriod(key, now);
  if (found === null) throw new Error(key);
  return found;
};
const ongoing = ({ from, to }: { from: string; to: string }) =>
  archive.filter((one) => one.startedAt < to && (one.resolvedAt ?? now) >= from);
const month = (key: string) =>
  historyMonth({
    ongoing: ongoing(period(key)),
    knowledge,
    providers: [],
    period: period(key),
    now,
  });

describe('historyPeriod', () => {
  it.each(['2025', '2025-10', '2025-10-20', '2024-02-29', '2026-06-12'])('knows %s', (key) => {
    expect(historyPeriod(key, now)?.key).toBe(key);
  });
  it.each(['2025-13', '2025-02-29', '2025-00', '1989', '2027', '2026-06-13', '2025-1', 'x', ''])(
    'refuses %j',
    (key) => expect(historyPeriod(key, now)).toBeNull(),
  );
  it('steps over the ends of months and years, never into the future', () => {
    expect(neighbours(period('2025-01'), now).before?.key).toBe('2024-12');
    expect(neighbours(period('2024-02-28'), now).after?.key).toBe('2024-02-29');
    expect(neighbours(period('2026-06'), now).after).toBeNull();
    expect(daysOf(period('2024-02'))).toHaveLength(29);
  });
});

describe('historyMonth of October 2025', () => {
  const october = month('2025-10');
  it('lets two days stand out, each with its event', () => {
    expect(october.worst.map((day) => day.day)).toEqual(['2025-10-20', '2025-10-29']);
    expect(october.worst.map((day) => day.events[0]?.event.provider)).toEqual(['aws', 'azure']);
  });
  it('hangs those who fell on who carried them', () => {
    const tree = october.lanes.shown.map((lane) => `${lane.depth} ${lane.kind} ${lane.providerId}`);
    expect(tree[0]).toBe('0 provider aws');
    expect(tree.slice(1, tree.indexOf('0 provider azure'))).toEqual([
      '1 provider chargebee',
      '1 provider dixa',
      '1 provider incident-io',
      '1 provider cronofy',
      '1 provider short-io',
      '1 named aws',
    ]);
  });
  it('counts nothing that is merely possible', () => {
    const event = october.carriers[0];
    const all = event?.event.downstream.length ?? 0;
    expect(event?.named.length).toBeLessThan(all);
    expect(event?.named.some((hit) => hit.confidence !== 'confirmed')).toBe(false);
  });
  it('tells of what has no end instead of drawing it', () => {
    expect(october.withoutEnd.map((event) => event.id)).toEqual(['nirs-daejeon-2025-09-26']);
  });
});

describe('historyMonth with 2,000 incidents', () => {
  const providers = Array.from({ length: 80 }, (_, index) => `provider-${index}`);
  const many = inventIncidents({ count: 2000, seed: 3, providers, now }).map((incident, index) => ({
    ...incident,
    kind: 'incident' as const,
    startedAt: new Date(Date.UTC(2025, 9, 1 + (index % 31), index % 24)).toISOString(),
    resolvedAt: new Date(Date.UTC(2025, 9, 1 + (index % 31), (index % 24) + 2)).toISOString(),
    withdrawnAt: null,
  }));
  const full = historyMonth({
    ongoing: many,
    knowledge: { events: [] },
    providers: [],
    period: period('2025-10'),
    now,
  });
  it('shows 25 lanes, folds the rest, and lists the gravest', () => {
    expect(full.lanes.shown).toHaveLength(25);
    expect(full.lanes.folds.flatMap((fold) => fold.lanes)).toHaveLength(55);
    expect(full.otherCount).toBe(2000);
    expect(full.others.length).toBeLessThan(MAX_OTHERS);
    expect(full.providers.reduce((sum, one) => sum + one.count, 0)).toBe(2000);
  });
});

describe('historyBars', () => {
  const axis = {
    from: '2025-10-01T00:00:00.000Z',
    to: '2025-10-02T00:00:00.000Z',
    now,
    width: 1440,
    least: 3,
  };
  const at = (clock: string) => `2025-10-01T${clock}:00.000Z`;
  const one = (fields: object) =>
    worldIncident('a', 'x', { title: 'x', startedAt: at('06:00'), ...fields }, [
      [at('07:00'), 'investigating', 'x'],
    ]);
  it('draws to a stated end', () => {
    expect(historyBars([one({ resolvedAt: at('08:00') })], axis)[0]).toMatchObject({
      x: 360,
      width: 120,
      dotsTo: null,
      end: 'stated',
    });
  });
  it.each(['end-inferred', 'end-approximate'] as const)(
    'draws an end that is ours (%s) solid to the last word, dotted beyond',
    (mark) => {
      expect(historyBars([one({ resolvedAt: at('12:00'), marks: [mark] })], axis)[0]).toMatchObject(
        { x: 360, width: 60, dotsTo: 720, end: 'inferred' },
      );
    },
  );
  it('stays inside the drawing and is never too thin to see', () => {
    const bars = historyBars(
      [
        one({ startedAt: '2025-09-30T00:00:00.000Z', resolvedAt: '2025-10-03T00:00:00.000Z' }),
        one({ resolvedAt: at('06:01') }),
      ],
      axis,
    );
    expect(bars.map(({ x, width }) => [x, width])).toEqual([
      [0, 1440],
      [360, 3],
    ]);
  });
});

describe('openCurve', () => {
  const at = (clock: string) => `2025-10-01T${clock}:00.000Z`;
  it('counts a provider once, and bounds what has no stated end', () => {
    const curve = openCurve(
      [
        worldIncident('a', '1', { title: 'x', startedAt: at('06:00'), resolvedAt: at('08:00') }),
        worldIncident('a', '2', { title: 'x', startedAt: at('07:00'), resolvedAt: at('09:00') }),
        worldIncident('b', '3', {
          title: 'x',
          startedAt: at('06:30'),
          resolvedAt: at('10:00'),
          marks: ['end-inferred'],
        }),
      ],
      { from: at('00:00'), to: '2025-10-02T00:00:00.000Z', now },
    );
    expect(countAt(curve, at('05:00'))).toMatchObject({ low: 0, high: 0 });
    expect(countAt(curve, at('07:30'))).toMatchObject({ low: 1, high: 2 });
    expect(countAt(curve, at('09:30'))).toMatchObject({ low: 0, high: 1 });
    expect(countAt(curve, at('10:00'))).toMatchObject({ low: 0, high: 0 });
  });
});

describe('historyDay and its moments', () => {
  const day = historyDay({
    ongoing: ongoing(period('2025-10-20')),
    knowledge,
    providers: [],
    period: { from: '2025-10-20T00:00:00.000Z', to: '2025-10-21T00:00:00.000Z' },
    now,
  });
  it('leaves the empty morning away and keeps every post', () => {
    expect(day.axis.from).toBe('2025-10-20T06:00:00.000Z');
    expect(day.posts).toHaveLength(26);
    expect(day.phases).toHaveLength(3);
  });
  it('steps to posts and quarter hours within the day', () => {
    const moments = dayMoments('2025-10-20T09:30:00.000Z', day.posts, day.axis, now);
    expect(moments).toMatchObject({
      postBefore: '2025-10-20T09:27:00.000Z',
      postAfter: '2025-10-20T10:03:00.000Z',
      earlier: '2025-10-20T09:15:00.000Z',
    });
    expect(moments.halfHours).toHaveLength(36);
    const last = dayMoments('2025-10-20T23:50:00.000Z', day.posts, day.axis, now);
    expect(last.later).toBeNull();
    expect(last.postAfter).toBeNull();
  });
});

describe('lateness', () => {
  const start = '2025-10-01T06:00:00.000Z';
  const said = (at: string, fields: object = {}) =>
    worldIncident('a', 'x', { title: 'x', startedAt: start, ...fields }, [
      [at, 'investigating', 'x'],
    ]);
  it('is the time from the admitted start to the first post', () => {
    expect(lateness(said('2025-10-01T06:23:30.000Z'))?.minutes).toBe(23);
    expect(
      archive
        .filter((one) => one.id === 'aws/aws-us-east-1-2025-10-20')
        .map((one) => lateness(one)?.minutes),
    ).toEqual([23]);
  });
  it('is not known without a start of its own, or from a report alone', () => {
    expect(lateness(said(start))).toBeNull();
    expect(lateness(said('2025-10-01T07:00:00.000Z', { marks: ['start-approximate'] }))).toBeNull();
    const report = worldIncident('a', 'x', { title: 'x', startedAt: start }, [
      ['2025-10-03T00:00:00.000Z', 'postmortem', 'x'],
    ]);
    expect(lateness(report)).toBeNull();
  });
  it('has a median with its cases', () => {
    const of = (minutes: number) =>
      lateness(said(new Date(Date.parse(start) + minutes * 60_000).toISOString()));
    expect(medianLateness([of(5), null, of(9)])).toEqual({ minutes: 7, cases: 2 });
    expect(medianLateness([of(5), of(60), of(9)])).toEqual({ minutes: 9, cases: 3 });
    expect(medianLateness([])).toBeNull();
  });
  it('dates the right severity by the version that corrected it', () => {
    const incident = said('2025-10-01T06:10:00.000Z', { impact: 'critical' });
    const before = { ...incident, impact: 'minor' as const };
    expect(
      severityDelay(incident, [{ at: '2025-10-01T06:55:00.000Z', reason: 'edited', before }]),
    ).toBe(45);
    expect(severityDelay(incident, [])).toBeNull();
  });
  it('has a median time to the right severity, over what was corrected after the first post', () => {
    const change = (minutes: number) => ({
      incidentId: `aws/${minutes}`,
      firstPostAt: start,
      changedAt: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
    });
    expect(medianSeverityDelay([change(30), change(10), change(-5), change(45)])).toEqual({
      minutes: 30,
      cases: 3,
    });
    expect(medianSeverityDelay([change(0)])).toBeNull();
  });
});

describe('countedYears', () => {
  it('counts incidents begun and services named, and finds the worst day', () => {
    const [year] = countedYears(
      [
        { day: '2025-10-20', kind: 'incident', impact: 'critical', count: 6 },
        { day: '2025-10-20', kind: 'maintenance', impact: 'none', count: 50 },
        { day: '2025-03-01', kind: 'incident', impact: 'minor', count: 2 },
      ],
      knowledge,
    );
    expect(year).toMatchObject({ year: '2025', begun: 8 });
    expect(year?.worst[0]?.day).toBe('2025-10-20');
    expect(year?.worst[0]?.named).toBeGreaterThan(25);
    expect(year?.months).toHaveLength(12);
  });
});
