import type { Selectable } from 'kysely';
import { z } from 'zod';
import { FEED_ERROR_KINDS } from '../../model/feed-error.ts';
import type { FeedHealth } from '../../model/feed-health.ts';
import { EVIDENCE, type FeedConfig } from '../../model/provider.ts';
import { COMPONENT_STATUSES, type Component } from '../../model/status.ts';
import type { FeedStatement } from '../store.ts';
import type { FeedTable } from './schema.ts';

type FeedRow = Selectable<FeedTable>;

const configSchema = z.object({
  format: z.string(),
  url: z.string(),
  evidence: z.enum(EVIDENCE),
  timeZone: z.string().exactOptional(),
  scopeComponents: z.array(z.string()).exactOptional(),
  expectTitle: z.string().exactOptional(),
  intervalSeconds: z.number().exactOptional(),
});
const componentsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    status: z.enum(COMPONENT_STATUSES),
    group: z.string().exactOptional(),
    regions: z.array(z.string()).exactOptional(),
    services: z.array(z.string()).exactOptional(),
  }),
);
const statusSchema = z.enum(COMPONENT_STATUSES).nullable();
const errorKindSchema = z.enum(FEED_ERROR_KINDS);
const wordsSchema = z.array(z.object({ field: z.string(), word: z.string() }));
const warningsSchema = z.array(z.string());

/** An empty list as JSON: the usual case, not worth a parse. */
const NONE = '[]';

export function toFeedConfig(json: string): FeedConfig {
  return configSchema.parse(JSON.parse(json));
}

export function toFeedHealth(row: FeedRow): FeedHealth {
  return {
    key: row.key,
    providerId: row.provider_id,
    format: row.format,
    url: row.url,
    nextCheckAt: row.next_check_at,
    lastAttemptAt: row.last_attempt_at,
    lastGoodAt: row.last_good_at,
    lastChangeAt: row.last_change_at,
    failures: row.failures,
    error: toError(row),
    redirectedTo: row.redirected_to,
    unknownWords:
      row.unknown_words === NONE ? [] : wordsSchema.parse(JSON.parse(row.unknown_words)),
    warnings: row.warnings === NONE ? [] : warningsSchema.parse(JSON.parse(row.warnings)),
    provesNothingReported: row.proves_nothing_reported === 1,
  };
}

export function toFeedStatement(row: FeedRow): FeedStatement {
  return {
    feedKey: row.key,
    providerId: row.provider_id,
    status: statusSchema.parse(row.status),
    components: toComponents(row.components),
    provesNothingReported: row.proves_nothing_reported === 1,
    lastGoodAt: row.last_good_at,
  };
}

export function toComponents(json: string): Component[] {
  return json === NONE ? [] : componentsSchema.parse(JSON.parse(json));
}

function toError(row: FeedRow): FeedHealth['error'] {
  if (row.error_kind === null) return null;
  return {
    kind: errorKindSchema.parse(row.error_kind),
    message: row.error_message ?? '',
    ...(row.error_http_status === null ? {} : { httpStatus: row.error_http_status }),
  };
}
