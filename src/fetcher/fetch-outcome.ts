/** A document already held, for a conditional request. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What one request brought. Failures are FeedErrors, thrown. */
export type FetchOutcome =
  | {
      kind: 'fetched';
      /** Address after redirects. */
      url: string;
      /** True when every redirect on the way was permanent (301, 308). */
      movedPermanently: boolean;
      body: Uint8Array;
      headers: Record<string, string>;
      etag: string | null;
      lastModified: string | null;
      /** Seconds the answer asks to be left alone (max-age, Retry-After), null where it says nothing. */
      freshForSeconds: number | null;
    }
  | { kind: 'not-modified'; url: string; freshForSeconds: number | null };

/** Fetches one document. Injected, so that tests and the demo bring their own. */
export type FetchDocument = (
  url: string,
  validators: Validators | null,
  signal?: AbortSignal,
) => Promise<FetchOutcome>;
