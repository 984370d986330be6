import type { Incident } from '../model/incident.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import type { Quote } from './explanation.ts';
import type { Lexicon } from './lexicon.ts';
import { readText } from './mentions.ts';

/** An upstream that texts name and no edge knows: work for a curator, never an edge by itself. */
export interface EdgeSuggestion {
  dependent: string;
  upstream: string;
  /** Services and regions the texts name. */
  services: string[];
  regions: string[];
  /** Incidents that say so, newest first, with the sentence of each. */
  said: { incidentId: string; at: string; url: string; quote: Quote }[];
}

/** What the texts of incidents name as their cause and the graph does not know; most often named first. */
export function suggestEdges(
  incidents: Iterable<Incident>,
  graph: DependencyGraph,
  lexicon: Lexicon,
): EdgeSuggestion[] {
  const found = new Map<string, EdgeSuggestion>();
  for (const incident of incidents) {
    const known = new Set(
      graph.upstreamsOf(incident.providerId).map((edge) => edge.upstream.provider),
    );
    const seen = new Set<string>();
    for (const mention of readText(incident, lexicon).mentions) {
      const { providerId, stance, quote } = mention;
      if (stance !== 'cause' || known.has(providerId)) continue;
      const key = `${incident.providerId} ${providerId}`;
      const suggestion = found.get(key) ?? {
        dependent: incident.providerId,
        upstream: providerId,
        services: [],
        regions: [],
        said: [],
      };
      found.set(key, suggestion);
      suggestion.services = union(suggestion.services, mention.services);
      suggestion.regions = union(suggestion.regions, mention.regions);
      if (seen.has(providerId)) continue;
      seen.add(providerId);
      suggestion.said.push({
        incidentId: incident.id,
        at: incident.startedAt,
        url: incident.url,
        quote,
      });
    }
  }
  for (const { said } of found.values()) {
    said.sort((a, b) => compare(b.at, a.at) || compare(a.incidentId, b.incidentId));
  }
  return [...found.values()].toSorted(
    (a, b) =>
      b.said.length - a.said.length ||
      compare(a.dependent, b.dependent) ||
      compare(a.upstream, b.upstream),
  );
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].toSorted();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
