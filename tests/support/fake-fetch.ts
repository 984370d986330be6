import type { FetchDocument, FetchOutcome, Validators } from '../../src/fetcher/fetch-outcome.ts';
import { FeedError } from '../../src/model/feed-error.ts';

export interface FakeAnswer {
  body?: string | Uint8Array;
  etag?: string;
  lastModified?: string;
  headers?: Record<string, string>;
  freshForSeconds?: number;
  /** Where it led. */
  url?: string;
  error?: FeedError;
}

export interface FakeFetch {
  fetchDocument: FetchDocument;
  /** What an address answers from now on; unknown ones answer 404. */
  answer(url: string, answer: FakeAnswer): void;
  requests: { url: string; validators: Validators | null }[];
}

/** Fetches from a table. An entity tag the caller holds is answered with "not modified". */
export function createFakeFetch(): FakeFetch {
  const answers = new Map<string, FakeAnswer>();
  const requests: FakeFetch['requests'] = [];
  return {
    requests,
    answer: (url, answer) => answers.set(url, answer),
    async fetchDocument(url, validators): Promise<FetchOutcome> {
      requests.push({ url, validators });
      const answer = answers.get(url);
      if (answer === undefined) {
        throw new FeedError('http-status', 'The server answered HTTP 404', {
          url,
          httpStatus: 404,
        });
      }
      if (answer.error !== undefined) throw answer.error;
      const freshForSeconds = answer.freshForSeconds ?? null;
      if (answer.etag !== undefined && validators?.etag === answer.etag) {
        return { kind: 'not-modified', url: answer.url ?? url, freshForSeconds };
      }
      const { body = '' } = answer;
      return {
        kind: 'fetched',
        url: answer.url ?? url,
        movedPermanently: answer.url !== undefined,
        body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
        headers: answer.headers ?? {},
        etag: answer.etag ?? null,
        lastModified: answer.lastModified ?? null,
        freshForSeconds,
      };
    },
  };
}
