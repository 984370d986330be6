import { describe, expect, it } from 'vitest';
import type { FeedHealth } from '../../src/model/feed-health.ts';
import { feedKey, type Provider } from '../../src/model/provider.ts';
import type { FeedStatement } from '../../src/store/store.ts';
import { boardRow, providerBoard } from '../../src/views/provider-board.ts';
import { worldIncident, worldProvider } from '../support/world.ts';

const NOW = '2026-03-12T12:45:00.000Z';
const FRESH = '2026-03-12T12:44:00.000Z';
const OLD = '2026-03-12T12:10:00.000Z';
const acme = worldProvider('acme', 'Acme', 'cloud');

function health(lastGoodAt: string | null, fields: Partial<FeedHealth> = {}): FeedHealth {
  return {
    key: keyOf(acme),
    providerId: 'acme',
    format: 'statuspage',
    url: 'https://status.acme.example',
    nextCheckAt: NOW,
    lastAttemptAt: lastGoodAt,
    lastGoodAt,
    lastChangeAt: lastGoodAt,
    failures: 0,
    error: null,
    redirectedTo: null,
    unknownWords: [],
    warnings: [],
    provesNothingReported: false,
    ...fields,
  };
}

function statement(lastGoodAt: string | null, fields: Partial<FeedStatement> = {}): FeedStatement {
  return {
    feedKey: keyOf(acme),
    providerId: 'acme',
    status: 'operational',
    components: [],
    provesNothingReported: false,
    lastGoodAt,
    ...fields,
  };
}

function keyOf(provider: Provider): string {
  return feedKey(provider.id, provider.feeds[0] ?? { format: '', url: '' });
}

describe('boardRow', () => {
  it('calls a provider fine that says so in a fresh reading', () => {
    const row = boardRow(acme, [statement(FRESH)], [health(FRESH)], [], NOW);
    expect(row).toMatchObject({ status: 'operational', readAt: FRESH, isStale: false });
  });

  it('makes old green unknown and tells what was last known', () => {
    const row = boardRow(acme, [statement(OLD)], [health(OLD)], [], NOW);
    expect(row).toMatchObject({ status: 'unknown', isStale: true, lastKnown: 'operational' });
    expect(row.reason).toEqual({ kind: 'too-old', readAt: OLD, error: null });
  });

  it('keeps old trouble, marked stale', () => {
    const row = boardRow(
      acme,
      [statement(OLD, { status: 'major_outage' })],
      [health(OLD)],
      [],
      NOW,
    );
    expect(row).toMatchObject({ status: 'major_outage', isStale: true, lastKnown: null });
  });

  it('is unknown without a feed, whatever is missing', () => {
    const row = boardRow(worldProvider('q', 'Q', 'cloud', { hasFeed: false }), [], [], [], NOW);
    expect(row).toMatchObject({ status: 'unknown', readAt: null, reason: { kind: 'no-feed' } });
  });

  it('is unknown while the feed was never read, and says the error', () => {
    const error = { kind: 'timeout' as const, message: 'too slow' };
    const row = boardRow(acme, [], [health(null, { error, failures: 1 })], [], NOW);
    expect(row).toMatchObject({ status: 'unknown', reason: { kind: 'not-read', error } });
  });

  it('is unknown where a feed can be read and says nothing', () => {
    const row = boardRow(acme, [statement(FRESH, { status: null })], [health(FRESH)], [], NOW);
    expect(row).toMatchObject({ status: 'unknown', reason: { kind: 'silent' } });
  });

  it('is fine where an empty feed proves that nothing is reported', () => {
    const empty = statement(FRESH, { status: null, provesNothingReported: true });
    expect(boardRow(acme, [empty], [health(FRESH)], [], NOW).status).toBe('operational');
  });

  it('names the word it does not know', () => {
    const unknownWords = [{ field: 'status', word: 'flapping' }];
    const row = boardRow(
      acme,
      [statement(FRESH, { status: 'unknown' })],
      [health(FRESH, { unknownWords })],
      [],
      NOW,
    );
    expect(row).toMatchObject({
      status: 'unknown',
      reason: { kind: 'unknown-word', word: 'flapping' },
    });
  });

  it('believes an open incident over a green page', () => {
    const incident = worldIncident('acme', 'i', {
      title: 'Down',
      startedAt: FRESH,
      impact: 'critical',
    });
    const row = boardRow(acme, [statement(FRESH)], [health(FRESH)], [incident], NOW);
    expect(row).toMatchObject({ status: 'major_outage', reason: { kind: 'incident', others: 0 } });
  });

  it('names parts where there is no incident', () => {
    const components = [{ id: 'a', name: 'API', status: 'partial_outage' as const }];
    const row = boardRow(
      acme,
      [statement(FRESH, { status: null, components })],
      [health(FRESH)],
      [],
      NOW,
    );
    expect(row).toMatchObject({
      status: 'partial_outage',
      reason: { kind: 'parts', names: ['API'] },
    });
  });

  it('does not let one fresh feed vouch for another that was never read', () => {
    const second = health(null, { key: 'acme:rss:2' });
    expect(boardRow(acme, [statement(FRESH)], [health(FRESH), second], [], NOW).status).toBe(
      'unknown',
    );
  });
});

describe('providerBoard', () => {
  it('leaves the archive out of the present, counts, and puts the worst first', () => {
    const bad = worldProvider('bad', 'Bad', 'cloud');
    const archived = worldIncident('acme', 'past', {
      title: 'Past',
      startedAt: OLD,
      origin: 'archive',
    });
    const board = providerBoard({
      providers: [acme, bad],
      statements: [
        statement(FRESH),
        statement(FRESH, { providerId: 'bad', feedKey: keyOf(bad), status: 'partial_outage' }),
      ],
      health: [health(FRESH), health(FRESH, { providerId: 'bad', key: keyOf(bad) })],
      openIncidents: [archived],
      now: NOW,
    });
    expect(board.counts).toMatchObject({ operational: 1, partial_outage: 1, unknown: 0 });
    expect(board.sections).toHaveLength(1);
    expect(board.sections[0]?.wrong.map((row) => row.provider.id)).toEqual(['bad']);
    expect(board.hasFreshReading).toBe(true);
  });
});
