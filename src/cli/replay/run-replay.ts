import { existsSync } from 'node:fs';
import path from 'node:path';
import { ADAPTERS } from '../../adapters/registry.ts';
import { loadFeeds } from '../../config/load-feeds.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import { createReplayClock, type ReplayClock } from './replay-clock.ts';
import { knowledgeBefore, loadReplayDay, type ReplayDay } from './replay-day.ts';
import { type ReplayServer, serveReplay } from './replay-server.ts';

export interface OpenReplay {
  day: ReplayDay;
  clock: ReplayClock;
  feeds: ReplayServer;
  /** Without the outage itself: nobody knew of it yet. */
  knowledge: Knowledge;
}

/**
 * A day of the archive, served from its first minute.
 * @param root of the project; recordings are read where `../shared/recordings` is there
 * @throws UsageError where nothing is archived of that day
 */
export async function openReplay(
  dayName: string,
  speed: number,
  root: string,
): Promise<OpenReplay> {
  const [knowledge, providers] = await Promise.all([
    loadKnowledge(),
    loadFeeds(path.join(root, 'feeds.config.ts'), ADAPTERS),
  ]);
  const recordings = path.join(root, '../shared/recordings');
  const folder = existsSync(recordings) ? recordings : null;
  const day = await loadReplayDay(dayName, knowledge, providers, folder);
  const clock = createReplayClock(day.from, speed);
  const feeds = await serveReplay(day, clock.now);
  return { day, clock, feeds, knowledge: knowledgeBefore(knowledge, day) };
}
