import { type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import {
  createIdMaker,
  earliest,
  endOfUpdates,
  goesOnAfter,
  latest,
  sortPosts,
} from './incident-course.ts';
import { unionOfComponents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import type { WordReader } from './read/words.ts';
import {
  STATUSPAGE_IMPACT,
  STATUSPAGE_STATUS,
  type StatuspageIncident,
  type StatuspageUpdate,
} from './statuspage-wire.ts';

export interface StatuspagePage {
  /** Address of the page for people, without slash at its end. */
  url: string;
  /** How times without a zone are read. */
  dates: ReadDateOptions;
  words: WordReader;
  /** Names of components by id, where the page lists them. */
  names: ReadonlyMap<unknown, string>;
}

/** GitHub puts an advertisement for its own address among its components. */
const PLACEHOLDER = /^visit \S+\.\S+ for more information/i;
const MAINTENANCE_WORDS = ['scheduled', 'in_progress', 'verifying', 'completed'];

/** One entry of `incidents` or `scheduled_maintenances`. */
export function readStatuspageIncident(
  raw: StatuspageIncident,
  page: StatuspagePage,
  list: 'incidents' | 'scheduled_maintenances',
): SnapshotIncident {
  const time = (value: unknown) => readDate(value, page.dates);
  const updates = readUpdates(raw.incident_updates, page);
  const first = earliest(...updates.map(({ at }) => at));
  const newest = updates.at(-1);
  const stated =
    raw.status == null
      ? (newest?.status ?? 'unknown')
      : page.words.read('incident.status', raw.status, STATUSPAGE_STATUS);
  const { status, resolvedAt } = courseOf(stated, updates, {
    resolvedAt: time(raw.resolved_at),
    updatedAt: time(raw.updated_at),
  });
  const scheduledFor = time(raw.scheduled_for);
  const scheduledUntil = time(raw.scheduled_until);
  const isMaintenance =
    list === 'scheduled_maintenances' ||
    scheduledFor !== null ||
    raw.impact === 'maintenance' ||
    MAINTENANCE_WORDS.includes(status);
  const told = earliest(time(raw.started_at), time(raw.created_at), first);
  return {
    upstreamId: raw.id,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: cleanTitle(raw.name),
    status,
    impact: page.words.read(
      'incident.impact',
      raw.impact_override ?? raw.impact,
      STATUSPAGE_IMPACT,
    ),
    startedAt: isMaintenance ? (scheduledFor ?? told) : told,
    resolvedAt,
    updatedAt: latest(time(raw.updated_at), newest?.at),
    ...(scheduledFor !== null && { scheduledFor }),
    ...(isMaintenance && scheduledUntil !== null && { scheduledUntil }),
    updates,
    components: componentsOf(raw, page),
    regions: [],
    services: [],
    url: incidentUrl(raw, page.url),
    marks: [],
  };
}

export function isPlaceholder(name: string): boolean {
  return PLACEHOLDER.test(name.trim());
}

/** The API lists the newest first; turned round, posts of the same second keep their order. */
function readUpdates(raw: readonly StatuspageUpdate[], page: StatuspagePage): SnapshotUpdate[] {
  const makeId = createIdMaker();
  const updates = raw.toReversed().map((update) => {
    const at = readDate(update.display_at, page.dates) ?? readDate(update.created_at, page.dates);
    return {
      id: makeId(update.id ?? at ?? 'post'),
      at,
      status: page.words.read('update.status', update.status, STATUSPAGE_STATUS),
      body: bodyToText(update.body ?? ''),
    };
  });
  return sortPosts(updates);
}

/**
 * State and end together: a post that reopens an incident wins over the end it still carries, and
 * an end that is missing is the time of the post that told it.
 */
function courseOf(
  stated: IncidentStatus,
  updates: readonly SnapshotUpdate[],
  times: { resolvedAt: string | null; updatedAt: string | null },
): { status: IncidentStatus; resolvedAt: string | null } {
  if (!isEndedStatus(stated)) return { status: stated, resolvedAt: null };
  const firstEnd = times.resolvedAt ?? updates.find(({ status }) => isEndedStatus(status))?.at;
  const newest = updates.at(-1)?.status ?? stated;
  const isReopenedLater = firstEnd != null && goesOnAfter(updates, firstEnd);
  if (isReopenedLater && !isEndedStatus(newest)) return { status: newest, resolvedAt: null };
  const told = endOfUpdates(updates);
  const resolvedAt = isReopenedLater ? (told ?? times.resolvedAt) : (times.resolvedAt ?? told);
  return { status: stated, resolvedAt: resolvedAt ?? times.updatedAt };
}

/** Components are unlinked when an incident resolves, so those its updates name count, too. */
function componentsOf(raw: StatuspageIncident, page: StatuspagePage) {
  const linked = raw.components.map(({ id, name }) =>
    id == null ? { name } : { id, name: page.names.get(id) ?? name },
  );
  const named = raw.incident_updates.flatMap(({ affected_components }) =>
    affected_components.flatMap(({ code, name }) => {
      const shown = page.names.get(code) ?? name;
      return shown == null ? [] : [{ ...(code != null && { id: code }), name: shown }];
    }),
  );
  return unionOfComponents(
    [...linked, ...named]
      .map((component) => ({ ...component, name: cleanTitle(component.name) }))
      .filter(({ name }) => name !== '' && !isPlaceholder(name)),
  );
}

/** The incident on the page itself; a `shortlink` counts only where it is no shortener's. */
function incidentUrl(raw: StatuspageIncident, pageUrl: string): string {
  const own = safeUrl(`${pageUrl}/incidents/${encodeURIComponent(raw.id)}`, pageUrl);
  const short = safeUrl(raw.shortlink ?? '', pageUrl);
  const isOnPage = URL.parse(short)?.host === URL.parse(pageUrl)?.host;
  return isOnPage ? short : own;
}
