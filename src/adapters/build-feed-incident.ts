import {
  type Impact,
  type IncidentComponent,
  type IncidentKind,
  type IncidentMark,
  type IncidentStatus,
  isEndedStatus,
} from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import type { Post } from './posts-in-html.ts';
import type { StatedRange } from './read/stated-times.ts';
import { impactFromText, statusForKind } from './read/status-words.ts';

/** What a feed entry, or several of one incident, say; the rest follows by one set of rules. */
export interface FeedIncidentDraft {
  upstreamId: string;
  aliases?: readonly string[];
  kind: IncidentKind;
  title: string;
  posts: readonly Post[];
  /** State of a first post that states none. Default `unknown`. */
  firstStatus?: IncidentStatus;
  /** State of the whole entry, where it outweighs the last post. */
  status?: IncidentStatus | null;
  /** Where the source states one; else it is derived from the words. */
  impact?: Impact;
  /** Times told in the text. */
  stated?: StatedRange | undefined;
  /** Start and end fields of the source, which outweigh everything. */
  startedAt?: string | null;
  resolvedAt?: string | null;
  /** The announced window of a maintenance; of anything else it says nothing. */
  window?: { from: string | null; until: string | null } | undefined;
  components?: readonly IncidentComponent[];
  regions?: readonly string[];
  services?: readonly string[];
  url: string;
  /** Entries of this format never say that they ended: after this many days they count as over. */
  openForDays?: number;
}

const DAY_MS = 86_400_000;
/** A start told in the text may lie this long before the first post, an end this long before its post. */
const STATED_WITHIN_MS = 3 * DAY_MS;

/** Turns what a feed says into an incident: order, states carried on, start, end, impact, marks. */
export function buildFeedIncident(
  draft: FeedIncidentDraft,
  context: Pick<AdapterContext, 'fetchedAt'>,
): SnapshotIncident {
  const updates = updatesOf(draft);
  const firstAt = earliest(...updates.map(({ at }) => at));
  const lastAt = latest(...updates.map(({ at }) => at));
  const start = startOf(draft, updates, firstAt);
  const course = courseOf(draft, updates, start.startedAt, lastAt, context.fetchedAt);
  const { impact, isDerived } = impactOf(draft);
  const marks: IncidentMark[] = [...start.marks, ...course.marks];
  if (isDerived) marks.push('impact-derived');
  const aliases = (draft.aliases ?? []).filter((alias) => alias !== draft.upstreamId);
  const window = draft.kind === 'maintenance' ? draft.window : undefined;
  return {
    upstreamId: draft.upstreamId,
    ...(aliases.length > 0 && { aliases }),
    kind: draft.kind,
    title: draft.title,
    status: course.status,
    impact,
    startedAt: start.startedAt,
    resolvedAt: course.resolvedAt,
    updatedAt: lastAt,
    ...(window?.from && { scheduledFor: window.from }),
    ...(window?.until && { scheduledUntil: window.until }),
    updates,
    components: [...(draft.components ?? [])],
    regions: [...(draft.regions ?? [])],
    services: [...(draft.services ?? [])],
    url: draft.url,
    marks,
  };
}

/** Oldest first, each with its state; a post without one goes on in the state before it. */
function updatesOf({ posts, kind, firstStatus, window }: FeedIncidentDraft): SnapshotUpdate[] {
  const idOf = createIdMaker();
  const isAnnounced = kind === 'maintenance' && window?.from;
  let state: IncidentStatus = firstStatus ?? (isAnnounced ? 'scheduled' : 'unknown');
  return sortPosts(posts).map((post) => {
    state = post.status === null ? state : statusForKind(post.status, kind);
    const id = idOf(
      post.id ??
        stableHash(
          `${post.at ?? ''} ${post.status ?? ''} ${post.at === null ? post.body : ''}`,
        ).slice(0, 14),
    );
    return { id, at: post.at, status: state, body: post.body };
  });
}

