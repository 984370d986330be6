import PQueue from 'p-queue';

export const MAX_PER_HOST = 2;
export const MAX_IN_ALL = 32;

/** Runs work when its host and the whole have a free place. */
export type HostLimit = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/**
 * At most `perHost` at a time for one host and `inAll` together. A place in the whole is taken only
 * once the host has one free, so that one slow host never holds up the others.
 */
export function createHostLimit(perHost = MAX_PER_HOST, inAll = MAX_IN_ALL): HostLimit {
  const all = new PQueue({ concurrency: inAll });
  const hosts = new Map<string, { queue: PQueue; users: number }>();
  return async (host, work) => {
    const entry = hosts.get(host) ?? { queue: new PQueue({ concurrency: perHost }), users: 0 };
    hosts.set(host, entry);
    entry.users++;
    try {
      return await entry.queue.add(() => all.add(work));
    } finally {
      entry.users--;
      if (entry.users === 0) hosts.delete(host);
    }
  };
}
