import { isEndedStatus } from '../model/incident.ts';
import type { SnapshotUpdate } from './adapter.ts';

/**
 * When the posts say it ended: the first ending one after the last that speaks of it as going on.
 * A post-mortem days later does not move the end; a post that reopens it takes the end back.
 * `updates` oldest first; null where it goes on or the ending post has no time.
 */
export function endOfUpdates(updates: readonly SnapshotUpdate[]): string | null {
  let end: string | null = null;
  for (const { status, at } of updates) {
    if (isEndedStatus(status)) end ??= at;
    else if (status !== 'unknown') end = null;
  }
  return end;
}

/** True where a post speaks of it as going on later than `end`. */
export function goesOnAfter(updates: readonly SnapshotUpdate[], end: string): boolean {
  return updates.some(
    ({ status, at }) => (at ?? '') > end && status !== 'unknown' && !isEndedStatus(status),
  );
}

/** Oldest first, stable on ties; a post without a time keeps its place behind the one before it. */
export function sortPosts<T extends { at: string | null }>(posts: readonly T[]): T[] {
  let last = '';
  return posts
    .map((post) => {
      last = post.at ?? last;
      return { post, at: last };
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ post }) => post);
}

/** The smallest of the times that are there. */
export function earliest(...times: (string | null | undefined)[]): string | null {
  return known(times).toSorted()[0] ?? null;
}

/** The greatest of the times that are there. */
export function latest(...times: (string | null | undefined)[]): string | null {
  return known(times).toSorted().at(-1) ?? null;
}

function known(times: readonly (string | null | undefined)[]): string[] {
  return times.filter((time) => time !== null && time !== undefined);
}

/**
 * Gives every post of one incident its own id, for platforms that give none: the proposed one, and
 * from the second time on with a number behind it.
 */
export function createIdMaker(): (proposed: string) => string {
  const seen = new Map<string, number>();
  return (proposed) => {
    const times = (seen.get(proposed) ?? 0) + 1;
    seen.set(proposed, times);
    return times === 1 ? proposed : `${proposed}-${times}`;
  };
}
