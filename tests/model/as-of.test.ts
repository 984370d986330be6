import { describe, expect, it } from 'vitest';
import { asOf } from '../../src/model/as-of.ts';
import type { Incident } from '../../src/model/incident.ts';

const at = (time: string) => `2026-01-01T${time}:00.000Z`;
const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'elm/1',
  providerId: 'elm',
  kind: 'incident',
  title: 'Mail',
  status: 'postmortem',
  impact: 'minor',
  startedAt: at('08:00'),
  resolvedAt: at('11:00'),
  updatedAt: at('15:00'),
  firstSeenAt: at('08:05'),
  lastSeenAt: at('16:00'),
  withdrawnAt: null,
  updates: [
    { id: 'a', at: at('08:10'), status: 'investigating', body: '' },
    { id: 'b', at: at('09:00'), status: 'monitoring', body: '' },
    { id: 'c', at: at('11:00'), status: 'resolved', body: '' },
    { id: 'd', at: at('15:00'), status: 'postmortem', body: '' },
  ],
  components: [],
  regions: [],
  services: [],
  url: '',
  origin: 'feed',
  marks: [],
  ...over,
});

describe('asOf', () => {
  it('is nothing before the first post, and grows with each', () => {
    expect(asOf(incident(), at('08:09'))).toBeNull();
    const seen = ['08:10', '09:30', '11:00', '15:00'].map((time) => {
      const then = asOf(incident(), at(time));
      return [then?.status, then?.resolvedAt, then?.updates.length, then?.updatedAt];
    });
    expect(seen).toEqual([
      ['investigating', null, 1, at('08:10')],
      ['monitoring', null, 2, at('09:00')],
      ['resolved', at('11:00'), 3, at('11:00')],
      ['postmortem', at('11:00'), 4, at('15:00')],
    ]);
  });

  it('keeps a start that was stated by a field, but not one told later or by an archive', () => {
    const startAt = (over: Partial<Incident>, time = '09:00') =>
      asOf(incident(over), at(time))?.startedAt;
    expect(startAt({})).toBe(at('08:00'));
    expect(startAt({ marks: ['start-stated'] })).toBe(at('08:10'));
    expect(startAt({ marks: ['start-stated'] }, '15:00')).toBe(at('08:00'));
    expect(startAt({ origin: 'archive' })).toBe(at('08:10'));
    expect(startAt({ origin: 'archive' }, '15:00')).toBe(at('08:10'));
    expect(startAt({ startedAt: at('08:30') })).toBe(at('08:10'));
  });

  it('ends at the first ending post where the end was told for a later moment', () => {
    const { resolvedAt } = asOf(incident({ resolvedAt: at('14:00') }), at('12:00')) ?? {};
    expect(resolvedAt).toBe(at('11:00'));
    const reopened = incident({
      resolvedAt: null,
      status: 'identified',
      updates: [
        { id: 'a', at: at('08:10'), status: 'resolved', body: '' },
        { id: 'b', at: at('09:00'), status: 'identified', body: '' },
      ],
    });
    expect(asOf(reopened, at('10:00'))).toMatchObject({ status: 'identified', resolvedAt: null });
    expect(asOf(reopened, at('08:20'))).toMatchObject({
      status: 'resolved',
      resolvedAt: at('08:10'),
    });
  });

  it('ends at the first post of the last end, not of one that did not last', () => {
    const twice = incident({
      resolvedAt: null,
      status: 'identified',
      updates: [
        { id: 'a', at: at('08:10'), status: 'resolved', body: '' },
        { id: 'b', at: at('09:00'), status: 'identified', body: '' },
        { id: 'c', at: at('10:00'), status: 'resolved', body: '' },
        { id: 'd', at: at('10:30'), status: 'postmortem', body: '' },
        { id: 'e', at: at('11:00'), status: 'identified', body: '' },
      ],
    });
    const ends = ['08:10', '09:00', '10:00', '10:30', '11:00'].map(
      (time) => asOf(twice, at(time))?.resolvedAt,
    );
    expect(ends).toEqual([at('08:10'), null, at('10:00'), at('10:00'), null]);
  });

  it('goes by what we saw where there is no post', () => {
    const bare = incident({ updates: [], status: 'resolved', updatedAt: at('11:30') });
    expect(asOf(bare, at('08:04'))).toBeNull();
    expect(asOf(bare, at('08:05'))).toMatchObject({
      status: 'unknown',
      resolvedAt: null,
      updatedAt: at('08:05'),
    });
    expect(asOf(bare, at('12:00'))).toMatchObject({
      status: 'resolved',
      resolvedAt: at('11:00'),
      updatedAt: at('11:30'),
    });
    const open = incident({ updates: [], status: 'investigating', resolvedAt: null });
    expect(asOf(open, at('09:00'))).toMatchObject({ status: 'investigating', resolvedAt: null });
    expect(asOf(incident({ updates: [], updatedAt: at('11:00') }), at('11:00'))).toMatchObject({
      status: 'postmortem',
      resolvedAt: at('11:00'),
      updatedAt: at('11:00'),
    });
  });

  it('is withdrawn from its withdrawal on', () => {
    for (const updates of [incident().updates, []]) {
      const gone = incident({ withdrawnAt: at('10:00'), updates });
      expect(asOf(gone, at('09:59'))?.withdrawnAt).toBeNull();
      expect(asOf(gone, at('10:00'))?.withdrawnAt).toBe(at('10:00'));
      expect(asOf(gone, at('10:01'))?.withdrawnAt).toBe(at('10:00'));
    }
  });
});
