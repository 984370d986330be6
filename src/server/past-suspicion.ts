import type { DependencyGraph } from '../explain/dependency-graph.ts';
import { createEventBook } from '../explain/event-book.ts';
import { explainAll } from '../explain/explain-all.ts';
import type { Lexicon } from '../explain/lexicon.ts';
import { createSuspicionCourse, type SuspectedEvent } from '../explain/suspicion-course.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Store } from '../store/store.ts';
import type { ExplainedIncidents } from '../views/explained-world.ts';
import { lookupOf } from './explained-lookup.ts';
import { loadRateHistory } from './rate-history.ts';

export interface PastSources {
  store: Pick<Store, 'ongoing' | 'incidentCountsByDay'>;
  graph: DependencyGraph;
  lexicon: Lexicon;
  archive: readonly ArchivedEvent[];
  /** Providers whose usual rates count. */
  tracked: readonly string[];
  now: string;
}

const HOUR_MS = 3_600_000;
const ID = /^suspected\..+\.(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * A suspected event that is no longer followed, worked out again from what the store keeps of those
 * hours; undefined where its address names none, or nothing forms.
 */
export async function pastSuspicion(
  id: string,
  sources: PastSources,
): Promise<{ event: SuspectedEvent; within: ExplainedIncidents } | undefined> {
  const [, year, month, day, hour, minute] = ID.exec(id) ?? [];
  const began = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00.000Z`);
  if (Number.isNaN(began) || began > Date.parse(sources.now)) return undefined;
  const { store, graph, lexicon, archive, tracked, now } = sources;
  const iso = (hours: number) => new Date(began + hours * HOUR_MS).toISOString();
  const [near, history] = await Promise.all([
    store.ongoing(iso(-24), iso(12)),
    loadRateHistory(store, tracked, iso(0)),
  ]);
  const course = createSuspicionCourse({ graph, lexicon, history, from: iso(-2) });
  const until = [iso(8), now].toSorted()[0] ?? now;
  const event = course.advance(near, until).find((one) => one.id === id);
  if (event === undefined) return undefined;
  const explanations = explainAll(near, graph, { lexicon, history });
  return { event, within: lookupOf(explanations, createEventBook(explanations, archive)) };
}
