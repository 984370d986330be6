import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { incidentId } from '../model/incident-id.ts';
import { archivedMemberIds, withArchived } from './archived-members.ts';
import type { EventMember, EventStory } from './event-story.ts';
import type { Explanations } from './explain-all.ts';
import { memberOf, rootExplanation, storyOf } from './tell-event.ts';
import { joinTwins } from './twins.ts';

/** The event of a root with these twins; null where it is none. */
interface Told {
  key: string;
  story: EventStory | null;
}

/** All events, kept in step with the explanations. */
export interface EventBook {
  /** Every event, newest start first. The same array until something changes. */
  all(): readonly EventStory[];
  /** Looks again at these incidents only: new and changed ones, and those whose explanations are others now. */
  update(incidentIds: Iterable<string>): void;
}

/** Every upstream incident with the dependents it explains, and every archived event that is there. */
export function createEventBook(
  explanations: Explanations,
  archive: readonly ArchivedEvent[] = [],
): EventBook {
  const { index } = explanations;
  const archived = new Map(archive.map((event) => [incidentId(event.provider, event.id), event]));
  const claimed = claimsOf(archived);
  /** Members by the incident they belong to, and the other way round. */
  const roots = new Map<string, Map<string, EventMember>>();
  const rootOf = new Map<string, string>();
  const byProvider = new Map<string, Map<string, Told>>();
  const staleRoots = new Set<string>();
  const stale = new Set<string>();
  let events: readonly EventStory[] | null = null;

  const touch = (rootId: string) => {
    staleRoots.add(rootId);
    stale.add(rootId.slice(0, rootId.indexOf('/')));
  };
  const place = (id: string) => {
    const before = rootOf.get(id);
    if (before !== undefined) {
      roots.get(before)?.delete(id);
      if (roots.get(before)?.size === 0) roots.delete(before);
      rootOf.delete(id);
      touch(before);
    }
    const timed = index.get(id);
    const best = rootExplanation(explanations.explanationsOf(id));
    const root = best?.because == null ? undefined : index.get(best.because);
    if (timed === undefined || best === undefined || root === undefined) return;
    const rootId = root.incident.id;
    // What the archive's sources tie to one event belongs to no other.
    const claims = [...(claimed.get(id) ?? [])].filter((one) => index.get(one) !== undefined);
    if (claims.length > 0 && !claims.includes(rootId)) return;
    const members = roots.get(rootId) ?? new Map<string, EventMember>();
    roots.set(rootId, members.set(id, memberOf(timed, root, best)));
    rootOf.set(id, rootId);
    touch(rootId);
  };
  const membersOf = (rootId: string): EventMember[] => {
    const event = archived.get(rootId);
    const own = [...(roots.get(rootId)?.values() ?? [])];
    return event === undefined ? own : withArchived(event, own, rootId, explanations);
  };
  const retell = (providerId: string) => {
    const ids = new Set([...roots.keys(), ...archived.keys()].filter(isOf(providerId)));
    const told = joinTwins(
      [...ids].filter((id) => index.get(id) !== undefined),
      archived,
      index,
    ).map(([id, twinIds]): [string, Told] => {
      const group = [id, ...twinIds];
      const key = group.join(' ');
      const before = byProvider.get(providerId)?.get(id);
      if (before?.key === key && !group.some((one) => staleRoots.has(one))) return [id, before];
      const members = group.flatMap(membersOf);
      return [id, { key, story: storyOf(id, twinIds, members, explanations, archived.get(id)) }];
    });
    byProvider.set(providerId, new Map(told));
  };

  for (const { incident } of index.all()) place(incident.id);
  for (const id of archived.keys()) touch(id);
  return {
    all() {
      if (events !== null && stale.size === 0) return events;
      for (const providerId of stale) retell(providerId);
      stale.clear();
      staleRoots.clear();
      events = [...byProvider.values()]
        .flatMap((told) => [...told.values()].flatMap(({ story }) => story ?? []))
        .toSorted(compare);
      return events;
    },
    update(incidentIds) {
      for (const id of incidentIds) {
        place(id);
        // Its dependents count their minutes from its start.
        for (const member of [...(roots.get(id)?.keys() ?? [])]) place(member);
        for (const rootId of claimed.get(id) ?? []) touch(rootId);
        if (roots.has(id) || archived.has(id)) touch(id);
      }
    },
  };
}

/** Which archived events name an incident as one of theirs. */
function claimsOf(archived: ReadonlyMap<string, ArchivedEvent>): Map<string, Set<string>> {
  const claimed = new Map<string, Set<string>>();
  for (const [rootId, event] of archived) {
    for (const id of archivedMemberIds(event)) {
      claimed.set(id, (claimed.get(id) ?? new Set()).add(rootId));
    }
  }
  return claimed;
}

function isOf(providerId: string): (id: string) => boolean {
  return (id) => id.startsWith(`${providerId}/`);
}

function compare(a: EventStory, b: EventStory): number {
  if (a.startedAt === b.startedAt) return a.id < b.id ? -1 : 1;
  return a.startedAt < b.startedAt ? 1 : -1;
}
