import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { incidentId, incidentSlug } from '../model/incident-id.ts';
import { withArchived } from './archived-members.ts';
import type { EventHit, EventMember, EventStory } from './event-story.ts';
import type { Explanations } from './explain-all.ts';
import type { Explanation } from './explanation.ts';
import type { Timed } from './incident-index.ts';

export interface EventOptions {
  /** Archived events: their ids stay, and they know who was hit and posted nothing. */
  archive?: readonly ArchivedEvent[];
}

const MINUTE_MS = 60_000;
/** Two incidents of one provider in one region that begin so close tell of the same outage. */
const TWIN_MS = 90 * MINUTE_MS;

/**
 * Every event: an upstream incident with the dependents it explains, and every event of the archive
 * whose incident is there. Newest start first.
 */
export function eventsOf(explanations: Explanations, options: EventOptions = {}): EventStory[] {
  const archived = archiveByIncident(options.archive ?? []);
  const roots = new Map<string, EventMember[]>();
  for (const timed of explanations.index.all()) {
    const best = rootExplanation(explanations.explanationsOf(timed.incident.id));
    if (best?.because == null) continue;
    const root = explanations.index.get(best.because);
    if (root === undefined) continue;
    const members = roots.get(best.because) ?? [];
    roots.set(best.because, members);
    members.push(memberOf(timed, root, best));
  }
  for (const [id, event] of archived) {
    if (explanations.index.get(id) === undefined) continue;
    roots.set(id, withArchived(event, roots.get(id) ?? [], id, explanations));
    for (const member of roots.get(id) ?? []) leaveOthers(roots, member, id);
  }
  return joinTwins(roots, archived, explanations)
    .map(([id, twinIds, members]) => storyOf(id, twinIds, members, explanations, archived.get(id)))
    .filter((story) => story !== null)
    .toSorted((a, b) =>
      a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? 1 : -1,
    );
}

/** Address of the event of an upstream incident. @example eventIdOf('aws/k7fy2h') // 'aws.k7fy2h' */
export function eventIdOf(upstreamId: string, archive: readonly ArchivedEvent[] = []): string {
  const archived = archiveByIncident(archive).get(upstreamId);
  return archived?.id ?? upstreamId.replace('/', '.');
}

function archiveByIncident(archive: readonly ArchivedEvent[]): Map<string, ArchivedEvent> {
  return new Map(archive.map((event) => [incidentId(event.provider, event.id), event]));
}

/**
 * The upstream an incident belongs to: that of its best explanation, followed to the end of the
 * chain where the whole chain is at least likely.
 */
function rootExplanation(explanations: readonly Explanation[]): Explanation | undefined {
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

function memberOf(timed: Timed, root: Timed, explanation: Explanation): EventMember {
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

/** What the archive's sources tie to one event belongs to no other. */
function leaveOthers(
  roots: ReadonlyMap<string, EventMember[]>,
  { incidentId: id, hit }: EventMember,
  rootId: string,
): void {
  if (hit === null) return;
  for (const [otherId, members] of roots) {
    const at = members.findIndex((member) => member.incidentId === id && member.hit === null);
    if (otherId !== rootId && at !== -1) members.splice(at, 1);
  }
}

type Joined = [upstreamId: string, twinIds: string[], members: EventMember[]];

/** A feed and the archive, or two posts of one provider, tell of one outage: the archive's, else the earlier id leads. */
function joinTwins(
  roots: ReadonlyMap<string, EventMember[]>,
  archived: ReadonlyMap<string, ArchivedEvent>,
  { index }: Explanations,
): Joined[] {
  const order = [...roots.keys()].toSorted((a, b) => {
    if (archived.has(a) !== archived.has(b)) return archived.has(a) ? -1 : 1;
    const first = (index.get(a)?.startMs ?? 0) - (index.get(b)?.startMs ?? 0);
    return first || (a < b ? -1 : 1);
  });
  const joined: Joined[] = [];
  for (const id of order) {
    const members = roots.get(id) ?? [];
    const timed = index.get(id);
    const lead = joined.find(([leadId]) => {
      const other = index.get(leadId);
      return timed !== undefined && other !== undefined && isTwin(other, timed);
    });
    if (lead === undefined) joined.push([id, [], [...members]]);
    else {
      lead[1].push(id);
      lead[2].push(...members);
    }
  }
  return joined;
}

function isTwin(a: Timed, b: Timed): boolean {
  if (a.incident.providerId !== b.incident.providerId) return false;
  if (Math.abs(a.startMs - b.startMs) > TWIN_MS) return false;
  const regions = new Set(a.incident.regions);
  const isSamePlace = b.incident.regions.some((region) => regions.has(region));
  return isSamePlace || (a.incident.regions.length === 0 && b.incident.regions.length === 0);
}

function storyOf(
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
