import { describe, expect, it } from 'vitest';
import { fastly } from '../../src/adapters/fastly.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const PAGE = { PageName: 'Edge', Domain: 'fastly', StatusText: 'Fine', Status: 'Available' };

describe('fastly', () => {
  it('tells what StatusCast’s summary tells, in the zone of the feed', () => {
    const context = { ...CONTEXT, timeZone: 'America/New_York' };
    expect(fastly.parse([fixture('fastly/zoneless.json')], context)).toEqual({
      coverage: 'active-only',
      status: 'under_maintenance',
      components: [],
      incidents: [
        {
          upstreamId: '91',
          kind: 'maintenance',
          title: 'Cache nodes in Oslo',
          // Begins at 8 in New York, 13:00 UTC: read at noon it still lies ahead.
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-03-02T13:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-01T13:00:00.000Z',
          scheduledFor: '2026-03-02T13:00:00.000Z',
          scheduledUntil: '2026-03-02T23:00:00.000Z',
          updates: [],
          components: [],
          regions: [],
          services: [],
          url: 'https://status.example.com/91',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('reads dates in UTC and says so where the feed has no zone', () => {
    const snapshot = parse(fastly, fixture('fastly/zoneless.json'));
    expect(snapshot.incidents[0]).toMatchObject({
      status: 'in_progress',
      startedAt: '2026-03-02T08:00:00.000Z',
    });
    expect(snapshot.warnings).toHaveLength(1);
  });

  it('is told apart by its domain', () => {
    expect(fastly.recognises(json(PAGE))).toBe(true);
    expect(fastly.recognises(json({ ...PAGE, Domain: 'other' }))).toBe(false);
    expect(fastly.recognises(json({ Domain: 'fastly' }))).toBe(false);
    expect(fastly.recognises(json(null))).toBe(false);
  });

  it('fails in its own name without the list of what is open', () => {
    expect(() => parse(fastly, json(PAGE))).toThrow(
      'fastly: unexpected shape: UnresolvedIncidents: ',
    );
  });

  it('reads one document', () => {
    const address = 'https://s.example/summary.json';
    for (const url of ['https://s.example', 'https://s.example//', address, `${address}/`]) {
      expect(fastly.documents(url)).toEqual([address]);
    }
    expect(fastly.documents('https://s.example/summary.json/x')).toEqual([
      'https://s.example/summary.json/x/summary.json',
    ]);
  });
});
