import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../poller/clock.ts';

export interface ReplayClock extends Clock {
  /** Sets it going; until then it stands at its start. */
  begin(): void;
}

/**
 * A clock that begins at `start` and runs `speed` times as fast as the machine's.
 * @param nowMs milliseconds that only grow, such as `performance.now`
 */
export function createReplayClock(
  start: string,
  speed: number,
  nowMs: () => number = () => performance.now(),
): ReplayClock {
  let beganAt: number | null = null;
  return {
    begin() {
      beganAt ??= nowMs();
    },
    now() {
      const elapsed = beganAt === null ? 0 : nowMs() - beganAt;
      return new Date(Date.parse(start) + elapsed * speed).toISOString();
    },
    async sleep(ms, signal) {
      try {
        await delay(ms / speed, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        if (signal?.aborted !== true) throw error;
      }
    },
  };
}
