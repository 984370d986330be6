import { existsSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute } from 'astro';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Incident, isEndedStatus } from '../../src/model/incident.ts';
import { GET as atom } from '../../src/pages/atom.xml.ts';
import { GET as rss } from '../../src/pages/feed.xml.ts';
import { loadCurated, type Replayed, replay } from '../support/replay-world.ts';
import { createSimulatedReader, type SimulatedReader } from '../support/simulated-reader.ts';

const RECORDINGS = path.resolve(import.meta.dirname, '../../../shared/recordings');
const TIMEOUT_MS = 180_000;
const EVERY_MS = 5 * 60_000;
const NAMES = ['rss incidents', 'rss updates', 'atom incidents', 'atom updates'] as const;
type Readers = Record<(typeof NAMES)[number], SimulatedReader>;

/** A day with four readers that look every five minutes. */
async function follow(recordings: string | null): Promise<{ day: Replayed; readers: Readers }> {
  const readers = Object.fromEntries(
    NAMES.map((name) => [name, createSimulatedReader(name.startsWith('rss') ? 'rss' : 'atom')]),
  ) as Readers;
  const day = await replay('2025-10-20', recordings, await loadCurated(), {
    everyMs: EVERY_MS,
    isExplained: false,
    async onMoment(locals) {
      for (const name of NAMES) {
        const [format, items] = name.split(' ');
        const [route, file] = format === 'rss' ? [rss, 'feed.xml'] : [atom, 'atom.xml'];
        readers[name].read(await serve(route, `/${file}?items=${items}`, locals), locals.now);
      }
    },
  });
  return { day, readers };
}

async function serve(route: APIRoute, address: string, locals: App.Locals): Promise<string> {
  const context = { locals, url: new URL(address, locals.siteUrl), params: {} };
  const response = await route(context as unknown as Parameters<APIRoute>[0]);
  return response.text();
}

const lastOf = (day: Replayed): Incident[] => day.moments.at(-1)?.incidents ?? [];
const idsOf = (reader: SimulatedReader) => reader.announcements.map(({ id }) => id).toSorted();

const MODES = [
  ['from the posts of the archive', null],
  ['with what was recorded of it', RECORDINGS],
] as const;

describe.each(MODES)('readers of 20 October 2025, %s', (_name, folder) => {
  describe.skipIf(folder !== null && !existsSync(folder))('every five minutes', () => {
    let day: Replayed;
    let readers: Readers;
    beforeAll(async () => {
      ({ day, readers } = await follow(folder));
    }, TIMEOUT_MS);

    it('had something to follow', () => {
      expect(day.complaints).toEqual([]);
      expect(day.moments.length).toBeGreaterThan(190);
      expect(lastOf(day).length).toBeGreaterThanOrEqual(5);
    });

    it.each(['rss incidents', 'atom incidents'] as const)(
      'each beginning and each end is announced once: %s',
      (name) => {
        const expected = lastOf(day).flatMap(({ id, resolvedAt }) => {
          const begin = `urn:downstream:incident:${id}`;
          return resolvedAt === null ? [begin] : [begin, `${begin}:end`];
        });
        expect(idsOf(readers[name])).toEqual(expected.toSorted());
      },
    );

    it.each(['rss updates', 'atom updates'] as const)(
      'each post, and each end without one, is announced once: %s',
      (name) => {
        const expected = lastOf(day).flatMap(({ id, updates, resolvedAt }) => {
          const hasSilentEnd =
            resolvedAt !== null && !updates.some(({ status }) => isEndedStatus(status));
          return [...updates.map((one) => one.id), ...(hasSilentEnd ? ['end'] : [])].map(
            (name) => `urn:downstream:update:${id}:${encodeURIComponent(name)}`,
          );
        });
        expect(idsOf(readers[name])).toEqual(expected.toSorted());
      },
    );

    it('nothing announced is announced late, or looks new again', () => {
      for (const name of NAMES) {
        for (const { id, publishedAt, at } of readers[name].announcements) {
          const late = Date.parse(at) - Date.parse(publishedAt);
          expect(late, `${name} ${id}`).toBeLessThanOrEqual(2 * EVERY_MS);
          expect(late, `${name} ${id}`).toBeGreaterThanOrEqual(0);
        }
      }
      for (const name of ['rss incidents', 'rss updates', 'atom updates'] as const) {
        expect(readers[name].changes, name).toEqual([]);
      }
    });

    it('in Atom the entry of an incident grows, and keeps its title and date', () => {
      const { changes } = readers['atom incidents'];
      expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(['text', 'updatedAt']));
      const aws = changes.filter(({ id, what }) => /:aws\/[^:]+$/.test(id) && what === 'updatedAt');
      expect(aws.length).toBeGreaterThan(15);
    });
  });
});
