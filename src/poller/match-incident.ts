import type { SnapshotIncident } from '../adapters/adapter.ts';
import { isEndedStatus } from '../model/incident.ts';
import type { KnownIncident } from '../store/store.ts';
import { textKey, titleKey } from './text-key.ts';
import { latest } from './usable-time.ts';

const REUSE_AFTER_MS = 7 * 24 * 60 * 60_000;
const SAME_START_MS = 30 * 60_000;

/** Upstream ids of a listed incident, its own first. */
export function idsOf(incident: Pick<SnapshotIncident, 'upstreamId' | 'aliases'>): string[] {
  return [...new Set([incident.upstreamId, ...(incident.aliases ?? [])])];
}

/**
 * The known incident a listed one is, or null for a new one. By id first; where another feed of the
 * provider told of it under other ids, by the address of its page, else by title and start.
 */
export function matchIncident(
  incident: SnapshotIncident,
  known: readonly KnownIncident[],
  feedKey: string,
  sharedUrls: ReadonlySet<string>,
): KnownIncident | null {
  const ids = idsOf(incident);
  const byId = known
    .filter((one) => one.upstreamIds.some((id) => ids.includes(id)))
    .toSorted((a, b) => distance(a, incident) - distance(b, incident))[0];
  if (byId !== undefined) return isReused(byId, incident) ? null : byId;
  const fromOthers = known.filter(
    (one) => one.sources[feedKey] === undefined && one.incident.kind === incident.kind,
  );
  const url = pageKey(incident.url);
  const byUrl =
    url === '' || sharedUrls.has(url)
      ? []
      : fromOthers.filter((one) => pageKey(one.incident.url) === url);
  // An address several incidents share is that of the page, not of one of them.
  if (byUrl.length === 1 && byUrl[0] !== undefined && !isReused(byUrl[0], incident)) {
    return byUrl[0];
  }
  const title = titleKey(incident.title);
  return (
    fromOthers.find(
      (one) =>
        title !== '' &&
        titleKey(one.incident.title) === title &&
        distance(one, incident) <= SAME_START_MS,
    ) ?? null
  );
}

/** True where two tellings under one id began too long after each other to be of one incident. */
export function areFarApart(
  a: Pick<SnapshotIncident, 'startedAt'>,
  b: Pick<SnapshotIncident, 'startedAt'>,
): boolean {
  if (a.startedAt === null || b.startedAt === null) return false;
  return Math.abs(Date.parse(a.startedAt) - Date.parse(b.startedAt)) > REUSE_AFTER_MS;
}

/** Addresses that more than one incident of a read gives. */
export function sharedUrls(incidents: readonly SnapshotIncident[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { url } of incidents) {
    const key = pageKey(url);
    (seen.has(key) ? shared : seen).add(key);
  }
  return shared;
}

function distance(known: KnownIncident, incident: SnapshotIncident): number {
  if (incident.startedAt === null) return 0;
  return Math.abs(Date.parse(known.incident.startedAt) - Date.parse(incident.startedAt));
}

/**
 * True where a source uses an old id for something new: what had that id ended more than a week
 * before this began, and nothing of its text is left.
 */
function isReused(known: KnownIncident, incident: SnapshotIncident): boolean {
  const before = known.incident;
  // A maintenance can be called off before its announced start.
  const end = latest(before.resolvedAt ?? before.withdrawnAt, before.startedAt);
  if (before.resolvedAt === null && before.withdrawnAt === null) return false;
  if (end === null || incident.startedAt === null) return false;
  if (Date.parse(incident.startedAt) - Date.parse(end) <= REUSE_AFTER_MS) return false;
  // What is over before the old one was is no later incident, whatever its start says.
  const lastTold = incident.resolvedAt ?? latest(...incident.updates.map((update) => update.at));
  if (lastTold !== null && lastTold <= end) return false;
  const ids = new Set(before.updates.map(({ id }) => id));
  const bodies = new Set(before.updates.map(({ body }) => textKey(body)));
  const keepsText = incident.updates.some(
    ({ id, body }) => ids.has(id) || bodies.has(textKey(body)),
  );
  const hasOtherTitle = titleKey(before.title) !== titleKey(incident.title);
  // A post-mortem weeks later replaces the text of the same incident: it does not open it.
  const isNews = incident.updates.length > 0 && !isEndedStatus(incident.status);
  return !keepsText && (hasOtherTitle || isNews);
}

/** An address as an identity: without scheme, `www.`, trailing slash; empty where it names no page. */
function pageKey(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname, pathname, search, hash } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  const rest = `${path}${search}${hash}`;
  return rest === '' ? '' : `${hostname.replace(/^www\./, '')}${rest}`;
}
