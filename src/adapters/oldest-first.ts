import type { IncidentStatus } from '../model/incident.ts';

/** How far along its course a state stands. */
const STAGE: Readonly<Partial<Record<IncidentStatus, number>>> = {
  scheduled: 0,
  investigating: 0,
  identified: 1,
  in_progress: 1,
  monitoring: 2,
  verifying: 2,
  resolved: 3,
  completed: 3,
  postmortem: 4,
};

interface Listed {
  at: string | null;
  status: IncidentStatus | null;
}

/**
 * A list of posts turned round where it stands newest first, so that two posts of one minute keep
 * their order when they are sorted by time. Times decide, then states (a list that begins resolved
 * and ends investigating is newest first); where neither tells, it stays as it is.
 */
export function oldestFirst<T extends Listed>(posts: readonly T[]): T[] {
  const times = posts.map(({ at }) => at).filter((at) => at !== null);
  const [first = '', last = ''] = [times[0], times.at(-1)];
  if (first < last) return [...posts];
  if (first > last) return posts.toReversed();
  return stateDirection(posts) < 0 ? posts.toReversed() : [...posts];
}

/** Above 0 where the states of a list go on, below 0 where it stands newest first, 0 where they do not tell. */
export function stateDirection(posts: readonly Pick<Listed, 'status'>[]): number {
  const stages = posts
    .map(({ status }) => STAGE[status ?? 'unknown'])
    .filter((s) => s !== undefined);
  return (stages.at(-1) ?? 0) - (stages[0] ?? 0);
}
