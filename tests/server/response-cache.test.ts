import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/server/answer.ts';
import { createResponseCache, OverloadError } from '../../src/server/response-cache.ts';

const page = (text: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(text),
});

function setUp(options: { maxQueued?: number; concurrency?: number; maxBytes?: number } = {}) {
  const world = { revision: 1, now: 0, renders: [] as string[], errors: [] as unknown[] };
  const waiting: (() => void)[] = [];
  let render: (key: string) => Promise<Answer> = async (key) => page(`${key} r${world.revision}`);
  const cache = createResponseCache({
    ...options,
    render: (key) => {
      world.renders.push(key);
      return render(key);
    },
    revision: () => world.revision,
    nowMs: () => world.now,
    onError: (error) => world.errors.push(error),
  });
  return {
    world,
    cache,
    setRender: (next: typeof render) => {
      render = next;
    },
    /** Renders wait until released. */
    hold: () => {
      render = (key) =>
        new Promise((resolve) => waiting.push(() => resolve(page(`${key} r${world.revision}`))));
    },
    release: () => {
      for (const go of waiting.splice(0)) go();
    },
    text: async (key: string) => (await cache.get(key)).forms.identity.body.toString(),
  };
}

describe('response cache', () => {
  it('renders once however many ask at the same time', async () => {
    const { world, cache, hold, release } = setUp();
    hold();
    const all = Array.from({ length: 200 }, () => cache.get('/'));
    await Promise.resolve();
    release();
    const answers = await Promise.all(all);
    expect(world.renders).toEqual(['/']);
    expect(new Set(answers).size).toBe(1);
  });

  it('serves the old answer while a new revision renders, then the new one', async () => {
    const { world, cache, hold, release, text } = setUp();
    expect(await text('/')).toBe('/ r1');
    hold();
    world.revision = 2;
    for (let ask = 0; ask < 200; ask++) {
      expect(cache.peek('/')?.forms.identity.body.toString()).toBe('/ r1');
    }
    await Promise.resolve();
    expect(world.renders).toHaveLength(2);
    release();
    await cache.idle();
    expect(await text('/')).toBe('/ r2');
    expect(world.renders).toHaveLength(2);
  });

  it('renews a live page after a minute even without a new revision', async () => {
    const { world, cache, text } = setUp();
    await text('/');
    world.now = 59_000;
    cache.peek('/');
    expect(world.renders).toHaveLength(1);
    world.now = 61_000;
    cache.peek('/');
    await cache.idle();
    expect(world.renders).toHaveLength(2);
  });

  it('keeps the last good answer when rendering fails, and marks it', async () => {
    const { world, cache, setRender, text } = setUp();
    await text('/');
    world.revision = 2;
    setRender(() => Promise.reject(new Error('no')));
    cache.peek('/');
    await cache.idle();
    const answer = await cache.get('/');
    expect(answer.forms.identity.body.toString()).toBe('/ r1');
    expect(answer.isStale).toBe(true);
    expect(world.errors).toHaveLength(1);
  });

  it('keeps the last good answer when a page answers 500', async () => {
    const { world, cache, setRender, text } = setUp();
    await text('/');
    world.revision = 2;
    setRender(async () => page('broken', 500));
    cache.peek('/');
    await cache.idle();
    expect(await text('/')).toBe('/ r1');
  });

  it('does not keep a failure where there is nothing better', async () => {
    const { world, setRender, text } = setUp();
    setRender(async () => page('broken', 500));
    expect(await text('/')).toBe('broken');
    setRender(async () => page('fine'));
    expect(await text('/')).toBe('fine');
    expect(world.renders).toHaveLength(2);
  });

  it('keeps a 404 only for seconds', async () => {
    const { world, cache, setRender, text } = setUp();
    setRender(async () => page('nothing here', 404));
    await text('/nope');
    world.now = 11_000;
    cache.peek('/nope');
    await cache.idle();
    expect(world.renders).toHaveLength(2);
  });

  it('refuses what would only wait, while kept answers still come', async () => {
    const { world, cache, hold, release, text } = setUp({ maxQueued: 2, concurrency: 1 });
    await text('/');
    world.revision = 2;
    hold();
    const running = ['/a', '/b', '/c'].map((key) => cache.get(key));
    await expect(cache.get('/d')).rejects.toBeInstanceOf(OverloadError);
    expect((await cache.get('/')).forms.identity.body.toString()).toBe('/ r1');
    const drain = setInterval(release, 1);
    await Promise.all(running);
    await cache.idle();
    clearInterval(drain);
  });

  it('stays within its bytes', async () => {
    const { cache, text } = setUp({ maxBytes: 20_000 });
    for (let number = 0; number < 40; number++) await text(`/${number}`);
    expect(cache.stats().bytes).toBeLessThanOrEqual(20_000);
    expect(cache.stats().entries).toBeGreaterThan(0);
  });

  it('renders the most asked addresses ahead', async () => {
    const { world, cache, text } = setUp();
    await text('/');
    await text('/timeline');
    world.revision = 2;
    cache.warm();
    await cache.idle();
    expect(world.renders.slice(2).toSorted()).toEqual(['/', '/timeline']);
  });
});
