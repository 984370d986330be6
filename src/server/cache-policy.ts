/** How long an answer may be kept, by us, by browsers and by a CDN in front. */
export interface CachePolicy {
  /** Seconds after which we render anew in the background even without a new revision. */
  renewAfterSeconds: number;
  cacheControl: string;
}

const LIVE: CachePolicy = {
  renewAfterSeconds: 60,
  cacheControl: 'public, max-age=10, s-maxage=15, stale-while-revalidate=60, stale-if-error=86400',
};
const FEED: CachePolicy = {
  renewAfterSeconds: 300,
  cacheControl: 'public, max-age=60, s-maxage=30, stale-while-revalidate=120, stale-if-error=86400',
};
/** Image proxies keep what they may: a badge is asked for again each minute, and no error sticks. */
const BADGE: CachePolicy = {
  renewAfterSeconds: 60,
  cacheControl: 'public, max-age=60, s-maxage=60, must-revalidate',
};
const PAST: CachePolicy = {
  renewAfterSeconds: 3600,
  cacheControl:
    'public, max-age=60, s-maxage=300, stale-while-revalidate=3600, stale-if-error=604800',
};
const ERROR: CachePolicy = { renewAfterSeconds: 10, cacheControl: 'public, max-age=5, s-maxage=5' };
const FAILURE: CachePolicy = { renewAfterSeconds: 0, cacheControl: 'no-store' };

/** The policy for a path and the status of its answer. Errors are never kept for long. */
export function cachePolicy(path: string, status: number): CachePolicy {
  if (status >= 500) return FAILURE;
  if (status >= 400) return ERROR;
  if (path.startsWith('/badge/')) return BADGE;
  if (/\.(xml|rss|atom|ics|json)$/.test(path) && !path.includes('/api/')) {
    return FEED;
  }
  if (/^(\/de)?\/(history\/|about|docs|events\/)/.test(path) || path.startsWith('/data/'))
    return PAST;
  return LIVE;
}
