import { type FeedHealth, isStale } from '../model/feed-health.ts';
import { type Incident, isOpen } from '../model/incident.ts';
import { compareWorstFirst } from '../model/order.ts';
import { CATEGORIES, type Category, type Provider } from '../model/provider.ts';
import { providerStatus } from '../model/provider-status.ts';
import { compareStatusWorstFirst, type ProviderStatus, worstStatus } from '../model/status.ts';
import type { FeedStatement } from '../store/store.ts';
import { type BoardReason, boardReason } from './board-reason.ts';
import { compareNames } from './compare-names.ts';

export interface BoardInput {
  providers: readonly Provider[];
  statements: readonly FeedStatement[];
  health: readonly FeedHealth[];
  /** Open incidents of any origin; those of the archive are left aside, a board shows feeds. */
  openIncidents: readonly Incident[];
  /** True for a board of the past, where the archive speaks too. */
  withArchive?: boolean;
  /** ISO 8601, UTC. */
  now: string;
}

export interface BoardRow {
  provider: Provider;
  status: ProviderStatus;
  reason: BoardReason;
  /** The reading its state rests on: the oldest good one of its feeds; null where there is none. */
  readAt: string | null;
  /** True where that reading is too old to vouch for the state. */
  isStale: boolean;
  /** What was last known, where `status` had to become unknown for want of a fresh reading. */
  lastKnown: ProviderStatus | null;
  /** Open incidents, worst first. */
  incidents: Incident[];
}

export interface BoardSection {
  category: Category;
  /** Trouble and maintenance, worst first. */
  wrong: BoardRow[];
  unknown: BoardRow[];
  fine: BoardRow[];
}

export interface Board {
  rows: BoardRow[];
  /** In the fixed order of CATEGORIES, empty ones left out. */
  sections: BoardSection[];
  counts: Record<ProviderStatus, number>;
  /** Readings in use; null where nothing was ever read. */
  oldestReadAt: string | null;
  newestReadAt: string | null;
  /** True while at least one feed is fresh. */
  hasFreshReading: boolean;
}

/** State of every provider at `now`, from what its feeds last said. */
export function providerBoard(input: BoardInput): Board {
  const statements = Map.groupBy(input.statements, (statement) => statement.providerId);
  const health = Map.groupBy(input.health, (feed) => feed.providerId);
  const incidents = Map.groupBy(
    input.openIncidents.filter(
      (incident) => (input.withArchive || incident.origin === 'feed') && isOpen(incident),
    ),
    (incident) => incident.providerId,
  );
  const rows = input.providers.map((provider) =>
    boardRow(
      provider,
      statements.get(provider.id) ?? [],
      health.get(provider.id) ?? [],
      (incidents.get(provider.id) ?? []).toSorted(compareWorstFirst),
      input.now,
    ),
  );
  const readings = input.health.flatMap((feed) => feed.lastGoodAt ?? []).toSorted();
  return {
    rows,
    sections: CATEGORIES.map((category) => section(category, rows)).filter(
      ({ wrong, unknown, fine }) => wrong.length + unknown.length + fine.length > 0,
    ),
    counts: countStatuses(rows),
    oldestReadAt: readings.at(0) ?? null,
    newestReadAt: readings.at(-1) ?? null,
    hasFreshReading: input.health.some((feed) => !isStale(feed.lastGoodAt, input.now)),
  };
}

/**
 * State of one provider. Each feed speaks for itself; one that was never read or is too old cannot
 * say that all is well. Trouble last known stays, marked stale, until a fresh reading ends it.
 */
export function boardRow(
  provider: Provider,
  statements: readonly FeedStatement[],
  health: readonly FeedHealth[],
  incidents: Incident[],
  now: string,
): BoardRow {
  const said = statements.map((statement) => ({
    status: providerStatus({
      stated: statement.status,
      components: statement.components,
      incidents: [],
      provesNothingReported: statement.provesNothingReported,
    }),
    isMute:
      statement.status === null &&
      statement.components.length === 0 &&
      !statement.provesNothingReported,
    isFresh: !isStale(statement.lastGoodAt, now),
  }));
  const told = new Set(statements.map((statement) => statement.feedKey));
  const unread = health.filter((feed) => feed.lastGoodAt === null || !told.has(feed.key));
  const speaking = said.filter((feed) => !feed.isMute || !feed.isFresh);
  const fromIncidents = incidents.length > 0 ? [incidentsStatus(incidents)] : [];
  const trouble = fromIncidents.filter((status) => status !== 'unknown');
  const known = worstStatus([...trouble, ...speaking.map((feed) => feed.status)]);
  const status = worstStatus([
    ...trouble,
    ...speaking.map((feed) =>
      !feed.isFresh && feed.status === 'operational' ? ('unknown' as const) : feed.status,
    ),
    ...unread.map(() => 'unknown' as const),
  ]);
  const readings = health.flatMap((feed) => feed.lastGoodAt ?? []).toSorted();
  const readAt = readings.at(0) ?? null;
  return {
    provider,
    status,
    reason: boardReason({ provider, status, statements, health, incidents, now }),
    readAt,
    isStale: readAt !== null && isStale(readAt, now),
    lastKnown: status === 'unknown' && known !== 'unknown' ? known : null,
    incidents,
  };
}

function incidentsStatus(incidents: readonly Incident[]): ProviderStatus {
  return providerStatus({ stated: null, components: [], incidents, provesNothingReported: false });
}

function section(category: Category, all: readonly BoardRow[]): BoardSection {
  const rows = all
    .filter((row) => row.provider.category === category)
    .toSorted(
      (a, b) => compareStatusWorstFirst(a.status, b.status) || compareNames(a.provider, b.provider),
    );
  return {
    category,
    wrong: rows.filter((row) => isWrong(row.status)),
    unknown: rows.filter((row) => row.status === 'unknown'),
    fine: rows.filter((row) => row.status === 'operational'),
  };
}

/** Trouble or maintenance: neither fine nor unknown. */
export function isWrong(status: ProviderStatus): boolean {
  return status !== 'operational' && status !== 'unknown';
}

function countStatuses(rows: readonly BoardRow[]): Record<ProviderStatus, number> {
  const counts: Record<ProviderStatus, number> = {
    major_outage: 0,
    partial_outage: 0,
    degraded_performance: 0,
    under_maintenance: 0,
    unknown: 0,
    operational: 0,
  };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}
