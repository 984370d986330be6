import type { Knowledge } from '../knowledge/knowledge.ts';
import type { FeedHealth } from '../model/feed-health.ts';
import type { Provider } from '../model/provider.ts';
import type { FeedStatement, Store } from '../store/store.ts';
import { boardAsOf, worldAsOf } from './as-of-world.ts';
import { type Board, providerBoard } from './provider-board.ts';

/** What a board is made from; `App.Locals` fits. */
export interface BoardSources {
  store: Store;
  providers: readonly Provider[];
  knowledge: Knowledge;
  /** ISO 8601, UTC. */
  now: string;
}

/** A board with what it was read from; both lists are empty for a moment of the past. */
export interface ReadBoard {
  board: Board;
  health: FeedHealth[];
  statements: FeedStatement[];
}

/**
 * The board of now, or of a past moment.
 * @param only leaves other providers out; absent for all
 */
export async function readBoard(
  { store, providers, knowledge, now }: BoardSources,
  at: string | null,
  only?: readonly string[],
): Promise<ReadBoard> {
  const chosen =
    only === undefined ? providers : providers.filter((provider) => only.includes(provider.id));
  if (at !== null) {
    const limits = only === undefined ? {} : { providers: only };
    const world = await worldAsOf(store, knowledge, at, limits);
    return { board: boardAsOf(chosen, world), health: [], statements: [] };
  }
  const one = only?.length === 1 ? only[0] : undefined;
  const [allHealth, allStatements, openIncidents] = await Promise.all([
    store.feedHealth(one),
    store.feedStatements(one),
    store.openIncidents(),
  ]);
  const isWanted = ({ providerId }: { providerId: string }) =>
    only === undefined || only.includes(providerId);
  const health = allHealth.filter(isWanted);
  const statements = allStatements.filter(isWanted);
  const board = providerBoard({ providers: chosen, statements, health, openIncidents, now });
  return { board, health, statements };
}
