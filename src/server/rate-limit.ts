import { LRUCache } from 'lru-cache';

export interface RateLimitOptions {
  /** Requests one address may make at once. */
  burst: number;
  /** Requests a second it may go on with. */
  perSecond: number;
  /** Addresses remembered; the longest silent are forgotten first. */
  maxAddresses: number;
  /** Monotonic milliseconds. */
  nowMs: () => number;
}

export interface RateLimit {
  /**
   * Takes one request from the account of an address.
   * @returns 0 where it may be answered, else whole seconds to wait
   */
  take(address: string): number;
}

/** Generous to people and to a whole office behind one address, firm to a flood. */
export const DEFAULT_RATE = { burst: 120, perSecond: 4, maxAddresses: 20_000 } as const;

/**
 * A token bucket per address. Only what costs something is counted by whoever asks: answers that have
 * to be rendered. What lies in the cache is free.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { burst, perSecond, nowMs } = options;
  const accounts = new LRUCache<string, { tokens: number; at: number }>({
    max: options.maxAddresses,
  });
  return {
    take(address) {
      const key = accountOf(address);
      const now = nowMs();
      const account = accounts.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, account.tokens + ((now - account.at) / 1_000) * perSecond);
      if (tokens < 1) {
        accounts.set(key, { tokens, at: now });
        return Math.max(1, Math.ceil((1 - tokens) / perSecond));
      }
      accounts.set(key, { tokens: tokens - 1, at: now });
      return 0;
    },
  };
}

/** An IPv6 subscriber holds at least a /64: its addresses are one account. */
function accountOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  return [...groups, ...Array<string>(missing).fill('0'), ...behind].slice(0, 4).join(':');
}
