import { expect } from 'vitest';
import { adapterFor } from '../../src/adapters/registry.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { PlaceFinder } from '../../src/model/place.ts';
import { type FeedConfig, feedKey, type Provider } from '../../src/model/provider.ts';
import { createPoller } from '../../src/poller/poller.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeLog, fakeProvider } from './fake-feed.ts';
import { createFakeFetch } from './fake-fetch.ts';

export const PAGE = 'https://status.example/';
/** What a page of Statuspage at `PAGE` is read from. */
export const SUMMARY = 'https://status.example/api/v2/summary.json';

export const feed = (format: string, url: string): FeedConfig => ({
  format,
  url,
  evidence: 'recorded',
});

export interface FollowedFeeds {
  store: Store;
  /** In the order of the feeds. */
  keys: string[];
  /** Gives addresses their answers (text, or a value as JSON), and reads every feed that is due. */
  readAt(time: string, answers: Readonly<Record<string, unknown>>): Promise<void>;
  incidents(): Promise<Incident[]>;
}

/** A provider's feeds from the bytes to the store, by the real adapters, poller, merge and store. */
export async function followFeeds(
  id: string,
  places: PlaceFinder | null,
  ...feeds: FeedConfig[]
): Promise<FollowedFeeds> {
  const provider: Provider = { ...fakeProvider(id), statusPage: PAGE, feeds };
  const store = await openStore('sqlite::memory:');
  const clock = createFakeClock('2025-10-20T00:00:00.000Z');
  const { answer, fetchDocument } = createFakeFetch();
  const log = createFakeLog();
  const poller = createPoller({
    store,
    providers: [provider],
    fetchDocument,
    adapterFor,
    places,
    clock,
    random: () => 0.5,
    log,
  });
  return {
    store,
    keys: feeds.map((one) => feedKey(id, one)),
    async readAt(time, answers) {
      for (const [url, body] of Object.entries(answers)) {
        answer(url, { body: typeof body === 'string' ? body : JSON.stringify(body) });
      }
      await clock.set(time);
      await poller.runOnce();
      expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    },
    incidents: async () => (await store.incidents({ limit: 50 })).incidents,
  };
}

/** A summary of Statuspage with nothing on it, apart from what `parts` puts there. */
export const statuspage = (parts: object) => ({
  page: { id: 'elm', name: 'Elm', url: 'https://status.example' },
  status: { indicator: 'none' },
  components: [],
  incidents: [],
  scheduled_maintenances: [],
  ...parts,
});

export const channel = (items: string, title = 'Elm Status') =>
  `<rss version="2.0"><channel><title>${title}</title><link>${PAGE}</link>${items}</channel></rss>`;

export const item = (title: string, guid: string, at: string, text: string) =>
  `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>${at}</pubDate><description><![CDATA[${text}]]></description></item>`;
