import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { builtSite } from '../support/built-site.ts';
import { busyWorld, calmWorld, freshWorld, unreachableWorld } from '../support/busy-world.ts';
import { type PageServer, startPages } from '../support/page-server.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world-pages.ts';

const WORLDS = {
  busy: busyWorld,
  fresh: freshWorld,
  unreachable: unreachableWorld,
  calm: calmWorld,
};
const sites = new Map<string, PageServer>();

beforeAll(async () => {
  for (const [name, world] of Object.entries<World>(WORLDS)) {
    sites.set(name, await startWorld(world));
  }
});

afterAll(async () => {
  for (const site of sites.values()) await site.close();
});

async function get(world: keyof typeof WORLDS, path: string) {
  const response = await fetch(`${sites.get(world)?.url}${path}`, { redirect: 'manual' });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

function headlineOf(html: string): string {
  return /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? '';
}

describe('the headline', () => {
  it.each([
    ['busy', '/', 'GitHub reports a major outage, and 5 more report trouble.'],
    ['busy', '/de', 'GitHub meldet einen Ausfall, und 5 weitere sind gestört.'],
    ['fresh', '/', 'Not one of 61 services has been read yet.'],
    ['fresh', '/de', 'Noch keiner der 61 Dienste ist abgefragt.'],
    ['unreachable', '/', 'None of 61 services can be read at the moment.'],
    ['calm', '/', 'All 44 services report normal operation.'],
  ] as const)('in a %s world at %s', async (world, path, sentence) => {
    const { html } = await get(world, path);
    expect(headlineOf(html)).toBe(sentence);
  });

  it('never shows green for what was not read', async () => {
    for (const world of ['fresh', 'unreachable'] as const) {
      const { html } = await get(world, '/');
      expect(html.match(/<use href="#operational">/g)).toHaveLength(1);
    }
  });
});

describe('addresses', () => {
  it.each([
    '/nothing',
    '/fr/timeline',
    '/a/b/c',
    '/providers/nobody',
    '/de/providers/nobody',
    '/incidents/github/none',
  ])('answers 404 with a search at %s', async (path) => {
    const { status, html } = await get('busy', path);
    expect(status).toBe(404);
    expect(html).toContain('role="search"');
    expect(html).toContain(
      path.startsWith('/de') ? 'Diese Seite gibt es nicht' : 'This page does not exist',
    );
  });

  it('names itself, its other language and its feeds', async () => {
    const { html } = await get('busy', '/de/providers/github');
    const site = sites.get('busy')?.url;
    expect(html).toContain(`<link rel="canonical" href="${site}/de/providers/github">`);
    expect(html).toContain(`hreflang="en" href="${site}/providers/github"`);
    expect(html).toContain('title="Downstream: GitHub" href="/providers/github/feed.xml?lang=de"');
  });

  it('sends a policy that allows no foreign and no inline code', async () => {
    const { headers } = await get('busy', '/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('the timeline', () => {
  it('pages without losing or repeating anything', async () => {
    const seen: string[] = [];
    let path = '/timeline?limit=3';
    for (let pages = 0; pages < 20; pages++) {
      const { html } = await get('busy', path);
      seen.push(
        ...[...html.matchAll(/href="(\/incidents\/[^"]+)"/g)].map((match) => match[1] ?? ''),
      );
      const next = /rel="next" href="([^"]+)"/.exec(html)?.[1];
      if (next === undefined) break;
      path = next.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('says so where nothing matches, and names a filter it does not know', async () => {
    const { html } = await get('busy', '/timeline?q=zebra&kind=accident');
    expect(html).toContain('No incident matches');
    expect(html).toContain('“accident” is no kind we know');
  });
});

describe('a failure of ours', () => {
  it('is admitted on a page that needs nothing that failed', async () => {
    const broken = new Proxy({} as Store, {
      get: () => () => Promise.reject(new Error('the database is gone')),
    });
    const pages = await startPages(await builtSite(), (siteUrl) => ({
      store: broken,
      providers: [],
      knowledge: { events: [] } as unknown as App.Locals['knowledge'],
      explained: {} as unknown as App.Locals['explained'],
      now: busyWorld.now,
      siteUrl,
      revision: 1,
    }));
    const response = await fetch(`${pages.url}/de`);
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('Diesmal liegt es an uns');
    expect(html).not.toContain('database');
    await pages.close();
  });
});

describe('weight', () => {
  it('keeps the front page and all it loads below 40 kB compressed, its script below 5 kB', async () => {
    const { html } = await get('busy', '/');
    const icon = await get('busy', '/favicon.svg');
    const weight = brotliCompressSync(html).length + brotliCompressSync(icon.html).length;
    expect(weight).toBeLessThan(40_000);
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
      (match) => match[1] ?? '',
    );
    expect(html).not.toMatch(/<script[^>]*src=/);
    expect(Buffer.byteLength(scripts.join(''))).toBeLessThan(5_000);
  });
});
