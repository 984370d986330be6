import { type Kysely, sql, type Transaction } from 'kysely';
import type { DueFeed, FeedSeed } from '../store.ts';
import { toFeedConfig } from './feed-row.ts';
import { moveRevision } from './revision.ts';
import type { Schema } from './schema.ts';

/** Makes the table follow the config; moves the revision when a feed came or went. */
export async function syncFeeds(
  trx: Transaction<Schema>,
  feeds: readonly FeedSeed[],
  now: string,
): Promise<void> {
  const stored = await trx.selectFrom('feeds').select(['key', 'is_active']).execute();
  const active = new Set(stored.filter((row) => row.is_active === 1).map((row) => row.key));
  const wanted = new Set(feeds.map((seed) => seed.key));
  for (const { key, providerId, feed } of feeds) {
    const row = {
      provider_id: providerId,
      format: feed.format,
      url: feed.url,
      config: JSON.stringify(feed),
      is_active: 1,
    };
    await trx
      .insertInto('feeds')
      .values({ key, next_check_at: now, ...row })
      .onConflict((conflict) =>
        // One that comes back is due at once, however long ago it went.
        conflict.doUpdateSet(active.has(key) ? row : { ...row, next_check_at: now }),
      )
      .execute();
  }
  const gone = [...active].filter((key) => !wanted.has(key));
  for (const key of gone) {
    await trx.updateTable('feeds').set({ is_active: 0 }).where('key', '=', key).execute();
  }
  const isNew = [...wanted].some((key) => !active.has(key));
  if (isNew || gone.length > 0) await moveRevision(trx);
}

/** Feeds whose time has come, the longest waiting first. */
export async function dueFeeds(db: Kysely<Schema>, now: string, limit: number): Promise<DueFeed[]> {
  const rows = await db
    .selectFrom('feeds as f')
    .select(['key', 'provider_id', 'config', 'failures', 'next_check_at', 'last_good_at'])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM incidents INDEXED BY incidents_unended
        WHERE provider_id = f.provider_id AND is_open = 1 AND ended_at IS NULL)`.as(
        'has_open_incident',
      ),
    )
    .where('is_active', '=', 1)
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    key: row.key,
    providerId: row.provider_id,
    feed: toFeedConfig(row.config),
    failures: row.failures,
    nextCheckAt: row.next_check_at,
    lastGoodAt: row.last_good_at,
    hasOpenIncident: row.has_open_incident === 1,
  }));
}

/** Rows of the feeds switched on, ordered by provider. */
export function activeFeeds(db: Kysely<Schema>, providerId: string | undefined) {
  const query = db.selectFrom('feeds').selectAll().where('is_active', '=', 1);
  const cut = providerId === undefined ? query : query.where('provider_id', '=', providerId);
  return cut.orderBy('provider_id').orderBy('key').execute();
}
