import { isDeepStrictEqual } from 'node:util';
import type { SnapshotIncident } from '../adapters/adapter.ts';
import { type Incident, type IncidentMark, isEndedStatus, isEndOurs } from '../model/incident.ts';
import type { IncidentChange, KnownIncident, RevisionReason } from '../store/store.ts';
import { INFERRED_END_ID, WITHDRAWN_ID } from './absent-incident.ts';
import {
  type MergedEnd,
  mergedEnd,
  mergedStart,
  orderedSpan,
  usableStart,
} from './incident-times.ts';
import { idsOf } from './match-incident.ts';
import { isLeading, type MergeContext, otherListers } from './merge-context.ts';
import { type MergedUpdates, mergeUpdates } from './merge-updates.ts';
import { orderedMarks } from './new-incident.ts';
import { unionOfComponents } from './union-of-components.ts';
import { latest, usableTime } from './usable-time.ts';

const NO_END: MergedEnd = { at: null, isApproximate: false };

/** A known incident, listed again. */
export function mergeIncident(
  known: KnownIncident,
  told: SnapshotIncident,
  context: MergeContext,
): IncidentChange {
  const before = known.incident;
  const facts = {
    at: context.at,
    isLeading: isLeading(known, context),
    isOnlySource: otherListers(known, context).length === 0,
  };
  // What we had concluded ourselves gives way to what a source says.
  const bare = withoutConclusions(before);
  const toldStart = usableStart(told, context.at);
  const updates = mergeUpdates(bare.updates, told, {
    ...facts,
    hasOtherStart: toldStart !== null && toldStart !== before.startedAt,
  });
  const takesState = isStateNews(bare, told, updates, facts.isLeading);
  const status = takesState ? told.status : bare.status;
  const kind = facts.isLeading ? told.kind : before.kind;
  const isOver = isEndedStatus(status) || status === 'unknown';
  const end = takesState
    ? isOver
      ? mergedEnd(bare, told, updates, facts)
      : NO_END
    : { at: bare.resolvedAt, isApproximate: false };
  const impact = mergedImpact(before, told, facts.isLeading);
  const start = mergedStart(before, told, updates, facts);
  const { startedAt, resolvedAt } = orderedSpan({
    kind,
    startedAt: start,
    resolvedAt: end.at,
    marks: start === before.startedAt ? bare.marks : [],
  });
  const merged: Incident = {
    ...bare,
    kind,
    title: facts.isLeading && told.title !== '' ? told.title : before.title,
    status,
    impact: impact.impact,
    startedAt,
    resolvedAt,
    ...(facts.isLeading && told.scheduledFor !== undefined
      ? { scheduledFor: told.scheduledFor }
      : {}),
    ...(facts.isLeading && told.scheduledUntil !== undefined
      ? { scheduledUntil: told.scheduledUntil }
      : {}),
    updates: updates.updates,
    components: unionOfComponents(before.components, told.components),
    regions: [...new Set([...before.regions, ...told.regions])],
    services: [...new Set([...before.services, ...told.services])],
    url: facts.isLeading && told.url !== '' ? told.url : before.url,
    marks: mergedMarks(bare, told, {
      startedAt,
      resolvedAt,
      isEndApproximate: end.isApproximate,
      impactFromTold: impact.isTold,
    }),
  };
  const isVisible = !isDeepStrictEqual(merged, before);
  const toldAt = updates.areDatesMoving ? null : usableTime(told.updatedAt, context.at);
  const incident: Incident = {
    ...merged,
    // A date that moves while nothing else does is no news.
    updatedAt: isVisible
      ? (latest(bare.updatedAt, toldAt, merged.updates.at(-1)?.at) ?? bare.updatedAt)
      : before.updatedAt,
    lastSeenAt: context.at,
  };
  const reason = isVisible ? reasonOf(before, incident, updates) : null;
  return {
    incident,
    upstreamIds: [...new Set([...known.upstreamIds, ...idsOf(told)])],
    feedKey: context.feedKey,
    ...(reason === null ? {} : { replaced: { reason, before } }),
    isVisible,
  };
}

