import {
  type Impact,
  type IncidentComponent,
  type IncidentKind,
  type IncidentMark,
  type IncidentStatus,
  isEndedStatus,
} from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { impactOfStatuses } from './derive-status.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import { unionOfComponents } from './join-incidents.ts';
import { cleanId } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { statusForKind } from './read/status-words.ts';

/** What a page tells of one incident, times already read, posts in any order. */
export interface IncidentDraft {
  upstreamId: string;
  kind: IncidentKind;
  title: string | null | undefined;
  status: IncidentStatus;
  /** Null where the source states none: it then follows from `statuses`. */
  impact: Impact | null;
  /** States of the affected components while it went on. */
  statuses?: readonly ComponentStatus[];
  startedAt: string | null;
  resolvedAt?: string | null;
  updatedAt?: string | null;
  scheduledFor?: string | null;
  scheduledUntil?: string | null;
  updates: readonly SnapshotUpdate[];
  components: readonly IncidentComponent[];
  url: string;
}

const MAX_TITLE_FROM_POST = 100;

/**
 * The rules all hosted pages share: posts oldest first, an end only where the state says it ended,
 * a start no later than the first post, the words of a maintenance for a maintenance, and an impact
 * derived (and marked so) where none is stated.
 */
export function finishIncident(draft: IncidentDraft): SnapshotIncident {
  const makeId = createIdMaker();
  const updates = sortPosts(draft.updates).map((update) => ({
    ...update,
    id: makeId(update.id),
    status: statusForKind(update.status, draft.kind),
  }));
  const status = statusForKind(draft.status, draft.kind);
  const firstPost = earliest(...updates.map(({ at }) => at));
  const scheduledFor = draft.scheduledFor ?? null;
  const scheduledUntil = draft.scheduledUntil ?? null;
  const isMaintenance = draft.kind === 'maintenance';
  const { impact, marks } = impactOf(draft);
  return {
    // Ids end up in addresses: never empty, never with control characters.
    upstreamId:
      cleanId(draft.upstreamId) || stableHash(`${draft.title ?? ''} ${draft.startedAt ?? ''}`),
    kind: draft.kind,
    title: titleOf(draft, updates),
    status,
    impact,
    startedAt: isMaintenance
      ? (scheduledFor ?? draft.startedAt ?? firstPost)
      : earliest(draft.startedAt, firstPost),
    resolvedAt: isEndedStatus(status)
      ? (draft.resolvedAt ?? endOfUpdates(updates) ?? draft.updatedAt ?? null)
      : null,
    // The start of a maintenance may lie ahead: it is no time of a change.
    updatedAt:
      latest(draft.updatedAt, updates.at(-1)?.at) ?? (isMaintenance ? null : draft.startedAt),
    ...(isMaintenance && scheduledFor !== null && { scheduledFor }),
    ...(isMaintenance && scheduledUntil !== null && { scheduledUntil }),
    updates,
    components: unionOfComponents(
      draft.components
        .map((component) => ({ ...component, name: cleanTitle(component.name) }))
        .filter(({ name }) => name !== ''),
    ),
    regions: [],
    services: [],
    url: draft.url,
    marks,
  };
}

function impactOf(draft: IncidentDraft): { impact: Impact; marks: IncidentMark[] } {
  if (draft.impact !== null) return { impact: draft.impact, marks: [] };
  // A maintenance or a notice has no impact unless its source says otherwise.
  if (draft.kind !== 'incident') return { impact: 'none', marks: [] };
  const impact = impactOfStatuses(draft.statuses ?? []);
  return { impact, marks: impact === 'unknown' ? [] : ['impact-derived'] };
}

/** Pages let people post without a title; the first words of the first post then stand for it. */
function titleOf({ title, kind }: IncidentDraft, updates: readonly SnapshotUpdate[]): string {
  const own = cleanTitle(title ?? '');
  if (own !== '') return own;
  const post = cleanTitle(updates.find(({ body }) => body !== '')?.body ?? '', MAX_TITLE_FROM_POST);
  return post === '' ? `Untitled ${kind}` : post;
}

/** Where a maintenance stands by its announced window, for sources that state no state. */
export function statusOfWindow(
  start: string | null | undefined,
  end: string | null | undefined,
  now: string,
): IncidentStatus {
  if (!start) return 'unknown';
  if (start > now) return 'scheduled';
  return end && end <= now ? 'completed' : 'in_progress';
}
