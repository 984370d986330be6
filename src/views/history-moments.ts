import type { DayAxis, DayPost } from './history-day.ts';

/** The scrubber of a day, as plain addresses. */
export interface DayMoments {
  /** The moment chosen, or the one the page opens with. */
  at: string;
  /** Every half hour of the drawing. */
  halfHours: string[];
  earlier: string | null;
  later: string | null;
  postBefore: string | null;
  postAfter: string | null;
}

const MINUTE_MS = 60_000;

/**
 * Steps through a day. Without a chosen moment the page opens at the last post of its first hour of
 * posts: the moment most could be learned in the shortest time; a day without posts opens at noon.
 */
export function dayMoments(
  asked: string | null,
  posts: readonly DayPost[],
  axis: DayAxis,
  now: string,
): DayMoments {
  const end = axis.to < now ? new Date(Date.parse(axis.to) - MINUTE_MS).toISOString() : now;
  const isInside = (at: string) => at >= dayStart(axis) && at <= end;
  const at = asked !== null && isInside(asked) ? asked : opening(posts, axis, end);
  const step = (minutes: number) => {
    const moved = new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
    return isInside(moved) ? moved : null;
  };
  const count = Math.ceil(axis.width / 30);
  return {
    at,
    halfHours: Array.from({ length: count }, (_, index) =>
      new Date(Date.parse(axis.from) + index * 30 * MINUTE_MS).toISOString(),
    ).filter(isInside),
    earlier: step(-15),
    later: step(15),
    postBefore: posts.findLast((post) => post.update.at < at)?.update.at ?? null,
    postAfter:
      posts.find((post) => post.update.at > at && isInside(post.update.at))?.update.at ?? null,
  };
}

function dayStart(axis: DayAxis): string {
  return `${axis.from.slice(0, 10)}T00:00:00.000Z`;
}

function opening(posts: readonly DayPost[], axis: DayAxis, end: string): string {
  const first = posts.at(0)?.update.at;
  if (first === undefined) {
    const noon = `${axis.from.slice(0, 10)}T12:00:00.000Z`;
    return noon < end ? noon : end;
  }
  const hour = new Date(Date.parse(first) + 60 * MINUTE_MS).toISOString();
  return posts.findLast((post) => post.update.at <= hour)?.update.at ?? first;
}

/** A moment as it stands in an address. @example '2025-10-20T09:30Z' */
export function momentKey(iso: string): string {
  return `${iso.slice(0, 16)}Z`;
}
