import { ADAPTERS, adapterFor } from '../../src/adapters/registry.ts';
import { knowledgeBefore, loadReplayDay, type ReplayDay } from '../../src/cli/replay/replay-day.ts';
import { serveReplay } from '../../src/cli/replay/replay-server.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';
import type { EventStory } from '../../src/explain/event-story.ts';
import type { SuspectedEvent } from '../../src/explain/suspicion-course.ts';
import { createFetchDocument } from '../../src/fetcher/fetch-document.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Provider } from '../../src/model/provider.ts';
import { createPoller } from '../../src/poller/poller.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createFakeLog } from './fake-feed.ts';

const MINUTE_MS = 60_000;

/** The world at one simulated moment. */
export interface ReplayMoment {
  at: string;
  incidents: Incident[];
  /** Of the replayed days only. */
  events: readonly EventStory[];
  suspected: readonly SuspectedEvent[];
}

export interface Replayed {
  day: ReplayDay;
  moments: ReplayMoment[];
  /** Warnings and errors of the poller. */
  complaints: string[];
}

/** What is curated, loaded once for several days. */
export interface Curated {
  knowledge: Knowledge;
  providers: readonly Provider[];
}

export async function loadCurated(): Promise<Curated> {
  const [knowledge, providers] = await Promise.all([
    loadKnowledge(),
    loadFeeds(new URL('../../feeds.config.ts', import.meta.url), ADAPTERS),
  ]);
  return { knowledge, providers };
}

export interface ReplayOptions {
  /** Looks at this interval, whatever is published in between. */
  everyMs?: number;
  /** False leaves `events` empty and saves half of the time. Default true. */
  isExplained?: boolean;
  /** Called at each moment after the feeds were polled, with what pages and feeds would get. */
  onMoment?(locals: App.Locals): Promise<void>;
}

/**
 * A whole day through the real fetcher, poller, store and explanations, with no real time: the
 * clock jumps to a minute before and after everything that was published.
 */
export async function replay(
  dayName: string,
  recordings: string | null,
  { knowledge, providers }: Curated,
  { everyMs, onMoment, isExplained = true }: ReplayOptions = {},
): Promise<Replayed> {
  const day = await loadReplayDay(dayName, knowledge, providers, recordings);
  let at = day.from;
  const now = () => at;
  const feeds = await serveReplay(day, now);
  const store = await openStore('sqlite::memory:');
  const contactUrl = 'https://downstream.example/about';
  const random = () => 0.5;
  const fetchDocument = createFetchDocument({
    version: '0',
    contactUrl,
    allowPrivate: true,
    now,
    random,
  });
  const log = createFakeLog();
  const poller = createPoller({
    store,
    providers: feeds.providers,
    fetchDocument,
    adapterFor,
    places: knowledge.places,
    clock: { now, sleep: async () => {} },
    random,
    log,
  });
  const before = knowledgeBefore(knowledge, day);
  const explained = createExplainedWorld({
    store,
    knowledge: before,
    providers: feeds.providers,
    now,
  });
  const moments: ReplayMoment[] = [];
  for (at of stepsOf(day, everyMs)) {
    await poller.runOnce();
    await onMoment?.({
      store,
      knowledge: before,
      explained,
      providers: feeds.providers,
      now: at,
      siteUrl: 'https://downstream.example',
      revision: await store.revision(),
    });
    const [{ incidents }, { events, suspected }] = await Promise.all([
      store.incidents({ limit: 200 }),
      isExplained ? explained.current() : { events: [], suspected: [] },
    ]);
    const isToday = (event: EventStory) => event.startedAt >= day.from.slice(0, 10);
    moments.push({ at, incidents, events: events.filter(isToday), suspected });
  }
  await store.close();
  await feeds.close();
  await fetchDocument.close();
  const complaints = log.lines.filter(({ level }) => level !== 'info').map((line) => line.message);
  return { day, moments, complaints };
}

function stepsOf(day: ReplayDay, everyMs: number | undefined): string[] {
  if (everyMs !== undefined) {
    const [from, to] = [Date.parse(day.from), Date.parse(day.to)];
    const count = Math.ceil((to - from) / everyMs) + 1;
    return Array.from({ length: count }, (_, step) =>
      new Date(from + step * everyMs).toISOString(),
    );
  }
  const around = day.moments.flatMap((moment) =>
    [-MINUTE_MS, MINUTE_MS].map((ms) => new Date(Date.parse(moment) + ms).toISOString()),
  );
  return [...new Set([day.from, ...around, day.to])].toSorted();
}
