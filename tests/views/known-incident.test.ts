import { describe, expect, it } from 'vitest';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { isOpen } from '../../src/model/incident.ts';
import { boardAsOf, pastMoment, worldFrom } from '../../src/views/as-of-world.ts';
import { knownIncident } from '../../src/views/known-incident.ts';
import { worldIncident, worldProvider } from '../support/world.ts';

const knowledge = await loadKnowledge();
const { places } = knowledge;
const MINUTE_MS = 60_000;

describe('the world as of every minute of every archived event', async () => {
  it.each(knowledge.events.map((event) => [event.id, event] as const))('%s', (_id, event) => {
    const incidents = archiveIncidents(event);
    const times = incidents.flatMap((one) => [one.startedAt, one.resolvedAt ?? one.updatedAt]);
    const first = Date.parse(times.toSorted()[0] ?? '') - 10 * MINUTE_MS;
    const last = Date.parse(times.toSorted().at(-1) ?? '') + 10 * MINUTE_MS;
    // Long events are walked in coarser steps, and at every post and the minute before it.
    const step = Math.max(MINUTE_MS, Math.ceil((last - first) / 3000 / MINUTE_MS) * MINUTE_MS);
    const moments = new Set<number>();
    for (let time = first; time <= last; time += step) moments.add(time);
    for (const update of incidents.flatMap((one) => one.updates)) {
      moments.add(Date.parse(update.at));
      moments.add(Date.parse(update.at) - MINUTE_MS);
    }
    for (const time of moments) {
      const at = new Date(time).toISOString();
      const world = worldFrom(incidents, at, knowledge);
      for (const incident of incidents) {
        const posts = incident.updates.filter((update) => update.at <= at);
        const known = world.incidents.find((one) => one.id === incident.id);
        expect(known === undefined, `${incident.id} at ${at}`).toBe(posts.length === 0);
        if (known === undefined) continue;
        expect(known.updates).toEqual(posts);
        for (const said of [known.startedAt, known.updatedAt, known.resolvedAt, known.lastSeenAt]) {
          expect(said === null || said <= at, `${incident.id} at ${at}: ${said}`).toBe(true);
        }
        if (posts.length < incident.updates.length) {
          expect(known.impact).toBe('unknown');
          expect(known.url).toBe('');
        }
      }
    }
  });
});

describe('knownIncident', () => {
  const at = (clock: string) => `2026-06-12T${clock}:00.000Z`;
  const incident = worldIncident(
    'aws',
    'x',
    {
      title: 'Errors in us-east-1',
      startedAt: at('08:00'),
      impact: 'critical',
      resolvedAt: at('11:00'),
      components: [{ name: 'Lambda' }, { name: 'SQS' }],
      regions: ['aws:us-east-1', 'aws:us-west-2'],
      services: ['aws:lambda', 'aws:sqs'],
      marks: ['end-stated'],
    },
    [
      [at('08:00'), 'investigating', 'Lambda answers with errors in us-east-1.'],
      [at('09:00'), 'identified', 'SQS too, and us-west-2.'],
      [at('11:00'), 'resolved', 'Over.'],
    ],
  );

  it('knows nothing before the first post', () => {
    expect(knownIncident(incident, { at: at('07:59'), places })).toBeNull();
  });

  it('names only parts and places that posts of then name', () => {
    const known = knownIncident(incident, { at: at('08:30'), places });
    expect(known).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
      components: [{ name: 'Lambda' }],
      regions: ['aws:us-east-1'],
      services: ['aws:lambda'],
      marks: [],
    });
  });

  it('tells everything once everything was published', () => {
    expect(knownIncident(incident, { at: at('12:00'), places })).toEqual({
      ...incident,
      lastSeenAt: at('11:00'),
    });
  });

  it('uses the wording in force then, not the edited one', () => {
    const before = { ...incident, title: 'Errors', impact: 'minor' as const };
    const revisions = [{ at: at('10:00'), reason: 'edited' as const, before }];
    expect(knownIncident(incident, { at: at('09:30'), places, revisions })?.title).toBe('Errors');
    expect(knownIncident(incident, { at: at('09:30'), places, revisions })?.impact).toBe('minor');
    expect(knownIncident(incident, { at: at('10:30'), places, revisions })?.title).toBe(
      'Errors in us-east-1',
    );
  });

  it('keeps an archived incident without posts out: nobody can tell when it was said', () => {
    const silent = { ...incident, origin: 'archive' as const, updates: [] };
    expect(knownIncident(silent, { at: at('12:00'), places })).toBeNull();
  });
});

describe('boardAsOf', () => {
  it('calls a provider without posts unknown, never operational', () => {
    const providers = [worldProvider('aws', 'AWS', 'cloud'), worldProvider('b', 'B', 'cloud')];
    const incident = worldIncident(
      'aws',
      'x',
      { title: 'X', startedAt: '2026-01-01T08:00:00.000Z', impact: 'major' },
      [['2026-01-01T08:00:00.000Z', 'investigating', 'X']],
    );
    const world = worldFrom([incident], '2026-01-01T09:00:00.000Z', knowledge);
    const board = boardAsOf(providers, world);
    expect(world.open.every(isOpen)).toBe(true);
    expect(board.rows.map((row) => row.status)).toEqual(['partial_outage', 'unknown']);
    expect(board.counts.operational).toBe(0);
    expect(board.sections[0]?.unknown[0]?.reason).toEqual({ kind: 'no-record' });
  });
});

describe('pastMoment', () => {
  const now = '2026-06-12T12:00:00.000Z';
  const of = (query: string) => pastMoment(new URLSearchParams(query), now);
  it('reads a time, and takes nonsense and the future for today', () => {
    expect(of('at=2025-10-20T09:30Z')).toBe('2025-10-20T09:30:00.000Z');
    expect(of('at=2025-10-20T09:30')).toBe('2025-10-20T09:30:00.000Z');
    expect(of('at=tomorrow')).toBeNull();
    expect(of('at=2027-01-01')).toBeNull();
    expect(of('')).toBeNull();
  });
});
