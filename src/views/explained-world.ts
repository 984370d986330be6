import type { DependencyGraph } from '../explain/dependency-graph.ts';
import type { EventStory } from '../explain/event-story.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { SuspectedEvent } from '../explain/suspicion-course.ts';
import type { Incident } from '../model/incident.ts';

/** Explained incidents at one revision, ready to be asked by pages. */
export interface ExplainedIncidents {
  /** Newest start first. */
  events: readonly EventStory[];
  /** Upstreams suspected of an outage they have not told of, and what became of it; newest first. */
  suspected: readonly SuspectedEvent[];
  graph: DependencyGraph;
  /** Event by its id, or by the id of the incident it began with. */
  event(id: string): EventStory | undefined;
  /** The event an incident belongs to: as its beginning, or as one that fell with it. */
  eventOf(incidentId: string): EventStory | undefined;
  /** Why an incident probably happened, best first. */
  explanationsOf(incidentId: string): readonly Explanation[];
  incident(id: string): Incident | undefined;
  /** Incidents of a provider that are part of this, newest start first. */
  incidentsOf(providerId: string): readonly Incident[];
}

/** Explanations made once per revision of the store and shared by all renders. */
export interface ExplainedWorld {
  /** What is open, what the last 14 days and the archive hold. */
  current(): Promise<ExplainedIncidents>;
  /** The same for an incident of any age, with everything that went on around it. */
  around(incident: Incident): Promise<ExplainedIncidents>;
  /** The event an address names, however old; undefined where there is none. */
  event(id: string): Promise<{ story: EventStory; within: ExplainedIncidents } | undefined>;
  /** The suspected event an address names, however old; undefined where there is none. */
  suspected(id: string): Promise<{ event: SuspectedEvent; within: ExplainedIncidents } | undefined>;
}
