import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Answer } from './answer.ts';
import { cachePolicy } from './cache-policy.ts';
import { type CachedAnswer, encodeAnswer, improveBrotli } from './cached-answer.ts';

/** Thrown when so many renders wait that one more would only make everybody slower. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';
}

export interface ResponseCacheOptions {
  /** Renders an address; never cached by anyone else. */
  render: (key: string) => Promise<Answer>;
  /** The store revision now. */
  revision: () => number;
  /** Monotonic milliseconds. */
  nowMs: () => number;
  onError: (error: unknown, key: string) => void;
  /** Bytes of all kept forms together. */
  maxBytes?: number;
  /** Renders at a time; the others wait in line. */
  concurrency?: number;
  /** Renders that may wait before OverloadError. */
  maxQueued?: number;
  /** Addresses rendered ahead after a new revision. */
  warmKeys?: number;
}

export interface ResponseCache {
  /**
   * The answer that is at hand, fresh or being renewed behind it; undefined where there is none.
   * The hot path: a map look-up and two comparisons.
   */
  peek(key: string): CachedAnswer | undefined;
  /** The answer, rendered now if none is at hand; one render however many ask. */
  get(key: string): Promise<CachedAnswer>;
  /** Renders the most asked addresses for the new revision before they are asked for. */
  warm(): void;
  stats(): { entries: number; bytes: number; hits: number; renders: number; queued: number };
  /** Waits for what is being rendered. */
  idle(): Promise<void>;
}

/**
 * Cache in front of the renderer. An entry is good for one store revision; while a newer one is
 * rendered the old answer is served, and if rendering fails the last good one stays, marked stale.
 */
export function createResponseCache(options: ResponseCacheOptions): ResponseCache {
  const { render, revision, nowMs, onError, maxQueued = 200, warmKeys = 24 } = options;
  const entries = new LRUCache<string, CachedAnswer>({
    maxSize: options.maxBytes ?? 64 * 1024 * 1024,
    sizeCalculation: (entry) => entry.bytes,
  });
  const rendering = new Map<string, Promise<CachedAnswer>>();
  const renders = new PQueue({ concurrency: options.concurrency ?? 2 });
  const improvements = new PQueue({ concurrency: 1 });
  let hits = 0;
  let rendered = 0;

  const isCurrent = (entry: CachedAnswer) =>
    entry.revision === revision() &&
    nowMs() - entry.renderedAtMs < entry.policy.renewAfterSeconds * 1_000;

  async function renderNow(key: string): Promise<CachedAnswer> {
    const startRevision = revision();
    rendered++;
    const answer = await render(key);
    const path = key.split('?', 1)[0] ?? key;
    const policy = cachePolicy(path, answer.status);
    return encodeAnswer(key, answer, policy, startRevision, nowMs());
  }

  function keep(entry: CachedAnswer, previous: CachedAnswer | undefined): CachedAnswer {
    if (entry.status >= 500) {
      // The last good answer outlives a failing render, and says that it is old.
      if (previous === undefined || previous.status >= 500) return entry;
      previous.isStale = true;
      previous.renderedAtMs = nowMs();
      previous.revision = entry.revision;
      return previous;
    }
    if (entry.policy.renewAfterSeconds > 0) {
      entries.set(entry.key, entry);
      void improvements.add(() => improveBrotli(entry).catch((error) => onError(error, entry.key)));
    }
    return entry;
  }

  function renew(key: string, priority: number): Promise<CachedAnswer> {
    const running = rendering.get(key);
    if (running !== undefined) return running;
    const previous = entries.peek(key);
    if (renders.size >= maxQueued) {
      return previous === undefined
        ? Promise.reject(new OverloadError(`${renders.size} renders are waiting`))
        : Promise.resolve(previous);
    }
    const task = renders
      .add(() => renderNow(key), { priority })
      .then((entry) => keep(entry, previous))
      .catch((error: unknown) => {
        onError(error, key);
        if (previous === undefined) throw error;
        return keep({ ...previous, status: 500, revision: revision() }, previous);
      })
      .finally(() => rendering.delete(key));
    rendering.set(key, task);
    return task;
  }

  return {
    peek(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      hits++;
      if (!isCurrent(entry)) void renew(key, 0).catch(() => undefined);
      return entry;
    },
    get(key) {
      const entry = this.peek(key);
      return entry === undefined ? renew(key, 1) : Promise.resolve(entry);
    },
    warm() {
      let count = 0;
      for (const key of entries.keys()) {
        if (count++ >= warmKeys) break;
        const entry = entries.peek(key);
        if (entry !== undefined && !isCurrent(entry)) void renew(key, -1).catch(() => undefined);
      }
    },
    stats: () => ({
      entries: entries.size,
      bytes: entries.calculatedSize,
      hits,
      renders: rendered,
      queued: renders.size,
    }),
    idle: async () => {
      await Promise.allSettled([...rendering.values()]);
      await improvements.onIdle();
    },
  };
}
