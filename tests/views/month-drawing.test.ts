import { describe, expect, it } from 'vitest';
import { monthDrawing } from '../../src/views/month-drawing.ts';
import { incident } from '../store/sample-incident.ts';

const october = {
  key: '2025-10',
  from: '2025-10-01T00:00:00.000Z',
  to: '2025-11-01T00:00:00.000Z',
};
const archive = { events: [] };
const ongoing = [
  incident('aws/2', { startedAt: '2025-10-20T12:00:00.000Z' }),
  incident('aws/1', {
    startedAt: '2025-10-02T00:00:00.000Z',
    resolvedAt: '2025-10-02T12:00:00.000Z',
    updatedAt: '2025-10-02T12:00:00.000Z',
    status: 'resolved',
    impact: 'major',
    marks: [],
  }),
];
const draw = (now: string, list = ongoing, knowledge = archive) =>
  monthDrawing({ ongoing: list, knowledge, providers: [], period: october, now });

describe('monthDrawing', () => {
  it('is made once for a month that has ended, and anew for another list or archive', () => {
    const kept = draw('2025-12-01T00:00:00.000Z');
    expect(draw('2026-02-01T08:00:00.000Z')).toBe(kept);
    expect(draw('2026-02-01T08:00:00.000Z', [...ongoing])).not.toBe(kept);
    const other = draw('2025-12-01T00:00:00.000Z', ongoing, { events: [] });
    expect(other).not.toBe(kept);
    expect(other).toEqual(kept);
  });

  it('reaches up to now while the month runs', () => {
    const bar = (now: string) => [...draw(now).bars.values()].flat().at(-1);
    expect(bar('2025-10-20T18:00:00.000Z')).toMatchObject({ x: 2808, width: 36, end: 'open' });
    expect(bar('2025-10-22T00:00:00.000Z')).toMatchObject({ x: 2808, width: 216, end: 'open' });
    expect(bar('2025-12-01T00:00:00.000Z')).toMatchObject({ x: 2808, width: 1656, end: 'open' });
  });

  it('draws a line per day, an hour sixty units wide', () => {
    const { lines, month } = draw('2025-12-01T00:00:00.000Z');
    expect(lines.map(({ day }) => day)).toEqual(month.days);
    expect(lines[1]).toMatchObject({
      paths: [['partial_outage', 'M0 4h720v8h-720z']],
      dots: '',
      height: 24,
    });
    expect(lines[2]?.paths).toEqual([]);
    expect(lines[19]?.paths).toEqual([['degraded_performance', 'M720 5.5h720v5h-720z']]);
  });
});
