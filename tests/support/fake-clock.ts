import type { Clock } from '../../src/poller/clock.ts';

export interface FakeClock extends Clock {
  /** Jumps to a time; sleepers whose time has come wake in order. */
  set(iso: string): Promise<void>;
  advance(ms: number): Promise<void>;
}

/** A clock that moves only when told. `sleep` returns once the clock has passed its end. */
export function createFakeClock(start: string): FakeClock {
  let time = Date.parse(start);
  let sleepers: { until: number; wake: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const moveTo = async (target: number) => {
    for (;;) {
      const next = sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (next === undefined || next.until > target) break;
      time = Math.max(time, next.until);
      sleepers = sleepers.filter((sleeper) => sleeper !== next);
      next.wake();
      await settle();
    }
    time = Math.max(time, target);
    await settle();
  };
  return {
    now: () => new Date(time).toISOString(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { until: time + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          resolve();
        });
      }),
    set: (iso) => moveTo(Date.parse(iso)),
    advance: (ms) => moveTo(time + ms),
  };
}
