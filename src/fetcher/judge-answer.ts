import { FeedError } from '../model/feed-error.ts';
import { botChallenge } from './bot-challenge.ts';
import { freshForSeconds, retryAfterSeconds } from './cache-hints.ts';
import type { FetchOutcome } from './fetch-outcome.ts';
import type { Answer } from './request-once.ts';

/** Where an answer came from, after redirects. */
export interface AnswerSource {
  url: string;
  movedPermanently: boolean;
  /** Validators were sent, so a 304 makes sense. */
  isConditional: boolean;
  now: string;
}

/**
 * Turns a final answer into an outcome.
 * @throws FeedError `rate-limited` (429, and 503 that names a time), `http-status` (every other
 * status that is no success, and bot challenges whatever their status), `empty-response`
 */
export function judgeAnswer(answer: Answer, source: AnswerSource): FetchOutcome {
  const { status, headers, body } = answer;
  const { url } = source;
  if (status === 304 && source.isConditional) {
    return { kind: 'not-modified', url, freshForSeconds: freshForSeconds(headers, source.now) };
  }
  const challenger = botChallenge(headers, body);
  const retryAfter = retryAfterSeconds(headers['retry-after'], source.now);
  const details = {
    url,
    httpStatus: status,
    ...(retryAfter === null ? {} : { retryAfterSeconds: retryAfter }),
  };
  if (challenger !== null && (status >= 400 || isHtml(headers))) {
    const message = `A bot check by ${challenger} answered instead of the feed (HTTP ${status})`;
    throw new FeedError('http-status', message, details);
  }
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    const wait = retryAfter === null ? '' : `, asks to wait ${retryAfter} s`;
    throw new FeedError('rate-limited', `The server answered HTTP ${status}${wait}`, details);
  }
  if (status < 200 || status > 299 || status === 206) {
    throw new FeedError('http-status', `The server answered HTTP ${status}`, details);
  }
  if (body.length === 0) {
    throw new FeedError('empty-response', `The server answered HTTP ${status} without a body`, {
      url,
      httpStatus: status,
    });
  }
  return {
    kind: 'fetched',
    url,
    movedPermanently: source.movedPermanently,
    body,
    headers,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    freshForSeconds: freshForSeconds(headers, source.now),
  };
}

function isHtml(headers: Readonly<Record<string, string>>): boolean {
  return (headers['content-type'] ?? '').toLowerCase().includes('text/html');
}
