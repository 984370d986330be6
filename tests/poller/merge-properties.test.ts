import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotIncident } from '../../src/adapters/adapter.ts';
import { IMPACTS, INCIDENT_KINDS, INCIDENT_STATUSES } from '../../src/model/incident.ts';
import { createWorld, snapshot } from '../support/merge-world.ts';

const START = Date.UTC(2024, 5, 20);
const time = fc
  .integer({ min: -60 * 24 * 20, max: 60 * 24 * 3 })
  // Between two reads of the property a time must not stop lying in the future: that is news.
  .filter((minutes) => minutes < 30 || minutes > 35)
  .map((minutes) => new Date(START + minutes * 60_000).toISOString());
const maybeTime = fc.option(time, { nil: null });
const word = fc.constantFrom('Search', 'Mail', 'Disk full', 'Looking.', 'Fixed.', '');

const incident: fc.Arbitrary<SnapshotIncident> = fc.record({
  // A read lists each id once (adapters see to that), under one of two names.
  upstreamId: fc.constantFrom('a', 'b', 'c', 'd', 'old-a', 'old-b'),
  kind: fc.constantFrom(...INCIDENT_KINDS),
  title: word,
  status: fc.constantFrom(...INCIDENT_STATUSES),
  impact: fc.constantFrom(...IMPACTS),
  startedAt: maybeTime,
  resolvedAt: maybeTime,
  updatedAt: maybeTime,
  updates: fc.array(
    fc.record({
      id: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
      at: maybeTime,
      status: fc.constantFrom(...INCIDENT_STATUSES),
      body: word,
    }),
    { maxLength: 4 },
  ),
  components: fc.array(fc.record({ name: word }), { maxLength: 2 }),
  regions: fc.subarray(['northwind:eu', 'northwind:us']),
  services: fc.subarray(['northwind:mail']),
  url: fc.constantFrom('', 'https://s.example/1', 'https://s.example/2'),
  marks: fc
    .subarray(['start-stated', 'end-stated', 'end-inferred', 'impact-derived'] as const)
    .map((m) => [...m]),
});

const read: fc.Arbitrary<Snapshot> = fc
  .record({
    incidents: fc.uniqueArray(incident, {
      maxLength: 5,
      selector: ({ upstreamId }) => upstreamId.replace('old-', ''),
    }),
    coverage: fc.constantFrom('history' as const, 'window' as const, 'active-only' as const),
    provesNothingReported: fc.boolean(),
  })
  .map(({ incidents, ...rest }) =>
    snapshot(
      incidents.map((one) => ({ ...one, aliases: aliasesOf(one.upstreamId) })),
      rest,
    ),
  );
const aliasesOf = (id: string) => (id.startsWith('old-') ? [id.replace('old-', '')] : []);
const feed = fc.constantFrom('northwind:statuspage:1', 'northwind:rss:2');
const later = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

describe('mergeSnapshot', () => {
  it('changes nothing visible when the same read comes again', () => {
    fc.assert(
      fc.property(fc.array(read, { maxLength: 3 }), read, (before, last) => {
        const world = createWorld();
        for (const [index, one] of before.entries()) world.read(later(index * 5), one);
        world.read(later(20), last);
        const again = world.read(later(20), last);
        expect(again.filter(({ isVisible }) => isVisible)).toEqual([]);
        const later2 = world.read(later(25), last);
        expect(later2.filter(({ isVisible }) => isVisible)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('never loses an incident, a public id or a post of a source', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(feed, read), { minLength: 1, maxLength: 5 }), (reads) => {
        const world = createWorld();
        const seen = new Map<string, Set<string>>();
        for (const [index, [feedKey, one]] of reads.entries()) {
          world.read(later(index * 5), one, { feedKey, isFirstRead: false });
          for (const [id, posts] of seen) {
            const now = world.known.get(id)?.incident.updates.map((update) => update.id) ?? [];
            const ours = ['inferred-end', 'withdrawn'];
            expect(
              [...posts].filter((post) => !ours.includes(post) && !now.includes(post)),
            ).toEqual([]);
          }
          for (const { id, updates } of world.incidents()) {
            seen.set(id, new Set(updates.map((update) => update.id)));
            expect(new Set(updates.map((update) => update.id)).size).toBe(updates.length);
            expect(updates.map((update) => update.at)).toEqual(
              updates.map((update) => update.at).toSorted(),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
