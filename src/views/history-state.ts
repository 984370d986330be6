import type { EventMilestone } from '../knowledge/schemas/event.ts';
import type { Incident } from '../model/incident.ts';
import type { WorldAsOf } from './as-of-world.ts';
import { barEnd, endShown, lastVouched } from './history-bar.ts';
import { type DayPost, dayPosts } from './history-day.ts';
import type { HistoryEvent } from './history-events.ts';

/** What stands beside the drawing of a day at one moment. */
export interface MomentState {
  /** The newest post of each incident that had spoken that day, newest first. */
  said: DayPost[];
  open: Incident[];
  justEnded: Incident[];
  /** Open at the moment by what was told later, beyond `open` and `justEnded`; by start. */
  openLater: Incident[];
  /** What went on, known only afterwards; the newest two per event, newest first. */
  goingOn: EventMilestone[];
}

const MAX_SAID = 4;
const MAX_GOING_ON = 2;
/** What went on longer ago no longer tells about the moment. */
const RECENT_MS = 4 * 3_600_000;

/**
 * @param world what had been published by then; only `goingOn` and `openLater` know more, and are
 *   marked so
 * @param today the day's incidents as known today
 */
export function momentState(
  world: WorldAsOf,
  day: string,
  events: readonly HistoryEvent[],
  today: readonly Incident[],
): MomentState {
  const told = new Set([...world.open, ...world.justEnded].map((incident) => incident.id));
  const posts = dayPosts(world.incidents, `${day}T00:00:00.000Z`, `${day}T99`);
  const newest = new Map<string, DayPost>();
  for (const post of posts) newest.set(post.incident.id, post);
  const since = new Date(Date.parse(world.at) - RECENT_MS).toISOString();
  return {
    said: [...newest.values()]
      .toSorted((a, b) => (a.update.at < b.update.at ? 1 : -1))
      .slice(0, MAX_SAID),
    open: world.open.filter((incident) => incident.kind === 'incident'),
    justEnded: world.justEnded.filter((incident) => incident.kind === 'incident'),
    openLater: today
      .filter((incident) => !told.has(incident.id) && incident.startedAt <= world.at)
      .filter(
        (incident) =>
          (barEnd(incident) === 'inferred' ? lastVouched(incident) : endShown(incident, world.at)) >
            world.at || barEnd(incident) === 'open',
      )
      .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    goingOn: events
      .flatMap(({ event }) =>
        event.milestones
          .filter((milestone) => milestone.at <= world.at && milestone.at > since)
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .slice(0, MAX_GOING_ON),
      )
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  };
}
