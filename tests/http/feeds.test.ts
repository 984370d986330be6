import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as calendar } from '../../src/pages/calendar.ics.ts';
import { GET as eventFeed } from '../../src/pages/events/[id]/feed.xml.ts';
import { GET as json } from '../../src/pages/feed.json.ts';
import { GET as rss } from '../../src/pages/feed.xml.ts';
import { GET as incidentFeed } from '../../src/pages/incidents/[provider]/[id]/atom.xml.ts';
import { GET as providerCalendar } from '../../src/pages/providers/[provider]/calendar.ics.ts';
import { GET as providerFeed } from '../../src/pages/providers/[provider]/feed.xml.ts';
import { busyWorld } from '../support/busy-world.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';
import { type World, worldIncident, worldProvider } from '../support/world.ts';

let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(busyWorld, { withArchive: true });
});
afterAll(() => world.close());

async function allEntries(first: string): Promise<string[]> {
  const ids: string[] = [];
  let address: string | undefined = first;
  while (address !== undefined) {
    const feed: ReturnType<typeof parseJsonFeed> = parseJsonFeed(
      (await world.get(json, address)).text,
    );
    ids.push(...(feed.items ?? []).map((item) => String(item.id)));
    address = feed.next_url;
  }
  return ids;
}

describe('the feed of everything', () => {
  it('pages through every entry once (RFC 5005), whatever the length of a page', async () => {
    const [short, long] = await Promise.all([
      allEntries('/feed.json?limit=7'),
      allEntries('/feed.json'),
    ]);
    expect(new Set(short).size).toBe(short.length);
    expect(short).toEqual(long);
    const { total } = await world.locals.store.countIncidents();
    expect(short.filter((id) => !/:end/.test(id))).toHaveLength(total);
  });

  it('pages through every post once', async () => {
    const ids = await allEntries('/feed.json?items=updates&limit=9');
    expect(new Set(ids).size).toBe(ids.length);
    const { incidents } = await world.locals.store.incidents({ limit: 200 });
    for (const { id, updates } of incidents) {
      for (const update of updates) {
        expect(ids).toContain(`urn:downstream:update:${id}:${encodeURIComponent(update.id)}`);
      }
    }
  });

  it('refuses a cursor that is none of ours', async () => {
    const { status, text } = await world.get(rss, '/feed.xml?before=abc');
    expect(status).toBe(400);
    expect(text).toContain('before');
  });
});

describe('the end of a long incident', () => {
  it('stands on the first page, however old its beginning', async () => {
    const provider = worldProvider('acme', 'Acme', 'cloud');
    const many = Array.from({ length: 80 }, (_, index) =>
      worldIncident('acme', `n${index}`, {
        title: `Small trouble ${index}`,
        startedAt: new Date(Date.UTC(2026, 5, 1, index)).toISOString(),
      }),
    );
    const long = worldIncident('acme', 'long', {
      title: 'The long one',
      startedAt: '2026-03-01T00:00:00.000Z',
      status: 'resolved',
      resolvedAt: '2026-06-12T11:00:00.000Z',
      updatedAt: '2026-06-12T11:00:00.000Z',
    });
    const own: World = {
      now: '2026-06-12T12:00:00.000Z',
      providers: [
        {
          provider,
          status: 'operational',
          readAt: '2026-06-12T11:59:00.000Z',
          incidents: [...many, long],
        },
      ],
    };
    const site = await startEndpoints(own);
    for (const address of ['/feed.xml', '/feed.xml?provider=acme', '/feed.xml?kind=incident']) {
      const feed = parseRssFeed((await site.get(rss, address)).text);
      expect(feed.items?.[0]?.title).toBe('Resolved: Acme: The long one');
      expect(feed.items).toHaveLength(50);
    }
    await site.close();
  });
});

describe('feeds under a path', () => {
  it('are of one provider, linked to its page', async () => {
    const answer = await world.get(providerFeed, '/providers/github/feed.xml', {
      provider: 'github',
    });
    expect(answer.type).toBe('application/rss+xml; charset=utf-8');
    const feed = parseRssFeed(answer.text);
    expect(feed.link).toBe('https://downstream.example/providers/github');
    expect(feed.items?.every((item) => item.title?.includes('GitHub'))).toBe(true);
    const none = await world.get(providerFeed, '/providers/x/feed.xml', { provider: 'x' });
    expect(none.status).toBe(404);
  });

  it('follow one incident post by post', async () => {
    const params = { provider: 'github', id: 'gh-push' };
    const { text } = await world.get(incidentFeed, '/incidents/github/gh-push/atom.xml', params);
    expect(parseAtomFeed(text).entries).toHaveLength(3);
  });

  it('follow an event in either language', async () => {
    const id = 'aws-us-east-1-2025-10-20';
    const en = parseRssFeed((await world.get(eventFeed, `/events/${id}/feed.xml`, { id })).text);
    const de = parseRssFeed(
      (await world.get(eventFeed, `/events/${id}/feed.xml?lang=de`, { id })).text,
    );
    expect(en.items?.length).toBeGreaterThan(2);
    expect(de.items?.map((item) => item.guid?.value)).toEqual(
      en.items?.map((item) => item.guid?.value),
    );
    expect(de.title).not.toBe(en.title);
  });

  it('cut a stack', async () => {
    const feed = parseRssFeed((await world.get(rss, '/feed.xml?use=github,twilio')).text);
    const providers = new Set(feed.items?.map((item) => item.categories?.[0]?.name));
    expect(providers).toEqual(new Set(['GitHub', 'Twilio']));
  });
});

describe('calendars', () => {
  it('hold maintenance, and incidents where asked', async () => {
    const plain = await world.get(calendar, '/calendar.ics');
    expect(plain.type).toBe('text/calendar; charset=utf-8');
    expect(plain.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const all = await world.get(calendar, '/calendar.ics?kind=incident&provider=github');
    expect(all.text).toContain('UID:github/gh-push@downstream');
    const own = await world.get(providerCalendar, '/providers/gcore/calendar.ics', {
      provider: 'gcore',
    });
    expect(own.headers.get('content-disposition')).toContain('downstream-gcore.ics');
  });
});
