import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { builtSite } from '../support/built-site.ts';
import { type PageServer, startPages } from '../support/page-server.ts';

const NOW = '2026-06-12T12:45:00.000Z';
let store: Store;
let pages: PageServer;
let fails = false;

beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  const knowledge = await loadKnowledge();
  const read = async (...args: Parameters<Store['ongoing']>) => {
    if (fails) throw new Error('no');
    return store.ongoing(...args);
  };
  const watched = new Proxy(store, {
    get: (target, key) => (key === 'ongoing' ? read : Reflect.get(target, key)),
  });
  const explained = createExplainedWorld({ store, knowledge, providers: [], now: () => NOW });
  pages = await startPages(await builtSite(), (siteUrl) => {
    return { store: watched, providers: [], knowledge, explained, now: NOW, siteUrl, revision: 1 };
  });
});
afterAll(async () => {
  await pages.close();
  await store.close();
});

it('draws no calm thread where the last day could not be read', async () => {
  const about = async () => {
    const answer = await fetch(`${pages.url}/about`);
    return { status: answer.status, hasThread: (await answer.text()).includes('class="thread"') };
  };
  expect(await about()).toEqual({ status: 200, hasThread: true });
  fails = true;
  expect(await about()).toEqual({ status: 200, hasThread: false });
});
