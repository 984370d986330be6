import { type Dispatcher, request } from 'undici';
import { ACCEPT_ENCODING, decodeBody } from './decode-body.ts';
import { createEventEnd, isEventStream } from './event-end.ts';
import type { Validators } from './fetch-outcome.ts';
import type { FetcherLimits } from './fetcher-options.ts';
import { networkError } from './network-error.ts';
import { readBody } from './read-body.ts';

const ACCEPT =
  'application/json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
/** Bodies of these are never looked at. */
const BODILESS = new Set([204, 301, 302, 303, 304, 307, 308]);

/** One answer to one request: no redirect followed, any status. */
export interface Answer {
  status: number;
  /** Lower-case names; of a repeated header the values joined with a comma. */
  headers: Record<string, string>;
  /** Decoded. */
  body: Uint8Array;
}

export interface RequestParts {
  dispatcher: Dispatcher;
  userAgent: string;
  limits: FetcherLimits;
}

/**
 * Sends one GET. Validators go out exactly as they came (RFC 9110 8.8.3: an entity tag is opaque,
 * its weakness mark included).
 * @throws FeedError; the reason of `signal` where that ended it
 */
export async function requestOnce(
  url: URL,
  validators: Validators | null,
  parts: RequestParts,
  signal?: AbortSignal,
): Promise<Answer> {
  const { limits } = parts;
  try {
    const response = await request(url, {
      dispatcher: parts.dispatcher,
      method: 'GET',
      headers: {
        'user-agent': parts.userAgent,
        accept: ACCEPT,
        'accept-encoding': ACCEPT_ENCODING,
        ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
        ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
      },
      headersTimeout: limits.headersTimeoutMs,
      bodyTimeout: limits.bodyTimeoutMs,
      signal: signal ?? null,
    });
    const headers = flatHeaders(response.headers);
    if (BODILESS.has(response.statusCode)) {
      // Destroying the socket of an answer nobody reads is cheaper than reading it.
      response.body.on('error', () => {}).destroy();
      return { status: response.statusCode, headers, body: new Uint8Array() };
    }
    const raw = await readBody(
      response.body,
      limits.maxBytes,
      limits.bodyTimeoutMs,
      isEventStream(headers) ? createEventEnd() : undefined,
    );
    const body = await decodeBody(raw, headers['content-encoding'], limits.maxBytes);
    return { status: response.statusCode, headers, body };
  } catch (error) {
    signal?.throwIfAborted();
    throw networkError(error, url.href);
  }
}

function flatHeaders(headers: Record<string, string | string[] | undefined>) {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
    }
  }
  return flat;
}
