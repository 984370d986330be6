import type { Incident } from './incident.ts';

/** An incident first seen this much after its first post was there before we read that feed. */
const BACKLOG_MS = 24 * 60 * 60_000;

/**
 * When a reader of ours could first know: what its source back-dates is new all the same, so that
 * no reader takes it for old news. For the archive, and for what a newly added feed brings from
 * before our time, the first official post: old news must not be announced as new.
 */
export function publishedAt(
  incident: Pick<Incident, 'firstSeenAt' | 'startedAt' | 'origin' | 'updates'>,
): string {
  const firstPost = incident.updates[0]?.at ?? incident.startedAt;
  const isBacklog = Date.parse(incident.firstSeenAt) - Date.parse(firstPost) > BACKLOG_MS;
  return incident.origin === 'archive' || isBacklog ? firstPost : incident.firstSeenAt;
}
