import type { Knowledge } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { loadAlternatives } from './load-alternatives.ts';
import { loadDependencies } from './load-dependencies.ts';
import { loadEvents } from './load-events.ts';
import { loadPlaces } from './load-places.ts';
import { createPlaceFinder } from './place-finder.ts';

/**
 * Reads and checks all curated facts.
 * @param dir folder with events/ and the lists beside it, with a slash at its end; by default the one beside this file
 * @throws KnowledgeError with every mistake of every file
 */
export async function loadKnowledge(dir: URL = new URL('./', import.meta.url)): Promise<Knowledge> {
  const [read, standing, elsewhere, found] = await Promise.all([
    loadEvents(dir),
    loadDependencies(dir),
    loadAlternatives(dir),
    loadPlaces(dir),
  ]);
  const problems = [read, standing, elsewhere, found].flatMap((part) => part.problems);
  if (problems.length > 0) throw new KnowledgeError(problems);
  const { events } = read;
  const { regions, colos, services } = found;
  const byId = new Map(events.map((event) => [event.id, event]));
  return {
    events,
    event: (id) => byId.get(id),
    dependencies: standing.dependencies,
    alternatives: elsewhere.alternatives,
    regions,
    colos,
    services,
    places: createPlaceFinder({ regions, colos, services }),
  };
}
