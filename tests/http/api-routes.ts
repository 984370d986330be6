import type { APIRoute } from 'astro';
import { GET as dependencies } from '../../src/pages/api/v1/dependencies.ts';
import { GET as event } from '../../src/pages/api/v1/events/[id].ts';
import { GET as events } from '../../src/pages/api/v1/events/index.ts';
import { GET as incident } from '../../src/pages/api/v1/incidents/[provider]/[id].ts';
import { GET as incidents } from '../../src/pages/api/v1/incidents/index.ts';
import { GET as provider } from '../../src/pages/api/v1/providers/[provider].ts';
import { GET as providers } from '../../src/pages/api/v1/providers/index.ts';
import { GET as sources } from '../../src/pages/api/v1/sources.ts';
import { GET as stack } from '../../src/pages/api/v1/stack.ts';
import { GET as status } from '../../src/pages/api/v1/status.ts';

const ROUTES: [RegExp, APIRoute][] = [
  [/^\/api\/v1\/status$/, status],
  [/^\/api\/v1\/providers$/, providers],
  [/^\/api\/v1\/providers\/(?<provider>[^/]+)$/, provider],
  [/^\/api\/v1\/incidents$/, incidents],
  [/^\/api\/v1\/incidents\/(?<provider>[^/]+)\/(?<id>[^/]+)$/, incident],
  [/^\/api\/v1\/events$/, events],
  [/^\/api\/v1\/events\/(?<id>[^/]+)$/, event],
  [/^\/api\/v1\/dependencies$/, dependencies],
  [/^\/api\/v1\/sources$/, sources],
  [/^\/api\/v1\/stack$/, stack],
];

/** The route of an address of the API and what its path says, as the router would find them. */
export function apiRoute(address: string): { route: APIRoute; params: Record<string, string> } {
  const [path = ''] = address.split('?');
  for (const [pattern, route] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return { route, params: { ...match.groups } };
  }
  throw new Error(`No route for ${address}`);
}