function startOf(
  draft: FeedIncidentDraft,
  updates: readonly SnapshotUpdate[],
  firstAt: string | null,
): { startedAt: string | null; marks: IncidentMark[] } {
  if (draft.startedAt) return { startedAt: draft.startedAt, marks: [] };
  if (draft.kind === 'maintenance') {
    const begun = updates.find(({ status }) => status === 'in_progress')?.at;
    return { startedAt: draft.window?.from ?? begun ?? firstAt, marks: [] };
  }
  const stated = draft.stated?.startedAt ?? null;
  const isPlausible =
    stated !== null &&
    (firstAt === null ||
      (stated < firstAt && Date.parse(firstAt) - Date.parse(stated) <= STATED_WITHIN_MS));
  return isPlausible
    ? { startedAt: stated, marks: ['start-stated'] }
    : { startedAt: firstAt, marks: [] };
}

interface Course {
  status: IncidentStatus;
  resolvedAt: string | null;
  marks: IncidentMark[];
}

function courseOf(
  draft: FeedIncidentDraft,
  updates: readonly SnapshotUpdate[],
  startedAt: string | null,
  lastAt: string | null,
  fetchedAt: string,
): Course {
  const whole = draft.status ? statusForKind(draft.status, draft.kind) : null;
  const status = whole ?? updates.at(-1)?.status ?? 'unknown';
  if (draft.resolvedAt) {
    const ended = draft.kind === 'maintenance' ? 'completed' : 'resolved';
    return {
      status: isEndedStatus(status) ? status : ended,
      resolvedAt: draft.resolvedAt,
      marks: [],
    };
  }
  if (isEndedStatus(status)) return endedCourse(draft, updates, status, startedAt, lastAt);
  const isTimed = draft.window?.from || draft.window?.until || status === 'scheduled';
  if (draft.kind === 'maintenance' && isTimed && (status === 'unknown' || status === 'scheduled')) {
    return courseOfWindow(draft.window, status, fetchedAt);
  }
  const openMs = (draft.openForDays ?? Number.POSITIVE_INFINITY) * DAY_MS;
  if (lastAt !== null && Date.parse(fetchedAt) - Date.parse(lastAt) > openMs) {
    const ended = draft.kind === 'maintenance' ? 'completed' : 'resolved';
    return { status: ended, resolvedAt: lastAt, marks: ['end-inferred'] };
  }
  return { status, resolvedAt: null, marks: [] };
}

function endedCourse(
  draft: FeedIncidentDraft,
  updates: readonly SnapshotUpdate[],
  status: IncidentStatus,
  startedAt: string | null,
  lastAt: string | null,
): Course {
  const postedAt = endOfUpdates(updates) ?? lastAt;
  const stated = draft.stated?.resolvedAt ?? null;
  const isPlausible =
    stated !== null &&
    (startedAt === null || stated >= startedAt) &&
    (postedAt === null ||
      (stated < postedAt && Date.parse(postedAt) - Date.parse(stated) <= STATED_WITHIN_MS));
  return isPlausible
    ? { status, resolvedAt: stated, marks: ['end-stated'] }
    : { status, resolvedAt: postedAt, marks: [] };
}

/** Nobody said how far a maintenance is: the announced window does, while it is told in full. */
function courseOfWindow(
  window: FeedIncidentDraft['window'],
  status: IncidentStatus,
  fetchedAt: string,
): Course {
  const { from = null, until = null } = window ?? {};
  if (until !== null && until <= fetchedAt) {
    return { status: 'completed', resolvedAt: until, marks: ['end-stated'] };
  }
  if (from !== null && until !== null && from <= fetchedAt) {
    return { status: 'in_progress', resolvedAt: null, marks: [] };
  }
  return { status: from === null ? status : 'scheduled', resolvedAt: null, marks: [] };
}

function impactOf(draft: FeedIncidentDraft): { impact: Impact; isDerived: boolean } {
  if (draft.impact !== undefined) return { impact: draft.impact, isDerived: false };
  if (draft.kind !== 'incident') return { impact: 'none', isDerived: false };
  const body = draft.posts.map((post) => post.body).join('\n');
  const derived = impactFromText(draft.title, body);
  return { impact: derived ?? 'unknown', isDerived: derived !== null };
}
