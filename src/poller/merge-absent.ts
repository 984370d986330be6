import type { Snapshot, SnapshotIncident } from '../adapters/adapter.ts';
import { type IncidentKind, isEndedStatus } from '../model/incident.ts';
import type { IncidentChange, KnownIncident } from '../store/store.ts';
import { inferredEnd, withdrawn } from './absent-incident.ts';
import { type MergeContext, otherListers } from './merge-context.ts';
import { latest } from './usable-time.ts';

/** Lengths at which feeds cut their lists: at these, what is missing has merely scrolled out. */
const CAPS = new Set([10, 15, 20, 25, 30, 50, 100]);

/**
 * What a read says by leaving out. Only a read that can vouch for its silence says anything, only
 * about incidents this feed had listed and that had not ended, and only while no other feed of the
 * provider lists them still.
 */
export function mergeAbsent(
  known: readonly KnownIncident[],
  listed: ReadonlySet<string>,
  snapshot: Snapshot,
  context: MergeContext,
): IncidentChange[] {
  const { feedKey, at } = context;
  if (context.isFirstRead || snapshot.coverage === 'part') return [];
  const isSilenceProof =
    snapshot.coverage === 'active-only' || snapshot.incidents.length === 0
      ? snapshot.provesNothingReported
      : true;
  if (!isSilenceProof) return [];
  const gone = known.filter(
    (one) =>
      one.sources[feedKey] !== undefined &&
      !listed.has(one.incident.id) &&
      isUnended(one) &&
      otherListers(one, context).length === 0,
  );
  if (snapshot.coverage === 'active-only') return gone.map((one) => endOf(one, feedKey, at));
  // Sources keep incidents and maintenances in lists of their own, each with its own length.
  const windows = new Map(
    [true, false].map((isMaintenance) => [
      isMaintenance,
      windowOf(known, snapshot, feedKey, isMaintenance),
    ]),
  );
  return gone.flatMap((one) => {
    const isMaintenance = one.incident.kind === 'maintenance';
    // Many lists drop maintenances once they are done; an incident in such a list would have stayed.
    if (isMaintenance && isOver(one, at)) return inferredEnd(one, feedKey, at);
    if (!isTakenBack(one, windows.get(isMaintenance))) return [];
    return isMaintenance ? endOf(one, feedKey, at) : withdrawn(one, feedKey, at);
  });
}

/** What it means for an entry to leave a list of what is open or planned. */
function endOf(one: KnownIncident, feedKey: string, at: string): IncidentChange {
  return isAhead(one, at) ? withdrawn(one, feedKey, at) : inferredEnd(one, feedKey, at);
}

function isUnended({ incident }: KnownIncident): boolean {
  return (
    incident.resolvedAt === null && incident.withdrawnAt === null && !isEndedStatus(incident.status)
  );
}

function isAhead({ incident }: KnownIncident, at: string): boolean {
  return incident.status === 'scheduled' && (incident.scheduledFor ?? incident.startedAt) > at;
}

function isOver({ incident: { scheduledUntil } }: KnownIncident, at: string): boolean {
  return typeof scheduledUntil === 'string' && scheduledUntil <= at;
}

interface Window {
  feedKey: string;
  /** Start of the oldest listed entry; null where anything that vanished was taken back. */
  oldest: string | null;
  /** When this feed was last merged, as its incidents tell. */
  lastListing: string | null;
  /** It lists fewer than before and is not cut at its usual length. */
  isShorter: boolean;
}

function windowOf(
  known: readonly KnownIncident[],
  snapshot: Snapshot,
  feedKey: string,
  isMaintenance: boolean,
): Window {
  const isOfKind = ({ kind }: { kind: IncidentKind }) => (kind === 'maintenance') === isMaintenance;
  const lastListing = latest(...known.map((one) => one.sources[feedKey]));
  const before = known.filter((one) => one.sources[feedKey] === lastListing);
  const isCut = (now: number, then: number) => now >= then || CAPS.has(now);
  const ofKind = snapshot.incidents.filter(isOfKind);
  return {
    feedKey,
    oldest: snapshot.coverage === 'history' ? null : oldestOf(ofKind, snapshot.incidents),
    lastListing,
    // In a list of both kinds a new entry of one pushes out an old one of the other.
    isShorter:
      !isCut(ofKind.length, before.filter(({ incident }) => isOfKind(incident)).length) &&
      !isCut(snapshot.incidents.length, before.length),
  };
}

/** By its own kind; where none of it is left, by all that the list reaches back to. */
function oldestOf(...lists: readonly (readonly SnapshotIncident[])[]): string | null {
  return (
    lists
      .map((list) => list.flatMap(({ startedAt }) => startedAt ?? []).toSorted()[0])
      .find((start) => start !== undefined) ?? null
  );
}

function isTakenBack({ incident, sources }: KnownIncident, window: Window | undefined): boolean {
  if (window === undefined) return false;
  if (window.oldest === null || incident.startedAt > window.oldest) return true;
  return window.isShorter && sources[window.feedKey] === window.lastListing;
}
