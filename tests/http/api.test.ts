import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_OPERATIONS } from '../../src/views/api-operations.ts';
import { API_SCHEMAS, problemSchema } from '../../src/views/api-schemas.ts';
import { busyWorld } from '../support/busy-world.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';
import { apiRoute } from './api-routes.ts';

let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(busyWorld, { withArchive: true });
});
afterAll(() => world.close());

async function get(address: string) {
  const { route, params } = apiRoute(address);
  return world.get(route, address, params);
}
const dataOf = (value: unknown) =>
  z.object({ data: z.array(z.looseObject({})), next: z.string().nullish() }).parse(value);

describe('every example of the reference', () => {
  const examples = API_OPERATIONS.flatMap((one) =>
    one.examples.map((address) => [address, one] as const),
  );
  it.each(examples)('%s', async (address, { answer }) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.type).toBe('application/json; charset=utf-8');
    if (!address.includes('fields=')) {
      expect(API_SCHEMAS[answer].safeParse(response.json()).error?.issues ?? []).toEqual([]);
    }
  });
});

describe('answers', () => {
  it('keep their shape whatever the state of a provider', async () => {
    for (const { provider } of busyWorld.providers) {
      const response = await get(`/api/v1/providers/${provider.id}`);
      const parsed = API_SCHEMAS.ProviderDetail.safeParse(response.json());
      expect(parsed.error?.issues ?? [], provider.id).toEqual([]);
    }
  });

  it('never turn an unknown state into operational', async () => {
    const { data } = dataOf((await get('/api/v1/providers')).json());
    const states = new Map(data.map((one) => [one.id, one.status]));
    for (const id of ['azure', 'wire', 'heroku', 'threema', 'deepseek']) {
      expect(states.get(id), id).toBe('unknown');
    }
  });

  it('cut, pick and page', async () => {
    const open = dataOf((await get('/api/v1/incidents?open=true&fields=id,isOpen')).json());
    expect(open.data.length).toBeGreaterThan(3);
    expect(open.data.every((one) => Object.keys(one).join() === 'id,isOpen' && one.isOpen)).toBe(
      true,
    );
    const seen: unknown[] = [];
    let before: string | null | undefined = '';
    while (before !== null && before !== undefined) {
      const page = dataOf((await get(`/api/v1/incidents?limit=7&before=${before}`)).json());
      seen.push(...page.data.map((one) => one.id));
      before = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await world.locals.store.countIncidents()).total);
  });

  it('tell a past moment by what was known then', async () => {
    const at = '2025-10-20T07:30Z';
    const then = API_SCHEMAS.World.parse((await get(`/api/v1/status?at=${at}`)).json());
    expect(then.at).toBe('2025-10-20T07:30:00.000Z');
    const list = API_SCHEMAS.IncidentList.parse(
      (await get(`/api/v1/incidents?at=${at}&provider=aws`)).json(),
    );
    for (const incident of list.data) {
      expect(incident.updates.every((update) => update.at <= '2025-10-20T07:30:00.000Z')).toBe(
        true,
      );
    }
  });

  it('are the same in German but for our own texts', async () => {
    const address = '/api/v1/events/aws-us-east-1-2025-10-20';
    const [en, de] = await Promise.all([get(address), get(`${address}?lang=de`)]);
    const [english, german] = [en, de].map((one) => API_SCHEMAS.Event.parse(one.json()));
    expect(german?.title).not.toBe(english?.title);
    expect(german?.incidents).toEqual(english?.incidents);
  });
});

describe('errors', () => {
  it.each([
    ['/api/v1/incidents?impact=huge', 'impact', 'minor'],
    ['/api/v1/incidents?from=yesterday', 'from', '2025-10-20T09:30Z'],
    ['/api/v1/incidents?limit=9999', 'limit', '200'],
    ['/api/v1/incidents?before=abc', 'before', 'next'],
    ['/api/v1/incidents?fields=nope', 'fields', 'startedAt'],
    ['/api/v1/incidents?open=maybe', 'open', 'true or false'],
    ['/api/v1/status?at=2999-01-01', 'at', 'past'],
    ['/api/v1/stack', 'use', 'github'],
    ['/api/v1/events?before=none', 'before', 'next'],
  ])('%s names the parameter and what would be right', async (address, parameter, expected) => {
    const response = await get(address);
    expect(response.status).toBe(400);
    expect(response.type).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(response.json());
    expect(problem.errors?.map((one) => one.parameter)).toContain(parameter);
    expect(problem.detail).toContain(expected);
  });

  it.each(['/api/v1/providers/nobody', '/api/v1/incidents/a/b', '/api/v1/events/x'])(
    '%s is not found, in problem details',
    async (address) => {
      const response = await get(address);
      expect(response.status).toBe(404);
      expect(problemSchema.parse(response.json()).status).toBe(404);
    },
  );
});
