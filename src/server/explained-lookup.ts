import type { EventBook } from '../explain/event-book.ts';
import type { Explanations } from '../explain/explain-all.ts';
import type { Incident } from '../model/incident.ts';
import { compareNewestFirst } from '../model/order.ts';
import type { ExplainedIncidents } from '../views/explained-world.ts';

/** Explanations with their events, ready to be asked by pages. */
export function lookupOf(
  explanations: Explanations,
  book: Pick<EventBook, 'all'>,
): ExplainedIncidents {
  const { index, graph } = explanations;
  const events = book.all();
  const byId = new Map(events.flatMap((one) => idsOf(one).map((id) => [id, one] as const)));
  const byMember = new Map(
    events.flatMap((one) => one.members.map(({ incidentId }) => [incidentId, one] as const)),
  );
  let byProvider: Map<string, Incident[]> | null = null;
  return {
    events,
    suspected: [],
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
