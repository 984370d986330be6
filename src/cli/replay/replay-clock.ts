import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../poller/clock.ts';

/**
 * A clock that begins at `start` and runs `speed` times as fast as the machine's.
 * @param nowMs milliseconds that only grow, such as `performance.now`
 */
export function createReplayClock(
  start: string,
  speed: number,
  nowMs: () => number = () => performance.now(),
): Clock {
  const beganAt = nowMs();
  return {
    now: () => new Date(Date.parse(start) + (nowMs() - beganAt) * speed).toISOString(),
    async sleep(ms, signal) {
      try {
        await delay(ms / speed, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        if (signal?.aborted !== true) throw error;
      }
    },
  };
}
