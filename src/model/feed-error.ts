/**
 * Everything that can go wrong between an address and a snapshot, as a closed set of kinds.
 * Stored with the feed's health as kind + message; pages turn the kind into a sentence.
 */
export const FEED_ERROR_KINDS = [
  'network',
  'timeout',
  'http-status',
  'rate-limited',
  'too-many-redirects',
  'blocked-address',
  'too-large',
  'empty-response',
  'not-a-feed',
  'forbidden-doctype',
  'parse',
] as const;
export type FeedErrorKind = (typeof FEED_ERROR_KINDS)[number];

export interface FeedErrorDetails {
  /** Address that was read; credentials are never part of it. */
  url?: string;
  /** HTTP status, for `http-status` and `rate-limited`. */
  httpStatus?: number;
  /** Seconds the source asks us to wait. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** The one error of fetcher and adapters. `message` is English, for logs and the sources page. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly kind: FeedErrorKind;
  readonly url: string | undefined;
  readonly httpStatus: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: FeedErrorKind, message: string, details: FeedErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.url = details.url;
    this.httpStatus = details.httpStatus;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
