import type { FeedRead } from '../src/store/store.ts';

/** A read of a feed that says nothing but what `parts` says: no state, no proof, no documents. */
export function bareRead(
  feed: Pick<FeedRead, 'feedKey' | 'providerId' | 'at'>,
  parts: Partial<FeedRead> = {},
): FeedRead {
  return {
    nextCheckAt: feed.at,
    documents: [],
    redirectedTo: null,
    status: null,
    components: [],
    provesNothingReported: false,
    unknownWords: [],
    warnings: [],
    ...feed,
    ...parts,
  };
}
