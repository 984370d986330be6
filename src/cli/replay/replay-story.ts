import { type ArchivedStory, storiesOf } from '../../knowledge/archived-story.ts';
import type { ArchivedEvent } from '../../knowledge/schemas/event.ts';
import { type Impact, type IncidentStatus, isEndedStatus } from '../../model/incident.ts';

export interface ReplayPost {
  at: string;
  status: IncidentStatus;
  text: string;
}

/** What one provider published during an outage, post by post. */
export interface ReplayStory {
  /** The provider's own number where the archive has one, else one that stays the same. */
  id: string;
  providerId: string;
  title: string;
  impact: Impact;
  /** Oldest first, at least one. */
  posts: ReplayPost[];
  /**
   * When the entry leaves a list of what is open. Where no source tells the end, it is that of the
   * upstream: nobody wrote down when such a page went back to normal.
   */
  overAt: string;
  componentNames: string[];
  regions: string[];
  services: string[];
}

/** An entry at one moment, with the posts published by then. */
export interface ToldStory extends ReplayStory {
  latest: ReplayPost;
  isOver: boolean;
}

/** The provider's story first, then those of dependents that posted by the end of it all. */
export function replayStories(event: ArchivedEvent): ReplayStory[] {
  const [upstream, ...dependents] = storiesOf(event);
  if (upstream === undefined) return [];
  const overAt = endOf(upstream) ?? upstream.lastKnownAt;
  return [upstream, ...dependents]
    .map((story, position) =>
      toReplay(story, position === 0 ? event.trackingIds[0] : undefined, overAt),
    )
    .filter(({ posts }) => posts.some(({ at }) => at <= overAt));
}

/** What its feed lists at a moment; null before the first post. */
export function storyAt(story: ReplayStory, at: string): ToldStory | null {
  const posts = story.posts.filter((post) => post.at <= at);
  const latest = posts.at(-1);
  if (latest === undefined) return null;
  return { ...story, posts, latest, isOver: isEndedStatus(latest.status) || at >= story.overAt };
}

function toReplay(
  story: ArchivedStory,
  trackingId: string | undefined,
  overAt: string,
): ReplayStory {
  const title = story.title.en;
  const told = story.posts.map(({ at, status, text }) => ({ at, status, text: text.en }));
  // A page that posted at an unknown minute has posted by the start it states.
  const posts: ReplayPost[] =
    told.length > 0 ? told : [{ at: story.startedAt, status: 'investigating', text: title }];
  const end = endOf(story);
  // What it said of its cause, at a minute nobody wrote down, it had said by the end.
  const { said } = story;
  if (said !== null && told.length === 0) {
    posts.push({ at: shortlyBefore(end ?? overAt), status: 'monitoring', text: said.en });
  }
  if (end !== null && !posts.some(({ status }) => isEndedStatus(status))) {
    posts.push({ at: end, status: 'resolved', text: 'This incident has been resolved.' });
  }
  const { providerId, impact, componentNames, regions, services } = story;
  return {
    id: trackingId ?? story.incidentId.slice(providerId.length + 1),
    providerId,
    title,
    impact,
    posts: posts.map((post) => ({
      ...post,
      status: post.status === 'unknown' ? 'investigating' : post.status,
    })),
    overAt: end ?? overAt,
    componentNames: componentNames.map(({ en }) => en),
    regions,
    services,
  };
}

/** The first post that calls it over, else the end its sources give. */
function endOf(story: ArchivedStory): string | null {
  return story.posts.find(({ status }) => isEndedStatus(status))?.at ?? story.endedAt;
}

function shortlyBefore(at: string): string {
  return new Date(Date.parse(at) - 60_000).toISOString();
}
