import { describe, expect, it } from 'vitest';
import { createPagedQueue } from '../../src/poller/paged-queue.ts';

describe('a paged queue', () => {
  it('hands out everything once, in order, whoever takes, and fetches no page twice', async () => {
    const pages = [[1, 2, 3], [4], []];
    let fetched = 0;
    const queue = createPagedQueue(async () => pages[fetched++] ?? []);
    const taken: number[] = [];
    const taker = async () => {
      for (let one = await queue.take(); one !== undefined; one = await queue.take()) {
        taken.push(one);
      }
    };
    await Promise.all([taker(), taker(), taker(), taker(), taker()]);
    expect(taken).toEqual([1, 2, 3, 4]);
    expect(fetched).toBe(3);
    expect(await queue.take()).toBeUndefined();
    expect(fetched).toBe(3);
  });

  it('rejects as fetching does', async () => {
    const queue = createPagedQueue<number>(async () => {
      throw new Error('away');
    });
    await expect(queue.take()).rejects.toThrow('away');
  });
});
