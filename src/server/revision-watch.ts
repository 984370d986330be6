import type { Store } from '../store/store.ts';

/** The store's revision as a number at hand, so that a cache hit needs no query. */
export interface RevisionWatch {
  readonly current: number;
  /** Called with every new revision, after `current` has moved. */
  onChange(listener: (revision: number) => void): () => void;
  /** Asks the store now; for whoever has just written. */
  refresh(): Promise<number>;
  stop(): void;
}

/**
 * Follows the revision, also when another process writes.
 * @param intervalMs how often to ask; visitors see a change at most this much later
 */
export async function watchRevision(
  store: Pick<Store, 'revision'>,
  intervalMs: number,
  onError: (error: unknown) => void,
): Promise<RevisionWatch> {
  let current = await store.revision();
  const listeners = new Set<(revision: number) => void>();
  const refresh = async () => {
    const next = await store.revision();
    if (next !== current) {
      current = next;
      for (const listener of listeners) listener(next);
    }
    return current;
  };
  const timer = setInterval(() => void refresh().catch(onError), intervalMs);
  timer.unref();
  return {
    get current() {
      return current;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
