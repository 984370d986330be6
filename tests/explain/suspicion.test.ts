import { describe, expect, it } from 'vitest';
import { poissonTail } from '../../src/explain/chance.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import { reviewSuspicion } from '../../src/explain/review-suspicion.ts';
import { suspicionsAt } from '../../src/explain/suspicion.ts';
import { edge, graphOf, incidentAt, LEXICON } from './explain-world.ts';

const firms = ['one', 'two', 'three', 'four', 'five', 'six'];
const graph = graphOf(firms.map((id) => edge(id, { provider: 'aws', region: 'aws:us-east-1' })));
const at = (minutes: number) =>
  new Date(Date.parse('2025-10-20T07:00:00.000Z') + minutes * 60_000).toISOString();
const book = (count: number, says?: readonly string[]) =>
  explainAll(
    firms.slice(0, count).map((id, n) => incidentAt(`${id}/a`, n, null, says ? { says } : {})),
    graph,
    { lexicon: LEXICON },
  );

describe('suspicion', () => {
  it('forms when many fall within minutes, with the arithmetic', () => {
    const [found] = suspicionsAt(book(5), at(8));
    expect(found).toMatchObject({ upstream: 'aws', region: 'aws:us-east-1', startedAt: at(0) });
    expect(found?.arithmetic).toMatchObject({ of: 6, naming: 0 });
    expect(found?.arithmetic.fallen).toHaveLength(5);
    expect(found?.arithmetic.chance).toBeLessThan(1e-7);
  });

  it('does not form of two, of other causes, or when the upstream has spoken', () => {
    expect(suspicionsAt(book(2), at(8))).toEqual([]);
    expect(suspicionsAt(book(6, ['Caused by our own database.']), at(8))).toEqual([]);
    const spoken = book(5);
    spoken.update([incidentAt('aws/x', 3, null, { regions: ['aws:us-east-1'] })]);
    expect(suspicionsAt(spoken, at(8))).toEqual([]);
  });

  it('names nobody where two upstreams explain it equally well', () => {
    const both = graphOf([
      ...firms.map((id) => edge(id, { provider: 'aws' })),
      ...firms.map((id) => edge(id, { provider: 'cloudflare' })),
    ]);
    const incidents = firms.map((id, n) => incidentAt(`${id}/a`, n, null));
    expect(suspicionsAt(explainAll(incidents, both, { lexicon: LEXICON }), at(8))).toEqual([]);
  });

  it('becomes the event, or is withdrawn with the reason', () => {
    const now = book(5);
    const [found] = suspicionsAt(now, at(8));
    if (found === undefined) throw new Error('no suspicion');
    expect(reviewSuspicion(found, now, at(20)).state).toBe('suspected');
    expect(reviewSuspicion(found, now, at(500))).toMatchObject({ reason: 'upstream-silent' });
    now.update([incidentAt('aws/x', 25, null, { regions: ['aws:us-east-1'] })]);
    expect(reviewSuspicion(found, now, at(30))).toMatchObject({
      state: 'became-event',
      incidentId: 'aws/x',
      eventId: 'aws.x',
      minutesAhead: 17,
    });
  });

  it('is withdrawn when their own posts name other causes', () => {
    const now = book(5);
    const [found] = suspicionsAt(now, at(8));
    if (found === undefined) throw new Error('no suspicion');
    const later = book(5, ['Caused by a bad release of ours.']);
    expect(reviewSuspicion(found, later, at(40))).toMatchObject({ reason: 'other-cause-named' });
  });

  it('sums the tail of the Poisson distribution', () => {
    expect(poissonTail(1, 0.1)).toBeCloseTo(1 - Math.exp(-0.1), 12);
    expect(poissonTail(3, 0.1)).toBeCloseTo(0.000154653, 8);
    expect(poissonTail(0, 5)).toBe(1);
  });
});
