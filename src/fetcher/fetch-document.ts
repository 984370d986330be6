import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Agent } from 'undici';
import { FeedError } from '../model/feed-error.ts';
import type { FetchDocument, FetchOutcome, Validators } from './fetch-outcome.ts';
import { type FetcherOptions, fetcherLimits, MAX_REDIRECTS, userAgent } from './fetcher-options.ts';
import { checkUrl, guardedLookup } from './guard-address.ts';
import { createHostLimit } from './host-limit.ts';
import { judgeAnswer } from './judge-answer.ts';
import { type Answer, type RequestParts, requestOnce } from './request-once.ts';
import { safeText } from './safe-text.ts';

const REDIRECTS: Record<number, 'permanent' | 'temporary'> = {
  301: 'permanent',
  302: 'temporary',
  303: 'temporary',
  307: 'temporary',
  308: 'permanent',
};
const MAX_MOVES = 2000;
/** A move is asked about again after a day, so that one taken back is noticed. */
const MOVE_TTL_MS = 24 * 60 * 60 * 1000;

interface Followed {
  answer: Answer;
  url: URL;
  hops: number;
  /** True where every hop was; so it is with none. */
  isPermanent: boolean;
}

/**
 * The one polite HTTP client for feeds: conditional, limited in size, time and number per host,
 * guarded against inner addresses on every hop. `close` lets running requests end.
 */
export function createFetchDocument(
  options: FetcherOptions,
): FetchDocument & { close(): Promise<void> } {
  const limits = fetcherLimits(options);
  const allowPrivate = options.allowPrivate ?? false;
  const dispatcher =
    options.dispatcher ??
    new Agent({
      connect: {
        lookup: guardedLookup(allowPrivate, options.resolveHost),
        timeout: limits.connectTimeoutMs,
      },
      keepAliveTimeout: 5_000,
    });
  const parts: RequestParts = { dispatcher, userAgent: userAgent(options), limits };
  const onHost = options.hostLimit ?? createHostLimit();
  const moves = new LRUCache<string, string>({ max: MAX_MOVES, ttl: MOVE_TTL_MS });

  /** One hop, with one more try where the network failed: those failures are mostly momentary. */
  async function hop(url: URL, validators: Validators | null, signal?: AbortSignal) {
    checkUrl(url, allowPrivate);
    return onHost(url.host, async () => {
      signal?.throwIfAborted();
      try {
        return await requestOnce(url, validators, parts, signal);
      } catch (error) {
        if (!(error instanceof FeedError) || error.kind !== 'network') throw error;
        await delay(limits.retryDelayMs * (1 + options.random()), undefined, {
          ...(signal === undefined ? {} : { signal }),
        });
        return requestOnce(url, validators, parts, signal);
      }
    });
  }

  async function follow(start: URL, validators: Validators | null, signal?: AbortSignal) {
    let url = start;
    let isPermanent = true;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const answer = await hop(url, validators, signal);
      const kind = REDIRECTS[answer.status];
      const location = answer.headers.location;
      if (kind === undefined || location === undefined) {
        return { answer, url, hops, isPermanent } satisfies Followed;
      }
      isPermanent &&= kind === 'permanent';
      url = resolveLocation(location, url);
    }
    const message = `More than ${MAX_REDIRECTS} redirects`;
    throw new FeedError('too-many-redirects', message, { url: start.href });
  }

  async function fetchDocument(
    address: string,
    validators: Validators | null,
    signal?: AbortSignal,
  ): Promise<FetchOutcome> {
    const original = parseUrl(address);
    const moved = moves.get(original.href);
    try {
      const followed = await follow(moved ? new URL(moved) : original, validators, signal);
      const movedPermanently = followed.isPermanent && (followed.hops > 0 || moved !== undefined);
      const outcome = judgeAnswer(followed.answer, {
        url: followed.url.href,
        movedPermanently,
        isConditional: Boolean(validators?.etag || validators?.lastModified),
        now: options.now(),
      });
      if (movedPermanently) moves.set(original.href, followed.url.href);
      return outcome;
    } catch (error) {
      // The old address is asked again next time: the move may have been taken back.
      moves.delete(original.href);
      throw error;
    }
  }

  const close = async () => {
    if (options.dispatcher === undefined) await dispatcher.close();
  };
  return Object.assign(fetchDocument, { close });
}

function parseUrl(address: string): URL {
  if (!URL.canParse(address)) {
    throw new FeedError('blocked-address', `Not an address: ${safeText(address)}`);
  }
  return new URL(address);
}

function resolveLocation(location: string, base: URL): URL {
  if (!URL.canParse(location, base.href)) {
    const message = `The redirect leads to no address: ${safeText(location)}`;
    throw new FeedError('http-status', message, { url: base.href });
  }
  return new URL(location, base);
}
