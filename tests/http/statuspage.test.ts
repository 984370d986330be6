import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { GET as ofAll } from '../../src/pages/api/v2/[...document].ts';
import { GET as ofOne } from '../../src/pages/providers/[provider]/api/v2/[...document].ts';
import { SP_DOCUMENTS, type SpDocumentName } from '../../src/views/statuspage-schemas.ts';
import { busyWorld } from '../support/busy-world.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';

const NAMES = Object.keys(SP_DOCUMENTS) as SpDocumentName[];
let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(busyWorld, { withArchive: true });
});
afterAll(() => world.close());

async function read<N extends SpDocumentName>(name: N, provider?: string) {
  const document = `${name}.json`;
  const response =
    provider === undefined
      ? await world.get(ofAll, `/api/v2/${document}`, { document })
      : await world.get(ofOne, `/providers/${provider}/api/v2/${document}`, { provider, document });
  expect(response.status).toBe(200);
  const parsed = SP_DOCUMENTS[name].safeParse(response.json());
  expect(parsed.error?.issues ?? []).toEqual([]);
  return parsed.data as z.output<(typeof SP_DOCUMENTS)[N]>;
}

describe('every document has the shape its clients read', () => {
  it.each(NAMES)('%s', async (name) => {
    await read(name);
    for (const { provider } of busyWorld.providers) await read(name, provider.id);
  });
});

describe('one provider asked for in the query', () => {
  it('is answered as under its own path; nobody is a clear error', async () => {
    const ask = (query: string) =>
      world.get(ofAll, `/api/v2/summary.json${query}`, { document: 'summary.json' });
    const own = await read('summary', 'github');
    expect((await ask('?provider=github')).json()).toEqual(own);
    expect((await ask('?provider=')).json()).toEqual(await read('summary'));
    const nobody = await ask('?provider=nobody');
    expect(nobody.status).toBe(404);
    expect(nobody.json()).toMatchObject({ detail: 'No provider is called "nobody".' });
  });
});

describe('unknown', () => {
  it('is never green, and says what it is', async () => {
    for (const id of ['azure', 'wire', 'heroku']) {
      const { status, components } = await read('summary', id);
      expect(status).toMatchObject({ indicator: 'minor', downstream_status: 'unknown' });
      expect(status.description).toMatch(/^Unknown: /);
      expect(components.length).toBeGreaterThan(0);
      for (const component of components) expect(component.status).not.toBe('operational');
    }
  });

  it('keeps providers without a feed off the page of all', async () => {
    const { components } = await read('components');
    const ids = components.map(({ id }) => id);
    expect(ids).not.toContain('threema');
    expect(components.find(({ id }) => id === 'wire')).toMatchObject({
      status: 'degraded_performance',
      downstream_status: 'unknown',
    });
  });
});

describe('the page of all', () => {
  it('has providers as components in groups', async () => {
    const { components, status } = await read('summary');
    const groups = components.filter(({ group }) => group);
    expect(groups.length).toBeGreaterThan(3);
    for (const group of groups) {
      const members = components.filter(({ group_id }) => group_id === group.id);
      expect(members.map(({ id }) => id)).toEqual(group.components);
    }
    expect(new Set(components.map(({ id }) => id)).size).toBe(components.length);
    expect(status.indicator).toBe('critical');
  });

  it('keeps maintenance under its own key', async () => {
    const { incidents, scheduled_maintenances } = await read('summary');
    expect(incidents.every(({ impact }) => (impact as string) !== 'maintenance')).toBe(true);
    expect(scheduled_maintenances.map(({ status }) => status)).toEqual([
      'in_progress',
      'scheduled',
    ]);
    const { scheduled_maintenances: upcoming } = await read('scheduled-maintenances/upcoming');
    expect(upcoming.map(({ status }) => status)).toEqual(['scheduled']);
    const { scheduled_maintenances: active } = await read('scheduled-maintenances/active');
    expect(active.map(({ status }) => status)).toEqual(['in_progress']);
  });
});

describe('incidents', () => {
  it('list the newest update first, with the components they affect', async () => {
    const { incidents } = await read('incidents/unresolved', 'github');
    const [incident] = incidents;
    expect(incident?.incident_updates.map(({ status }) => status)).toEqual([
      'identified',
      'identified',
      'investigating',
    ]);
    expect(incident?.components.map(({ name }) => name)).toEqual([
      'Git Operations',
      'Pull Requests',
    ]);
    expect(incident?.incident_updates.at(-1)?.affected_components[0]).toEqual({
      code: 'git-operations',
      name: 'Git Operations',
      old_status: 'operational',
      new_status: 'major_outage',
    });
    expect(incident?.shortlink).toMatch(/^https:\/\/downstream\.example\/incidents\/github\//);
  });

  it('answer what is not there as a problem', async () => {
    const response = await world.get(ofAll, '/api/v2/nothing.json', { document: 'nothing.json' });
    expect(response.status).toBe(404);
    expect(response.type).toMatch(/^application\/problem\+json/);
  });
});

const recordings = path.resolve(import.meta.dirname, '../../../shared/recordings/statuspage');
type Shape = Map<string, Set<string>>;

/** Types of every key by the place it stands at, over any number of documents. */
function collect(value: unknown, place: string, shape: Shape): Shape {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, `${place}[]`, shape);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      const at = `${place}.${key}`;
      const types = shape.get(at) ?? new Set();
      types.add(inner === null ? 'null' : Array.isArray(inner) ? 'array' : typeof inner);
      shape.set(at, types);
      collect(inner, at, shape);
    }
  }
  return shape;
}

describe.skipIf(!existsSync(recordings))('recorded pages of Statuspage', () => {
  const OURS = /\.(downstream_status)$/;
  /** A group lists its members, a component has none: the recordings hold both. */
  const recorded: Shape = new Map();
  for (const file of existsSync(recordings) ? readdirSync(recordings) : []) {
    if (!file.includes('summary')) continue;
    collect(JSON.parse(readFileSync(path.join(recordings, file), 'utf8')), '', recorded);
  }

  it.each([undefined, 'github', 'aws', 'gcore'])('have every field of ours: %s', async (id) => {
    if (id !== undefined && !world.locals.providers.some((one) => one.id === id)) return;
    const ours = collect(await read('summary', id), '', new Map());
    const wrong = [...ours].filter(([place, types]) => {
      const theirs = recorded.get(place);
      return !OURS.test(place) && (!theirs || [...types].some((type) => !theirs.has(type)));
    });
    expect(wrong).toEqual([]);
  });

  it('lack no field their clients may read in ours', async () => {
    const ours = collect(await read('summary'), '', new Map());
    // Texts about the recording itself, and what not every page has.
    const missing = [...recorded.keys()].filter(
      (place) => !ours.has(place) && !/_fixtureNote|affected_components\[\]/.test(place),
    );
    expect(missing).toEqual([]);
  });
});
