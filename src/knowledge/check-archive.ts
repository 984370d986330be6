import { archiveIncidents } from './archive-incidents.ts';
import type { KnowledgeProblem } from './knowledge-error.ts';
import { type ArchivedEvent, EVENT_CONFIDENCES } from './schemas/event.ts';

type Confidence = (typeof EVENT_CONFIDENCES)[number];

export interface ArchiveReport {
  events: number;
  /** Days of the oldest and the newest start, `YYYY-MM-DD`; null without events. */
  oldest: string | null;
  newest: string | null;
  byConfidence: Record<Confidence, number>;
  /** What the events hold in all. */
  posts: number;
  milestones: number;
  phases: number;
  steps: number;
  downstream: number;
  /** Those of `downstream` that posted something themselves. */
  downstreamWithOwnPost: number;
  disagreements: number;
  /** Distinct addresses. */
  sources: number;
  /** Incidents the events become in the store. */
  incidents: number;
  /** Events of which only secondary sources were read so far. */
  needBetterSource: number;
  mistakes: KnowledgeProblem[];
}

/**
 * Counts what the archive holds and finds what its schema cannot see.
 * @param mistakes what reading the files has already found
 * @param providers ids of all configured providers
 */
export function checkArchive(
  events: readonly ArchivedEvent[],
  mistakes: readonly KnowledgeProblem[],
  providers: ReadonlySet<string>,
): ArchiveReport {
  const days = events.map(({ startedAt }) => startedAt.slice(0, 10)).toSorted();
  const sum = (count: (event: ArchivedEvent) => number) =>
    events.reduce((total, event) => total + count(event), 0);
  const confidence = (word: Confidence) =>
    events.filter((event) => event.confidence === word).length;
  return {
    events: events.length,
    oldest: days.at(0) ?? null,
    newest: days.at(-1) ?? null,
    byConfidence: Object.fromEntries(
      EVENT_CONFIDENCES.map((word) => [word, confidence(word)]),
    ) as Record<Confidence, number>,
    posts: sum(({ posts }) => posts.length),
    milestones: sum(({ milestones }) => milestones.length),
    phases: sum(({ phases }) => phases.length),
    steps: sum(({ cascade }) => cascade.length),
    downstream: sum(({ downstream }) => downstream.length),
    downstreamWithOwnPost: sum(
      ({ downstream }) => downstream.filter((hit) => hit.ownStatus.published === 'yes').length,
    ),
    disagreements: sum(({ disagreements }) => disagreements.length),
    sources: new Set(events.flatMap((event) => event.sources.map(({ url }) => url))).size,
    incidents: sum((event) => archiveIncidents(event).length),
    needBetterSource: events.filter((event) => event.needsBetterSource).length,
    mistakes: [...mistakes, ...events.flatMap((event) => unknownProviders(event, providers))],
  };
}

/** A name nobody is configured under would give an incident without a provider's page. */
function unknownProviders(
  event: ArchivedEvent,
  providers: ReadonlySet<string>,
): KnowledgeProblem[] {
  const named = [
    { path: 'provider', id: event.provider },
    ...event.downstream.map(({ provider }, n) => ({
      path: `downstream.${n}.provider`,
      id: provider,
    })),
    ...event.stood.map(({ provider }, n) => ({ path: `stood.${n}.provider`, id: provider })),
  ];
  return named.flatMap(({ path, id }) =>
    id === null || providers.has(id)
      ? []
      : [
          {
            file: `events/${event.id}.yaml`,
            path,
            message: `there is no provider "${id}": add it to feeds.config.ts or correct the id`,
          },
        ],
  );
}
