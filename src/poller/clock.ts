import { setTimeout as delay } from 'node:timers/promises';

/** Time as a parameter: the poller never reads the machine's clock itself. */
export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Returns after `ms`, or earlier when `signal` ends it; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: true });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};
