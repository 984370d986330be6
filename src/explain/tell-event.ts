import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { incidentSlug } from '../model/incident-id.ts';
import type { EventHit, EventMember, EventStory } from './event-story.ts';
import type { Explanations } from './explain-all.ts';
import type { Explanation } from './explanation.ts';
import type { Timed } from './incident-index.ts';

const MINUTE_MS = 60_000;

/**
 * The upstream an incident belongs to: that of its best explanation, followed to the end of the
 * chain where the whole chain is at least likely.
 */
export function rootExplanation(explanations: readonly Explanation[]): Explanation | undefined {
  const told = explanations.filter(({ because }) => because !== null);
  const [best] = told;
  if (best === undefined) return undefined;
  const further = told.filter(
    (one) =>
      one.grade !== 'possible' &&
      one.chain.length > best.chain.length &&
      one.chain.some(({ incidentId: id }) => id === best.because),
  );
  return further.toSorted((a, b) => b.chain.length - a.chain.length)[0] ?? best;
}

/** An incident as part of the event of its root. */
export function memberOf(timed: Timed, root: Timed, explanation: Explanation): EventMember {
  const { incident } = timed;
  return {
    incidentId: incident.id,
    providerId: incident.providerId,
    grade: explanation.grade,
    explanation,
    hit: null,
    startedAt: incident.startedAt,
    endedAt: incident.resolvedAt,
    minutesAfter: Math.round((timed.startMs - root.startMs) / MINUTE_MS),
  };
}

/**
 * The event of an upstream incident and its twins; null where nobody fell with it, or it was taken
 * back, and the archive does not tell of it either.
 */
export function storyOf(
  id: string,
  twinIds: readonly string[],
  all: readonly EventMember[],
  { index }: Explanations,
  archived: ArchivedEvent | undefined,
): EventStory | null {
  const root = index.get(id);
  if (root === undefined || root.incident.withdrawnAt !== null) return null;
  const sorted = all
    .filter((member) => member.incidentId !== id && !twinIds.includes(member.incidentId))
    .toSorted((a, b) =>
      a.startedAt === b.startedAt
        ? a.incidentId < b.incidentId
          ? -1
          : 1
        : a.startedAt < b.startedAt
          ? -1
          : 1,
    );
  const members = sorted.filter(({ grade }) => grade !== 'possible');
  const possible = sorted.filter(({ grade }) => grade === 'possible');
  if (archived === undefined && members.length === 0) return null;
  const ends = [
    root.incident.resolvedAt,
    ...twinIds.map((twin) => index.get(twin)?.incident.resolvedAt ?? null),
    ...members.map(({ endedAt }) => endedAt),
  ];
  const endedAt = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return {
    id: archived?.id ?? id.replace('/', '.'),
    upstreamId: id,
    twinIds: twinIds.toSorted(),
    providerId: root.incident.providerId,
    state: endedAt === null ? 'open' : 'closed',
    startedAt: root.incident.startedAt,
    endedAt,
    members,
    possible,
    hits: archived === undefined ? [] : hitsOf(archived, [...members, ...possible]),
    firstPostAt: root.incident.updates[0]?.at ?? null,
  };
}

/** Reported as hit and without an incident among the members. */
function hitsOf(event: ArchivedEvent, members: readonly EventMember[]): EventHit[] {
  const slugs = new Set(members.map(({ incidentId: id }) => incidentSlug(id)));
  const providers = new Set(members.map(({ providerId }) => providerId));
  return event.downstream
    .filter((hit) => hit.event === null || !slugs.has(hit.event))
    .filter((hit) => hit.provider === null || !providers.has(hit.provider))
    .map((hit) => ({ providerId: hit.provider, hit }));
}
