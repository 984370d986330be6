import type { Incident } from '../model/incident.ts';
import type { Store } from '../store/store.ts';
import type { PublishedMoment, PublishedQuery } from '../store/store-queries.ts';
import type { Entry } from '../syndication/entry.ts';

/** Place of an entry in a feed: the moment it was published, then the id of its incident. */
export interface FeedCursor {
  at: string;
  id: string;
}

/** An entry with the incident it tells of. */
export interface DatedEntry {
  entry: Entry;
  incidentId: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([a-z0-9-]+\/[A-Za-z0-9._-]+)$/;

/** Reads `before` of a feed's address; null where it is none of ours. */
export function readFeedCursor(text: string): FeedCursor | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  return at === undefined || id === undefined ? null : { at, id };
}

/** @example '2025-10-20T12:00:00.000Z_aws/abc' */
export function writeFeedCursor({ at, id }: FeedCursor): string {
  return `${at}_${id}`;
}

const MOMENTS: Readonly<Record<'incidents' | 'updates', readonly PublishedMoment[]>> = {
  incidents: ['seen', 'ended'],
  updates: ['seen', 'ended', 'post'],
};

/** What was read for one page. */
export interface FeedCandidates {
  /** Every incident that may have an entry on it. */
  incidents: Incident[];
  /** Below this, entries may be missing: a later page begins here at the latest. Null: all was read. */
  floor: FeedCursor | null;
}

/** Reads every incident that may have an entry on the page that begins after `before`. */
export async function feedCandidates(
  store: Pick<Store, 'published'>,
  query: Omit<PublishedQuery, 'moment' | 'before'>,
  items: 'incidents' | 'updates',
  before: FeedCursor | null,
): Promise<FeedCandidates> {
  // One more than the page holds tells whether another page follows.
  const limit = (query.limit ?? 50) + 1;
  const found = await Promise.all(
    MOMENTS[items].map((moment) =>
      store.published({ ...query, limit, moment, ...(before === null ? {} : { before }) }),
    ),
  );
  const floors = found.flatMap((moments) => {
    const last = moments.at(-1);
    return last === undefined || moments.length < limit
      ? []
      : [{ at: last.at, id: last.incident.id }];
  });
  const incidents = found.flat().map(({ incident }) => incident);
  return {
    incidents: [...new Map(incidents.map((incident) => [incident.id, incident])).values()],
    floor: floors.toSorted(compareCursors)[0] ?? null,
  };
}

/**
 * The newest entries after `before`, about `limit` of them: entries of one incident and one moment
 * stay together, so that the cursor of the next page is sound.
 */
export function feedPage(
  all: readonly DatedEntry[],
  before: FeedCursor | null,
  limit: number,
  floor: FeedCursor | null,
): { entries: Entry[]; next: FeedCursor | null } {
  const sorted = all
    .filter((one) => before === null || compareCursors(cursorOf(one), before) > 0)
    .filter((one) => floor === null || compareCursors(cursorOf(one), floor) <= 0)
    .toSorted((a, b) => compareCursors(cursorOf(a), cursorOf(b)));
  const last = sorted[Math.min(limit, sorted.length) - 1];
  if (last === undefined) return { entries: [], next: floor };
  const cursor = cursorOf(last);
  const page = sorted.filter((one) => compareCursors(cursorOf(one), cursor) <= 0);
  const isAll = page.length === sorted.length;
  return { entries: page.map(({ entry }) => entry), next: isAll ? floor : cursor };
}

function cursorOf({ entry, incidentId }: DatedEntry): FeedCursor {
  return { at: entry.publishedAt, id: incidentId };
}

/** Last published first, ties by the greater id first. */
function compareCursors(a: FeedCursor, b: FeedCursor): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}
