import { describe, expect, it } from 'vitest';
import { createHostLimit } from '../../src/fetcher/host-limit.ts';

describe('createHostLimit', () => {
  it('keeps to the limit of each host and of all together', async () => {
    const onHost = createHostLimit(2, 3);
    const now = new Map<string, number>();
    let all = 0;
    let mostAll = 0;
    let mostOnOne = 0;
    const work = (host: string) => async () => {
      now.set(host, (now.get(host) ?? 0) + 1);
      all++;
      mostAll = Math.max(mostAll, all);
      mostOnOne = Math.max(mostOnOne, now.get(host) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now.set(host, (now.get(host) ?? 0) - 1);
      all--;
      return host;
    };
    const hosts = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'a', 'c'];
    expect(await Promise.all(hosts.map((host) => onHost(host, work(host))))).toEqual(hosts);
    expect(mostOnOne).toBe(2);
    expect(mostAll).toBe(3);
  });

  it('passes errors on and goes on', async () => {
    const onHost = createHostLimit(1, 1);
    const failing = onHost('a', async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await onHost('a', async () => 1)).toBe(1);
  });
});
