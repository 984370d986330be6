import type { Dependency } from '../knowledge/schemas/dependency.ts';
import { type ProviderStatus, worstStatus } from '../model/status.ts';
import type { Board, BoardRow } from './provider-board.ts';
import { providerById } from './provider-links.ts';
import { type BoardSources, readBoard } from './read-board.ts';

/** What somebody uses, and what that stands on. */
export interface Stack {
  /** The worst of what is used; upstreams count only through their dependents. */
  status: ProviderStatus;
  /** In the order asked for. */
  rows: BoardRow[];
  upstreams: BoardRow[];
  /** Edges from what is used to what it stands on, valid today. */
  edges: Dependency[];
  /** Ids that name no provider here. */
  unknownIds: string[];
}

/** Reads the state of a stack, now or at a past moment. */
export async function readStack(
  sources: BoardSources,
  use: readonly string[],
  at: string | null,
): Promise<Stack> {
  const found = use.map((id) => ({ id, provider: providerById(sources.providers, id) }));
  const used = [...new Set(found.flatMap(({ provider }) => provider?.id ?? []))];
  const day = (at ?? sources.now).slice(0, 10);
  const edges = sources.knowledge.dependencies.filter(
    ({ dependent, upstream, until }) =>
      used.includes(dependent.provider) &&
      upstream.provider !== dependent.provider &&
      (until === undefined || until >= day.slice(0, until.length)),
  );
  const upstreamIds = [...new Set(edges.map(({ upstream }) => upstream.provider))].filter(
    (id) => !used.includes(id),
  );
  const { board } = await readBoard(sources, at, [...used, ...upstreamIds]);
  const byId = new Map(board.rows.map((row) => [row.provider.id, row]));
  const rows = used.flatMap((id) => byId.get(id) ?? []);
  return {
    status: worstStatus(rows.map((row) => row.status)),
    rows,
    upstreams: upstreamIds.flatMap((id) => byId.get(id) ?? []),
    edges,
    unknownIds: found.flatMap(({ id, provider }) => (provider === undefined ? [id] : [])),
  };
}

/** The worst state on a board. */
export function boardStatus(board: Board): ProviderStatus {
  return worstStatus(board.rows.map((row) => row.status));
}
