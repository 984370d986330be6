import { isDeepStrictEqual } from 'node:util';
import type { Selectable, Transaction } from 'kysely';
import { isStale, STALE_AFTER_MS } from '../../model/feed-health.ts';
import type { FeedFailure, FeedRead } from '../store.ts';
import { toComponents } from './feed-row.ts';
import { moveRevision } from './revision.ts';
import type { FeedTable, Schema } from './schema.ts';
import { unknownFeed } from './unknown-feed.ts';

const WELL = {
  failures: 0,
  error_kind: null,
  error_message: null,
  error_http_status: null,
  is_stale: 0,
};

/**
 * Health and statement of a good read.
 * @returns true where a visitor sees a difference: another statement, or the feed is well again
 */
export async function saveGoodRead(
  trx: Transaction<Schema>,
  feed: Selectable<FeedTable>,
  read: FeedRead,
  hasNewBytes: boolean,
): Promise<boolean> {
  const components = JSON.stringify(read.components);
  await trx
    .updateTable('feeds')
    .set({
      ...WELL,
      next_check_at: read.nextCheckAt,
      last_attempt_at: read.at,
      last_good_at: read.at,
      last_read_at: read.at,
      ...(hasNewBytes ? { last_change_at: read.at } : {}),
      redirected_to: read.redirectedTo,
      unknown_words: JSON.stringify(read.unknownWords),
      warnings: JSON.stringify(read.warnings),
      status: read.status,
      components,
      proves_nothing_reported: read.provesNothingReported ? 1 : 0,
    })
    .where('key', '=', feed.key)
    .execute();
  return (
    isUnwell(feed, read.at) ||
    feed.status !== read.status ||
    (feed.proves_nothing_reported === 1) !== read.provesNothingReported ||
    !isDeepStrictEqual(toComponents(feed.components), toComponents(components))
  );
}

export async function saveUnchanged(
  trx: Transaction<Schema>,
  key: string,
  at: string,
  nextCheckAt: string,
): Promise<void> {
  const feed = await feedRow(trx, key);
  await trx
    .updateTable('feeds')
    .set({ ...WELL, next_check_at: nextCheckAt, last_attempt_at: at, last_good_at: at })
    .where('key', '=', key)
    .execute();
  if (isUnwell(feed, at)) await moveRevision(trx);
}

export async function saveFailure(trx: Transaction<Schema>, failure: FeedFailure): Promise<void> {
  const feed = await feedRow(trx, failure.feedKey);
  await trx
    .updateTable('feeds')
    .set({
      next_check_at: failure.nextCheckAt,
      last_attempt_at: failure.at,
      failures: feed.failures + 1,
      error_kind: failure.kind,
      error_message: failure.message,
      error_http_status: failure.httpStatus ?? null,
      ...(failure.redirectedTo === undefined ? {} : { redirected_to: failure.redirectedTo }),
    })
    .where('key', '=', failure.feedKey)
    .execute();
  if (feed.failures === 0 || feed.error_kind !== failure.kind) await moveRevision(trx);
}

/** Notes which readings have become too old since the last call. */
export async function markStale(trx: Transaction<Schema>, now: string): Promise<string[]> {
  const oldest = new Date(Date.parse(now) - STALE_AFTER_MS).toISOString();
  const rows = await trx
    .updateTable('feeds')
    .set({ is_stale: 1 })
    .where('is_active', '=', 1)
    .where('is_stale', '=', 0)
    .where('last_good_at', '<', oldest)
    .returning('key')
    .execute();
  if (rows.length > 0) await moveRevision(trx);
  return rows.map((row) => row.key).sort();
}

/** Never read, failing or stale: what a good read ends. A page may have shown it before markStale ran. */
function isUnwell(
  feed: Pick<Selectable<FeedTable>, 'failures' | 'is_stale' | 'last_good_at'>,
  at: string,
) {
  return feed.failures > 0 || feed.is_stale === 1 || isStale(feed.last_good_at, at);
}

async function feedRow(trx: Transaction<Schema>, key: string) {
  const feed = await trx
    .selectFrom('feeds')
    .select(['failures', 'error_kind', 'is_stale', 'last_good_at'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (feed === undefined) throw unknownFeed(key);
  return feed;
}
