import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { incidentId } from '../model/incident-id.ts';
import { createEventBook } from './event-book.ts';
import type { EventStory } from './event-story.ts';
import type { Explanations } from './explain-all.ts';

export interface EventOptions {
  /** Archived events: their ids stay, and they know who was hit and posted nothing. */
  archive?: readonly ArchivedEvent[];
}

/**
 * Every event: an upstream incident with the dependents it explains, and every event of the archive
 * whose incident is there. Newest start first.
 */
export function eventsOf(
  explanations: Explanations,
  { archive = [] }: EventOptions = {},
): readonly EventStory[] {
  return createEventBook(explanations, archive).all();
}

/** Address of the event of an upstream incident. @example eventIdOf('aws/k7fy2h') // 'aws.k7fy2h' */
export function eventIdOf(upstreamId: string, archive: readonly ArchivedEvent[] = []): string {
  const archived = archive.find(({ provider, id }) => incidentId(provider, id) === upstreamId);
  return archived?.id ?? upstreamId.replace('/', '.');
}
