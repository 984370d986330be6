import type { Incident, IncidentMark, IncidentStatus } from '../model/incident.ts';
import { isEndedStatus } from '../model/incident.ts';
import { type ArchivedStory, storiesOf } from './archived-story.ts';
import type { ArchivedEvent } from './schemas/event.ts';

/**
 * The incidents an event consists of, as the store keeps them: the provider's own one, and one for
 * each hit service that published something itself at a known time. Texts are English; the German
 * ones come from `archivedText`. An event without known posts gets no invented ones.
 * @returns ids `<provider>/<event id>`, updates `post-1`, `post-2` …
 */
export function archiveIncidents(event: ArchivedEvent): Incident[] {
  return storiesOf(event).map(toIncident);
}

function toIncident(story: ArchivedStory): Incident {
  const updates = story.posts.map(({ id, at, status, text }) => ({
    id,
    at,
    status,
    body: text.en,
  }));
  const firstSeenAt = updates[0]?.at ?? story.startedAt;
  const lastUpdate = updates.at(-1);
  const end = endOf(story);
  const updatedAt = lastUpdate?.at ?? story.endedAt ?? story.startedAt;
  return {
    id: story.incidentId,
    providerId: story.providerId,
    kind: 'incident',
    title: story.title.en,
    status: finalStatus(story),
    impact: story.impact,
    startedAt: story.startedAt,
    resolvedAt: end.at,
    updatedAt,
    firstSeenAt,
    lastSeenAt: updatedAt,
    withdrawnAt: null,
    updates,
    components: story.componentNames.map(({ en }) => ({ name: en })),
    regions: story.regions,
    services: story.services,
    url: story.url,
    origin: 'archive',
    marks: [...story.marks, ...end.marks],
  };
}

/**
 * The past never counts as open: without a known end, an incident ends with the day any source last
 * speaks of it, marked as inferred. Otherwise an old outage would turn today's status red.
 */
function endOf(story: ArchivedStory): { at: string; marks: IncidentMark[] } {
  if (story.endedAt !== null) return { at: story.endedAt, marks: [] };
  const closing = story.posts.find((post) => isEndedStatus(post.status));
  if (closing !== undefined) return { at: closing.at, marks: [] };
  return { at: `${story.lastKnownAt.slice(0, 10)}T23:59:00.000Z`, marks: ['end-inferred'] };
}

function finalStatus(story: ArchivedStory): IncidentStatus {
  const last = story.posts.at(-1);
  if (last !== undefined && isEndedStatus(last.status)) return last.status;
  return story.endedAt === null ? 'unknown' : 'resolved';
}
