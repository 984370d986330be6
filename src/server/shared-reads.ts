import type { Store } from '../store/store.ts';
import { createKeptOngoing } from './kept-ongoing.ts';

/** Reading times move without a revision; a render may show them this much behind. */
const MAX_AGE_MS = 15_000;

type SharedRead = 'feedHealth' | 'feedStatements' | 'openIncidents' | 'countIncidents';

/**
 * The store as pages see it: what many pages ask of the whole (the board, the open incidents) is
 * read once per revision and shared by all renders; long lists are kept and renewed by what changed.
 * Callers must not change what they get.
 */
export function withSharedReads(store: Store, revision: () => number, nowMs: () => number): Store {
  const ongoing = createKeptOngoing(store, revision);
  const kept = new Map<SharedRead, { revision: number; atMs: number; value: Promise<unknown> }>();

  function share<T>(name: SharedRead, read: () => Promise<T>): Promise<T> {
    const known = kept.get(name);
    if (known?.revision === revision() && nowMs() - known.atMs < MAX_AGE_MS) {
      return known.value as Promise<T>;
    }
    const value = read();
    kept.set(name, { revision: revision(), atMs: nowMs(), value });
    // A failed read is not kept: the next render tries again.
    value.catch(() => kept.delete(name));
    return value;
  }

  return new Proxy(store, {
    get(target, property) {
      switch (property) {
        case 'ongoing':
          return ongoing;
        case 'openIncidents':
          return () => share('openIncidents', () => target.openIncidents());
        case 'countIncidents':
          return () => share('countIncidents', () => target.countIncidents());
        case 'feedHealth':
          return (providerId?: string) =>
            providerId === undefined
              ? share('feedHealth', () => target.feedHealth())
              : target.feedHealth(providerId);
        case 'feedStatements':
          return (providerId?: string) =>
            providerId === undefined
              ? share('feedStatements', () => target.feedStatements())
              : target.feedStatements(providerId);
        default: {
          const value: unknown = Reflect.get(target, property);
          return typeof value === 'function' ? value.bind(target) : value;
        }
      }
    },
  });
}
