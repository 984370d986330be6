import type { ExplainedIncidents } from './explained-world.ts';

/** How often a provider fell with those it stands on, among the incidents on record here. */
export interface FellWith {
  /** Its incidents on record: the denominator. */
  incidents: number;
  /** Those that an upstream explains, confirmed or likely. */
  explained: number;
  /** Per upstream, most often first. */
  upstreams: { providerId: string; times: number }[];
  /** Events of the archive that name it as hit without a post of its own. */
  named: number;
}

export function fellWith(within: ExplainedIncidents, providerId: string): FellWith {
  const incidents = within.incidentsOf(providerId).filter(({ kind }) => kind === 'incident');
  const causes = incidents.flatMap((incident) => {
    const best = within
      .explanationsOf(incident.id)
      .find(({ because, grade }) => because !== null && grade !== 'possible');
    return best === undefined ? [] : [best.upstream];
  });
  const upstreams = [...Map.groupBy(causes, (id) => id)].map(([id, all]) => ({
    providerId: id,
    times: all.length,
  }));
  const named = within.events.filter(({ hits }) =>
    hits.some((hit) => hit.providerId === providerId),
  );
  return {
    incidents: incidents.length,
    explained: causes.length,
    upstreams: upstreams.toSorted(
      (a, b) => b.times - a.times || (a.providerId < b.providerId ? -1 : 1),
    ),
    named: named.length,
  };
}
