import type { Knowledge } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { loadEvents } from './load-events.ts';
import { loadPlaces } from './load-places.ts';
import { createPlaceFinder } from './place-finder.ts';

/**
 * Reads and checks all curated facts.
 * @param dir folder with events/, with a slash at its end; by default the one beside this file
 * @throws KnowledgeError with every mistake of every file
 */
export async function loadKnowledge(dir: URL = new URL('./', import.meta.url)): Promise<Knowledge> {
  const [{ events, problems: eventProblems }, { regions, services, problems: placeProblems }] =
    await Promise.all([loadEvents(dir), loadPlaces(dir)]);
  const problems = [...eventProblems, ...placeProblems];
  if (problems.length > 0) throw new KnowledgeError(problems);
  const byId = new Map(events.map((event) => [event.id, event]));
  return {
    events,
    event: (id) => byId.get(id),
    regions,
    services,
    places: createPlaceFinder(regions, services),
  };
}
