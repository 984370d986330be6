import type { IncidentStatus } from '../model/incident.ts';
import type { SnapshotUpdate } from './adapter.ts';
import { sortPosts } from './incident-course.ts';

/** A post whose state was looked for in its text: null where the text claims none. */
export interface ToldPost extends Omit<SnapshotUpdate, 'status'> {
  status: IncidentStatus | null;
}

/**
 * Posts of a source that states no state per post, oldest first: one that claims none leaves the
 * state as it was, and the first is in the state `first`.
 */
export function carryState(posts: readonly ToldPost[], first: IncidentStatus): SnapshotUpdate[] {
  let state = first;
  return sortPosts(posts).map((post) => {
    state = post.status ?? state;
    return { ...post, status: state };
  });
}
