import { createDependencyGraph } from '../explain/dependency-graph.ts';
import { createEventBook, type EventBook } from '../explain/event-book.ts';
import { type Explanations, explainAll } from '../explain/explain-all.ts';
import { createLexicon } from '../explain/lexicon.ts';
import { withUpstreams } from '../explain/provider-names.ts';
import { createSuspicionCourse, type SuspicionCourse } from '../explain/suspicion-course.ts';
import { archiveIncidents } from '../knowledge/archive-incidents.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import type { ExplainedIncidents, ExplainedWorld } from '../views/explained-world.ts';
import { lookupOf } from './explained-lookup.ts';
import { pastSuspicion } from './past-suspicion.ts';
import { loadRateHistory } from './rate-history.ts';

export interface ExplainedWorldSources {
  store: Pick<
    Store,
    'revision' | 'changedSince' | 'ongoing' | 'openIncidents' | 'incident' | 'incidentCountsByDay'
  >;
  knowledge: Knowledge;
  providers: readonly Provider[];
  now(): string;
}

const DAY_MS = 86_400_000;
const RECENT_MS = 14 * DAY_MS;
/** Far more than two weeks of a thousand providers bring; a bound against a feed gone mad. */
const MAX_RECENT = 20_000;
/** How far back suspected events are followed; older ones are worked out when asked for. */
const SUSPECTED_MS = 1.5 * DAY_MS;

/**
 * Explains what the store holds, once per revision. The graph and the names are built once; a new
 * revision costs only what its changed incidents touch; once a day all is built anew, so that what
 * has grown old leaves.
 */
export function createExplainedWorld(sources: ExplainedWorldSources): ExplainedWorld {
  const { store, knowledge, providers, now } = sources;
  const { services, regions, places, events: archive } = knowledge;
  const graph = createDependencyGraph(knowledge);
  const names = withUpstreams(providers, graph);
  const lexicon = createLexicon({ providers: names, services, regions, places });
  const archived = archive.flatMap(archiveIncidents);
  const byId = new Map(archived.map((incident) => [incident.id, incident]));
  const dependents = new Set(graph.edges.map((edge) => edge.dependent.provider));
  const tracked = providers.map(({ id }) => id).filter((id) => dependents.has(id));
  let latest: { revision: number; day: string; world: Promise<Kept> } | null = null;

  const isOfFeed = ({ id }: Incident) => !byId.has(id);

  /** @param since the revision `previous` stands for */
  const load = async (previous: Kept | null, since: number): Promise<Kept> => {
    const at = now();
    const from = new Date(Date.parse(at) - RECENT_MS).toISOString();
    const to = new Date(Date.parse(at) + DAY_MS).toISOString();
    const among = previous === null ? null : await store.changedSince(since);
    if (previous !== null && among !== null) {
      const changed = await store.ongoing(from, to, { limit: MAX_RECENT, among });
      return renew(previous, changed.filter(isOfFeed), at);
    }
    const [recent, open] = await Promise.all([
      store.ongoing(from, to, { limit: MAX_RECENT }),
      store.openIncidents(),
    ]);
    const incidents = [
      ...new Map([...recent, ...open].map((one) => [one.id, one])).values(),
    ].filter(isOfFeed);
    if (previous !== null) return renew(previous, incidents, at);
    const history = await loadRateHistory(store, tracked, at);
    const explanations = explainAll([...archived, ...incidents], graph, { lexicon, history });
    const suspicions = createSuspicionCourse({
      graph,
      lexicon,
      history,
      from: new Date(Date.parse(at) - SUSPECTED_MS).toISOString(),
    });
    suspicions.advance(incidents, at);
    const versions = new Map(incidents.map((one) => [one.id, versionOf(one)]));
    const events = createEventBook(explanations, archive);
    return { explanations, events, suspicions, versions, lookup: lookupOf(explanations, events) };
  };

  const kept = async (): Promise<Kept> => {
    const revision = await store.revision();
    const day = now().slice(0, 10);
    if (latest?.revision === revision && latest.day === day) return latest.world;
    const previous = latest?.day === day ? latest.world : null;
    const since = latest?.revision ?? 0;
    const world = (previous ?? Promise.resolve(null)).then(
      (known) => load(known, since),
      () => load(null, since),
    );
    const asked = { revision, day, world };
    latest = asked;
    // A failure is not kept: the next page tries again, from nothing.
    world.catch(() => {
      if (latest === asked) latest = null;
    });
    return world;
  };

  const current = async (): Promise<ExplainedIncidents> => {
    const { lookup, suspicions } = await kept();
    return { ...lookup, suspected: suspicions.advance([], now()) };
  };

  const around = async (incident: Incident): Promise<ExplainedIncidents> => {
    const within = await current();
    if (within.incident(incident.id) !== undefined) return within;
    const from = new Date(Date.parse(incident.startedAt) - DAY_MS).toISOString();
    const to = new Date(Date.parse(incident.startedAt) + 2 * DAY_MS).toISOString();
    const near = await store.ongoing(from, to, { limit: MAX_RECENT });
    const explanations = explainAll([...near, incident], graph, { lexicon });
    return lookupOf(explanations, createEventBook(explanations, archive));
  };

  return {
    current,
    around,
    async event(id) {
      const within = await current();
      const story = within.event(id);
      if (story !== undefined) return { story, within };
      const incident = await store.incident(id.replace('.', '/'));
      if (incident === null) return undefined;
      const then = await around(incident);
      const old = then.event(id);
      return old === undefined ? undefined : { story: old, within: then };
    },
    async suspected(id) {
      const within = await current();
      const event = within.suspected.find((one) => one.id === id);
      if (event !== undefined) return { event, within };
      return pastSuspicion(id, { store, graph, lexicon, archive, tracked, now: now() });
    },
  };
}

interface Kept {
  explanations: Explanations;
  events: EventBook;
  suspicions: SuspicionCourse;
  /** When each incident was last changed, to tell which are new. */
  versions: Map<string, string>;
  lookup: ExplainedIncidents;
}

function renew(previous: Kept, incidents: readonly Incident[], at: string): Kept {
  const { explanations, events, suspicions, versions } = previous;
  const changed = incidents.filter((one) => versions.get(one.id) !== versionOf(one));
  if (changed.length === 0) return previous;
  const touched = explanations.update(changed);
  events.update(new Set([...changed.map(({ id }) => id), ...touched]));
  suspicions.advance(changed, at);
  for (const one of changed) versions.set(one.id, versionOf(one));
  return { explanations, events, suspicions, versions, lookup: lookupOf(explanations, events) };
}

/** Everything an explanation can see of an incident; not when we last saw it. */
function versionOf({ lastSeenAt: _, ...rest }: Incident): string {
  return JSON.stringify(rest);
}
