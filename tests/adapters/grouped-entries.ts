import { type DatedItem, groupEntries } from '../../src/adapters/entry-identity.ts';
import type { FeedItem } from '../../src/adapters/read/parse-feed-xml.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';
import { feedItem, feedXml } from './read-feed.ts';

/** A moment of October 2025. */
export const on = (day: number, clock = '08:00') =>
  `2025-10-${String(day).padStart(2, '0')}T${clock}:00.000Z`;

export const entry = (
  fields: Partial<FeedItem>,
  at: string | null = on(1),
  status: IncidentStatus | null = null,
): DatedItem => ({ item: feedItem(fields), at, status });

export const group = (...entries: DatedItem[]) => groupEntries(feedXml(), entries);

export const ids = (...entries: DatedItem[]) =>
  group(...entries).map(({ upstreamId }) => upstreamId);
