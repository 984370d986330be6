import type { SnapshotIncident, SnapshotUpdate } from '../adapters/adapter.ts';
import type { IncidentUpdate } from '../model/incident.ts';
import { sortUpdates } from '../model/order.ts';
import { textKey } from './text-key.ts';
import { usableTime } from './usable-time.ts';

/** Two feeds of one provider give the same post times that differ by up to this. */
const SAME_POST_MS = 2 * 60_000;

export interface MergedUpdates {
  /** Oldest first. */
  updates: IncidentUpdate[];
  added: IncidentUpdate[];
  /** Text, state or time of a post we already had was changed by its source. */
  isEdited: boolean;
  /** The source's dates move with every read and say nothing (all known posts shifted at once). */
  areDatesMoving: boolean;
  /** Some post stands where it stood: the source's dates can be relied on. */
  isSomeDateFixed: boolean;
  /** Every post we know is listed: the source tells the whole story, not only its latest turn. */
  isComplete: boolean;
  /** The newest post we know is missing here: an older copy, or a feed that is behind. */
  isBehind: boolean;
}

export interface UpdateFacts {
  at: string;
  isLeading: boolean;
  /** The start the source gives differs from the one we hold. */
  hasOtherStart: boolean;
}

/** The union of the posts we know and the posts a read lists; nothing is ever dropped. */
export function mergeUpdates(
  known: readonly IncidentUpdate[],
  incident: Pick<SnapshotIncident, 'updates' | 'resolvedAt' | 'updatedAt' | 'status'>,
  facts: UpdateFacts,
): MergedUpdates {
  const listed = datedUpdates(incident, facts.at);
  const pairs = pairUpdates(known, listed, facts.isLeading);
  const moved = [...pairs].filter(([ours, theirs]) => theirs.isDated && theirs.at !== ours.at);
  const paired = new Set(pairs.values());
  // A dated post that is new speaks for the dates as well: it will stand there in the next read.
  const isSomeDateFixed =
    [...pairs].some(([ours, theirs]) => theirs.isDated && theirs.at === ours.at) ||
    listed.some((update) => update.isDated && !paired.has(update));
  let isEdited = false;
  const kept = known.map((ours) => {
    const theirs = pairs.get(ours);
    if (theirs === undefined || !facts.isLeading) return ours;
    const hasOtherText = textKey(theirs.body) !== textKey(ours.body);
    const next: IncidentUpdate = {
      id: ours.id,
      // A post we have seen was not published later than that; only earlier is a correction.
      at: theirs.isDated && isSomeDateFixed && theirs.at < ours.at ? theirs.at : ours.at,
      status: theirs.status,
      body: hasOtherText ? theirs.body : ours.body,
    };
    const isSame = !hasOtherText && next.at === ours.at && next.status === ours.status;
    if (!isSame) isEdited = true;
    return isSame ? ours : next;
  });
  const added = listed.filter((update) => !paired.has(update)).map(toUpdate);
  const newest = known.at(-1);
  return {
    updates: sortUpdates([...kept, ...added]),
    added,
    isEdited,
    areDatesMoving: moved.length > 0 && !isSomeDateFixed && facts.hasOtherStart,
    isSomeDateFixed,
    isComplete: pairs.size === known.length,
    isBehind: listed.length > 0 && added.length === 0 && newest !== undefined && !pairs.has(newest),
  };
}

/** A listed post with a time: its own, or the best stand-in. */
interface DatedUpdate extends IncidentUpdate {
  isDated: boolean;
}

/** Posts without a usable time take that of the next later one; the newest that of the incident. */
function datedUpdates(
  incident: Pick<SnapshotIncident, 'updates' | 'resolvedAt' | 'updatedAt' | 'status'>,
  at: string,
): DatedUpdate[] {
  const once = new Map<string, SnapshotUpdate>();
  for (const update of incident.updates) {
    if (!once.has(update.id)) once.set(update.id, update);
  }
  let later = usableTime(incident.resolvedAt ?? incident.updatedAt, at) ?? at;
  return [...once.values()]
    .toReversed()
    .map((update) => {
      const own = usableTime(update.at, at);
      later = own ?? later;
      return { ...toUpdate({ ...update, at: later }), isDated: own !== null };
    })
    .toReversed();
}

function toUpdate({ id, at, status, body }: IncidentUpdate): IncidentUpdate {
  return { id, at, status, body };
}

/**
 * Which listed post is which known one: by id; else the same words (its date moved, or another feed
 * tells it); else the same moment and state (its words were edited). Repeated phrases stay separate
 * posts as long as the source lists them both.
 */
function pairUpdates(
  known: readonly IncidentUpdate[],
  listed: readonly DatedUpdate[],
  isLeading: boolean,
): Map<IncidentUpdate, DatedUpdate> {
  const pairs = new Map<IncidentUpdate, DatedUpdate>();
  const paired = new Set<DatedUpdate>();
  const byId = new Map(listed.map((update) => [update.id, update]));
  for (const ours of known) {
    const theirs = byId.get(ours.id);
    if (theirs === undefined) continue;
    pairs.set(ours, theirs);
    paired.add(theirs);
  }
  const pairBy = (isSame: (ours: IncidentUpdate, theirs: DatedUpdate) => boolean) => {
    for (const theirs of listed) {
      if (paired.has(theirs)) continue;
      const ours = known.find((one) => !pairs.has(one) && isSame(one, theirs));
      if (ours === undefined) continue;
      pairs.set(ours, theirs);
      paired.add(theirs);
    }
  };
  const hasSameState = (ours: IncidentUpdate, theirs: DatedUpdate) =>
    !isLeading || ours.status === theirs.status;
  pairBy(
    (ours, theirs) =>
      hasSameState(ours, theirs) &&
      ours.at === theirs.at &&
      textKey(ours.body) === textKey(theirs.body),
  );
  pairBy(
    (ours, theirs) =>
      hasSameState(ours, theirs) &&
      textKey(ours.body) !== '' &&
      textKey(ours.body) === textKey(theirs.body),
  );
  const tolerance = isLeading ? 0 : SAME_POST_MS;
  pairBy(
    (ours, theirs) =>
      theirs.isDated &&
      ours.status === theirs.status &&
      Math.abs(Date.parse(ours.at) - Date.parse(theirs.at)) <= tolerance,
  );
  return pairs;
}
