import type { APIRoute } from 'astro';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fillStore, type World } from './world.ts';

export const SITE_URL = 'https://downstream.example';

/** Calls endpoints with everything they get from the server, without building the pages. */
export interface EndpointWorld {
  locals: App.Locals;
  get(
    route: APIRoute,
    address: string,
    params?: Record<string, string>,
  ): Promise<{ status: number; type: string; headers: Headers; text: string; json(): unknown }>;
  close(): Promise<void>;
}

/** A world in a store of its own, with the real knowledge and, where asked for, its archive. */
export async function startEndpoints(
  world: World,
  options: { withArchive?: boolean } = {},
): Promise<EndpointWorld> {
  const knowledge = await loadKnowledge();
  const store = await openStore('sqlite::memory:');
  await fillStore(store, world);
  if (options.withArchive) await store.saveArchive(knowledge.events.flatMap(archiveIncidents));
  const providers = world.providers.map(({ provider }) => provider);
  const locals: App.Locals = {
    store,
    knowledge,
    providers,
    explained: createExplainedWorld({ store, knowledge, providers, now: () => world.now }),
    now: world.now,
    siteUrl: SITE_URL,
    revision: await store.revision(),
  };
  return {
    locals,
    async get(route, address, params = {}) {
      const url = new URL(address, SITE_URL);
      const context = { locals, url, params } as Partial<Parameters<APIRoute>[0]>;
      const response = await route(context as Parameters<APIRoute>[0]);
      const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        headers: response.headers,
        text,
        json: (): unknown => JSON.parse(text),
      };
    },
    close: () => store.close(),
  };
}
