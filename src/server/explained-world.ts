import { createDependencyGraph, type DependencyGraph } from '../explain/dependency-graph.ts';
import { eventsOf } from '../explain/events.ts';
import { type Explanations, explainAll } from '../explain/explain-all.ts';
import { createLexicon, type Lexicon } from '../explain/lexicon.ts';
import { archiveIncidents } from '../knowledge/archive-incidents.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Incident } from '../model/incident.ts';
import { compareNewestFirst } from '../model/order.ts';
import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import type { ExplainedIncidents, ExplainedWorld } from '../views/explained-world.ts';

export interface ExplainedWorldSources {
  store: Pick<Store, 'revision' | 'ongoing' | 'openIncidents' | 'incident'>;
  knowledge: Knowledge;
  providers: readonly Provider[];
  now(): string;
}

const DAY_MS = 86_400_000;
const RECENT_MS = 14 * DAY_MS;
/** Far more than two weeks of a thousand providers bring; a bound against a feed gone mad. */
const MAX_RECENT = 20_000;

/**
 * Explains what the store holds, once per revision. The graph and the names are built once; a new
 * revision costs only what its changed incidents touch; once a day all is built anew, so that what
 * has grown old leaves.
 */
export function createExplainedWorld(sources: ExplainedWorldSources): ExplainedWorld {
  const { store, knowledge, providers, now } = sources;
  const { services, regions, places, events: archive } = knowledge;
  const graph = createDependencyGraph(knowledge);
  const lexicon = createLexicon({ providers, services, regions, places });
  const archived = archive.flatMap(archiveIncidents);
  const byId = new Map(archived.map((incident) => [incident.id, incident]));
  let latest: { revision: number; day: string; world: Promise<Kept> } | null = null;

  const load = async (previous: Kept | null): Promise<Kept> => {
    const at = now();
    const from = new Date(Date.parse(at) - RECENT_MS).toISOString();
    const to = new Date(Date.parse(at) + DAY_MS).toISOString();
    const [recent, open] = await Promise.all([
      store.ongoing(from, to, { limit: MAX_RECENT }),
      store.openIncidents(),
    ]);
    const incidents = [
      ...new Map([...recent, ...open].map((one) => [one.id, one])).values(),
    ].filter((one) => !byId.has(one.id));
    return previous === null
      ? keep([...archived, ...incidents], graph, lexicon, archive)
      : renew(previous, incidents, archive);
  };

  const kept = async (): Promise<Kept> => {
    const revision = await store.revision();
    const day = now().slice(0, 10);
    if (latest?.revision === revision && latest.day === day) return latest.world;
    const previous = latest?.day === day ? latest.world : null;
    const world = (previous ?? Promise.resolve(null)).then(load, () => load(null));
    latest = { revision, day, world };
    return world;
  };

  const around = async (incident: Incident): Promise<ExplainedIncidents> => {
    const { lookup } = await kept();
    if (lookup.incident(incident.id) !== undefined) return lookup;
    const from = new Date(Date.parse(incident.startedAt) - DAY_MS).toISOString();
    const to = new Date(Date.parse(incident.startedAt) + 2 * DAY_MS).toISOString();
    const near = await store.ongoing(from, to, { limit: MAX_RECENT });
    return keep([...near, incident], graph, lexicon, archive).lookup;
  };

  return {
    current: async () => (await kept()).lookup,
    around,
    async event(id) {
      const within = (await kept()).lookup;
      const story = within.event(id);
      if (story !== undefined) return { story, within };
      const incident = await store.incident(id.replace('.', '/'));
      if (incident === null) return undefined;
      const then = await around(incident);
      const old = then.event(id);
      return old === undefined ? undefined : { story: old, within: then };
    },
  };
}

interface Kept {
  explanations: Explanations;
  /** When each incident was last changed, to tell which are new. */
  versions: Map<string, string>;
  lookup: ExplainedIncidents;
}

function keep(
  incidents: readonly Incident[],
  graph: DependencyGraph,
  lexicon: Lexicon,
  archive: readonly ArchivedEvent[],
): Kept {
  const explanations = explainAll(incidents, graph, { lexicon });
  const versions = new Map(incidents.map((one) => [one.id, versionOf(one)]));
  return { explanations, versions, lookup: lookupOf(explanations, archive) };
}

function renew(
  previous: Kept,
  incidents: readonly Incident[],
  archive: readonly ArchivedEvent[],
): Kept {
  const { explanations, versions } = previous;
  const changed = incidents.filter((one) => versions.get(one.id) !== versionOf(one));
  if (changed.length === 0) return previous;
  explanations.update(changed);
  for (const one of changed) versions.set(one.id, versionOf(one));
  return { explanations, versions, lookup: lookupOf(explanations, archive) };
}

/** Everything an explanation can see of an incident; not when we last saw it. */
function versionOf({ lastSeenAt: _, ...rest }: Incident): string {
  return JSON.stringify(rest);
}

function lookupOf(
  explanations: Explanations,
  archive: readonly ArchivedEvent[],
): ExplainedIncidents {
  const { index, graph } = explanations;
  const events = eventsOf(explanations, { archive });
  const byId = new Map(events.flatMap((one) => idsOf(one).map((id) => [id, one] as const)));
  const byMember = new Map(
    events.flatMap((one) => one.members.map(({ incidentId }) => [incidentId, one] as const)),
  );
  let byProvider: Map<string, Incident[]> | null = null;
  return {
    events,
    graph,
    event: (id) => byId.get(id),
    eventOf: (id) => byId.get(id) ?? byMember.get(id),
    explanationsOf: (id) => explanations.explanationsOf(id),
    incident: (id) => index.get(id)?.incident,
    incidentsOf(providerId) {
      byProvider ??= Map.groupBy(
        [...index.all()].map(({ incident }) => incident).toSorted(compareNewestFirst),
        (incident) => incident.providerId,
      );
      return byProvider.get(providerId) ?? [];
    },
  };
}

function idsOf(story: { id: string; upstreamId: string; twinIds: readonly string[] }): string[] {
  return [story.id, story.upstreamId, ...story.twinIds];
}
