import path from 'node:path';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../../knowledge/schemas/event.ts';
import type { Provider } from '../../model/provider.ts';
import { UsageError } from '../usage-error.ts';
import { type RecordedPage, recordedMoments, recordedPages } from './recorded-pages.ts';
import { type ReplayStory, replayStories } from './replay-story.ts';

const LEAD_MS = 20 * 60_000;
const TAIL_MS = 60 * 60_000;

/** An outage of the archive, ready to be served moment by moment. */
export interface ReplayDay {
  event: ArchivedEvent;
  /** By provider; what was recorded of a page takes the place of what the archive tells of it. */
  stories: Map<string, ReplayStory[]>;
  recordings: Map<string, RecordedPage>;
  /** The providers that published something, the upstream first. */
  providers: Provider[];
  /** Shortly before the first post, and an hour after the last end. */
  from: string;
  to: string;
  /** When the upstream called it over. */
  overAt: string;
  /** Every moment at which something was published or ended, oldest first. */
  moments: string[];
}

/**
 * @param day UTC day on which the outage began. @example '2025-10-20'
 * @param folder of recordings; null for the archive's posts alone
 * @throws UsageError where the archive knows no posts of an outage of that day
 */
export async function loadReplayDay(
  day: string,
  knowledge: Pick<Knowledge, 'events'>,
  providers: readonly Provider[],
  folder: string | null,
): Promise<ReplayDay> {
  const told = knowledge.events.filter(({ posts }) => posts.length > 0);
  const event = told.find(({ startedAt }) => startedAt.startsWith(day));
  if (event === undefined) {
    const days = told.map(({ startedAt }) => startedAt.slice(0, 10)).toSorted();
    throw new UsageError(`no posts are archived of ${day}: take one of ${days.join(', ')}`);
  }
  const all = replayStories(event);
  const pages = folder === null ? [] : await recordedPages(path.resolve(folder), day);
  const known = new Map(providers.map((provider) => [provider.id, provider]));
  const recordings = new Map(
    pages.filter(({ providerId }) => known.has(providerId)).map((page) => [page.providerId, page]),
  );
  const ownPage = recordings.get(event.provider);
  const overAt = latest([all[0]?.overAt ?? event.startedAt, lastRecordedAt(ownPage)]);
  const stories = Map.groupBy(
    all.filter(({ providerId }) => known.has(providerId) && !recordings.has(providerId)),
    ({ providerId }) => providerId,
  );
  const ids = new Set([event.provider, ...stories.keys(), ...recordings.keys()]);
  const moments = [
    ...all.flatMap(({ posts, overAt: end }) => [...posts.map(({ at }) => at), end]),
    ...[...recordings.values()].flatMap(recordedMoments),
  ];
  // What was posted days later belongs to no replay of the day.
  const last = latest([overAt, ...all.map((story) => story.overAt)]);
  const within = [...new Set([...moments, overAt])].filter((at) => at <= last).toSorted();
  return {
    event,
    stories,
    recordings,
    providers: [...ids].flatMap((id) => known.get(id) ?? []),
    from: shift(within[0] ?? event.startedAt, -LEAD_MS),
    to: shift(last, TAIL_MS),
    overAt,
    moments: within,
  };
}

/** What could be known before the outage: the archive of the years before it. */
export function knowledgeBefore(knowledge: Knowledge, day: ReplayDay): Knowledge {
  const events = knowledge.events.filter(({ startedAt }) => startedAt < day.event.startedAt);
  const byId = new Map(events.map((event) => [event.id, event]));
  return { ...knowledge, events, event: (id) => byId.get(id) };
}

function lastRecordedAt(page: RecordedPage | undefined): string {
  return page?.moments.at(-1)?.page.updated_at ?? '';
}

function latest(times: readonly string[]): string {
  return times.reduce((a, b) => (a > b ? a : b), '');
}

function shift(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
