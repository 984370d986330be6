import type { Snapshot } from '../adapters/adapter.ts';
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
  if (context.isFirstRead) return [];
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
  if (snapshot.coverage === 'active-only') {
    return gone.map((one) =>
      isAhead(one, at) ? withdrawn(one, feedKey, at) : inferredEnd(one, feedKey, at),
    );
  }
  // Sources keep incidents and maintenances in lists of their own, each with its own length.
  const windows = new Map(
    [true, false].map((isMaintenance) => [
      isMaintenance,
      windowOf(known, snapshot, feedKey, isMaintenance),
    ]),
  );
  return gone
    .filter((one) => isTakenBack(one, windows.get(one.incident.kind === 'maintenance')))
    .map((one) => withdrawn(one, feedKey, at));
}

function isUnended({ incident }: KnownIncident): boolean {
  return (
    incident.resolvedAt === null && incident.withdrawnAt === null && !isEndedStatus(incident.status)
  );
}

function isAhead({ incident }: KnownIncident, at: string): boolean {
  return incident.status === 'scheduled' && (incident.scheduledFor ?? incident.startedAt) > at;
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
  const isOfList = ({ kind }: { kind: IncidentKind }) => (kind === 'maintenance') === isMaintenance;
  const listed = snapshot.incidents.filter(isOfList);
  const lastListing = latest(...known.map((one) => one.sources[feedKey]));
  const lengthBefore = known.filter(
    (one) => isOfList(one.incident) && one.sources[feedKey] === lastListing,
  ).length;
  const starts = listed.flatMap(({ startedAt }) => startedAt ?? []).toSorted();
  return {
    feedKey,
    oldest: snapshot.coverage === 'history' ? null : (starts[0] ?? null),
    lastListing,
    isShorter: listed.length < lengthBefore && !CAPS.has(listed.length),
  };
}

function isTakenBack({ incident, sources }: KnownIncident, window: Window | undefined): boolean {
  if (window === undefined) return false;
  if (window.oldest === null || incident.startedAt > window.oldest) return true;
  return window.isShorter && sources[window.feedKey] === window.lastListing;
}