/** The incident as its sources left it: without an end or a withdrawal that we inferred. */
function withoutConclusions(incident: Incident): Incident {
  // An adapter may infer an end as well; ours is told by its post.
  const isInferred = incident.updates.some(({ id }) => id === INFERRED_END_ID);
  if (!isInferred && incident.withdrawnAt === null) return incident;
  const updates = incident.updates.filter(
    ({ id }) => id !== INFERRED_END_ID && id !== WITHDRAWN_ID,
  );
  return {
    ...incident,
    status: updates.at(-1)?.status ?? 'unknown',
    resolvedAt: null,
    withdrawnAt: null,
    updates,
    marks: incident.marks.filter((mark) => mark !== 'end-inferred'),
  };
}

/** Does this telling decide the state? Not a feed that follows, nor an older copy of the page. */
function isStateNews(
  before: Incident,
  told: SnapshotIncident,
  updates: MergedUpdates,
  isLeadingFeed: boolean,
): boolean {
  const newestAdded = updates.added.at(-1)?.at ?? '';
  const hasNewerPost = newestAdded !== '' && newestAdded >= (before.updates.at(-1)?.at ?? '');
  if (hasNewerPost) return true;
  const isOpenAgain = before.resolvedAt === null && isEndedStatus(told.status);
  if (!isLeadingFeed) return before.updates.length === 0 && isOpenAgain;
  const isNewer = told.updatedAt !== null && told.updatedAt > before.updatedAt;
  const wouldReopen = before.resolvedAt !== null && !isEndedStatus(told.status);
  return isNewer || !(wouldReopen || updates.isBehind);
}

/** An impact its source states outweighs one derived by a rule; silence takes nothing back. */
function mergedImpact(before: Incident, told: SnapshotIncident, isLeadingFeed: boolean) {
  const isDerived = told.marks.includes('impact-derived');
  const isWeaker =
    isDerived && (!before.marks.includes('impact-derived') || isEndedStatus(told.status));
  const isTold =
    told.impact !== 'unknown' &&
    (before.impact === 'unknown' ||
      (isLeadingFeed && !isWeaker) ||
      (!isDerived && before.marks.includes('impact-derived')));
  return { impact: isTold ? told.impact : before.impact, isTold };
}

function mergedMarks(
  before: Incident,
  told: SnapshotIncident,
  chosen: {
    startedAt: string;
    resolvedAt: string | null;
    isEndApproximate: boolean;
    impactFromTold: boolean;
  },
): IncidentMark[] {
  const from = (source: readonly IncidentMark[], ...wanted: IncidentMark[]) =>
    wanted.filter((mark) => source.includes(mark));
  const hasOldStart = chosen.startedAt === before.startedAt;
  const toldEndMarks: readonly IncidentMark[] = chosen.isEndApproximate
    ? ['end-approximate']
    : told.marks;
  const endMarks = chosen.resolvedAt === before.resolvedAt ? before.marks : toldEndMarks;
  return orderedMarks([
    ...(hasOldStart
      ? from(before.marks, 'start-approximate', 'start-stated')
      : from(told.marks, 'start-approximate', 'start-stated')),
    ...(chosen.resolvedAt === null
      ? []
      : from(endMarks, 'end-stated', 'end-approximate', 'end-inferred')),
    ...from(chosen.impactFromTold ? told.marks : before.marks, 'impact-derived'),
  ]);
}

function reasonOf(
  before: Incident,
  after: Incident,
  updates: MergedUpdates,
): RevisionReason | null {
  if (before.withdrawnAt !== null) return 'returned';
  if (before.resolvedAt !== null && after.resolvedAt === null) return 'reopened';
  const hasOtherWindow =
    before.scheduledFor !== after.scheduledFor || before.scheduledUntil !== after.scheduledUntil;
  const hasOtherStart =
    before.startedAt !== after.startedAt && !before.marks.includes('start-approximate');
  const hasOtherEnd =
    before.resolvedAt !== null && before.resolvedAt !== after.resolvedAt && !isEndOurs(before);
  const isEdited =
    updates.isEdited ||
    before.title !== after.title ||
    hasOtherWindow ||
    hasOtherStart ||
    hasOtherEnd;
  return isEdited ? 'edited' : null;
}
