import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRead } from '../../scripts/bare-read.ts';
import type { Incident } from '../../src/model/incident.ts';
import { feedKey } from '../../src/model/provider.ts';
import { GET as calendar } from '../../src/pages/calendar.ics.ts';
import { mergeSnapshot } from '../../src/poller/merge-snapshot.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';
import { hostileWorld } from '../support/hostile-world.ts';
import { snapshot, told } from '../support/merge-world.ts';
import {
  type ReadEvent,
  readWithIcalJs,
  readWithKhal,
  readWithPython,
} from '../support/readers/calendar-readers.ts';
import { hasProgram, hasPythonModule } from '../support/readers/debian-readers.ts';
import { worldProvider } from '../support/world.ts';

const READERS: [string, boolean, (text: string) => ReadEvent[]][] = [
  ['ical.js', true, readWithIcalJs],
  ['Debian’s python3-icalendar', hasPythonModule('icalendar'), readWithPython],
];
const ALL = '/calendar.ics?kind=incident,maintenance';

describe('a calendar of hostile text', () => {
  let world: EndpointWorld;
  let text: string;
  let incidents: Incident[];
  beforeAll(async () => {
    world = await startEndpoints(hostileWorld);
    text = (await world.get(calendar, ALL)).text;
    incidents = (await world.locals.store.incidents({ limit: 50 })).incidents;
  });
  afterAll(() => world.close());

  describe.each(READERS)('%s', (name, isThere, read) => {
    // The one of Debian takes an escaped backslash before an n for a line break: its own mistake.
    const asRead = (line: string) =>
      name.startsWith('Debian') ? line.replaceAll('\\n', '\n') : line;
    it.skipIf(!isThere)('reads every event with its times, text and state', () => {
      const events = new Map(read(text).map((event) => [event.uid, event]));
      expect(events.size).toBe(incidents.length);
      for (const incident of incidents) {
        const event = events.get(`${incident.id}@downstream`);
        expect(event?.start).toBe(incident.scheduledFor ?? incident.startedAt);
        expect(event && event.end >= event.start).toBe(true);
        if (incident.scheduledUntil !== undefined) {
          expect(event?.end).toBe(incident.scheduledUntil);
        }
        expect(event?.status).toBe(incident.withdrawnAt === null ? 'CONFIRMED' : 'CANCELLED');
        expect(event?.url).toBe(`https://downstream.example/incidents/${incident.id}`);
        for (const { body } of incident.updates) {
          for (const line of plain(body)) expect(event?.description).toContain(asRead(line));
        }
        for (const line of plain(incident.title)) expect(event?.summary).toContain(asRead(line));
      }
    });
  });

  it.skipIf(!hasProgram('/usr/bin/khal'))('khal shows the window at its time', () => {
    expect(readWithKhal(text, '2026-06-23')).toMatchObject([
      {
        uid: 'acme/window@downstream',
        start: '2026-06-23T02:00:00.000Z',
        end: '2026-06-23T03:30:00.000Z',
      },
    ]);
    const day = readWithKhal(text, '2026-06-12').map(({ uid }) => uid);
    expect(day).toContain('acme/markup@downstream');
  });
});

/** Pieces of a text between the characters no format carries. */
function plain(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFD-\uFFFF\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

describe('a window that its source changes', () => {
  const provider = worldProvider('northwind', 'Northwind', 'cloud');
  const key = feedKey('northwind', provider.feeds[0]!);
  const window = told({
    kind: 'maintenance',
    status: 'scheduled',
    impact: 'none',
    title: 'Router work',
    startedAt: '2026-06-23T02:00:00.000Z',
    scheduledFor: '2026-06-23T02:00:00.000Z',
    scheduledUntil: '2026-06-23T04:00:00.000Z',
    updates: [
      { id: 'u1', at: '2026-06-18T10:00:00.000Z', status: 'scheduled', body: 'We replace one.' },
    ],
  });
  const moved = {
    ...window,
    startedAt: '2026-06-24T05:00:00.000Z',
    scheduledFor: '2026-06-24T05:00:00.000Z',
    scheduledUntil: '2026-06-24T06:30:00.000Z',
  };
  /** What the page lists, read after read. */
  const COURSE: [string, ReturnType<typeof told>[]][] = [
    ['2026-06-18T10:05:00.000Z', [window]],
    // Only the times, silently.
    ['2026-06-19T10:05:00.000Z', [moved]],
    ['2026-06-20T10:05:00.000Z', [{ ...moved, scheduledUntil: '2026-06-24T07:00:00.000Z' }]],
    // Taken back, and there again.
    [
      '2026-06-21T10:05:00.000Z',
      [told({ upstreamId: 'i0', startedAt: '2026-06-01T08:00:00.000Z' })],
    ],
    ['2026-06-22T10:05:00.000Z', [moved]],
  ];

  it('keeps its UID, and each change has a higher SEQUENCE and a later date', async () => {
    const site = await startEndpoints({
      now: '2026-06-22T12:00:00.000Z',
      providers: [{ provider }],
    });
    const versions: ReadEvent[] = [];
    for (const [at, listed] of COURSE) {
      await site.locals.store.saveRead(
        bareRead({ feedKey: key, providerId: 'northwind', at }, { provesNothingReported: true }),
        (known) =>
          mergeSnapshot({
            known,
            snapshot: snapshot(listed, { coverage: 'history' }),
            providerId: 'northwind',
            feedKey: key,
            at,
            isFirstRead: known.length === 0,
          }),
      );
      const { text } = await site.get(calendar, '/calendar.ics');
      const [event, ...others] = readWithIcalJs(text);
      expect(others).toEqual([]);
      if (event !== undefined) versions.push(event);
      if (hasPythonModule('icalendar')) expect(readWithPython(text)).toEqual([event]);
    }
    await site.close();
    expect(versions.map(({ uid }) => uid)).toEqual(COURSE.map(() => 'northwind/i1@downstream'));
    expect(versions.map(({ start }) => start.slice(0, 13))).toEqual(
      ['23T02', '24T05', '24T05', '24T05', '24T05'].map((time) => `2026-06-${time}`),
    );
    expect(versions.map(({ end }) => end.slice(11, 16))).toEqual([
      '04:00',
      '06:30',
      '07:00',
      '07:00',
      '06:30',
    ]);
    expect(versions.map(({ status }) => status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ]);
    for (const [index, version] of versions.entries()) {
      const before = versions[index - 1];
      if (before === undefined) continue;
      expect(version.sequence, version.modified).toBeGreaterThan(before.sequence);
      expect(version.modified > before.modified, version.modified).toBe(true);
    }
  });
});
